import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { answerAppeal, declinePlan, liftPlan, noteAppeal, ways, type Way } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'

export type Deed =
  | { readonly kind: 'decline'; readonly version: number }
  | { readonly kind: 'appeal' }
  | { readonly kind: 'answer'; readonly appealId: string }
  | { readonly kind: 'lift' }

type Props = {
  readonly planId: string
  readonly about: string
  readonly deed: Deed
  readonly onClose: () => void
}

const outcomes = ['kept', 'lifted'] as const
type Outcome = (typeof outcomes)[number]

/** A decision in words: never without a reason. */
export function DeedDialog(props: Props) {
  const { words } = useMessages(planningMessages)
  const { deed, onClose } = props
  const today = dayKey(useNow())
  const [text, setText] = useState('')
  const [cameBy, setCameBy] = useState<Way>('phone')
  const [receivedOn, setReceivedOn] = useState(today)
  const [outcome, setOutcome] = useState<Outcome>('kept')
  const { send, isSending, refusal } = useDeeds(props, { text, cameBy, receivedOn, outcome })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.planDeeds[deed.kind]}
      keepsOpen={text !== ''}
      actions={
        <SendButtons
          label={words.planDeedsDone[deed.kind]}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={isSending}
          isDisabled={text.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{props.about}</p>
        {deed.kind === 'answer' ? (
          <Choices
            label={words.outcome}
            choices={outcomes.map((id) => ({ id, name: words.outcomes[id] }))}
            value={outcome}
            onChange={setOutcome}
          />
        ) : null}
        <TextArea
          label={words.planDeedWords[deed.kind]}
          value={text}
          onChange={setText}
          rows={3}
          isRequired
          autoFocus
        />
        {deed.kind === 'appeal' ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              label={words.cameBy}
              choices={ways.map((id) => ({ id, name: words.wayOf[id] }))}
              value={cameBy}
              onChange={setCameBy}
            />
            <TextField
              label={words.receivedOn}
              type="date"
              value={receivedOn}
              onChange={setReceivedOn}
            />
          </div>
        ) : null}
        <Refusal refusal={refusal} />
      </div>
    </Dialog>
  )
}

type Typed = { text: string; cameBy: Way; receivedOn: string; outcome: Outcome }

function useDeeds({ planId, deed, onClose }: Props, typed: Typed) {
  const { words } = useMessages(planningMessages)
  const decline = useCommand(declinePlan)
  const appeal = useCommand(noteAppeal)
  const answer = useCommand(answerAppeal)
  const lift = useCommand(liftPlan)
  const { cameBy, receivedOn, outcome } = typed
  const params = { planId }
  const said = typed.text.trim()
  function ordered() {
    switch (deed.kind) {
      case 'decline':
        return decline.send({ params, body: { version: deed.version, reason: said } })
      case 'appeal':
        return appeal.send({ params, body: { words: said, cameBy, receivedOn } })
      case 'answer': {
        const { appealId } = deed
        return answer.send({ params: { planId, appealId }, body: { outcome, words: said } })
      }
      case 'lift':
        return lift.send({ params, body: { reason: said } })
    }
  }
  async function send() {
    const answered = await ordered()
    if (!answered.ok) return
    showToast({ text: words.planDeedsTold[deed.kind] })
    onClose()
  }
  const all = [decline, appeal, answer, lift]
  return {
    send,
    isSending: all.some(({ isSending }) => isSending),
    refusal: all.find((each) => each.refusal)?.refusal ?? null,
  }
}
