import { readRemedies } from '#features/remedies/contract.ts'
import { offersMessages } from '#features/remedies/offers/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'

/** What is agreed, or what still waits for an answer, in one line. */
export function AgreedLine({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(offersMessages)
  const remedies = useAnswer(readRemedies, { params: { complaintId } })
  if (remedies.state !== 'ready') return null
  const { agreement, offers } = remedies.value
  if (agreement) {
    return (
      <>
        <p className="clamp-1 text-base font-semibold text-green">
          {agreement.labels.join('・') || words.agreement}
        </p>
        <p className="clamp-1 text-sub">「{agreement.words}」</p>
      </>
    )
  }
  const waiting = offers.filter(({ answer }) => answer === 'pending' || answer === 'considering')
  return (
    <p className="text-sub">
      {waiting.length > 0
        ? words.waiting({ labels: waiting.map(({ label }) => label).join('・') })
        : words.noAgreement}
    </p>
  )
}
