import { CircleCheck, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Fact } from '#features/complaints/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { readReview, type Comparison, type Review } from '#features/letters/review/contract.ts'
import { reviewWords } from '#features/letters/review/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { MarkedWords } from './parts/MarkedWords.tsx'

/** A text that waits for approval, with all that is needed to judge it. Nothing in it can be changed here. */
export default function WordsReview({ approvalId }: { approvalId: string }) {
  const review = useAnswer(readReview, { params: { approvalId } }, { live: true })
  return (
    <Answering answer={review}>
      {(shown) => (
        <div className="flex flex-col gap-5">
          <Marked review={shown} />
          <Changes review={shown} />
          <Points points={shown.points} />
          <Facts facts={shown.facts} />
        </div>
      )}
    </Answering>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1.5">
      <h3 className="text-xs font-medium text-sub">{title}</h3>
      {children}
    </section>
  )
}

const tones = { nothing: 'gray', reason: 'orange', leader: 'red', change: 'red' } as const

function Marked({ review: { text, findings } }: { review: Review }) {
  const { words } = useMessages(reviewWords)
  const { needs } = useMessages(letterWords).words
  return (
    <>
      <Part title={words.text}>
        <blockquote
          tabIndex={0}
          aria-label={words.text}
          className="max-h-96 overflow-auto rounded-lg bg-accent-bg px-3 py-2 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere"
        >
          <MarkedWords text={text} findings={findings} />
        </blockquote>
        <p className="text-xs text-sub">{words.asIs}</p>
      </Part>
      <Part title={words.asks}>
        {findings.length === 0 ? <p className="text-sm">{words.nothing}</p> : null}
        <ul className="flex flex-col gap-1.5 text-sm">
          {findings.map(({ rule, start, end, need, message }) => (
            <li key={`${rule}/${start}`}>
              <Badge tone={tones[need]}>{needs[need]}</Badge>{' '}
              {end > start ? (
                <span className="font-semibold">「{text.slice(start, end).slice(0, 40)}」</span>
              ) : null}
              {message}
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Changes({ review: { sinceAsked, sinceDraft } }: { review: Review }) {
  const { words } = useMessages(reviewWords)
  return (
    <>
      {sinceAsked ? (
        <Part title={words.sinceAsked({ name: sinceAsked.byName })}>
          <Compared comparison={sinceAsked} />
        </Part>
      ) : null}
      {sinceDraft ? (
        <Part title={words.sinceDraft({ name: sinceDraft.byName })}>
          <Compared comparison={sinceDraft} />
        </Part>
      ) : null}
    </>
  )
}

/** Underlined and struck through, and said aloud as such. */
function Compared({ comparison: { pieces } }: { comparison: Comparison }) {
  const { words } = useMessages(reviewWords)
  return (
    <p className="max-h-96 overflow-auto rounded-lg border border-line px-3 py-2 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>
        const Change = kind === 'added' ? 'ins' : 'del'
        return (
          <Change
            key={at}
            className={
              kind === 'added' ? 'bg-green-bg text-green' : 'bg-red-bg text-red line-through'
            }
          >
            <span className="sr-only">{kind === 'added' ? words.came : words.went}：</span>
            {text}
          </Change>
        )
      })}
    </p>
  )
}

function Points({ points }: { points: Review['points'] }) {
  const { words } = useMessages(reviewWords)
  return (
    <Part title={words.points}>
      <dl className="flex flex-col divide-y divide-line-soft rounded-lg border border-line text-sm">
        {points.map(({ point, said, recorded }) => (
          <div
            key={point}
            className="grid gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <dt className="font-semibold">{words.point[point]}</dt>
            <Side title={words.inText} lines={said} otherwise={words.unsaid} />
            <Side title={words.inRecord} lines={recorded} otherwise={words.unrecorded} />
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Side(props: { title: string; lines: readonly string[]; otherwise: string }) {
  return (
    <dd className="min-w-0">
      <span className="text-xs text-sub">{props.title}</span>
      {props.lines.length === 0 ? (
        <p className="text-sub">{props.otherwise}</p>
      ) : (
        props.lines.map((line) => (
          <p key={line} className="wrap-anywhere">
            {line}
          </p>
        ))
      )}
    </dd>
  )
}

/** What may be said as a fact, and what may not yet, beside each other. */
function Facts({ facts }: { facts: readonly Fact[] }) {
  const { words } = useMessages(reviewWords)
  const confirmed = facts.filter(({ status }) => status === 'confirmed')
  const claimed = facts.filter(({ status }) => status === 'claimed')
  return (
    <Part title={words.facts}>
      <div className="grid gap-3 sm:grid-cols-2">
        <FactList title={words.confirmed} facts={confirmed} />
        <FactList title={words.claimed} facts={claimed} />
      </div>
    </Part>
  )
}

function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const { words } = useMessages(reviewWords)
  return (
    <div className="min-w-0 rounded-lg border border-line px-3 py-2 text-sm">
      <h4 className="mb-1 text-xs text-sub">{title}</h4>
      {facts.length === 0 ? <p className="text-sub">{words.none}</p> : null}
      <ul className="flex flex-col gap-1">
        {facts.map(({ id, status, statement, source, attributedTo }) => {
          const Icon = status === 'confirmed' ? CircleCheck : CircleHelp
          return (
            <li key={id} className="flex items-start gap-2">
              <Icon
                aria-hidden
                size={15}
                className={`mt-1 shrink-0 ${status === 'confirmed' ? 'text-green' : 'text-sub'}`}
              />
              <span className="min-w-0 wrap-anywhere">
                {statement}
                {source === '' ? '' : words.source({ source })}
                {attributedTo === 'us' ? <Badge tone="blue">{words.ours}</Badge> : null}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
