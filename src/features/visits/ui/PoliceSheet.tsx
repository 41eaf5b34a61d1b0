import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import { visitBoardMessages } from '../board/messages.ts'
import { readPoliceSheet, type PoliceSheet as Sheet } from '../police/contract.ts'
import { policeMessages } from '../police/messages.ts'

/** Read aloud from the top, or printed on one A4 page. */
export default function PoliceSheet({ visitId }: { visitId: string }) {
  const { words: paper } = useMessages(policeMessages)
  const answer = useAnswer(readPoliceSheet, { params: { visitId } }, { live: true })
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6 print:p-0">
      <div data-print="off" className="flex items-center justify-between gap-3">
        <p className="text-sm text-sub">{paper.lead}</p>
        <Button keys="p" icon={<Printer aria-hidden size={16} />} onPress={() => print()}>
          {paper.print}
        </Button>
      </div>
      <Answering answer={answer}>{(sheet) => <Page sheet={sheet} />}</Answering>
    </div>
  )
}

function Page({ sheet }: { sheet: Sheet }) {
  const { words } = useMessages(visitBoardMessages)
  const { words: paper } = useMessages(policeMessages)
  return (
    <article className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 print:border-0 print:p-0">
      <h2 className="text-xl">
        {sheet.visit.isDrill ? `【${words.drill}】` : ''}
        {paper.title}
      </h2>
      {sheet.visit.isDrill ? (
        <p className="rounded-lg border-2 border-purple bg-purple-bg p-3 text-lg font-semibold text-purple">
          {paper.drill}
        </p>
      ) : null}
      <p className="text-lg leading-relaxed font-semibold">
        {paper.say({ company: sheet.company })}
      </p>
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 gap-y-2.5 [&_dt]:text-sub">
        <Place sheet={sheet} />
        <People sheet={sheet} />
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
