import { Quote } from 'lucide-react'
import type { Reply } from '#features/letters/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** What is being answered stays in sight. */
export function Theirs({ theirs }: { theirs: Reply['theirs'] }) {
  const { words } = useMessages(letterWords)
  if (!theirs) return null
  return (
    <section
      aria-label={words.theirs}
      className="rounded-xl border-s-4 border-accent bg-bg px-4 py-3 shadow-[0_0_0_1px_var(--line-soft)]"
    >
      <p className="flex items-center gap-2 text-xs text-sub">
        <Quote aria-hidden size={14} className="text-accent" />
        {words.theirs}
        <Moment at={theirs.at} className="ms-auto" />
      </p>
      <p className="leading-relaxed wrap-anywhere whitespace-pre-wrap">{theirs.text}</p>
    </section>
  )
}
