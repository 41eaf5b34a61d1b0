import { BadgeCheck, MessageSquareQuote } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { Complaint, Fact } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'

const Confirming = later(() => import('./Confirming.tsx').then((m) => ({ default: m.Confirming })))
const Withdrawing = later(() =>
  import('./Withdrawing.tsx').then((m) => ({ default: m.Withdrawing })),
)

/** One fact: what the customer says, or what was confirmed, by what, and whose doing it is. */
export function FactPin(props: { complaint: Complaint; fact: Fact }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const [open, setOpen] = useState<'confirm' | 'withdraw' | null>(null)
  const { fact } = props
  const isConfirmed = fact.status === 'confirmed'
  const { statement, attributedTo } = fact
  const close = () => setOpen(null)
  return (
    <li
      className={`flex flex-col gap-1.5 rounded-lg border-s-4 px-3 py-2 ${isConfirmed ? 'border-green bg-green-bg/50' : 'border-line bg-gray-bg/50'}`}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-sub">
        <Badge
          tone={isConfirmed ? 'green' : 'gray'}
          icon={isConfirmed ? BadgeCheck : MessageSquareQuote}
        >
          {isConfirmed ? words.facts.confirmed : words.facts.claimed}
        </Badge>
        {shared.factTopics[fact.topic]}
        <span>{fact.source}</span>
        {isConfirmed && attributedTo ? (
          <span className={attributedTo === 'us' ? 'font-semibold text-red' : ''}>
            {words.facts.by({ name: shared.attributions[attributedTo] })}
          </span>
        ) : null}
      </p>
      <p>{statement}</p>
      <div className="flex flex-wrap gap-1.5">
        {isConfirmed ? null : (
          <Button
            size="small"
            icon={<BadgeCheck aria-hidden size={15} />}
            label={words.facts.confirmNamed({ statement })}
            isPressed={open === 'confirm'}
            onPress={() => setOpen(open === 'confirm' ? null : 'confirm')}
          >
            {words.facts.confirm}
          </Button>
        )}
        <Button
          kind="quiet"
          size="small"
          label={words.facts.withdrawNamed({ statement })}
          isPressed={open === 'withdraw'}
          onPress={() => setOpen(open === 'withdraw' ? null : 'withdraw')}
        >
          {words.facts.withdraw}
        </Button>
      </div>
      <Suspense>
        {open === 'confirm' ? <Confirming {...props} close={close} /> : null}
        {open === 'withdraw' ? <Withdrawing {...props} close={close} /> : null}
      </Suspense>
    </li>
  )
}
