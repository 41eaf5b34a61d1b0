import { Hourglass, Play, X } from 'lucide-react'
import type { Offer } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { ClockDefinition } from '#features/assessment/definitions/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { ClockFacts } from './ClockFacts.tsx'

/** A clock that the record speaks for, and why. Somebody decides. */
export function OfferCard(props: {
  definition: ClockDefinition
  because: Offer['because']
  mayDecline: boolean
  onStart: () => void
  onDecline: () => void
}) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { definition, because } = props
  const name = definition.name[language]
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-dashed border-orange/60 px-3 py-2 text-sm">
      <p className="flex items-start gap-1.5 font-medium">
        <Hourglass aria-hidden size={15} className="mt-1 shrink-0 text-orange" />
        <span className="min-w-0 flex-1">{name}</span>
        <span className="shrink-0 rounded-md bg-orange-bg px-1.5 text-xs leading-5 text-orange">
          {words.offered}
        </span>
      </p>
      <p className="text-xs text-sub">{why(words, because)}</p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          label={words.startNamed({ name })}
          icon={<Play aria-hidden size={14} />}
          onPress={props.onStart}
        >
          {words.start}
        </Button>
        {props.mayDecline ? (
          <Button
            kind="quiet"
            size="small"
            label={words.declineNamed({ name })}
            icon={<X aria-hidden size={14} />}
            onPress={props.onDecline}
          >
            {words.decline}
          </Button>
        ) : null}
      </div>
      <details className="text-xs">
        <summary className="tap w-fit cursor-pointer text-sub">{words.details}</summary>
        <div className="mt-1.5">
          <ClockFacts definition={definition} />
        </div>
      </details>
    </li>
  )
}

type Words = (typeof clocksMessages.ja)['words'] | (typeof clocksMessages.en)['words']

function why({ offeredWhy, triage }: Words, because: Offer['because']): string {
  return because.by === 'answer'
    ? offeredWhy.answer({ question: triage.questions[because.question] })
    : offeredWhy[because.by]({ words: because.words })
}
