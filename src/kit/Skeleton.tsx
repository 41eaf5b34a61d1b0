import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'

/** Grey lines while something loads; they appear after 300 ms, so that what is quick does not flicker. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const words = useMessages(kitMessages)
  return (
    <div role="status" className="appear-late flex flex-col gap-4 p-5">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} aria-hidden className="flex flex-col gap-2">
          <div
            className="h-4 rounded bg-gray-bg"
            style={{ width: `${38 + ((index * 23) % 40)}%` }}
          />
          <div className="h-3 w-11/12 rounded bg-gray-bg opacity-60" />
        </div>
      ))}
    </div>
  )
}
