import { Refusal } from '#kit/Answering.tsx'
import { useMessages } from '#kit/language.tsx'
import { outsideMessages } from '../../messages.ts'
import { BodyChoice } from './BodyChoice.tsx'
import type { Telling } from './useTelling.ts'

/** The bodies to choose from, and what to say of those that were chosen. */
export function TellingFields({ telling }: { telling: Telling }) {
  const { words: outside } = useMessages(outsideMessages)
  const { answer, named } = telling
  if (answer.state !== 'ready') return null
  const { because, bodies, told } = answer.value
  return (
    <>
      <p className={because ? 'text-orange' : 'text-sm text-sub'}>
        {because ? outside.because[because] : outside.lead}
      </p>
      {told.length > 0 ? (
        <p className="text-sm text-green">{outside.told({ names: told.join('、') })}</p>
      ) : null}
      <ul className="card divide-y divide-line-soft">
        {bodies.map((body) => (
          <BodyChoice
            key={body.id}
            body={body}
            isChosen={telling.isChosen(body)}
            onChange={(isOn) => telling.choose(body, isOn)}
          />
        ))}
      </ul>
      {named.length > 0 ? (
        <p aria-live="polite" className="rounded-lg bg-accent-bg px-3.5 py-2">
          <span className="block text-xs text-sub">{outside.say}</span>
          {outside.sentence({ bodies: named, isAsked: because === 'asked' })}
        </p>
      ) : null}
      <Refusal refusal={telling.tell.refusal} />
      <p className="text-xs text-sub">{outside.notAdvice}</p>
    </>
  )
}
