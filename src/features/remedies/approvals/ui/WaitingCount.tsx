import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { useWaiting } from './parts/useWaiting.ts'

/** How many requests wait for the viewer, at the way to them; nothing when there are none. */
export default function WaitingCount() {
  const { words } = useMessages(queueMessages)
  const { count } = useWaiting()
  if (count === 0) return null
  return (
    <span
      data-figures
      className="absolute end-1.5 top-0.5 max-sm:end-[calc(50%-1.75rem)] min-w-5 rounded-full bg-accent px-1 text-center text-2xs leading-5 font-semibold text-surface"
    >
      {count}
      <span className="sr-only">{words.waitingCount}</span>
    </span>
  )
}
