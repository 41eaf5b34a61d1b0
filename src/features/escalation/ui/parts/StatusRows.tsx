import { BadgeCheck, Eye, HandHelping, PhoneForwarded, Undo2 } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayAndTime, lengthOf, stopwatch } from '#kit/time.ts'
import { withdrawEscalation, type EscalationRequest } from '../../contract.ts'
import { escalationMessages } from '../../messages.ts'
import { routingMessages } from '../../routing/messages.ts'

/** Each request with where it stands; live. */
export default function StatusRows({ requests }: { requests: readonly EscalationRequest[] }) {
  const { status } = useMessages(routingMessages).words
  return (
    <ul aria-label={status.title} aria-live="polite" className="flex flex-col gap-1.5">
      {requests.map((request) => (
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
  const { status } = useMessages(routingMessages).words
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
          <Course request={request} />
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
  const { status } = useMessages(routingMessages).words
  const now = useNow('second')
  const language = useLanguage()
  const name = request.seenByName ?? request.toName ?? 'SV'
  const who = request.toName
  if (request.state === 'seen') return status.seen({ name })
  if (request.state === 'accepted') return status.accepted({ name })
  if (request.state === 'returned') return status.returned({ name, answer: request.answer })
  // The seconds are for the eye: read out each second, they would drown everything else.
  const waited = now - Date.parse(request.askedAt)
  const time = waited < 3_600_000 ? stopwatch(waited) : lengthOf(waited, language)
  return (
    <>
      <span className="sr-only">
        {words.kinds[request.kind]}：{words.states.asked}
      </span>
      <span aria-hidden data-figures>
        {status.waiting({ kind: words.kinds[request.kind], who, time })}
      </span>
    </>
  )
}

/** Nobody has looked yet: where it has been, where it lies, and when it goes on by itself. */
function Course({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  const { status } = useMessages(routingMessages).words
  const language = useLanguage()
  const now = useNow()
  const { state, mode, toName, passedByName, deskName, upAt } = request
  if (state !== 'asked') return null
  const isMoved = passedByName !== null && toName !== null && passedByName !== toName
  const parts = toName
    ? [
        isMoved && status.moved({ from: passedByName, to: toName }),
        upAt && status.up({ time: clockTime(upAt, language) }),
      ]
    : [
        deskName ? words.atDesk({ name: deskName }) : words.atLeaders,
        mode === 'connect' && status.promise,
        upAt && status.again({ time: dayAndTime(upAt, now, language) }),
      ]
  const said = parts.filter(Boolean)
  return said.length > 0 ? (
    <span data-figures className="block text-xs font-normal">
      {said.join('　')}
    </span>
  ) : null
}
