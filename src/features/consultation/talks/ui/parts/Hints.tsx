import { Info } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import { talksMessages } from '../../messages.ts'
import { hintsIn } from '../../rules.ts'

/** Help that is there at once, beside what is being written: before anything is sent, and without sending anything. */
export function Hints({ text }: { text: string }) {
  const { words } = useMessages(talksMessages)
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {hintsIn(text).map((hint) => (
        <div
          key={hint}
          className="flex items-start gap-3 rounded-xl border border-orange/40 bg-orange-bg px-4 py-3 text-sm text-orange"
        >
          <Info aria-hidden size={20} className="mt-0.5 shrink-0" />
          <p>
            <strong className="block text-base">{words.hints[hint].title}</strong>
            {words.hints[hint].detail}
          </p>
        </div>
      ))}
    </div>
  )
}
