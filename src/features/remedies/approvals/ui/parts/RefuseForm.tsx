import { refuseApproval, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { AnswerForm } from './AnswerForm.tsx'

/** Why not, in words that the operator can say; the server reads them before it keeps them. */
export function RefuseForm(props: { approval: Approval; onClose: () => void }) {
  const { words } = useMessages(queueMessages)
  const { approval, onClose } = props
  const draft = useTextDraft(`approval/${approval.id}`)
  const command = useCommand(refuseApproval)
  const text = draft.value.trim()
  const isText = approval.what === 'words'
  const title = isText ? words.mendForm : words.refuseForm

  async function refuse() {
    const answered = await command.send({
      params: { approvalId: approval.id },
      body: { words: text },
    })
    if (!answered.ok) return
    draft.clear()
    showToast({ text: words.refused({ label: approval.label }) })
    onClose()
  }

  return (
    <AnswerForm
      does="refuse"
      title={title}
      sendLabel={words.refuse}
      isReady={text !== ''}
      command={command}
      onSend={() => void refuse()}
      onClose={onClose}
    >
      <TextArea
        label={title}
        hint={isText ? words.mendHint : words.refuseHint}
        value={draft.value}
        onChange={draft.change}
        rows={2}
        autoFocus
      />
    </AnswerForm>
  )
}
