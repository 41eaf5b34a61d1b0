import type { KeyboardEvent, ReactNode } from 'react'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button, type ButtonProps } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { Keys } from '#kit/Keys.tsx'
import { isComposing, isSend } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'

const edges = { ask: 'border-accent/50', grant: 'border-green/50', refuse: 'border-line' } as const
const kinds = { ask: 'primary', grant: 'done', refuse: 'secondary' } as const satisfies Record<
  keyof typeof edges,
  ButtonProps['kind']
>

export type AnswerFormProps = {
  readonly does: keyof typeof edges
  readonly title: string
  readonly sendLabel: string
  readonly command: { readonly isSending: boolean; readonly refusal: Refused | null }
  readonly isReady: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  /** The fields. */
  readonly children: ReactNode
}

/** What approvals are asked and answered with: Ctrl/⌘+Enter sends from every field, Escape closes, neither while composing. */
export function AnswerForm(props: AnswerFormProps) {
  const { words } = useMessages(queueMessages)
  const { does, command } = props
  const send = () => {
    if (props.isReady && !command.isSending) props.onSend()
  }
  return (
    <div
      role="group"
      aria-label={props.title}
      className={`flex flex-col gap-3 rounded-lg border p-3 ${edges[does]}`}
      onKeyDown={(event) => onKeyDown(event, { send, close: props.onClose })}
    >
      {props.children}
      <Refusal refusal={command.refusal} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onPress={props.onClose}>
          {words.back}
        </Button>
        <Button
          kind={kinds[does]}
          isDisabled={!props.isReady}
          isBusy={command.isSending}
          onPress={send}
        >
          {props.sendLabel}
          <Keys of="mod+enter" />
        </Button>
      </div>
    </div>
  )
}

/** Kept from the page: several of these may be open, and each key belongs to the one that is written in. */
function onKeyDown(event: KeyboardEvent, does: { send: () => void; close: () => void }) {
  const { nativeEvent } = event
  if (event.defaultPrevented || isComposing(nativeEvent)) return
  const run = isSend(nativeEvent) ? does.send : event.key === 'Escape' ? does.close : null
  if (!run) return
  event.preventDefault()
  event.stopPropagation()
  run()
}
