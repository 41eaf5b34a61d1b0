import { granterWords } from '#features/remedies/cells/contract.ts'
import {
  listTrialCases,
  type Trial,
  type TrialLine,
  type TrialOption,
} from '#features/remedies/trials/contract.ts'
import { trialsMessages } from '#features/remedies/trials/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { usePages } from '#kit/pages.ts'
import { writtenDay } from '#kit/time.ts'

/** How many, how much, through which rows, and which complaints. */
export function Found({ trial }: { trial: Trial }) {
  const { words } = useMessages(trialsMessages)
  const language = useLanguage()
  const now = useNow()
  const { sums } = trial
  const written = (day: string) => writtenDay(day, now, language)
  return (
    <>
      <p className="text-sm text-sub">
        {words.span({ from: written(trial.from), until: written(trial.until) })}
        {words.onDay({ day: written(trial.onDay) })}
      </p>
      <p className="font-semibold">{words.result(trial)}</p>
      {sums.before + sums.after > 0 ? (
        <p className="text-sm">
          {words.money(sums)}
          <span className="ms-2 text-sub">{words.moneyHow}</span>
        </p>
      ) : null}
      {sums.accepted > 0 ? <p className="text-sm text-orange">{words.accepted(sums)}</p> : null}
      {trial.changed === 0 ? (
        <p className="text-sm text-sub">{words.none}</p>
      ) : (
        <>
          <Rows sums={sums} />
          <Cases trial={trial} />
        </>
      )}
    </>
  )
}

function Rows({ sums }: Pick<Trial, 'sums'>) {
  const { words } = useMessages(trialsMessages)
  const rows = sums.rows.toSorted((a, b) => b.gained + b.lost - (a.gained + a.lost))
  return (
    <div
      className="max-h-80 max-w-3xl overflow-auto"
      tabIndex={0}
      role="region"
      aria-label={words.row}
    >
      <table className="card w-full text-sm">
        <thead className="border-b border-line text-xs text-sub">
          <tr>
            {[words.row, words.gained, words.lost].map((name, at) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-2 font-medium whitespace-nowrap ${at === 0 ? 'text-start' : 'text-end'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-soft">
          {rows.map(({ code, label, gained, lost }) => (
            <tr key={code}>
              <th scope="row" className="px-3 py-2 text-start font-normal">
                <span className="me-2 font-semibold">{code}</span>
                {label}
              </th>
              <Count count={gained} tone="text-green" />
              <Count count={lost} tone="text-red" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Count({ count, tone }: { count: number; tone: string }) {
  const { words } = useMessages(trialsMessages)
  return (
    <td
      data-figures
      className={`px-3 py-2 text-end whitespace-nowrap ${count > 0 ? tone : 'text-sub'}`}
    >
      {words.times({ count })}
    </td>
  )
}

function Cases({ trial }: { trial: Trial }) {
  const { words } = useMessages(trialsMessages)
  const pages = usePages<TrialLine>(['trial', trial.id, trial.state], async (cursor, signal) => {
    const query = { after: Number(cursor ?? 0), limit: 50 }
    const read = await call(listTrialCases, { query }, signal)
    if (!read.ok) return read
    const { cases, next, total } = read.value
    return { ok: true, value: { items: cases, total, next: next === null ? null : String(next) } }
  })
  return (
    <>
      <h3 className="mt-2 text-sm font-semibold">{words.cases}</h3>
      <Refusal refusal={pages.refusal} again={pages.again} />
      <ul className="flex flex-col divide-y divide-line-soft">
        {pages.items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {pages.hasMore ? (
        <span>
          <Button onPress={pages.more}>
            {words.more({ left: pages.total - pages.items.length })}
          </Button>
        </span>
      ) : null}
    </>
  )
}

function Line({ line }: { line: TrialLine }) {
  const { words } = useMessages(trialsMessages)
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 text-sm sm:grid-cols-[minmax(14rem,1fr)_2fr]">
      <a href={`/complaints/${line.complaintId}`} target="_blank" className="text-accent underline">
        {line.number} {line.subject}
      </a>
      <div>
        <Options title={words.gained} options={line.gained} tone="text-green" />
        <Options title={words.lost} options={line.lost} tone="text-red" />
      </div>
    </li>
  )
}

function Options(props: { title: string; options: readonly TrialOption[]; tone: string }) {
  const { words } = useMessages(trialsMessages)
  const language = useLanguage()
  if (props.options.length === 0) return null
  const said = ({ code, label, maxYen, grantedBy, isAllowed }: TrialOption) => [
    `${code} ${label}`,
    ...(maxYen === null ? [] : [words.upTo({ yen: maxYen })]),
    words.by({ who: granterWords[grantedBy][language === 'ja' ? 0 : 1] }),
    ...(isAllowed ? [] : [words.notYet]),
  ]
  return (
    <p>
      <span className={`me-2 font-semibold ${props.tone}`}>{props.title}</span>
      {props.options
        .map((option) => said(option).join(language === 'ja' ? '・' : ', '))
        .join(' / ')}
    </p>
  )
}
