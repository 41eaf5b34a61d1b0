import { useState } from 'react'
import { keepCommitment, withdrawKeeping, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import NoteDialog from '#features/commitments/progress/ui/parts/NoteDialog.tsx'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

type Props = { commitment: Commitment; onClose: () => void }

/** Of a note due: what was told. Of any other promise: what was done. */
export function KeepDialog(props: Props) {
  return props.commitment.progress ? (
    <NoteDialog commitmentId={props.commitment.id} onClose={props.onClose} />
  ) : (
    <Kept {...props} />
  )
}

function Kept(props: Props) {
  const { words } = useMessages(commitmentsMessages)
  const [how, setHow] = useState('')
  const keep = useCommand(keepCommitment)
  const withdraw = useCommand(withdrawKeeping)
  const params = { commitmentId: props.commitment.id }

  async function send() {
    if (how.trim() === '') return
    const answered = await keep.send({ params, body: { how: how.trim() } })
    if (!answered.ok) return
    props.onClose()
    showToast({
      text: words.kept({ words: props.commitment.words }),
      tone: 'done',
      undo: () =>
        void withdraw
          .send({ params, body: { reason: words.takenBack } })
          .then((taken) =>
            showToast(
              taken.ok
                ? { text: words.keptBack }
                : { text: taken.refusal.sentence, tone: 'trouble' },
            ),
          ),
    })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.keepTitle}
      keepsOpen={how !== ''}
      actions={
        <SendButtons
          label={words.keep}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={keep.isSending}
          isDisabled={how.trim() === ''}
        />
      }
    >
      <p className="mb-4 border-s-4 border-purple bg-purple-bg px-3 py-2">
        {props.commitment.words}
      </p>
      <TextField
        label={words.keepHow}
        hint={words.keepHint}
        value={how}
        onChange={setHow}
        isRequired
        autoFocus
      />
      <div className="mt-3">
        <Refusal refusal={keep.refusal} />
      </div>
    </Dialog>
  )
}
