import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { readWays } from '../../settings/contract.ts'
import { visitSettingsMessages } from '../../settings/messages.ts'

/** Whoever leads sees here that alarms do not reach everybody; what to do stands in the settings. */
export function WaysBand() {
  const { words } = useMessages(visitSettingsMessages)
  const answer = useAnswer(readWays, {})
  if (answer.state !== 'ready') return null
  const { troubles, failures } = answer.value
  const count = troubles.length + failures.length
  if (count === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-orange-bg px-4 py-2.5 text-sm">
      <TriangleAlert aria-hidden size={18} className="shrink-0 text-orange" />
      {words.band({ count })}
      <Link
        to="/settings"
        search={{ section: 'visits' }}
        className="tap inline-flex items-center text-accent underline underline-offset-4"
      >
        {words.bandLink}
      </Link>
    </p>
  )
}
