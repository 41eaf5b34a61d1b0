import { KeyRound } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { listDelegations } from '#features/remedies/approvals/contract.ts'
import { holdsOn } from '#features/remedies/approvals/rules.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey, writtenDay } from '#kit/time.ts'

/** Whose authority the viewer has today besides their own, and how long. */
export function Lent() {
  const { words } = useMessages(queueMessages)
  const language = useLanguage()
  const now = useNow()
  const viewer = useAnswer(readViewer, {})
  const known = useAnswer(listDelegations, {}, { live: true })
  if (viewer.state !== 'ready' || known.state !== 'ready') return null
  const { memberId } = viewer.value
  const lent = known.value.delegations.filter(
    (each) => each.toId === memberId && holdsOn(each, dayKey(now)),
  )
  return lent.map(({ id, fromName: name, endsOn }) => (
    <p key={id} className="flex items-center gap-2 text-sm font-medium">
      <KeyRound aria-hidden size={16} className="shrink-0 text-accent" />
      {words.lent({ name, until: writtenDay(endsOn, now, language) })}
    </p>
  ))
}
