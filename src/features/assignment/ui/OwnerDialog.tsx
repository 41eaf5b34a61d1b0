import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { decideOwner, giveBack, readCandidates, type Candidate } from '../contract.ts'
import { desksMessages } from '../desks/messages.ts'
import { Candidates } from './parts/Candidates.tsx'

/** Who could take it, with reasons; the first is suggested and anybody may be chosen. */
export default function OwnerDialog(props: { complaintId: string; onClose: () => void }) {
  const { decide } = useMessages(desksMessages).words
  const params = { complaintId: props.complaintId }
  const look = useAnswer(readCandidates, { params })
  const [first, setFirst] = useState<Look | null>(null)
  if (first === null && look.state === 'ready') setFirst(look.value)
  return first ? (
    <Deciding {...props} look={first} />
  ) : (
    <Dialog isOpen onClose={props.onClose} title={decide.title}>
      <Answering answer={look}>{() => null}</Answering>
    </Dialog>
  )
}

type Look = {
  deskName: string | null
  ownerId: string | null
  chosenId: string | null
  candidates: Candidate[]
}

function Deciding(props: { complaintId: string; onClose: () => void; look: Look }) {
  const { decide } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const { look, complaintId, onClose } = props
  const [chosenId, setChosen] = useState(look.chosenId ?? look.candidates[0]?.memberId ?? null)
  const [reason, setReason] = useState('')
  const give = useCommand(decideOwner)
  const back = useCommand(giveBack)
  const members = useAnswer(listMembers, {})
  const everybody = members.state === 'ready' ? members.value.members : []
  const chosen = everybody.find(({ id }) => id === chosenId)
  const others = everybody.filter(({ id }) => !look.candidates.some((one) => one.memberId === id))
  const params = { complaintId }

  async function choose() {
    if (!chosen) return
    const body = { memberId: chosen.id, fromId: look.ownerId, reason: reason.trim() }
    const answered = await give.send({ params, body })
    if (answered.ok) done(decide.done({ name: chosen.name }))
  }
  async function returnIt() {
    const answered = await back.send({ params, body: { reason: reason.trim() } })
    if (answered.ok) done(decide.backDone)
  }
  function done(text: string) {
    showToast({ text, tone: 'done' })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={decide.title}
      keepsOpen
      actions={
        <>
          {look.ownerId ? (
            <Button
              icon={<Undo2 aria-hidden size={16} />}
              isDisabled={reason.trim() === ''}
              isBusy={back.isSending}
              onPress={() => void returnIt()}
            >
              {decide.back}
            </Button>
          ) : null}
          <Button onPress={onClose}>{kit.cancel}</Button>
          <Button
            kind="primary"
            icon={<CircleCheck aria-hidden size={16} />}
            isDisabled={!chosen || chosen.id === look.ownerId}
            isBusy={give.isSending}
            onPress={() => void choose()}
          >
            {chosen ? decide.give({ name: chosen.name }) : decide.title}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Candidates {...look} value={chosenId} onChange={setChosen} />
        <Select
          label={decide.others}
          choices={others.map(({ id, name }) => ({ id, name }))}
          value={others.some(({ id }) => id === chosenId) ? chosenId : null}
          onChange={setChosen}
        />
        <TextField
          label={decide.reason}
          hint={decide.reasonHint}
          value={reason}
          onChange={setReason}
          onSend={() => void choose()}
        />
        <Refusal refusal={give.refusal ?? back.refusal} />
      </div>
    </Dialog>
  )
}
