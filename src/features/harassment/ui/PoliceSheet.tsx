import { Siren } from 'lucide-react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { Moment } from '#kit/Time.tsx'
import type { OccasionKind } from '../ladder/contract.ts'
import { readPoliceSheet, type PoliceSheet as Sheet } from '../police/contract.ts'
import { policeMessages } from '../police/messages.ts'

type Props = {
  readonly complaintId: string
  readonly kind: OccasionKind
  readonly callId?: string
  readonly number: '110' | '#9110'
}

/** Read out on the telephone, or handed over on paper: filled from the record, and every line may be written over. */
export default function PoliceSheet(props: Props) {
  const { complaintId, kind, callId, number } = props
  const { words } = useMessages(policeMessages)
  const query = callId === undefined ? { kind } : { kind, callId }
  const answer = useAnswer(readPoliceSheet, { params: { complaintId }, query })
  return (
    <Answering answer={answer} skeletonLines={8}>
      {(sheet) => (
        <article className="mx-auto flex w-full max-w-3xl flex-col gap-4 rounded-xl border border-line bg-surface p-5 sm:p-8 print:border-0 print:p-0">
          <header className="flex flex-col gap-1">
            <h2 className="flex items-center gap-2 text-2xl">
              <Siren aria-hidden size={26} className="shrink-0 text-red" />
              {words.title[number]}
            </h2>
            <p className="text-sm text-sub print:hidden">{words.lead[number]}</p>
            <p className="text-lg">
              {words.caller({ organisation: sheet.organisationName, name: sheet.handlerName })}
            </p>
          </header>
          <Fields sheet={sheet} complaintId={complaintId} />
          <p className="rounded-lg bg-orange-bg px-3 py-2 text-sm font-semibold text-orange">
            {words.rule}
          </p>
          <Known sheet={sheet} />
          <p className="text-xs text-sub">
            {words.number} <span data-figures>{sheet.number}</span>　{words.notAdvice}
          </p>
        </article>
      )}
    </Answering>
  )
}

function Fields({ sheet, complaintId }: { sheet: Sheet; complaintId: string }) {
  const { words } = useMessages(policeMessages)
  const now = useNow()
  const minutes = sheet.since ? Math.floor((now - Date.parse(sheet.since)) / 60_000) : 0
  const from = {
    place: sheet.place,
    since: sheet.since ? words.ago({ minutes: Math.max(0, minutes) }) : '',
    what: sheet.heard
      .slice(-3)
      .map((each) => `「${each.words}」`)
      .join('\n'),
    injuries: sheet.injuries || words.none,
    people: sheet.customer.name,
    direction: '',
    callBack: '',
  }
  const order = ['place', 'what', 'since', 'injuries', 'people', 'direction', 'callBack'] as const
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
      {order.map((field) => (
        <div
          key={field}
          className={field === 'place' || field === 'what' ? 'sm:col-span-2 print:col-span-2' : ''}
        >
          <Line name={field} complaintId={complaintId} from={from[field]} />
        </div>
      ))}
    </div>
  )
}

type FieldName = 'place' | 'what' | 'since' | 'injuries' | 'people' | 'direction' | 'callBack'

/** What was typed is kept on this machine until the sheet is not needed any more. */
function Line(props: { name: FieldName; complaintId: string; from: string }) {
  const { words } = useMessages(policeMessages)
  const draft = useTextDraft(`${props.complaintId}/police-${props.name}`)
  return (
    <TextArea
      label={words.fields[props.name]}
      value={draft.keptAt === null ? props.from : draft.value}
      onChange={draft.change}
      rows={props.name === 'what' ? 3 : 1}
      className="text-lg print:border-0 print:p-0"
    />
  )
}

function Known({ sheet }: { sheet: Sheet }) {
  const { words } = useMessages(policeMessages)
  const { name, phone, address } = sheet.customer
  const who = [name, phone, address].filter((each) => each !== '')
  return (
    <div className="flex flex-col gap-3">
      {who.length > 0 ? (
        <section>
          <h3 className="text-sm">{words.who}</h3>
          <p className="wrap-anywhere">{who.join('　')}</p>
        </section>
      ) : null}
      {sheet.heard.length > 0 ? (
        <section>
          <h3 className="text-sm">{words.heard}</h3>
          <ol className="flex flex-col gap-1">
            {sheet.heard.map((each) => (
              <li key={`${each.at}${each.words}`} className="wrap-anywhere">
                <Moment at={each.at} className="me-2 text-sm text-sub" />「{each.words}」
                <span className="ms-2 text-sm text-sub">{each.byName}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {sheet.steps.length > 0 ? (
        <section>
          <h3 className="text-sm">{words.steps}</h3>
          <ol className="flex flex-col gap-1">
            {sheet.steps.map(({ step, count, at, said }) => (
              <li key={`${at}${step}${count}`} className="wrap-anywhere">
                <Moment at={at} className="me-2 text-sm text-sub" />
                {words.stepNames[step]}　{said}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )
}
