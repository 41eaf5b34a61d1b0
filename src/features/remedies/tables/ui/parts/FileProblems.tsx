import { useState } from 'react'
import { headingOf } from '#features/remedies/cells/rules.ts'
import {
  readTableFile,
  type Column,
  type FileProblem,
  type SheetLine,
} from '#features/remedies/tables/contract.ts'
import { Button } from '#kit/Button.tsx'
import { sendFile } from '#kit/files.ts'
import { showToast } from '#kit/toasts.ts'
import type { DraftSheet } from './draft.ts'
import { useSaid } from './said.ts'

export type FileRead = {
  readonly problems: readonly FileProblem[]
  /** Rows of the sheet before that the file does not have. */
  readonly leftOut: readonly SheetLine[]
  readonly kept: readonly Column[]
}

/** Reads a file into the draft, as one step that undo takes back. */
export function useFile(sheet: DraftSheet) {
  const { words } = useSaid()
  const [read, setRead] = useState<FileRead | null>(null)
  async function bring(file: File) {
    // What was typed last is part of the sheet the file is laid over.
    if ((await sheet.keep()) === null) return undefined
    const answered = await sendFile(readTableFile, {}, file)
    if (!answered.ok) return void showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const { lines, problems, kept } = answered.value
    const ids = new Set(lines.map(({ id }) => id))
    const leftOut = sheet.lines.filter(({ id }) => !ids.has(id))
    const isUseless = lines.length === 0
    setRead(isUseless ? { problems, leftOut: [], kept: [] } : { problems, leftOut, kept })
    if (isUseless) return undefined
    sheet.change(lines)
    const text = words.fromFileDone({ rows: lines.length })
    return void showToast({ text, tone: 'done', undo: sheet.history.undo })
  }
  /** The rows that the file does not have stay, below those that it has. */
  function keepLeftOut() {
    if (!read) return
    const there = new Set(sheet.lines.map(({ id }) => id))
    sheet.change([...sheet.lines, ...read.leftOut.filter(({ id }) => !there.has(id))])
    setRead({ ...read, leftOut: [] })
  }
  return { read, bring, keepLeftOut }
}

/** What the file does not say, and what cannot be read in it, with its line: whoever mends it there finds it. */
export function FileProblems(props: { read: FileRead | null; onKeep: () => void }) {
  const { words, language } = useSaid()
  if (!props.read) return null
  const { problems, leftOut, kept } = props.read
  if (problems.length + leftOut.length + kept.length === 0) return null
  const named = kept.map((column) => headingOf(column, language))
  const codes = leftOut.map(({ cells }) => cells.code ?? '')
  return (
    <div
      role="status"
      className="mb-2 flex flex-col gap-1 rounded-lg bg-orange-bg px-4 py-2 text-sm"
    >
      {leftOut.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-48 flex-1">{words.leftOut({ codes })}</span>
          <Button size="small" onPress={props.onKeep}>
            {words.keepLeftOut({ count: leftOut.length })}
          </Button>
        </p>
      ) : null}
      {kept.length > 0 ? <p>{words.keptColumns({ named })}</p> : null}
      {problems.length > 0 ? <InFile problems={problems} /> : null}
    </div>
  )
}

function InFile({ problems }: { problems: readonly FileProblem[] }) {
  const { words, language } = useSaid()
  const sentences = { ...words.problem, ...words.fileProblem }
  return (
    <details open>
      <summary className="cursor-pointer font-semibold">
        {words.fileProblems({ count: problems.length })}
      </summary>
      <ul
        tabIndex={0}
        aria-label={words.fileProblems({ count: problems.length })}
        className="mt-1 max-h-40 overflow-auto"
      >
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
