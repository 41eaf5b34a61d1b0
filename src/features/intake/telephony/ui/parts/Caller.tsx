import { CalendarClock, FileClock, PhoneForwarded, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { Candidate } from '../../contract.ts'
import { telephonyMessages } from '../../messages.ts'

/** Who it may be: what is open between us, what we promised, and what happened on which day. */
export function Caller(props: {
  candidate: Candidate
  beside?: ReactNode
  goOn: (complaintId: string) => void
}) {
  const { words } = useMessages(telephonyMessages)
  const { name, kana, complaints } = props.candidate
  return (
    <li className="flex flex-col gap-2 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-lg font-semibold">
          {name ? words.sama({ name }) : words.nameless}
        </span>
        {kana ? <span className="text-xs text-sub">{kana}</span> : null}
      </p>
      {props.beside}
      <Promises candidate={props.candidate} />
      {complaints.length === 0 ? (
        <p className="text-sm text-sub">{words.noOpen}</p>
      ) : (
        <ul aria-label={words.open} className="flex flex-col gap-1.5">
          {complaints.map(({ id, number, subject }) => (
            <li key={id} className="flex items-center gap-2 text-sm">
              <span className="min-w-0 flex-1">
                <span data-figures className="block text-xs text-sub">
                  {number}
                </span>
                <span className="clamp-1">{subject}</span>
              </span>
              <Button
                size="small"
                label={words.goOn({ number })}
                icon={<PhoneForwarded aria-hidden size={15} />}
                onPress={() => props.goOn(id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Cautions candidate={props.candidate} />
    </li>
  )
}

function Promises({ candidate: { promises } }: { candidate: Candidate }) {
  const { words } = useMessages(telephonyMessages)
  if (promises.length === 0) return null
  return (
    <ul aria-label={words.promises} className="flex flex-col gap-1 text-sm">
      {promises.slice(0, 3).map((promise) => {
        const isBroken = promise.state === 'broken'
        const Icon = isBroken ? TriangleAlert : CalendarClock
        return (
          <li key={promise.id} className="flex gap-2">
            <Icon
              aria-hidden
              size={15}
              className={`mt-1 shrink-0 ${isBroken ? 'text-red' : 'text-purple'}`}
            />
            <span className="min-w-0 flex-1">
              {isBroken ? <Badge tone="red">{words.broken}</Badge> : null} {promise.words}{' '}
              <Moment at={promise.dueAt} className="text-xs text-sub" />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Cautions({ candidate: { cautions } }: { candidate: Candidate }) {
  const { words } = useMessages(telephonyMessages)
  if (cautions.length === 0) return null
  return (
    <ul aria-label={words.cautions} className="flex flex-col gap-1 text-xs text-sub">
      {cautions.slice(0, 3).map(({ id, happenedOn, words: said, source }) => (
        <li key={id} className="flex gap-2">
          <FileClock aria-hidden size={14} className="mt-0.5 shrink-0" />
          {words.caution({ day: happenedOn, words: said, source })}
        </li>
      ))}
    </ul>
  )
}
