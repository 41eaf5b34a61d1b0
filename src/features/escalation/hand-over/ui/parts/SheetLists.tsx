import type { HandOverSheet } from '#features/escalation/contract.ts'
import { handOverMessages } from '#features/escalation/hand-over/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'

/** Answers of demands and offers come as codes. */
function useAnswerName(): (code: string) => string {
  const { words } = useMessages(handOverMessages)
  const names: Readonly<Record<string, string>> = words.answers
  return (code) => names[code] ?? code
}

export function Demands(props: {
  demands: HandOverSheet['demands']
  nameOf: (kind: string) => string
}) {
  const { words } = useMessages(handOverMessages)
  const answerName = useAnswerName()
  return (
    <ul className="flex flex-col">
      {props.demands.map((demand) => (
        <li key={demand.kind + demand.words}>
          <span className="font-semibold">{props.nameOf(demand.kind)}</span>
          {demand.times > 1 ? (
            <span className="ms-1 text-sm text-orange">{words.times({ count: demand.times })}</span>
          ) : null}
          　「{demand.words}」
          <span className="text-sm text-sub">
            → {demand.answer ? answerName(demand.answer) : words.unanswered}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Offers({ sheet }: { sheet: HandOverSheet }) {
  const { words } = useMessages(handOverMessages)
  const answerName = useAnswerName()
  return (
    <ul className="flex flex-col">
      {sheet.offered.map((offer) => (
        <li key={offer.label}>
          {offer.label}
          <span className="text-sm text-sub"> → {answerName(offer.answer)}</span>
        </li>
      ))}
      {sheet.agreed ? (
        <li className="font-semibold text-green">
          {words.agreed}：「{sheet.agreed}」
        </li>
      ) : null}
    </ul>
  )
}

export function Promises({ promises }: { promises: HandOverSheet['promises'] }) {
  const { words } = useMessages(handOverMessages)
  const language = useLanguage()
  const now = useNow()
  if (promises.length === 0) return <Nothing />
  return (
    <ul className="flex flex-col">
      {promises.map((promise) => {
        const isBroken = promise.state === 'broken'
        const due = dayAndTime(promise.dueAt, now, language)
        return (
          <li key={promise.words + promise.dueAt}>
            {promise.words}
            <span className={`ms-1 text-sm ${isBroken ? 'font-semibold text-red' : 'text-purple'}`}>
              {isBroken ? `${words.states.broken} ` : ''}
              {words.by({ due })}　{promise.ownerName}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Nothing() {
  const { words } = useMessages(handOverMessages)
  return <p className="text-sm text-sub">{words.nothing}</p>
}
