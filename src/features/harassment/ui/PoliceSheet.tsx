import { Siren } from 'lucide-react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { dayAndTime } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import type { OccasionKind } from '../ladder/contract.ts'
import { readPoliceSheet, type PoliceSheet as Sheet } from '../police/contract.ts'
import { policeMessages } from '../police/messages.ts'
import {
  linesOf,
  sheetFields,
  shownOf,
  useKeeping,
  useWritten,
  type SheetField,
  type Shown,
} from './parts/sheet.ts'

type Props = {
  readonly complaintId: string
  readonly kind: OccasionKind
  readonly callId?: string
  readonly number: '110' | '#9110'
}

/** Read out on the telephone, or handed over on paper: filled from the record, and every line may be written over. */
export default function PoliceSheet(props: Props) {
  const { complaintId, kind, callId } = props
  const query = callId === undefined ? { kind } : { kind, callId }
  const answer = useAnswer(readPoliceSheet, { params: { complaintId }, query })
  return (
    <Answering answer={answer} skeletonLines={8}>
      {(sheet) => <Page {...props} sheet={sheet} />}
    </Answering>
  )
}

function Page({ complaintId, number, sheet }: Props & { sheet: Sheet }) {
  const { words } = useMessages(policeMessages)
  const [language, now] = [useLanguage(), useNow()]
  const { over, change } = useWritten(complaintId)
  const shown = shownOf(sheet, over, words, now)
  const clock = (at: string) => dayAndTime(at, now, language)
  const keeping = useKeeping(complaintId, number, linesOf(sheet, shown, words, clock))
  const { organisationName: organisation, handlerName: name } = sheet
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-4 rounded-xl border border-line bg-surface p-5 sm:p-8 print:gap-3 print:border-0 print:p-0 print:text-sm">
      <header className="flex flex-col gap-1">
        <h2 className="flex items-center gap-2 text-2xl">
          <Siren aria-hidden size={26} className="shrink-0 text-red" />
          {words.title[number]}
        </h2>
        <p data-print="off" className="text-sm text-sub">
          {words.lead[number]}
        </p>
        <p className="text-lg">{words.caller({ organisation, name })}</p>
      </header>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
        {sheetFields.map((field) => (
          <Line
            key={field}
            name={field}
            value={shown.filled[field]}
            onChange={(text) => change(field, text)}
          />
        ))}
      </div>
      <p className="rounded-lg bg-orange-bg px-3 py-2 text-sm font-semibold text-orange print:border print:border-line">
        {words.rule}
      </p>
      <Known shown={shown} />
      <footer className="flex flex-col gap-1 text-xs text-sub">
        <p>
          {words.number} <span data-figures>{sheet.number}</span>　{words.notAdvice}
        </p>
        <p data-print="off">{words.kept}</p>
        <div data-print="off">
          <Refusal refusal={keeping.refusal} />
        </div>
      </footer>
    </article>
  )
}

type LineProps = {
  readonly name: SheetField
  readonly value: string
  readonly onChange: (text: string) => void
}

/** On paper a field is as long as what stands in it. */
function Line({ name, value, onChange }: LineProps) {
  const { words } = useMessages(policeMessages)
  const isWide = name === 'place' || name === 'what'
  return (
    <div className={isWide ? 'sm:col-span-2 print:col-span-2' : ''}>
      <div data-print="off">
        <TextArea
          label={words.fields[name]}
          value={value}
          onChange={onChange}
          rows={name === 'what' ? 3 : 1}
          className="text-lg"
        />
      </div>
      <div className="hidden border-b border-line pb-1 print:block">
        <p className="text-xs text-sub">{words.fields[name]}</p>
        <p className="min-h-7 text-base font-semibold wrap-anywhere whitespace-pre-line">{value}</p>
      </div>
    </div>
  )
}

function Known({ shown }: { shown: Shown }) {
  const { words } = useMessages(policeMessages)
  const { who, heard, steps, earlier } = shown
  return (
    <div className="flex flex-col gap-3 print:gap-2">
      {who === '' ? null : (
        <section>
          <h3 className="text-sm">{words.who}</h3>
          <p className="wrap-anywhere">{who}</p>
        </section>
      )}
      {heard.length > 0 ? (
        <section>
          <h3 className="text-sm">{words.heard}</h3>
          <ol className="flex flex-col gap-1">
            {heard.map((each) => (
              <li key={`${each.at}${each.words}`} className="wrap-anywhere">
                <Moment at={each.at} always="both" className="me-2 text-sm text-sub" />「
                {each.words}」<span className="ms-2 text-sm text-sub">{each.byName}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {steps.length > 0 ? (
        <section>
          <h3 className="text-sm">{words.steps}</h3>
          <ol className="flex flex-col gap-1">
            {steps.map(({ step, count, at, said }) => (
              <li key={`${at}${step}${count}`} className="wrap-anywhere">
                <Moment at={at} always="both" className="me-2 text-sm text-sub" />
                {words.stepNames[step]}　{said}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {earlier > 0 ? <p className="text-xs text-sub">{words.earlier({ count: earlier })}</p> : null}
    </div>
  )
}
