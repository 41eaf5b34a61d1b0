import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { WithdrawDialog } from '#features/commitments/ui/parts/WithdrawDialog.tsx'
import { useAnswer } from '#kit/answers.ts'

/** Notes end when the one that is due is withdrawn, with what was agreed with the customer. */
export default function EndDialog(props: {
  complaintId: string
  commitmentId: string
  onClose: () => void
}) {
  const params = { complaintId: props.complaintId }
  const answer = useAnswer(listComplaintCommitments, { params })
  if (answer.state !== 'ready') return null
  const commitment = answer.value.commitments.find(({ id }) => id === props.commitmentId)
  return commitment ? <WithdrawDialog commitment={commitment} onClose={props.onClose} /> : null
}
