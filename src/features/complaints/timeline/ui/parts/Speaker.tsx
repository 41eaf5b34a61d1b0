import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { useMessages } from '#kit/language.tsx'

const tones = {
  customer: 'bg-accent-bg text-accent',
  operator: 'bg-green-bg text-green',
  internal: 'bg-note-bg text-ink',
} as const

/** 客・応・内: whose words these are. */
export function Speaker({ speaker }: { speaker: keyof typeof tones }) {
  const { words } = useMessages(timelineMessages)
  return (
    <span
      className={`inline-flex size-5 shrink-0 items-center justify-center rounded text-2xs font-semibold ${tones[speaker]}`}
    >
      <span aria-hidden>{words.marks[speaker]}</span>
      <span className="sr-only">{words.speakers[speaker]}：</span>
    </span>
  )
}
