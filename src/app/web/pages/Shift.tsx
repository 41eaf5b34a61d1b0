import { Link, useSearch } from '@tanstack/react-router'
import { readViewer } from '#features/access/contract.ts'
import { becauseWords } from '#features/assignment/wording/rules.ts'
import { Transfers } from '#features/escalation/absences/ui/Transfers.tsx'
import { shiftsMessages } from '#features/escalation/shifts/messages.ts'
import { Shifts } from '#features/escalation/shifts/ui/Shifts.tsx'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'
import { cueName } from './desk/names.ts'

const parts = ['shift', 'absence'] as const

/** 申し送り to the next shift, and what becomes of everything when somebody is away. */
export default function Shift() {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const viewer = useAnswer(readViewer, {})
  const { part = 'shift' } = useSearch({ from: '/staff/shift' })
  usePageTitle(words.page)
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 p-4 sm:p-6 print:p-0">
      <nav aria-label={words.page} data-print="off" className="flex flex-wrap gap-1.5">
        {parts.map((each) => (
          <Link
            key={each}
            to="/shift"
            search={{ part: each }}
            aria-current={each === part ? 'page' : undefined}
            className="tap inline-flex min-h-9 items-center rounded-full border border-line bg-surface px-4 text-sm hover:bg-gray-bg aria-[current]:border-accent aria-[current]:bg-accent-bg aria-[current]:font-semibold aria-[current]:text-accent"
          >
            {words.parts[each]}
          </Link>
        ))}
      </nav>
      <Answering answer={viewer}>
        {(value) =>
          part === 'absence' ? (
            <Transfers viewer={value} reason={becauseWords[language]} />
          ) : (
            <Shifts viewer={value} cueName={(code) => cueName(code, language)} />
          )
        }
      </Answering>
    </div>
  )
}
