import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { revokeKey, type ApiKey } from '../../contract.ts'
import { keysMessages } from '../../messages.ts'

/** Cannot be undone, so it says what will happen before it does. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { words } = useMessages(keysMessages)
  const command = useCommand(revokeKey)

  async function revoke() {
    const answered = await command.send({ params: { keyId: apiKey.id }, body: {} })
    if (!answered.ok) return
    showToast({ text: words.revoked(apiKey), tone: 'done' })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.revokeTitle(apiKey)}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.cancel}
          </Button>
          <Button kind="danger" isBusy={command.isSending} onPress={() => void revoke()}>
            {words.revoke}
          </Button>
        </>
      }
    >
      <p className="text-sm">{words.revokeLead}</p>
      <Refusal refusal={command.refusal} />
    </Dialog>
  )
}
