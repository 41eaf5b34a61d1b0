import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { withdrawAgreement, type RemediesOfComplaint } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { Moment } from '#kit/Time.tsx'
import { Unfold } from '#kit/Unfold.tsx'

/** What was agreed, in the words repeated to the customer. */
export function AgreementCard(props: {
  complaintId: string
  agreement: NonNullable<RemediesOfComplaint['agreement']>
}) {
  const { words } = useMessages(choosingMessages)
  const { agreement } = props
  return (
    <div className="flex flex-col gap-2 rounded-lg border-s-4 border-green bg-green-bg px-3 py-2">
      <p className="flex items-center gap-2 text-xs font-semibold text-green">
        <Handshake aria-hidden size={15} />
        {words.agreed({ labels: agreement.labels.join('・') })}
        <Moment at={agreement.agreedAt} className="ms-auto font-normal" />
      </p>
      <p>「{agreement.words}」</p>
      <Unfold title={words.withdraw}>
        {(fold) => <Withdrawing complaintId={props.complaintId} onDone={fold} />}
      </Unfold>
    </div>
  )
}

function Withdrawing(props: { complaintId: string; onDone: () => void }) {
  const { words } = useMessages(choosingMessages)
  const [reason, setReason] = useState('')
  const command = useCommand(withdrawAgreement)

  async function withdraw() {
    const params = { complaintId: props.complaintId }
    const answered = await command.send({ params, body: { reason: reason.trim() } })
    if (answered.ok) props.onDone()
  }

  return (
    <LineForm
      label={words.withdrawReason}
      value={reason}
      onChange={setReason}
      onSave={() => void withdraw()}
      saveLabel={words.withdraw}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}
