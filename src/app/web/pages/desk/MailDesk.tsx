import { WordingAtOnce } from '#features/language/ui/WordingAtOnce.tsx'
import MailReply from '#features/letters/ui/MailReply.tsx'
import PromisesInText from './PromisesInText.tsx'
import { ToMeasures } from './ToMeasures.tsx'

/** A reply by mail, judged while it is typed, with the promises in its text. */
export default function MailDesk(props: {
  complaintId: string
  onClose: () => void
  onReopen: () => void
}) {
  const { complaintId, onClose, onReopen } = props
  return (
    <WordingAtOnce>
      {(atOnce) => (
        <MailReply
          complaintId={complaintId}
          onClose={onClose}
          onReopen={onReopen}
          atOnce={atOnce}
          measures={<ToMeasures complaintId={complaintId} />}
          promises={(text) => <PromisesInText complaintId={complaintId} text={text} />}
        />
      )}
    </WordingAtOnce>
  )
}
