import { Coffee } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { clockTime } from '#kit/time.ts'
import { wellbeingMessages } from '../messages.ts'
import { useBreak } from './parts/useBreak.ts'
import { useOffer } from './parts/useOffer.ts'

/** A break whenever one likes, offered or not. */
export default function Breaks() {
  const { rest: words, offer } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const answer = useOffer()
  const resting = useBreak()
  const { rest, lengths } = answer.state === 'ready' ? answer.value : { rest: null, lengths: [] }
  return (
    <Section title={words.title} icon={Coffee} tone="green">
      <p className="text-sm text-sub">
        {rest ? offer.onBreak({ time: clockTime(rest.untilAt, language) }) : words.lead}
      </p>
      <div className="flex flex-wrap gap-2">
        {rest ? (
          <Button isBusy={resting.isBusy} onPress={() => void resting.end()}>
            {offer.back}
          </Button>
        ) : (
          lengths.map((minutes) => (
            <Button
              key={minutes}
              isBusy={resting.isBusy}
              onPress={() => void resting.take(minutes)}
            >
              {offer.minutes({ minutes })}
            </Button>
          ))
        )}
      </div>
      <Refusal refusal={resting.refusal} />
    </Section>
  )
}
