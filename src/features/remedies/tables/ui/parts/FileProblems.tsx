import { useState } from 'react'
import { headingOf } from '#features/remedies/cells/rules.ts'
import { readTableFile, type FileProblem } from '#features/remedies/tables/contract.ts'
import { sendFile } from '#kit/files.ts'
import { showToast } from '#kit/toasts.ts'
import type { DraftSheet } from './draft.ts'
import { useSaid } from './said.ts'

/** Reads a file into the draft, as one step that undo takes back. */
export function useFile(sheet: DraftSheet) {
  const { words } = useSaid()
  const [problems, setProblems] = useState<readonly FileProblem[]>([])
  async function read(file: File) {
    const answered = await sendFile(readTableFile, {}, file)
    if (!answered.ok) return void showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const { lines, problems: found } = answered.value
    setProblems(found)
    if (lines.length === 0) return undefined
    sheet.change(lines)
    const text = words.fromFileDone({ rows: lines.length })
    return void showToast({ text, tone: 'done', undo: sheet.history.undo })
  }
  return { problems, read }
}

/** With the line of the file: whoever mends it there finds it. */
export function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const { words, language } = useSaid()
  if (problems.length === 0) return null
  const sentences = { ...words.problem, ...words.fileProblem }
  return (
    <details open className="mb-2 rounded-lg bg-orange-bg px-4 py-2 text-sm">
      <summary className="cursor-pointer font-semibold">
        {words.fileProblems({ count: problems.length })}
      </summary>
      <ul className="mt-1 max-h-40 overflow-auto">
        {problems.map(({ line, column, code, value }) => (
          <li key={`${line} ${column} ${code} ${value}`}>
            {words.inLine({
              line,
              column: column ? headingOf(column, language) : '',
              sentence: sentences[code]({ value, others: '' }),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
