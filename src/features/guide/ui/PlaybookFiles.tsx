import { FileWarning } from 'lucide-react'
import { readWorkbench } from '#features/guide/playbooks/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'

const languages = ['ja', 'en'] as const

/** What cannot be read in the files of the playbook, while calls go on with the last version that could. */
export function PlaybookFiles() {
  return languages.map((language) => <FilesOf key={language} language={language} />)
}

function FilesOf({ language }: { language: 'ja' | 'en' }) {
  const { panel } = useMessages(guideMessages).words
  const workbench = useAnswer(readWorkbench, { params: { language } }, { live: true })
  const trouble = workbench.state === 'ready' ? workbench.value.trouble : []
  if (trouble.length === 0) return null
  return (
    <div
      role="alert"
      className="mb-3 flex gap-2.5 rounded-lg bg-red-bg px-3.5 py-2.5 text-sm text-red"
    >
      <FileWarning aria-hidden size={17} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{panel.filesBroken}</p>
        <ul className="flex flex-col gap-1">
          {trouble.map(({ file, line, sentence }) => (
            <li key={`${file}:${line}:${sentence}`} className="wrap-anywhere">
              <span className="font-semibold" data-figures>
                {panel.fileLine({ file: `${language}/${file}`, line })}
              </span>
              　{sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
