import { Link, useNavigate } from '@tanstack/react-router'
import { BadgeCheck, Eye, HandHelping } from 'lucide-react'
import { seeEscalation, type EscalationRequest } from '#features/escalation/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { boardMessages } from '../board/messages.ts'
import { useBoard } from './parts/useBoard.ts'
import { useSilentHelp } from './parts/useSilentHelp.ts'

/** Above everything else: somebody on the phone wants a colleague beside them, and cannot say so. */
export function SilentHelp() {
  const { help } = useMessages(boardMessages).words
  const waiting = useSilentHelp()
  const board = useBoard()
  const calls = board.state === 'ready' ? board.value.calls : []
  const liveOf = ({ complaintId }: EscalationRequest) =>
    calls.find(({ call }) => call.complaintId === complaintId)?.call.id
  // Seen, and the call is over: then it is no longer urgent, and waits with the others behind the bell.
  const requests = waiting.filter((each) => each.state === 'asked' || liveOf(each))
  const unseen = requests.filter(({ state }) => state === 'asked').length
  return (
    <>
      <p role="status" className="sr-only">
        {unseen > 0 ? help.arrived({ count: unseen }) : ''}
      </p>
      {requests.length > 0 ? (
        <section aria-label={help.title}>
          <ul className="flex flex-col gap-2">
            {requests.map((request) => (
              <Request key={request.id} request={request} callId={liveOf(request)} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Request({ request, callId }: { request: EscalationRequest; callId: string | undefined }) {
  const { help } = useMessages(boardMessages).words
  const now = useNow('second')
  const see = useCommand(seeEscalation)
  const seen = () => see.send({ params: { requestId: request.id }, body: {} })
  const name = request.askedByName
  return (
    <li className="rounded-xl border-2 border-red bg-red-bg p-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <HandHelping aria-hidden size={24} className="shrink-0 text-red" />
        <div className="min-w-52 flex-1">
          <p className="font-semibold text-red">{help.waiting({ name })}</p>
          <p className="text-sm" data-figures>
            {request.complaintNumber}
            <span className="ms-3">{stopwatch(now - Date.parse(request.askedAt))}</span>
          </p>
        </div>
        {request.seenByName ? (
          <Badge tone="green" icon={BadgeCheck}>
            {help.seen({ name: request.seenByName })}
          </Badge>
        ) : (
          <Button
            label={help.seeNamed({ name })}
            isBusy={see.isSending}
            onPress={() => void seen()}
          >
            {help.see}
          </Button>
        )}
        <Look
          request={request}
          callId={callId}
          onLook={() => (request.seenByName ? undefined : void seen())}
        />
      </div>
      <Refusal refusal={see.refusal} />
    </li>
  )
}

/** Straight to the call; whoever looks has seen the request. */
function Look(props: {
  request: EscalationRequest
  callId: string | undefined
  onLook: () => void
}) {
  const { help } = useMessages(boardMessages).words
  const navigate = useNavigate()
  const { complaintId, askedByName: name } = props.request
  const { callId } = props
  if (!callId) {
    return (
      <Link
        to="/hand-over/$complaintId"
        params={{ complaintId }}
        className="tap inline-flex min-h-10 items-center text-sm text-ink underline underline-offset-4"
      >
        {help.noCall}
      </Link>
    )
  }
  return (
    <Button
      kind="primary"
      keys="w"
      label={help.lookNamed({ name })}
      icon={<Eye aria-hidden size={17} />}
      onPress={() => {
        props.onLook()
        void navigate({ to: '/board/$callId', params: { callId } })
      }}
    >
      {help.look}
    </Button>
  )
}
