import { Link, useLocation } from '@tanstack/react-router'
import { Quote } from 'lucide-react'
import { useEffect } from 'react'
import type { Commitment } from '#features/commitments/contract.ts'
import { courseMessages } from '#features/commitments/course/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Who told the customer, how and when; it leads to those very words. */
export function SaidWhere({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(courseMessages)
  const { said, complaintId } = commitment
  const entryId = said?.entryId ?? ''
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    if (hash !== '' && hash === entryId) goTo(entryId)
  }, [hash, entryId])
  if (said === null) return null
  return (
    <Link
      to="/complaints/$complaintId"
      params={{ complaintId }}
      hash={entryId}
      onClick={() => goTo(entryId)}
      className="inline-flex items-center gap-1 text-xs text-sub underline-offset-4 hover:underline"
    >
      <Quote aria-hidden size={12} className="shrink-0" />
      {words.said[said.as]({ name: said.byName })}
      <Moment at={said.at} />
    </Link>
  )
}

/** In the record of the case, when that is the page. */
function goTo(entryId: string) {
  const entry = document.getElementById(entryId)
  entry?.scrollIntoView({ block: 'center' })
  entry?.focus({ preventScroll: true })
}
