import {
  CircleDot,
  CircleDotDashed,
  HeartCrack,
  PhoneForwarded,
  ShieldAlert,
  Flag,
  CircleCheck,
} from 'lucide-react'
import type { ComplaintLine, ComplaintState } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Badge, toneText, type Tone } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'

const states = {
  received: { tone: 'gray', icon: CircleDotDashed },
  handling: { tone: 'blue', icon: CircleDot },
  'awaiting-agreement': { tone: 'purple', icon: CircleDot },
  closed: { tone: 'green', icon: CircleCheck },
} as const

export function StateBadge({ state }: { state: ComplaintState }) {
  const { words } = useMessages(complaintsMessages)
  const { tone, icon } = states[state]
  return (
    <Badge tone={tone} icon={icon}>
      {words.states[state]}
    </Badge>
  )
}

/** The state without a box, for lists: every line has one, so it must not shout. */
export function StateMark({ state }: { state: ComplaintState }) {
  const { words } = useMessages(complaintsMessages)
  const { tone, icon: Icon } = states[state]
  return (
    <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-sub">
      <Icon aria-hidden size={13} strokeWidth={2.25} className={toneText[tone]} />
      {words.states[state]}
    </span>
  )
}

type Line = Pick<ComplaintLine, 'state' | 'isSafety' | 'severity'> &
  Partial<Pick<ComplaintLine, 'hasBrokenPromise' | 'isEscalated'>>

export function ComplaintBadges({ line }: { line: Line }) {
  return (
    <>
      <StateBadge state={line.state} />
      <SpecialBadges line={line} />
    </>
  )
}

/** What makes this one different; nothing for what is ordinary. */
export function SpecialBadges({ line }: { line: Line }) {
  const { words } = useMessages(complaintsMessages)
  const severity = line.severity
  const grave: Tone | null = severity === 'critical' ? 'red' : severity === 'high' ? 'orange' : null
  return (
    <>
      {line.isSafety ? (
        <Badge tone="red" icon={ShieldAlert}>
          {words.badges.safety}
        </Badge>
      ) : null}
      {line.hasBrokenPromise ? (
        <Badge tone="red" icon={HeartCrack}>
          {words.badges.broken}
        </Badge>
      ) : null}
      {line.isEscalated ? (
        <Badge tone="orange" icon={PhoneForwarded}>
          {words.badges.escalated}
        </Badge>
      ) : null}
      {grave && severity ? (
        <Badge tone={grave} icon={Flag}>
          {words.severities[severity]}
        </Badge>
      ) : null}
    </>
  )
}
