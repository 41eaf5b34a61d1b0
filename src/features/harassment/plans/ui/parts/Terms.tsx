import type { ReactNode } from 'react'
import { useMessages } from '#kit/language.tsx'
import type { NamedTerms, PhoneHours } from '../../contract.ts'
import { weekday } from './weekday.ts'
import { planningMessages } from '../../../planning/messages.ts'

/** What was agreed, line by line. */
export function Terms({ terms }: { terms: NamedTerms }) {
  const { words } = useMessages(planningMessages)
  const window = terms.standInName
    ? words.windowAnd({ name: terms.windowName, standIn: terms.standInName })
    : terms.windowName
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm max-sm:grid-cols-1">
      <Line name={words.window}>{window}</Line>
      <Line name={words.about}>
        {terms.about}（{words.coversOf[terms.covers]}）
      </Line>
      <Line name={words.ways}>{useWays(terms)}</Line>
      {terms.refrains.length > 0 ? (
        <Line name={words.refrains}>{terms.refrains.join('、')}</Line>
      ) : null}
      <Line name={words.why}>
        <ul>
          {terms.reasons.map(({ on, words: said }) => (
            <li key={`${on} ${said}`}>
              <span data-figures className="me-2">
                {on}
              </span>
              {said}
            </li>
          ))}
        </ul>
      </Line>
      <Line name={words.objection}>{terms.objection}</Line>
      <Line name={words.reviewOn}>
        <span data-figures>{terms.reviewOn}</span>
      </Line>
    </dl>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sub">{name}</dt>
      <dd className="min-w-0 wrap-anywhere max-sm:mb-1">{children}</dd>
    </>
  )
}

/** 「書面、お電話（月・火 10:00–11:00、祝日を除く）」 */
export function useWays({ ways, hours }: Pick<NamedTerms, 'ways' | 'hours'>): string {
  const { words } = useMessages(planningMessages)
  const timed = hours ? hoursText(hours) : ''
  function hoursText({ weekdays, from, to, onHolidays }: PhoneHours): string {
    const days = weekdays.map((day) => words.weekdays[weekday(day)]).join('・')
    return words.hoursLine({ days, from, to, onHolidays })
  }
  return ways
    .map((way) => (way === 'phone' ? `${words.wayOf[way]}${timed}` : words.wayOf[way]))
    .join('、')
}
