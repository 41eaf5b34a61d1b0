import { BadgeCheck, Eye, HandHelping, PhoneForwarded, Undo2 } from 'lucide-react'
import { useState } from 'react'
import {
  listEscalations,
  withdrawEscalation,
  type EscalationRequest,
} from '#features/escalation/contract.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { lengthOf, stopwatch } from '#kit/time.ts'

/** For the one who asked: has anybody seen it, and what did they say. */
export function RequestStatus({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(escalationMessages)
  const now = useNow()
  const [mountedAt] = useState(now)
  const requests = useAnswer(
    listEscalations,
    { query: { complaintId, show: 'all' } },
    { live: true },
  )
  if (requests.state !== 'ready') return null
  // What was answered long ago is history; what was answered while looking on is news.
  const shown = requests.value.requests.filter(
    ({ state, askedAt }) =>
      state === 'asked' ||
      state === 'seen' ||
      ((state === 'accepted' || state === 'returned') && Date.parse(askedAt) > mountedAt - 900_000),
  )
  if (shown.length === 0) return null
  return (
    <ul aria-label={words.status.title} aria-live="polite" className="flex flex-col gap-1.5">
      {shown.slice(0, 2).map((request) => (
        <Status key={request.id} request={request} />
      ))}
    </ul>
  )
}

const looks = {
  asked: { Icon: PhoneForwarded, tone: 'bg-orange-bg text-orange' },
  seen: { Icon: Eye, tone: 'bg-accent-bg text-accent' },
  accepted: { Icon: BadgeCheck, tone: 'bg-green-bg text-green' },
  returned: { Icon: Undo2, tone: 'bg-orange-bg text-orange' },
  withdrawn: { Icon: Undo2, tone: 'bg-gray-bg text-sub' },
} as const

function Status({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  const { status } = words
  const withdraw = useCommand(withdrawEscalation)
  const { Icon, tone } = looks[request.state]
  const isSilent = request.kind === 'silent-help' && request.state === 'asked'
  const Shown = isSilent ? HandHelping : Icon
  const isWaiting = request.state === 'asked' || request.state === 'seen'
  return (
    <li className={`rounded-lg px-3 py-1.5 text-sm ${tone}`}>
      <div className="flex items-center gap-2">
        <Shown aria-hidden size={16} className="shrink-0" />
        <p className="flex-1 font-medium">
          <Sentence request={request} />
        </p>
        {isWaiting ? (
          <Button
            kind="quiet"
            size="small"
            isBusy={withdraw.isSending}
            onPress={() =>
              void withdraw.send({
                params: { requestId: request.id },
                body: { reason: status.withdrawReason },
              })
            }
          >
            {status.withdraw}
          </Button>
        ) : null}
      </div>
      <Refusal refusal={withdraw.refusal} />
    </li>
  )
}

function Sentence({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  const { status } = words
  const now = useNow('second')
  const language = useLanguage()
  const name = request.seenByName ?? request.toName ?? 'SV'
  if (request.state === 'seen') return status.seen({ name })
  if (request.state === 'accepted') return status.accepted({ name })
  if (request.state === 'returned') return status.returned
  // The seconds are for the eye: read out each second, they would drown everything else.
  const waited = now - Date.parse(request.askedAt)
  const time = waited < 3_600_000 ? stopwatch(waited) : lengthOf(waited, language)
  return (
    <>
      <span className="sr-only">
        {words.kinds[request.kind]}：{words.states.asked}
      </span>
      <span aria-hidden data-figures>
        {status.waiting({ kind: words.kinds[request.kind], time })}
      </span>
    </>
  )
}
