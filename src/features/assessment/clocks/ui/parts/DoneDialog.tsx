import { useState } from 'react'
import { completeStage, reopenStage, type Clock } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

/** On which day a stage was done, and by what. */
export function DoneDialog(props: { clock: Clock; stage: string; onClose: () => void }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const [on, setOn] = useState(dayKey(useNow()))
  const [how, setHow] = useState('')
  const complete = useCommand(completeStage)
  const reopen = useCommand(reopenStage)
  const { complaintId, code, definition } = props.clock
  const named = definition.stages.find(({ key }) => key === props.stage)
  const name = named?.name[language] ?? definition.name[language]
  const params = { complaintId, code, stage: props.stage }

  async function send() {
    if (how.trim() === '' || on === '') return
    const answered = await complete.send({ params, body: { on, how: how.trim() } })
    if (!answered.ok) return
    props.onClose()
    showToast({
      text: words.completed({ name }),
      tone: 'done',
      undo: () =>
        void reopen
          .send({ params, body: { reason: words.takenBack } })
          .then((taken) =>
            showToast(
              taken.ok
                ? { text: words.reopened }
                : { text: taken.refusal.sentence, tone: 'trouble' },
            ),
          ),
    })
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.completeTitle({ name })}
      keepsOpen={how !== ''}
      actions={
        <SendButtons
          label={words.complete}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={complete.isSending}
          isDisabled={how.trim() === '' || on === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={words.how}
          hint={words.howHint}
          value={how}
          onChange={setHow}
          isRequired
          autoFocus
        />
        <DayField label={words.completeOn} value={on} onChange={setOn} />
        <Refusal refusal={complete.refusal} />
      </div>
    </Dialog>
  )
}
