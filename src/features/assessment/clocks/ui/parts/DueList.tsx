import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import type { DueLine, UndecidedLine } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { StageDue } from './StageDue.tsx'

const row = 'flex flex-col gap-0.5 px-4 py-2.5 text-sm -outline-offset-2 hover:bg-accent-bg'
const most = 8

/** Stages of clocks across complaints, next first. */
export function DueList({ lines, withOwner }: { lines: readonly DueLine[]; withOwner?: boolean }) {
  const { lists } = useMessages(clocksMessages).words
  const language = useLanguage()
  return (
    <>
      <ul className="card divide-y divide-line-soft overflow-hidden">
        {lines.slice(0, most).map((line) => (
          <li key={`${line.clockId} ${line.stage}`}>
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId: line.complaintId }}
              className={row}
            >
              <span className="font-medium">
                {line.name[language]}
                {line.stageName[language] === line.name[language]
                  ? ''
                  : `　${line.stageName[language]}`}
              </span>
              <StageDue dueOn={line.dueOn} state={line.state} />
              <span className="flex gap-2 text-xs text-sub">
                <span data-figures className="shrink-0">
                  {line.complaintNumber}
                </span>
                <span className="clamp-1 flex-1">{line.subject}</span>
                {withOwner ? (
                  <span className="shrink-0">
                    {line.ownerName ? lists.owner({ name: line.ownerName }) : lists.noOwner}
                  </span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <p className="mt-1 text-sm text-sub">{lists.more({ count: lines.length - most })}</p>
      ) : null}
    </>
  )
}

/** Offered by somebody's yes; nobody has said whether it runs. */
export function UndecidedList({ lines }: { lines: readonly UndecidedLine[] }) {
  const language = useLanguage()
  return (
    <ul className="card divide-y divide-line-soft overflow-hidden">
      {lines.slice(0, most).map((line) => (
        <li key={line.clockId}>
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: line.complaintId }}
            className={row}
          >
            <span className="flex items-center gap-1.5">
              <Hourglass aria-hidden size={14} className="shrink-0 text-orange" />
              {line.name[language]}
            </span>
            <span className="flex gap-2 text-xs text-sub">
              <span data-figures className="shrink-0">
                {line.complaintNumber}
              </span>
              <span className="clamp-1">{line.subject}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
