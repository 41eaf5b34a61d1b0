import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import AskForm from './AskForm.tsx'

/** What the table does not hold at all: only somebody else may grant it. */
export default function BeyondRules({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(queueMessages)
  return (
    <Unfold title={words.askOutside}>
      {(fold) => <AskForm complaintId={complaintId} rule={null} maxYen={null} onClose={fold} />}
    </Unfold>
  )
}
