import { refuseApproval, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'

/** Why not, in words that the operator can say; the server reads them before it keeps them. */
export function RefuseForm(props: { approval: Approval; onClose: () => void }) {
  const { words } = useMessages(queueMessages)
  const { approval, onClose } = props
  const draft = useTextDraft(`approval/${approval.id}`)
  const command = useCommand(refuseApproval)
  const text = draft.value.trim()

  async function refuse() {
    if (text === '' || command.isSending) return
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
    <div
      role="group"
      aria-label={words.refuseForm}
      className="flex flex-col gap-3 rounded-lg border border-line p-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose()
      }}
    >
      <TextArea
        label={words.refuseForm}
        hint={words.refuseHint}
        value={draft.value}
        onChange={draft.change}
        rows={2}
        autoFocus
      />
      <Refusal refusal={command.refusal} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onPress={onClose}>
          {words.back}
        </Button>
        <Button
          keys="mod+enter"
          keysInFields
          isDisabled={text === ''}
          isBusy={command.isSending}
          onPress={() => void refuse()}
        >
          {words.refuse}
        </Button>
      </div>
    </div>
  )
}
