import AssessDialog from '#features/assessment/ui/AssessDialog.tsx'
import { readRemedies } from '#features/remedies/contract.ts'
import { PromiseForm } from '#features/commitments/proposals/ui/PromiseForm.tsx'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { ClosingDialog } from '#features/complaints/record/ui/ClosingDialog.tsx'
import { ReopeningDialog } from '#features/complaints/record/ui/ReopeningDialog.tsx'
import { AskDialog } from '#features/escalation/ui/AskDialog.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useTold } from './told.ts'

export type DeskDialog =
  | { readonly kind: 'promise'; readonly words?: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'assess' }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }

/** Which one is open, held by the page. */
export type OpenDialog = {
  readonly open: DeskDialog | null
  readonly setOpen: (open: DeskDialog | null) => void
}

/** The dialogs that call mode and the case desk open. */
export default function DeskDialogs(props: {
  complaintId: string
  open: DeskDialog
  onClose: () => void
  onClosed?: () => void
  onShowPromises: () => void
}) {
  const { open, complaintId, onClose } = props
  const { customer: said } = useTold(complaintId)
  const remedies = useAnswer(readRemedies, { params: { complaintId } })
  if (open.kind === 'ask') {
    return (
      <AskDialog
        complaintId={complaintId}
        startReason={said[0] ? `「${said[0]}」` : ''}
        onClose={onClose}
      />
    )
  }
  if (open.kind === 'promise') {
    return <PromiseDialog complaintId={complaintId} words={open.words ?? ''} onClose={onClose} />
  }
  if (open.kind === 'assess') return <AssessDialog complaintId={complaintId} onClose={onClose} />
  if (open.kind === 'reopen') return <ReopeningDialog complaintId={complaintId} onClose={onClose} />
  const agreed = remedies.state === 'ready' ? remedies.value.agreement?.words : undefined
  return (
    <ClosingDialog
      complaintId={complaintId}
      agreed={agreed ?? null}
      onClose={onClose}
      onClosed={() => props.onClosed?.()}
      onShowPromises={() => {
        onClose()
        props.onShowPromises()
      }}
    />
  )
}

function PromiseDialog(props: { complaintId: string; words: string; onClose: () => void }) {
  const { words } = useMessages(proposalsMessages)
  return (
    <Dialog isOpen onClose={props.onClose} title={words.formTitle} keepsOpen>
      <p className="mb-3 text-sm text-sub">{words.formLead}</p>
      <PromiseForm
        complaintId={props.complaintId}
        startWords={props.words}
        autoFocus
        showsKey
        onDone={props.onClose}
      />
    </Dialog>
  )
}
