import { Pause, PhoneIncoming, PhoneOff, PhoneOutgoing, Play } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { readCall, resumeCall, type Call } from '#features/intake/contract.ts'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'

const HoldDialog = lazy(() => import('./parts/HoldDialog.tsx'))
const EndDialog = lazy(() => import('./parts/EndDialog.tsx'))

/** The head of a call: how long, with whom, and what one key each can do. */
export function CallBand(props: {
  callId: string
  who: ReactNode
  /** Between hold and end: promise, hand over, help. */
  actions: ReactNode
}) {
  const { words } = useMessages(callsMessages)
  const call = useAnswer(readCall, { params: { callId: props.callId } })
  const [open, setOpen] = useState<'hold' | 'end' | null>(null)
  const resume = useCommand(resumeCall)
  if (call.state !== 'ready') return null
  const { heldAt } = call.value
  const params = { callId: props.callId }
  return (
    <header
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 sm:px-6 lg:max-xl:gap-x-3 ${heldAt ? 'bg-orange-bg' : 'bg-surface'}`}
    >
      <Timer call={call.value} />
      <div className="min-w-36 flex-1">{props.who}</div>
      <div className="flex flex-wrap items-center gap-1.5 max-xl:gap-1">
        <Button
          keys="f7"
          keysInFields
          className="max-xl:px-3!"
          kind={heldAt ? 'primary' : 'secondary'}
          label={heldAt ? words.resumeLong : words.hold}
          isBusy={resume.isSending}
          icon={
            heldAt ? (
              <Play aria-hidden size={17} className="lg:max-xl:hidden" />
            ) : (
              <Pause aria-hidden size={17} className="lg:max-xl:hidden" />
            )
          }
          onPress={() => (heldAt ? void resume.send({ params, body: {} }) : setOpen('hold'))}
        >
          <span className="max-lg:hidden">{heldAt ? words.resume : words.hold}</span>
        </Button>
        {props.actions}
        <Button
          keys="f10"
          keysInFields
          className="max-xl:px-3!"
          label={words.endNow}
          icon={<PhoneOff aria-hidden size={17} className="lg:max-xl:hidden" />}
          onPress={() => setOpen('end')}
        >
          <span className="max-lg:hidden">{words.end}</span>
        </Button>
      </div>
      <Refusal refusal={resume.refusal} />
      <Suspense>
        {open === 'hold' ? <HoldDialog {...params} onClose={() => setOpen(null)} /> : null}
        {open === 'end' ? <EndDialog {...params} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </header>
  )
}

const patience = 60_000

function Timer({ call }: { call: Call }) {
  const { words } = useMessages(callsMessages)
  const now = useNow('second')
  const held = call.heldAt ? now - Date.parse(call.heldAt) : null
  const Icon = call.direction === 'in' ? PhoneIncoming : PhoneOutgoing
  return (
    <div className="flex items-center gap-3">
      <Icon
        aria-label={call.direction === 'in' ? words.incoming : words.outgoing}
        size={20}
        className={held === null ? 'text-green' : 'text-orange'}
      />
      <p
        role="timer"
        aria-label={words.timer}
        data-figures
        className="text-3xl leading-none font-semibold sm:text-4xl"
      >
        {stopwatch(now - Date.parse(call.startedAt))}
      </p>
      {held === null ? null : (
        <p className="text-sm font-semibold text-orange">
          <span data-figures className="block">
            {words.heldFor({ time: stopwatch(held) })}
          </span>
          {held > patience ? <span role="alert">{words.longHold}</span> : null}
        </p>
      )}
    </div>
  )
}
