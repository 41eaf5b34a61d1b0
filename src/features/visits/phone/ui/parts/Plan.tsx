import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import type { MyVisit } from '../../../contract.ts'
import { phoneMessages } from '../../messages.ts'
import { Ready } from './Ready.tsx'

/** What was agreed before leaving; out there only what one looks up. */
export function Plan({ visit }: { visit: MyVisit }) {
  const { words } = useMessages(phoneMessages)
  const language = useLanguage()
  const isPlanned = visit.state === 'planned'
  const [from, until] = [clockTime(visit.startsAt, language), clockTime(visit.backBy, language)]
  const lines: readonly (readonly [string, string | null])[] = [
    [words.to, visit.customerName],
    [words.address, visit.address],
    [words.why, visit.purpose],
    // Out there somebody may read along.
    [words.mayPromise, isPlanned ? visit.mayPromise : null],
    [words.bring, isPlanned ? visit.bring : null],
    [words.visitors, isPlanned ? visit.visitorNames.join('、') : null],
    [words.outside, visit.outsideNames.join('、')],
    [words.watcher, visit.watcherName],
    [words.sign, visit.sign],
  ]
  return (
    <section className="flex flex-col gap-3">
      <p className="text-lg font-semibold">{words.window({ from, until })}</p>
      {visit.missing.length > 0 ? (
        <p className="rounded-xl bg-orange-bg px-4 py-3 text-orange">{words.lacking}</p>
      ) : null}
      <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-2">
        {lines.map(([name, text]) =>
          text ? (
            <div key={name} className="contents">
              <dt className="text-sm text-sub">{name}</dt>
              <dd className="text-lg leading-normal">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p className="text-sm text-sub">{words.places[visit.place]}</p>
      {isPlanned ? <Ready /> : null}
      {isPlanned ? <p className="text-sm text-sub">{words.notCentre}</p> : null}
    </section>
  )
}
