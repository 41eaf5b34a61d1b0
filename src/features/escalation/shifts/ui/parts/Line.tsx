import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import type { ShiftLine } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'

/** One complaint in one line: who, what, promised until when, who waits, what was heard. */
export function Line(props: { line: ShiftLine; cueName: (code: string) => string }) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const now = useNow()
  const { line } = props
  const { promise } = line
  const due = promise && words.by({ time: dayAndTime(promise.dueAt, now, language) })
  const heard = [line.concern && `「${line.concern}」`, ...line.cues.map(props.cueName)]
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">
          {line.customerName
            ? `${line.customerName}${language === 'ja' ? ' 様' : ''}`
            : words.unknown}
        </span>
        <span className="text-sm text-sub">{line.number}</span>
        {line.isSafety ? (
          <span className="text-sm font-semibold text-red">{words.safety}</span>
        ) : null}
        <span>{line.subject}</span>
      </p>
      <p className="text-sm">
        {promise ? (
          <span className={promise.isBroken ? 'font-semibold text-red' : 'text-purple'}>
            {promise.isBroken ? `${words.broken} ` : ''}
            {due}　{promise.words}
          </span>
        ) : (
          <span className="text-orange">{words.noPromise}</span>
        )}
        <span className="ms-2 text-sub">
          {[words.waits[line.waits], ...heard].filter(Boolean).join('・')}
        </span>
      </p>
    </div>
  )
}
