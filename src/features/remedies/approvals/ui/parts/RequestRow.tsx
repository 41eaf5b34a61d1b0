import { BellRing, FileText, Scale } from 'lucide-react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { Due } from '#kit/Time.tsx'
import { requestName, stateLooks } from './looks.ts'

/** One request in the list: what, how much, for whom, until when. */
export function RequestRow(props: {
  approval: Approval
  isActive: boolean
  onOpen: () => void
  isChosen?: boolean
  onChoose?: () => void
}) {
  const { words } = useMessages(queueMessages)
  const { approval, isActive, onChoose } = props
  const { amountYen, customerName, askedByName, state } = approval
  useShortcut({
    keys: 'x',
    label: words.choose,
    group: words.keys,
    isOff: !isActive || !onChoose,
    run: () => onChoose?.(),
  })
  return (
    <div
      className={`card flex items-stretch overflow-hidden border-s-4 ${isActive ? 'border-s-accent bg-accent-bg' : 'border-s-transparent'}`}
    >
      {onChoose ? (
        <span className="flex items-center ps-3 pe-1.5">
          <Checkbox isChosen={props.isChosen ?? false} onChange={onChoose} hidesLabel>
            {words.choose}　{requestName(approval)}
          </Checkbox>
        </span>
      ) : null}
      <button
        type="button"
        data-approval={approval.id}
        aria-current={isActive}
        onClick={props.onOpen}
        className="tap flex min-w-0 flex-1 cursor-pointer flex-col gap-0.5 px-3 py-2.5 text-start -outline-offset-2"
      >
        <span className="flex items-baseline gap-2">
          <span className="clamp-1 min-w-0 flex-1 font-semibold">{approval.label}</span>
          {amountYen === null ? null : (
            <span data-figures className="font-semibold whitespace-nowrap">
              {words.yen({ amount: amountYen })}
            </span>
          )}
        </span>
        <span className="clamp-1 text-sm text-sub">
          {customerName ? `${customerName} 様　` : ''}
          {words.asked({ name: askedByName })}
        </span>
        <span className="flex min-h-6 flex-wrap items-center gap-1.5">
          {state === 'asked' ? (
            <Due at={approval.expiresAt} />
          ) : (
            <Badge {...stateLooks[state]}>{words.states[state]}</Badge>
          )}
          <Marks approval={approval} />
        </span>
      </button>
    </div>
  )
}

/** What kind of request it is, at a glance. */
export function Marks({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const { isException, what, remindedAt, state } = approval
  return (
    <>
      {isException ? (
        <Badge tone="orange" icon={Scale}>
          {words.exception}
        </Badge>
      ) : null}
      {what === 'words' ? (
        <Badge tone="blue" icon={FileText}>
          {words.letter}
        </Badge>
      ) : null}
      {state === 'asked' && remindedAt ? (
        <Badge tone="orange" icon={BellRing}>
          {words.reminded}
        </Badge>
      ) : null}
    </>
  )
}
