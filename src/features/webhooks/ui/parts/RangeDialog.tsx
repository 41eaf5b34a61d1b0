import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { replayRange, type WebhookEndpoint } from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'

/** After a long outage: everything of some days once more. */
export function RangeDialog(props: { endpoint: WebhookEndpoint; onClose: () => void }) {
  const { words } = useMessages(webhooksMessages)
  const today = dayKey(useNow())
  const [days, setDays] = useState({ from: today, to: today })
  const [onlyUndelivered, setOnly] = useState(true)
  const command = useCommand(replayRange)

  async function send() {
    const params = { endpointId: props.endpoint.id }
    const from = `${days.from}T00:00:00+09:00`
    const to = `${days.to}T23:59:59.999+09:00`
    const answered = await command.send({ params, body: { from, to, onlyUndelivered } })
    if (!answered.ok) return
    showToast({ text: words.rangeDone(answered.value), tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={props.onClose}
      title={words.rangeTitle}
      actions={
        <SendButtons
          label={words.replay}
          isBusy={command.isSending}
          isDisabled={days.from === '' || days.to === ''}
          onClose={props.onClose}
          onSend={() => void send()}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.rangeLead}</p>
        <DayField
          label={words.from}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
        />
        <DayField label={words.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
        <Checkbox isChosen={onlyUndelivered} onChange={setOnly}>
          {words.onlyUndelivered}
        </Checkbox>
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
