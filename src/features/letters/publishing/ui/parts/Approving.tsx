import { CircleCheck, CircleX, Hourglass, Stamp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenPublicReply } from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { PublicReplying } from './usePublicReply.ts'

/** A second person for just this text: asked, waited for, refused with the reason, or given. */
export function Approving({ open, reply }: { open: OpenPublicReply; reply: PublicReplying }) {
  const { words } = useMessages(publishingMessages)
  const { standing, typed } = reply
  if (!open.needsApproval)
    return reply.isReady ? <Line tone="green" icon={CircleCheck} text={words.noApproval} /> : null
  const names = reply.names.join('、')
  if (standing === 'waiting')
    return <Line tone="blue" icon={Hourglass} text={words.waiting({ names })} />
  if (standing === 'approved')
    return <Line tone="green" icon={CircleCheck} text={words.approved({ names })} />
  if (typed.text.trim() === '') return null
  return (
    <div className="flex flex-col gap-2">
      {standing === 'declined' ? (
        <Line tone="red" icon={CircleX} text={words.declined({ names })}>
          {reply.words ? <q className="block">{reply.words}</q> : null}
        </Line>
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-52 flex-1">
          <TextField
            label={words.reason}
            placeholder={words.reasonHint}
            value={typed.why}
            maxLength={500}
            onChange={(why) => reply.change({ why })}
            onSend={() => void reply.askFor()}
          />
        </div>
        <Button
          kind="primary"
          keys="mod+enter"
          keysInFields
          icon={<Stamp aria-hidden size={16} />}
          isBusy={reply.isAsking}
          onPress={() => void reply.askFor()}
        >
          {words.ask}
        </Button>
      </div>
    </div>
  )
}

const boxes = {
  blue: 'bg-accent-bg text-accent',
  green: 'bg-green-bg text-green',
  red: 'bg-red-bg text-red',
} as const

function Line(props: {
  tone: keyof typeof boxes
  icon: typeof Stamp
  text: string
  children?: ReactNode
}) {
  const Icon = props.icon
  return (
    <div
      role="status"
      className={`flex items-start gap-2 rounded-lg px-3 py-2 text-sm ${boxes[props.tone]}`}
    >
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p>{props.text}</p>
        {props.children}
      </div>
    </div>
  )
}
