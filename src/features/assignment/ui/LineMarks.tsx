import { Eye, PenLine, Phone, Tag } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import type { AssignedLine } from '../contract.ts'
import { desksMessages } from '../desks/messages.ts'
import { readPresence } from '../presence/contract.ts'
import { othersAt } from '../presence/rules.ts'
import { ClockChip } from './parts/ClockChip.tsx'

/** What this room adds to a line of the inbox: the target that comes first, marks, and who else is there. */
export default function LineMarks({ line, at }: { line: AssignedLine; at: string }) {
  return (
    <>
      <Others complaintId={line.id} />
      {line.marks.map((mark) => (
        <span key={mark} className="inline-flex min-w-0 items-center gap-0.5 text-xs text-sub">
          <Tag aria-hidden size={12} className="shrink-0" />
          <span className="clamp-1">{mark}</span>
        </span>
      ))}
      {line.clock ? <ClockChip clock={line.clock} at={at} isTight /> : null}
    </>
  )
}

function Others({ complaintId }: { complaintId: string }) {
  const { presence } = useMessages(desksMessages).words
  const viewer = useAnswer(readViewer, {})
  const people = useAnswer(readPresence, {})
  if (people.state !== 'ready' || viewer.state !== 'ready') return null
  const { talking, writing, looking } = othersAt(
    people.value.people,
    complaintId,
    viewer.value.memberId,
  )
  const names = (all: typeof writing) => all.map(({ name }) => name).join('、')
  if (talking.length > 0)
    return <Mark icon={Phone} text={presence.talking({ names: names(talking) })} />
  if (writing.length > 0)
    return <Mark icon={PenLine} text={presence.writing({ names: names(writing) })} />
  if (looking.length > 0)
    return <Mark icon={Eye} text={presence.looking({ names: names(looking) })} />
  return null
}

function Mark({ icon: Icon, text }: { icon: typeof Eye; text: string }) {
  return (
    <span title={text} className="inline-flex shrink-0 text-accent">
      <Icon aria-hidden size={15} />
      <span className="sr-only">{text}</span>
    </span>
  )
}
