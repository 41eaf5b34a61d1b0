import {
  BadgeCheck,
  Ban,
  HeartCrack,
  Megaphone,
  MessageSquareQuote,
  Quote,
  ShieldAlert,
  Tags,
  CalendarClock,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { readHandOverSheet, type HandOverSheet } from '#features/escalation/contract.ts'
import { handOverMessages } from '#features/escalation/hand-over/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { toneText, type Tone } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Moment } from '#kit/Time.tsx'
import { dayAndTime } from '#kit/time.ts'
import { Demands, Offers, Promises } from './parts/SheetLists.tsx'

export type SheetProps = {
  readonly complaintId: string
  /** Names that other rooms know. */
  readonly names: {
    readonly cue: (code: string) => string
    readonly channel: (code: string) => string
    readonly demand: (code: string) => string
  }
  /** What the law asks until when, from the room that counts it. */
  readonly clocks: ReactNode
}

/** E1: one page, read in 15 seconds before picking up; one A4 on paper. */
export function Sheet(props: SheetProps) {
  const params = { complaintId: props.complaintId }
  const sheet = useAnswer(readHandOverSheet, { params })
  return (
    <Answering answer={sheet} skeletonLines={8}>
      {(value) => <Page {...props} sheet={value} />}
    </Answering>
  )
}

function Page(props: SheetProps & { sheet: HandOverSheet }) {
  const { words } = useMessages(handOverMessages)
  const { sheet, names } = props
  return (
    <article
      aria-label={words.title}
      className="card mx-auto flex w-full max-w-4xl flex-col gap-4 p-5 sm:p-7 print:max-w-none print:border-0 print:p-0"
    >
      <Head {...props} />
      <section className="rounded-xl bg-accent-bg px-5 py-3 print:border print:border-black">
        <h3 className="text-xs text-accent">{words.firstSentence}</h3>
        <p className="text-xl leading-relaxed font-semibold sm:text-2xl print:text-lg">
          {sheet.firstSentence}
        </p>
      </section>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        <Part title={words.upset} icon={HeartCrack} tone="red">
          <Lines lines={sheet.concerns} isStrong />
          {sheet.wants ? (
            <p className="mt-1">
              <span className="text-xs text-sub">{words.wants}　</span>
              {sheet.wants}
            </p>
          ) : null}
        </Part>
        <Part title={words.avoid} icon={Ban} tone="red">
          <Lines lines={sheet.avoid} />
        </Part>
        <Part title={words.confirmed} icon={BadgeCheck} tone="green">
          <Lines lines={sheet.confirmed} />
        </Part>
        <Part title={words.claimed} icon={MessageSquareQuote} tone="gray">
          <Lines lines={sheet.claimed} />
        </Part>
        {sheet.demands.length > 0 ? (
          <Part title={words.demands} icon={Megaphone} tone="orange">
            <Demands demands={sheet.demands} nameOf={names.demand} />
          </Part>
        ) : null}
        {sheet.offered.length > 0 || sheet.agreed ? (
          <Part title={words.offered} icon={Tags} tone="blue">
            <Offers sheet={sheet} />
          </Part>
        ) : null}
        <Part title={words.promises} icon={CalendarClock} tone="purple">
          <Promises promises={sheet.promises} />
        </Part>
        {sheet.said.length > 0 ? (
          <Part title={words.said} icon={Quote} tone="gray">
            <Lines lines={sheet.said} />
          </Part>
        ) : null}
      </div>
      {props.clocks}
      <Foot {...props} />
    </article>
  )
}

function Head({ sheet, names }: SheetProps & { sheet: HandOverSheet }) {
  const { words } = useMessages(handOverMessages)
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-full sm:basis-0 print:basis-0">
        <p className="text-sm text-sub">
          {sheet.number}　{names.channel(sheet.channel)}　{words.receivedAt}{' '}
          <Moment at={sheet.receivedAt} always="both" />
          {sheet.handlerName ? `　${words.handler({ name: sheet.handlerName })}` : ''}
        </p>
        <h2 className="text-2xl">
          {sheet.customerName ? `${sheet.customerName} 様` : words.unknown}
          {sheet.customerPhone ? (
            <span data-figures className="ms-3 text-base font-normal text-sub">
              {sheet.customerPhone}
            </span>
          ) : null}
        </h2>
        <p className="text-lg">{sheet.subject}</p>
      </div>
      <ul className="flex flex-wrap justify-end gap-2 text-sm">
        {sheet.minutesSoFar > 0 ? (
          <Mark tone="orange">{words.minutes({ count: sheet.minutesSoFar })}</Mark>
        ) : null}
        {sheet.askedFor ? (
          <Mark tone="orange">{words.askedFor({ words: sheet.askedFor })}</Mark>
        ) : null}
        {sheet.safety ? (
          <Mark tone="red">
            <ShieldAlert aria-hidden size={15} />
            {sheet.safety}
          </Mark>
        ) : null}
      </ul>
    </header>
  )
}

function Foot({ sheet, names }: SheetProps & { sheet: HandOverSheet }) {
  const { words } = useMessages(handOverMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <footer className="flex flex-col gap-2 border-t border-line-soft pt-3 text-sm">
      {sheet.ownWords ? (
        <p>
          <span className="text-xs text-sub">{words.ownWords}　</span>「{sheet.ownWords}」
        </p>
      ) : null}
      {sheet.cues.length > 0 ? (
        <p>
          <span className="text-xs text-sub">{words.cues}　</span>
          {sheet.cues.map((code) => names.cue(code)).join('・')}
        </p>
      ) : null}
      <p className="text-xs text-sub">
        {words.madeAt({ time: dayAndTime(now, now, language) })}
        <span className="hidden print:inline">　{words.confidential}</span>
      </p>
    </footer>
  )
}

const marks = {
  orange: 'bg-orange-bg text-orange',
  red: 'bg-red-bg text-red',
} as const

function Mark(props: { tone: keyof typeof marks; children: ReactNode }) {
  return (
    <li
      className={`inline-flex items-center gap-1.5 rounded-lg px-3 py-1 font-semibold ${marks[props.tone]}`}
    >
      {props.children}
    </li>
  )
}

function Part(props: { title: string; icon: LucideIcon; tone: Tone; children: ReactNode }) {
  const Icon = props.icon
  return (
    <section className="break-inside-avoid border-t border-line-soft pt-2">
      <h3 className="mb-0.5 flex items-center gap-1.5 text-xs text-sub">
        <Icon aria-hidden size={15} className={toneText[props.tone]} />
        {props.title}
      </h3>
      {props.children}
    </section>
  )
}

function Lines(props: { lines: readonly string[]; isStrong?: boolean }) {
  const { words } = useMessages(handOverMessages)
  if (props.lines.length === 0) return <p className="text-sm text-sub">{words.nothing}</p>
  return (
    <ul className={`flex flex-col ${props.isStrong ? 'text-lg font-semibold' : ''}`}>
      {props.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
