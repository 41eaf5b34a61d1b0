import { BadgeCheck, Eye, UserRoundCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import {
  acceptEscalation,
  listEscalations,
  returnEscalation,
  seeEscalation,
  type EscalationRequest,
} from '#features/escalation/contract.ts'
import { handOverMessages } from '#features/escalation/hand-over/messages.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { elapsed } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

/** What the supervisor answers to the one who asked: seen, taken over, or given back. */
export function SheetActions(props: { complaintId: string; onAccepted: () => void }) {
  const { words } = useMessages(handOverMessages)
  const { complaintId } = props
  const waiting = useAnswer(
    listEscalations,
    { query: { complaintId, show: 'waiting' } },
    { live: true },
  )
  return (
    <Answering answer={waiting} skeletonLines={1}>
      {({ requests }) => {
        const [request] = requests
        return request ? (
          <Answers key={request.id} request={request} onAccepted={props.onAccepted} />
        ) : (
          <p className="text-sm text-sub">{words.noRequest}</p>
        )
      }}
    </Answering>
  )
}

function Answers(props: { request: EscalationRequest; onAccepted: () => void }) {
  const { words } = useMessages(handOverMessages)
  const { words: shared } = useMessages(escalationMessages)
  const language = useLanguage()
  const now = useNow()
  const { request } = props
  const [isReturning, setReturning] = useState(false)
  const see = useCommand(seeEscalation)
  const accept = useCommand(acceptEscalation)
  const params = { requestId: request.id }

  async function tellSeen() {
    const answered = await see.send({ params, body: {} })
    if (answered.ok)
      showToast({ text: words.seenDone({ name: request.askedByName }), tone: 'done' })
  }
  async function takeOver() {
    const answered = await accept.send({ params, body: {} })
    if (!answered.ok) return
    showToast({
      text: request.mode === 'watch' ? words.acceptedWatch : words.accepted,
      tone: 'done',
    })
    props.onAccepted()
  }

  const time = elapsed(request.askedAt, now, language)
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="flex flex-wrap items-center gap-2 text-sm text-sub">
            <Badge tone={request.kind === 'silent-help' ? 'red' : 'orange'}>
              {shared.kinds[request.kind]}
            </Badge>
            {shared.modes[request.mode]}　{words.request({ name: request.askedByName, time })}
          </p>
          <p className="font-medium">{request.reason}</p>
        </div>
        {request.seenByName ? (
          <p className="inline-flex items-center gap-1.5 text-sm font-semibold text-green">
            <BadgeCheck aria-hidden size={17} />
            {words.seen({ name: request.seenByName })}
          </p>
        ) : (
          <Button
            keys="s"
            icon={<Eye aria-hidden size={17} />}
            isBusy={see.isSending}
            onPress={() => void tellSeen()}
          >
            {words.see}
          </Button>
        )}
        <Button
          kind="primary"
          keys="a"
          icon={<UserRoundCheck aria-hidden size={17} />}
          isBusy={accept.isSending}
          onPress={() => void takeOver()}
        >
          {words.accept}
        </Button>
        <Button keys="r" icon={<Undo2 aria-hidden size={17} />} onPress={() => setReturning(true)}>
          {words.giveBack}
        </Button>
      </div>
      <Refusal refusal={see.refusal ?? accept.refusal} />
      {isReturning ? <ReturnDialog request={request} onClose={() => setReturning(false)} /> : null}
    </section>
  )
}

function ReturnDialog({ request, onClose }: { request: EscalationRequest; onClose: () => void }) {
  const { words } = useMessages(handOverMessages)
  const reason = useTextDraft(`return/${request.id}`)
  const command = useCommand(returnEscalation)

  async function send() {
    if (reason.value.trim() === '') return
    const answered = await command.send({
      params: { requestId: request.id },
      body: { reason: reason.value.trim() },
    })
    if (!answered.ok) return
    reason.clear()
    showToast({ text: words.givenBack, tone: 'done' })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.giveBackTitle}
      actions={
        <SendButtons
          label={words.giveBackTitle}
          onSend={() => void send()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={reason.value.trim() === ''}
        />
      }
    >
      <TextArea
        label={words.giveBackReason}
        hint={words.giveBackHint}
        value={reason.value}
        onChange={reason.change}
        isRequired
        autoFocus
      />
      <div className="mt-3">
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
