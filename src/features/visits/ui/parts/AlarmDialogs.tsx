import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { callPolice, closeAlarm, type Alarm } from '../../alarms/contract.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import { momentOf, tokyoParts } from './moments.ts'

type Props = { alarm: Alarm; onClose: () => void }

/** Only this ends an alarm. */
export function SafeDialog({ alarm, onClose }: Props) {
  const { words } = useMessages(visitBoardMessages)
  const [how, setHow] = useState<'voice-and-question' | 'in-person'>('voice-and-question')
  const draft = useTextDraft(`visit-alarm/${alarm.id}/safe`)
  const command = useCommand(closeAlarm)
  async function send() {
    const body = { how, words: draft.value.trim() }
    const answered = await command.send({ params: { alarmId: alarm.id }, body })
    if (!answered.ok) return
    draft.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.safeTitle}
      keepsOpen
      actions={
        <SendButtons
          label={words.safeSend}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={draft.value.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm">{words.ask({ question: alarm.question })}</p>
        <Choices
          label={words.safeTitle}
          hidesLabel
          choices={[
            { id: 'voice-and-question', name: words.hows['voice-and-question'] },
            { id: 'in-person', name: words.hows['in-person'] },
          ]}
          value={how}
          onChange={setHow}
        />
        <TextArea label={words.safeWords} value={draft.value} onChange={draft.change} autoFocus />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

export function PoliceDialog({ alarm, onClose }: Props) {
  const { words } = useMessages(visitBoardMessages)
  const now = tokyoParts(useNow())
  const [typed, setTyped] = useState<string | null>(null)
  const draft = useTextDraft(`visit-alarm/${alarm.id}/police`)
  const command = useCommand(callPolice)
  const time = typed ?? now.time
  async function send() {
    const body = { at: momentOf(now.day, time), words: draft.value.trim() }
    const answered = await command.send({ params: { alarmId: alarm.id }, body })
    if (!answered.ok) return
    draft.clear()
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.policeTitle}
      keepsOpen
      actions={
        <SendButtons
          label={words.policeSend}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={draft.value.trim() === '' || time === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <TimeField label={words.policeTime} value={time} onChange={setTyped} />
        <TextArea label={words.policeWords} value={draft.value} onChange={draft.change} autoFocus />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
