import { KeyRound } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'
import { useLent } from './useLent.ts'

/** Whose authority the viewer has today besides their own, and how long. */
export function Lent() {
  const { words } = useMessages(queueMessages)
  const language = useLanguage()
  const now = useNow()
  const viewer = useAnswer(readViewer, {})
  const lent = useLent(viewer.state === 'ready' ? viewer.value.memberId : '')
  return lent.map(({ id, fromName: name, endsOn }) => (
    <p key={id} className="flex items-center gap-2 text-sm font-medium">
      <KeyRound aria-hidden size={16} className="shrink-0 text-accent" />
      {words.lent({ name, until: writtenDay(endsOn, now, language) })}
    </p>
  ))
}
