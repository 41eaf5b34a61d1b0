import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import type { Answered, Refused } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { Ending } from './Ending.tsx'

/** Until when something can be taken back, and doing it; after that, the way that is left. */
export function TakeBack(props: {
  what: string
  title: string
  tooLate: string
  undoUntil: string
  canBeUndone: boolean
  command: { readonly isSending: boolean; readonly refusal: Refused | null }
  send: (reason: string) => Promise<Answered<unknown>>
}) {
  const { words } = useMessages(profilesMessages)
  const { tooLate, undoUntil, canBeUndone, ...ending } = props
  if (!canBeUndone) return <p className="text-xs text-sub">{tooLate}</p>
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-2 text-xs text-sub">
      <span>
        {words.undoUntil} <Moment at={undoUntil} always="day" />
      </span>
      <Ending {...ending} label={words.undo} />
    </p>
  )
}
