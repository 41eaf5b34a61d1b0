import { useState } from 'react'
import type { CustomerMatch } from '#features/complaints/customers/contract.ts'
import {
  mergeCustomers,
  previewMerge,
  undoMerge,
  type CustomerField,
  type CustomerPage,
} from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { Chooser } from './Chooser.tsx'
import { MergePreview, type MergeChoices } from './MergePreview.tsx'

/** Who is the same person, what stays of both, and why; one command, undone with one press. */
export function MergeDialog({ page, onClose }: { page: CustomerPage; onClose: () => void }) {
  const { words } = useMessages(profilesMessages)
  const { customerId, customer } = page
  const [other, setOther] = useState<CustomerMatch | null>(null)
  const [choices, setChoices] = useState<MergeChoices>({})
  const [reason, setReason] = useState('')
  const params = { customerId }
  const fromId = other?.customerId ?? customerId
  const preview = useAnswer(previewMerge, { params, query: { fromId } }, { isOff: other === null })
  const command = useCommand(mergeCustomers)
  const undo = useCommand(undoMerge)
  const choose = (field: CustomerField, side: 'from' | 'into') =>
    setChoices({ ...choices, [field]: side })

  async function merge() {
    if (!other || preview.state !== 'ready') return
    const mergeId = browserIds.next()
    const { version } = preview.value
    const body = { id: mergeId, fromId, choices, version, reason: reason.trim() }
    const answered = await command.send({ params, body })
    if (!answered.ok) return preview.again()
    const takeBack = async () => {
      const undone = await undo.send({
        params: { ...params, mergeId },
        body: { reason: words.undo },
      })
      showToast({ text: undone.ok ? words.undone : undone.refusal.sentence })
    }
    showToast({ text: words.merged, tone: 'done', undo: () => void takeBack() })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.mergeTitle}
      keepsOpen={other !== null}
      actions={
        <SendButtons
          label={words.merge}
          onSend={() => void merge()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={preview.state !== 'ready' || reason.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <Chooser
          except={customerId}
          start={customer.phone ?? customer.email ?? customer.name}
          chosen={other}
          onChoose={setOther}
        />
        {other === null ? null : (
          <Answering answer={preview}>
            {(value) => (
              <>
                <MergePreview preview={value} choices={choices} onChoose={choose} />
                <TextField
                  label={words.reason}
                  hint={words.mergeReasonHint}
                  value={reason}
                  onChange={setReason}
                  isRequired
                  maxLength={500}
                />
              </>
            )}
          </Answering>
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
