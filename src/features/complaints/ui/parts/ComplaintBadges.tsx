import {
  CircleDot,
  CircleDotDashed,
  HeartCrack,
  PhoneForwarded,
  ShieldAlert,
  Flag,
  CircleCheck,
  type LucideIcon,
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

/**
 * What makes this one different; nothing for what is ordinary. Where it is tight, more than one become icons with
 * their words kept for the ear and the pointer.
 */
export function SpecialBadges({ line, isTight = false }: { line: Line; isTight?: boolean }) {
  const { words } = useMessages(complaintsMessages)
  const { severity } = line
  const grave: Special | null =
    severity === 'critical'
      ? { tone: 'red', icon: Flag, text: words.severities.critical }
      : severity === 'high'
        ? { tone: 'orange', icon: Flag, text: words.severities.high }
        : null
  const specials: readonly (Special | null)[] = [
    line.isSafety ? { tone: 'red', icon: ShieldAlert, text: words.badges.safety } : null,
    line.hasBrokenPromise ? { tone: 'red', icon: HeartCrack, text: words.badges.broken } : null,
    line.isEscalated
      ? { tone: 'orange', icon: PhoneForwarded, text: words.badges.escalated }
      : null,
    grave,
  ]
  const shown = specials.filter((special) => special !== null)
  return shown.map(({ tone, icon, text }) => (
    <Badge key={text} tone={tone} icon={icon} isIconOnly={isTight && shown.length > 1}>
      {text}
    </Badge>
  ))
}

type Special = { readonly tone: Tone; readonly icon: LucideIcon; readonly text: string }
