import { readRemedies } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { answerLooks } from './looks.ts'

/** What was offered before and what the customer said to it, for whoever decides about more. */
export function OffersBefore({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(choosingMessages)
  const remedies = useAnswer(readRemedies, { params: { complaintId } })
  const offers = remedies.state === 'ready' ? remedies.value.offers : []
  if (offers.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-xs font-medium text-sub">{words.offered}</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {offers.map((offer) => (
          <li key={offer.id}>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{offer.label}</span>
              {offer.amountYen === null ? null : (
                <span data-figures>{words.yen({ amount: offer.amountYen })}</span>
              )}
              <Badge {...answerLooks[offer.answer]}>{words.answers[offer.answer]}</Badge>
            </span>
            {offer.answerWords ? <span className="text-sub">「{offer.answerWords}」</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
