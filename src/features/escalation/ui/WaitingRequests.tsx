import { Link } from '@tanstack/react-router'
import {
  BadgeCheck,
  Eye,
  HandHelping,
  HeartCrack,
  PhoneForwarded,
  UserRoundSearch,
} from 'lucide-react'
import {
  listEscalations,
  seeEscalation,
  type EscalationRequest,
} from '#features/escalation/contract.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayAndTime } from '#kit/time.ts'
import { Ago } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'

/** Who waits for a supervisor: asked first, then seen. One press says 「見ました」 to the operator. */
export function WaitingRequests(props: {
  empty: string
  onLeave?: () => void
  /** Shown elsewhere on the page. */
  except?: EscalationRequest['kind']
}) {
  const { words } = useMessages(escalationMessages)
  const waiting = useAnswer(listEscalations, { query: { show: 'waiting' } }, { live: true })
  return (
    <Answering answer={waiting} skeletonLines={2}>
      {(value) => {
        const requests = value.requests.filter(({ kind }) => kind !== props.except)
        if (requests.length === 0) return <p className="py-2 text-sm text-sub">{props.empty}</p>
        return (
          <ul aria-label={words.list} className="flex flex-col gap-2.5">
            {requests.map((request) => (
              <Request key={request.id} request={request} onLeave={props.onLeave} />
            ))}
          </ul>
        )
      }}
    </Answering>
  )
}

const icons = {
  supervisor: PhoneForwarded,
  'named-person': UserRoundSearch,
  'silent-help': HandHelping,
} as const

function Request(props: { request: EscalationRequest; onLeave?: (() => void) | undefined }) {
  const { words } = useMessages(escalationMessages)
  const { request } = props
  return (
    <li className="card border-s-4 border-s-red p-3.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Wanted request={request} />
        <Ago at={request.askedAt} className="ms-auto text-xs text-sub" />
      </div>
      <p className="mt-1.5 font-semibold">{request.subject}</p>
      <p className="text-sm text-sub">
        {request.complaintNumber}
        {request.isAskedByHouse ? '' : `　${words.askedBy({ name: request.askedByName })}`}
        {request.person ? `　${words.person({ name: request.person })}` : ''}
      </p>
      <p className="mt-1 text-sm">{request.reason}</p>
      <Calling request={request} />
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <Sight request={request} />
        <Link
          to="/hand-over/$complaintId"
          params={{ complaintId: request.complaintId }}
          onClick={() => props.onLeave?.()}
          aria-label={words.sheetNamed({ number: request.complaintNumber })}
          className="tap inline-flex min-h-8 items-center rounded-lg px-2.5 text-sm text-accent underline underline-offset-4"
        >
          {words.sheet}
        </Link>
      </div>
    </li>
  )
}

/** When the customer waits by the telephone, and at which desk it lies when nobody has it. */
function Calling({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  const language = useLanguage()
  const now = useNow()
  const { callBack, toName, deskName } = request
  const until = callBack && clockTime(callBack.untilAt, language)
  return (
    <>
      {callBack ? (
        <p data-figures className="text-sm font-semibold text-purple">
          {words.callBack.shown({
            window: `${dayAndTime(callBack.fromAt, now, language)}〜${until}`,
            phone: callBack.phone,
          })}
        </p>
      ) : null}
      {toName ? null : (
        <p className="text-sm text-orange">
          {deskName ? words.atDesk({ name: deskName }) : words.atLeaders}
        </p>
      )}
    </>
  )
}

function Wanted({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  if (request.isAskedByHouse) {
    return (
      <Badge tone="red" icon={HeartCrack}>
        {words.brokenPromise}
      </Badge>
    )
  }
  return (
    <>
      <Badge tone={request.kind === 'silent-help' ? 'red' : 'orange'} icon={icons[request.kind]}>
        {words.kinds[request.kind]}
      </Badge>
      <Badge tone="gray">{words.modes[request.mode]}</Badge>
    </>
  )
}

function Sight({ request }: { request: EscalationRequest }) {
  const { words } = useMessages(escalationMessages)
  const see = useCommand(seeEscalation)
  if (request.seenByName) {
    return (
      <Badge tone="green" icon={BadgeCheck}>
        {words.seenBy({ name: request.seenByName })}
      </Badge>
    )
  }
  async function tell() {
    const answered = await see.send({ params: { requestId: request.id }, body: {} })
    if (answered.ok)
      showToast({
        text: request.isAskedByHouse
          ? words.seenAlone
          : words.seenSent({ name: request.askedByName }),
        tone: 'done',
      })
  }
  return (
    <>
      <Button
        kind="primary"
        size="small"
        icon={<Eye aria-hidden size={15} />}
        label={words.seeNamed({ number: request.complaintNumber })}
        isBusy={see.isSending}
        onPress={() => void tell()}
      >
        {words.see}
      </Button>
      <Refusal refusal={see.refusal} />
    </>
  )
}
