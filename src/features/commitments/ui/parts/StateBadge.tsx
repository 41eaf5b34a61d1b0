import { CalendarX2, CircleCheck, CircleX } from 'lucide-react'
import type { Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'

const looks = {
  kept: { tone: 'green', icon: CircleCheck },
  broken: { tone: 'red', icon: CircleX },
  withdrawn: { tone: 'gray', icon: CalendarX2 },
} as const

/** How a promise ended. */
export function StateBadge({ state }: { state: Exclude<Commitment['state'], 'open'> }) {
  const { words } = useMessages(commitmentsMessages)
  const { tone, icon } = looks[state]
  return (
    <Badge tone={tone} icon={icon}>
      {words.states[state]}
    </Badge>
  )
}
