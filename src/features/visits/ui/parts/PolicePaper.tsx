import { Fragment, type ReactNode } from 'react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayAndTime } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import { visitBoardMessages } from '../../board/messages.ts'
import type { PoliceSheet as Sheet } from '../../police/contract.ts'
import { policeMessages } from '../../police/messages.ts'

/** One A4 page, as it is read aloud. */
export function PolicePaper({ sheet }: { sheet: Sheet }) {
  const { words } = useMessages(visitBoardMessages)
  const { words: paper } = useMessages(policeMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <article className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 print:border-0 print:p-0">
      <h2 className="text-xl">
        {sheet.visit.isDrill ? `【${words.drill}】` : ''}
        {paper.titles[sheet.number]}
      </h2>
      {sheet.visit.isDrill ? (
        <p className="rounded-lg border-2 border-purple bg-purple-bg p-3 text-lg font-semibold text-purple">
          {paper.drill}
        </p>
      ) : null}
      <p className="text-lg leading-relaxed font-semibold">
        {sheet.number === '110'
          ? paper.say({ company: sheet.company })
          : paper.sayAdvice({ company: sheet.company })}
      </p>
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 gap-y-2.5 [&_dt]:text-sub">
        <Place sheet={sheet} />
        <People sheet={sheet} />
        {sheet.number === '#9110' ? <Afterwards sheet={sheet} /> : null}
        <dt>{paper.said}</dt>
        <dd>
          {sheet.said.length === 0 ? (
            paper.noSaid
          ) : (
            <ul>
              {sheet.said.map(({ words: text, at }) => (
                <li key={`${at}${text}`}>
                  「{text}」 <Moment at={at} className="text-xs text-sub" />
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{paper.callBack}</dt>
        <dd className="text-lg font-semibold" data-figures>
          {sheet.callBack || paper.unknown}
        </dd>
        <dt>{paper.rules}</dt>
        <dd>
          <ul className="list-disc ps-5 font-semibold">
            {Object.values(paper.ruleList).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="text-xs text-sub">
        {paper.now({ time: dayAndTime(sheet.serverAt, now, language) })}　{paper.notAdvice}
      </p>
    </article>
  )
}

function Place({ sheet: { visit, alarms } }: { sheet: Sheet }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  const { kinds, steps } = words
  const { words: paper } = useMessages(policeMessages)
  const heard = alarms.flatMap((alarm) =>
    alarm.steps.flatMap(({ words: text }) => (text ? [text] : [])),
  )
  return (
    <>
      <dt>{paper.where}</dt>
      <dd className="text-lg font-semibold">
        {visit.plan.address || paper.unknown}（{visit.plan.toWhom}）
      </dd>
      <dt>{paper.since}</dt>
      <dd>
        <Line name={paper.arrived}>
          {visit.arrivedAt ? <Moment at={visit.arrivedAt} always="both" /> : paper.unknown}
        </Line>
        <Line name={paper.lastSign}>
          {visit.lastSignAt ? <Moment at={visit.lastSignAt} always="both" /> : paper.unknown}
        </Line>
      </dd>
      <dt>{paper.alarm}</dt>
      <dd>
        {alarms.map((alarm) => (
          <p key={alarm.id}>
            {clockTime(alarm.raisedAt, language)} {kinds[alarm.kind]}
            {alarm.policeAt ? `　${steps.police} ${clockTime(alarm.policeAt, language)}` : ''}
          </p>
        ))}
        {heard.map((text) => (
          <p key={text}>「{text}」</p>
        ))}
        {alarms.length === 0 ? paper.unknown : null}
      </dd>
    </>
  )
}

function People({ sheet: { visit } }: { sheet: Sheet }) {
  const { words: paper } = useMessages(policeMessages)
  const { plan } = visit
  return (
    <>
      <dt>{paper.who}</dt>
      <dd>
        {visit.visitorNames.join('、')}（{paper.exactly({ count: visit.visitorNames.length })}）
        {visit.outsideNames.length > 0 ? (
          <Line name={paper.outside}>{visit.outsideNames.join('、')}</Line>
        ) : null}
      </dd>
      <dt>{paper.there}</dt>
      <dd>
        {plan.toWhom}（{paper.people({ count: plan.peopleThere })}）
      </dd>
      <dt>{paper.car}</dt>
      <dd>{plan.car || paper.unknown}</dd>
      <dt>{paper.clothes}</dt>
      <dd>{plan.clothes || paper.unknown}</dd>
    </>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p>
      <span className="me-2 text-sub">{name}</span>
      {children}
    </p>
  )
}

/** What whoever was there wrote down, for a talk that can wait. */
function Afterwards({ sheet: { visit } }: { sheet: Sheet }) {
  const { words: paper } = useMessages(policeMessages)
  const { report, endedAt } = visit
  const lines = [
    [paper.demanded, report?.demanded],
    [paper.reportSaid, report?.said],
    [paper.signed, report?.signedWords],
  ] as const
  return (
    <>
      {endedAt ? (
        <>
          <dt>{paper.ended}</dt>
          <dd>
            <Moment at={endedAt} always="both" />
          </dd>
        </>
      ) : null}
      {lines.map(([name, text]) =>
        text ? (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </Fragment>
        ) : null,
      )}
    </>
  )
}
