import type { ReactNode } from 'react'
import { startCall } from '#features/intake/contract.ts'
import { Button, type ButtonProps } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { showToast } from '#kit/toasts.ts'

/** Takes the next call, or goes on with a complaint by calling the customer back. */
export function StartCallButton(props: {
  /** The complaint to go on with; without one, a new complaint begins. */
  complaintId?: string
  label: string
  children: ReactNode
  onStarted: (callId: string) => void
  kind?: NonNullable<ButtonProps['kind']>
  keys?: string
  icon?: ReactNode
}) {
  const command = useCommand(startCall)
  const { complaintId, onStarted } = props

  async function start() {
    const answered = await command.send({
      body: complaintId
        ? { complaintId, continues: true, direction: 'out' }
        : { complaintId: browserIds.next(), continues: false, direction: 'in' },
    })
    if (answered.ok) return onStarted(answered.value.call.id)
    showToast({ text: answered.refusal.sentence, tone: 'trouble', forMs: 8000 })
    // One voice at a time: the call that is going on is where they are needed.
    const live = liveCallOf(answered.refusal.data)
    if (live) onStarted(live)
  }

  return (
    <Button
      label={props.label}
      kind={props.kind ?? 'secondary'}
      keys={props.keys ?? ''}
      icon={props.icon}
      isBusy={command.isSending}
      onPress={() => void start()}
    >
      {props.children}
    </Button>
  )
}

function liveCallOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null
  const callId: unknown = Reflect.get(data, 'callId')
  return typeof callId === 'string' ? callId : null
}
