import type { Complaint } from '#features/complaints/contract.ts'
import { demandsMessages } from '#features/complaints/demands/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'

/** How it was judged, on which ground it was answered, what instead, and how often that was said. */
export function DemandLog({ demand }: { demand: Complaint['demands'][number] }) {
  const { words } = useMessages(demandsMessages)
  const language = useLanguage()
  const now = useNow()
  const { ground, alternative, content, answers } = demand
  const last = answers.at(-1)
  if (!last) return null
  const said = words.stands({ ground: ground ?? '', alternative: alternative ?? '' })
  const at = dayAndTime(last.at, now, language)
  return (
    <p className="flex flex-col text-xs text-sub">
      {content ? <span>{words.contents[content]}</span> : null}
      {said === '' ? null : <span>{said}</span>}
      <span>{words.answered({ count: answers.length, at, byName: last.byName })}</span>
    </p>
  )
}
