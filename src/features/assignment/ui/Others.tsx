import { Eye, PenLine, Phone } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { desksMessages } from '../desks/messages.ts'
import { readPresence } from '../presence/contract.ts'
import { othersAt } from '../presence/rules.ts'

/** Who else is at this complaint now: above all whoever is writing an answer to it. */
export default function Others({ complaintId }: { complaintId: string }) {
  const { presence } = useMessages(desksMessages).words
  const viewer = useAnswer(readViewer, {})
  const people = useAnswer(readPresence, {}, { live: true })
  if (people.state !== 'ready' || viewer.state !== 'ready') return null
  const { talking, writing, looking } = othersAt(
    people.value.people,
    complaintId,
    viewer.value.memberId,
  )
  const names = (all: typeof writing) => all.map(({ name }) => name).join('、')
  return (
    <p role="status" className="flex flex-wrap gap-x-4 gap-y-1 text-sm empty:hidden">
      {talking.length > 0 ? (
        <span className="inline-flex items-center gap-1.5 font-semibold text-orange">
          <Phone aria-hidden size={16} className="shrink-0" />
          {presence.talking({ names: names(talking) })}
        </span>
      ) : null}
      {writing.length > 0 ? (
        <span className="inline-flex items-center gap-1.5 font-semibold text-orange">
          <PenLine aria-hidden size={16} className="shrink-0" />
          {presence.writing({ names: names(writing) })}
        </span>
      ) : null}
      {looking.length > 0 ? (
        <span className="inline-flex items-center gap-1.5 text-sub">
          <Eye aria-hidden size={16} className="shrink-0" />
          {presence.looking({ names: names(looking) })}
        </span>
      ) : null}
    </p>
  )
}
