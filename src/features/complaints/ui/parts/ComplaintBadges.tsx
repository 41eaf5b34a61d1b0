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
import { Badge, type Tone } from '#kit/Badge.tsx'
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

/** What makes this one different; nothing for what is ordinary. */
export function ComplaintBadges(props: {
  line: Pick<ComplaintLine, 'state' | 'isSafety' | 'severity'> &
    Partial<Pick<ComplaintLine, 'hasBrokenPromise' | 'isEscalated'>>
}) {
  const { words } = useMessages(complaintsMessages)
  const { line } = props
  const severity = line.severity
  const grave: Tone | null = severity === 'critical' ? 'red' : severity === 'high' ? 'orange' : null
  return (
    <>
      <StateBadge state={line.state} />
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
