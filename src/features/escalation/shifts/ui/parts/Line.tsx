import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import type { Heed, ShiftLine } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'

const tones = { 'on-hold': 'red', due: 'purple', 'may-call': 'orange' } as const satisfies Record<
  Heed,
  string
>

/** One complaint in one line: who, what to heed, promised until when, who waits, what was heard. */
export function Line(props: { line: ShiftLine; cueName: (code: string) => string }) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const { line } = props
  const heard = [line.concern && `「${line.concern}」`, ...line.cues.map(props.cueName)]
  const owner = line.ownerName ? words.owner({ name: line.ownerName }) : words.queued
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <span className="font-semibold">
          {line.customerName
            ? `${line.customerName}${language === 'ja' ? ' 様' : ''}`
            : words.unknown}
        </span>
        <span className="text-sm text-sub">{line.number}</span>
        {line.isSafety ? <Badge tone="red">{words.safety}</Badge> : null}
        {line.heeds.map((heed) => (
          <Badge key={heed} tone={tones[heed]}>
            {words.heeds[heed]}
          </Badge>
        ))}
        <span>{line.subject}</span>
      </p>
      <p className="text-sm">
        <Next line={line} />
        {line.approvals.length > 0 ? (
          <span className="ms-2 text-orange">
            {words.waitsFor({ labels: line.approvals.join('、') })}
          </span>
        ) : null}
        <span className="ms-2 text-sub">
          {[words.waits[line.waits], ...heard, owner].filter(Boolean).join('・')}
        </span>
      </p>
    </div>
  )
}

function Next({ line: { promise } }: { line: ShiftLine }) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const now = useNow()
  if (!promise) return <span className="text-orange">{words.noPromise}</span>
  return (
    <span className={promise.isBroken ? 'font-semibold text-red' : 'text-purple'}>
      {promise.isBroken ? `${words.broken} ` : ''}
      {words.by({ time: dayAndTime(promise.dueAt, now, language) })}　{promise.words}
    </span>
  )
}
