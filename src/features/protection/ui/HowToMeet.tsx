import { ShieldHalf } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { listInstructions } from '../contract.ts'
import { readingMessages } from '../reading/messages.ts'

/** What follows from the protective record for whoever meets this customer: all that an operator sees of it. */
export default function HowToMeet({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(readingMessages)
  const answer = useAnswer(listInstructions, { params: { complaintId } })
  if (answer.state !== 'ready' || answer.value.instructions.length === 0) return null
  return (
    <section
      aria-label={words.instructionsShown}
      className="flex gap-3 rounded-lg bg-orange-bg px-4 py-2.5 text-sm text-orange"
    >
      <ShieldHalf aria-hidden size={18} className="shrink-0" />
      <div>
        <p className="text-xs">{words.instructionsShown}</p>
        <ul className="font-semibold">
          {answer.value.instructions.map(({ id, words: said }) => (
            <li key={id}>{said}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
