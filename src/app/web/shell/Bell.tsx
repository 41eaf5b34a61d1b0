import { useNavigate } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { Suspense, useState } from 'react'
import { listEscalations } from '#features/escalation/contract.ts'
import { movement } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useMoved } from '#kit/live.tsx'
import { showToast } from '#kit/toasts.ts'
import { webMessages } from '../messages.ts'

const WaitingRequests = later(() =>
  import('#features/escalation/ui/WaitingRequests.tsx').then((m) => ({
    default: m.WaitingRequests,
  })),
)

/** For supervisors: who is asking for them, and a notice the moment somebody does. */
export function Bell() {
  const { escalation: words } = useMessages(webMessages)
  const [isOpen, setOpen] = useState(false)
  const waiting = useAnswer(listEscalations, { query: { show: 'waiting' } }, { live: true })
  const requests = waiting.state === 'ready' ? waiting.value.requests : []
  const count = requests.filter((request) => request.state === 'asked').length
  useArrivals()
  return (
    <>
      <Button
        kind="quiet"
        label={words.bell({ count })}
        onPress={() => setOpen(true)}
        className="relative px-2.5!"
        icon={<BellIcon aria-hidden size={19} />}
      >
        {count > 0 ? (
          <span
            aria-hidden
            className="absolute -end-0.5 -top-0.5 min-w-5 rounded-full bg-red px-1 text-center text-2xs leading-5 font-semibold text-surface"
          >
            {count}
          </span>
        ) : null}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.title} place="side">
        <Suspense>
          <WaitingRequests empty={words.none} onLeave={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  )
}

function useArrivals() {
  const { escalation: words } = useMessages(webMessages)
  const navigate = useNavigate()
  useMoved((data) => {
    const moved = movement.safeParse(data)
    if (!moved.success || moved.data.type !== 'escalation.asked') return
    const { complaintId } = moved.data
    void call(listEscalations, { query: { complaintId, show: 'waiting' } }).then((answered) => {
      const request = answered.ok ? answered.value.requests[0] : undefined
      if (!request) return
      showToast({
        text: words.arrived({ name: request.askedByName, number: request.complaintNumber }),
        tone: 'trouble',
        action: {
          label: words.look,
          run: () => void navigate({ to: '/hand-over/$complaintId', params: { complaintId } }),
        },
      })
    })
  })
}
