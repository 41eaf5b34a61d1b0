import { readKeptRate, type KeptRate as Rate } from '#features/commitments/contract.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'

const days = 90

/** The headline figure of the ledger, with what it counts and what it does not. */
export function KeptRate() {
  const { words } = useMessages(ledgerMessages)
  const answer = useAnswer(readKeptRate, { query: { days } }, { live: true })
  return (
    <section aria-label={words.keptRate} className="card border-s-4 border-s-green px-5 py-3">
      <h2 className="text-sm font-medium text-sub">{words.keptRate}</h2>
      <Answering answer={answer} skeletonLines={1}>
        {(figures) => (
          <>
            {figures.kept + figures.broken === 0 ? (
              <p className="mt-1 text-sm text-sub">{words.keptRateNone}</p>
            ) : (
              <Headline {...figures} />
            )}
            <Until at={figures.asOf} />
            <Parts {...figures} />
          </>
        )}
      </Answering>
    </section>
  )
}

/** Only where a replica that is behind was asked. */
function Until({ at }: { at: string | null }) {
  const { words } = useMessages(ledgerMessages)
  const language = useLanguage()
  const now = useNow()
  if (at === null) return null
  return (
    <p role="note" className="mt-1 text-sm text-sub">
      {words.countedUntil({ at: dayAndTime(at, now, language) })}
    </p>
  )
}

function Headline({ rate, kept, broken, leastForRate }: Rate) {
  const { words } = useMessages(ledgerMessages)
  const all = kept + broken
  return (
    <p className="mt-0.5 flex items-baseline gap-x-4 gap-y-0.5 xl:flex-col xl:items-start">
      <strong className="text-3xl" data-figures>
        {rate === null ? words.ratio({ kept, all }) : percent(rate)}
      </strong>
      <span className="flex-1 text-sm text-sub xl:basis-auto">
        {words.keptRateOf({ days, kept, all })}
        {rate === null ? words.tooFew({ least: leastForRate }) : null}
      </span>
    </p>
  )
}

function Parts({ byOwner, byTeam, keptLate, moved, withdrawn }: Rate) {
  const { words } = useMessages(ledgerMessages)
  const teams = byTeam.map(({ team, ...part }) => ({ name: team ?? words.noTeam, ...part }))
  const owners = byOwner.map(({ ownerName, ownerId, ...part }) => ({
    name: ownerName,
    id: ownerId,
    ...part,
  }))
  if (owners.length === 0) return null
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer text-sub">{words.howCounted}</summary>
      <p className="mt-2 text-sub">{words.keptRateBeside({ late: keptLate, moved, withdrawn })}</p>
      <div className="mt-3 grid gap-x-10 gap-y-4 sm:max-xl:grid-cols-2">
        <Table title={words.teams} parts={teams.map((part) => ({ id: part.name, ...part }))} />
        <Table title={words.people} parts={owners} />
      </div>
    </details>
  )
}

type Part = { id: string; name: string; kept: number; broken: number; rate: number | null }

function Table({ title, parts }: { title: string; parts: readonly Part[] }) {
  const { words } = useMessages(ledgerMessages)
  return (
    <table className="w-full self-start">
      <caption className="pb-1 text-start text-xs text-sub">{title}</caption>
      <tbody>
        {parts.map(({ id, name, kept, broken, rate }) => (
          <tr key={id} className="border-t border-line-soft">
            <th scope="row" className="py-1 text-start font-normal">
              {name}
            </th>
            <td data-figures className="py-1 text-end">
              {words.ratio({ kept, all: kept + broken })}
            </td>
            <td data-figures className="w-16 py-1 text-end text-sub">
              {rate === null ? '—' : percent(rate)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`
}
