import { Link, useMatchRoute, useNavigate } from '@tanstack/react-router'
import { Phone, PhoneIncoming, PhoneOff } from 'lucide-react'
import { listLiveCalls, startCall } from '#features/intake/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { stopwatch } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { webMessages } from '../messages.ts'

/** The call that is going on, from wherever one is; or the button that takes the next one. */
export function LiveCall() {
  const calls = useAnswer(listLiveCalls, { query: { mine: true } }, { live: true })
  const match = useMatchRoute()
  const live = calls.state === 'ready' ? calls.value.calls[0] : undefined
  if (!live) return <StartCall />
  if (match({ to: '/calls/$callId', params: { callId: live.id } })) return null
  return <CallPill callId={live.id} startedAt={live.startedAt} isHeld={live.heldAt !== null} />
}

function CallPill(props: { callId: string; startedAt: string; isHeld: boolean }) {
  const { call } = useMessages(webMessages)
  const time = stopwatch(useNow('second') - Date.parse(props.startedAt))
  const Icon = props.isHeld ? PhoneOff : Phone
  const navigate = useNavigate()
  useShortcut({
    keys: 'f2',
    label: call.live,
    inFields: true,
    run: () => void navigate({ to: '/calls/$callId', params: { callId: props.callId } }),
  })
  return (
    <Link
      to="/calls/$callId"
      params={{ callId: props.callId }}
      className={`tap inline-flex h-10 shrink-0 items-center gap-2 rounded-full px-4 text-sm font-medium whitespace-nowrap ${props.isHeld ? 'bg-orange-bg text-orange' : 'bg-green-bg text-green'}`}
    >
      <span className="sr-only">{call.back({ time })}</span>
      <Icon aria-hidden size={16} />
      <span aria-hidden className="max-sm:hidden">
        {props.isHeld ? call.held : call.live}
      </span>
      <span aria-hidden data-figures className="font-semibold">
        {time}
      </span>
    </Link>
  )
}

function StartCall() {
  const { call } = useMessages(webMessages)
  const navigate = useNavigate()
  const start = useCommand(startCall)

  async function take() {
    const answered = await start.send({
      body: { complaintId: browserIds.next(), direction: 'in' },
    })
    if (answered.ok)
      void navigate({ to: '/calls/$callId', params: { callId: answered.value.call.id } })
    else showToast({ text: answered.refusal.sentence, tone: 'trouble' })
  }

  return (
    <Button
      kind="primary"
      keys="f2"
      keysInFields
      hidesKeys
      label={call.start}
      isBusy={start.isSending}
      icon={<PhoneIncoming aria-hidden size={16} />}
      onPress={() => void take()}
    >
      <span className="max-sm:hidden">{call.start}</span>
    </Button>
  )
}
