import { Coffee, Feather, Mail } from 'lucide-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { listLiveCalls } from '#features/intake/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { answerOffer, type Taken, type WhyOffered } from '../contract.ts'
import { wellbeingMessages } from '../messages.ts'
import { useBreak } from './parts/useBreak.ts'
import { useOffer } from './parts/useOffer.ts'

/** A part of the page, never over it: a break that is offered, the one that goes on, words that have come. */
export default function CareCard() {
  const answer = useOffer()
  const isOnPage = useRouterState({ select: (state) => state.location.pathname === '/care' })
  const calls = useAnswer(listLiveCalls, { query: { mine: true } }, { live: true })
  // Not while one is on the phone: then nothing but the caller is on the screen.
  if (answer.state !== 'ready' || calls.state !== 'ready' || calls.value.calls.length > 0)
    return null
  const { offer, rest, lengths, unread } = answer.value
  if (rest) return <OnBreak rest={rest} />
  if (offer) return <Offer id={offer.id} why={offer.why} lengths={lengths} />
  return unread > 0 && !isOnPage ? <Unread count={unread} /> : null
}

const strip =
  'min-w-0 rounded-xl lg:col-span-2 print:hidden flex flex-wrap items-center gap-x-4 gap-y-2 bg-green-bg px-4 py-2.5 text-sm sm:px-6'

/** For the shortest, the next and the longest. */
const keysOf = ['c', 'h', 'y'] as const

function Offer(props: { id: string; why: WhyOffered; lengths: readonly number[] }) {
  const { id, why, lengths } = props
  const { offer: words } = useMessages(wellbeingMessages).words
  const resting = useBreak()
  const fine = useCommand(answerOffer)
  return (
    <section aria-label={words.title} className={strip}>
      <Feather aria-hidden size={20} className="shrink-0 text-green" />
      <div className="word-break-phrase min-w-52 flex-1">
        <p>
          <strong className="me-2 font-semibold">{words.title}</strong>
          {words.why[why]}
        </p>
        <p className="text-xs text-sub">{words.private}</p>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {lengths.map((minutes, at) => (
          <Button
            key={minutes}
            kind="done"
            keys={keysOf[at] ?? ''}
            isBusy={resting.isBusy}
            onPress={() => void resting.take(minutes)}
          >
            {words.minutes({ minutes })}
          </Button>
        ))}
        <Button
          kind="quiet"
          keys="z"
          isBusy={fine.isSending}
          onPress={() => void fine.send({ params: { offerId: id }, body: {} })}
        >
          {words.fine}
        </Button>
      </div>
      <Refusal refusal={resting.refusal ?? fine.refusal} />
    </section>
  )
}

function OnBreak({ rest }: { rest: Taken }) {
  const { offer: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const resting = useBreak()
  return (
    <section aria-label={words.title} className={strip}>
      <Coffee aria-hidden size={20} className="shrink-0 text-green" />
      <p role="status" className="word-break-phrase min-w-40 flex-1">
        <strong className="me-2 font-semibold">
          {words.onBreak({ time: clockTime(rest.untilAt, language) })}
        </strong>
        <span className="text-sub">{words.onBreakDetail}</span>
      </p>
      <Button isBusy={resting.isBusy} onPress={() => void resting.end()}>
        {words.back}
      </Button>
      <Refusal refusal={resting.refusal} />
    </section>
  )
}

function Unread({ count }: { count: number }) {
  const { offer: words } = useMessages(wellbeingMessages).words
  return (
    <Link to="/care" className={`${strip} min-h-11 hover:underline`}>
      <Mail aria-hidden size={18} className="shrink-0 text-green" />
      {words.unread({ count })}
    </Link>
  )
}
