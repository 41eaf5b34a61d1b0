import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey } from '#kit/time.ts'
import { outsideMessages } from '../../messages.ts'
import type { OutsideBody } from '../../contract.ts'
import { isStale } from '../../rules.ts'

/** One place outside, with number, hours and when that was looked up. */
export function BodyChoice(props: {
  body: OutsideBody
  isChosen: boolean
  onChange: (isOn: boolean) => void
}) {
  const { words: outside } = useMessages(outsideMessages)
  const today = dayKey(useNow())
  const { body } = props
  return (
    <li className="px-4 py-2.5">
      <Checkbox isChosen={props.isChosen} onChange={props.onChange}>
        <span className="font-semibold">{body.name}</span>
        {body.phone ? (
          <span data-figures className="ms-2 font-semibold text-accent">
            {body.phone}
          </span>
        ) : null}
      </Checkbox>
      <p className="ps-7 text-sm text-sub">
        {body.about}
        {body.hours ? `　${body.hours}` : ''}
      </p>
      <p className={`ps-7 text-xs ${isStale(body, today) ? 'text-orange' : 'text-sub'}`}>
        {isStale(body, today) ? outside.stale : outside.checked({ day: body.checkedOn })}
        {'　'}
        <a
          href={body.source}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-4"
        >
          {outside.source}
        </a>
      </p>
    </li>
  )
}
