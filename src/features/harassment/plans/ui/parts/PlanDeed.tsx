import { useState } from 'react'
import { askSupervisor } from '#features/escalation/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { departFromPlan, takeMessage, ways, type Standing, type Way } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'

type Props = {
  readonly complaintId: string
  readonly isOnPhone: boolean
  readonly standing: Standing
  readonly onClose: () => void
}

const deeds = ['hand-over', 'message', 'depart'] as const
type Deed = (typeof deeds)[number]

/** Hand the call to the window, take a message for them, or say why one answers otherwise. */
export function PlanDeed(props: Props) {
  const { words } = useMessages(planningMessages)
  const { isOnPhone, standing, onClose } = props
  const [deed, setDeed] = useState<Deed>(isOnPhone ? 'hand-over' : 'depart')
  const [way, setWay] = useState<Way>('mail')
  const [text, setText] = useState('')
  const { send, isSending, refusal } = useDeed(props, { deed, way, text })
  const open = deeds.filter((each) => isOnPhone || each !== 'hand-over')
  const isEmpty = text.trim() === '' && deed !== 'hand-over'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.deedTitle({ name: standing.terms.windowName })}
      keepsOpen={text !== ''}
      actions={
        <SendButtons
          label={words.deedDone[deed]}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={isSending}
          isDisabled={isEmpty}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-lg">「{standing.terms.say}」</p>
        <Choices
          label={words.deed}
          choices={open.map((id) => ({ id, name: words.deeds[id] }))}
          value={deed}
          onChange={setDeed}
        />
        {deed === 'depart' ? (
          <Select
            label={words.way}
            choices={ways.map((id) => ({ id, name: words.wayOf[id] }))}
            value={way}
            onChange={setWay}
          />
        ) : null}
        <TextArea
          label={words.deedWords[deed]}
          value={text}
          onChange={setText}
          rows={3}
          isRequired={deed !== 'hand-over'}
          autoFocus
        />
        <Refusal refusal={refusal} />
      </div>
    </Dialog>
  )
}

function useDeed(props: Props, told: { deed: Deed; way: Way; text: string }) {
  const { words } = useMessages(planningMessages)
  const { complaintId, standing } = props
  const ask = useCommand(askSupervisor)
  const message = useCommand(takeMessage)
  const depart = useCommand(departFromPlan)
  const params = { complaintId }
  const typed = told.text.trim()

  function ordered() {
    if (told.deed === 'message') return message.send({ params, body: { words: typed } })
    if (told.deed === 'depart')
      return depart.send({ params, body: { way: told.way, reason: typed } })
    const { windowId: toId, windowName: person } = standing.terms
    const reason = typed || words.byPlan
    return ask.send({
      params,
      body: { kind: 'named-person', mode: 'connect', reason, toId, person },
    })
  }
  async function send() {
    const answered = await ordered()
    if (!answered.ok) return
    showToast({ text: words.deedTold[told.deed] })
    props.onClose()
  }
  return {
    send,
    isSending: ask.isSending || message.isSending || depart.isSending,
    refusal: ask.refusal ?? message.refusal ?? depart.refusal,
  }
}
