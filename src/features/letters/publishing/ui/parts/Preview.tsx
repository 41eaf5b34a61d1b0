import { Store } from 'lucide-react'
import type { OpenPublicReply } from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { lengthOf, limitOf } from '#features/letters/public/rules.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay } from '#kit/time.ts'

/** As everybody will see it: whose name, which day, how long for this place. */
export function Preview({ open, text }: { open: OpenPublicReply; text: string }) {
  const { words } = useMessages(publishingMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <section aria-label={words.preview} className="flex flex-col gap-1.5">
      <h4 className="text-xs text-sub">{words.preview}</h4>
      <div className="flex flex-col gap-1.5 rounded-xl border border-line bg-bg px-4 py-3">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <Store aria-hidden size={15} className="text-sub" />
          <span className="font-semibold">{open.name}</span>
          <span className="text-xs text-sub">{words.fromOwner}</span>
          <time className="ms-auto text-xs text-sub">{calendarDay(now, now, language)}</time>
        </p>
        {text.trim() === '' ? (
          <p className="text-sm text-sub">{words.previewEmpty}</p>
        ) : (
          <p className="text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap">{text.trim()}</p>
        )}
      </div>
      <Length site={open.review?.site ?? ''} text={text.trim()} />
    </section>
  )
}

function Length({ site, text }: { site: string; text: string }) {
  const { words } = useMessages(publishingMessages)
  const limit = limitOf(site)
  if (!limit) {
    return (
      <p data-figures className="text-xs text-sub">
        {words.length({ count: lengthOf(text, 'letters') })} {words.noLimit}
      </p>
    )
  }
  const used = lengthOf(text, limit.unit)
  const counted = { used: used.toLocaleString('ja'), most: limit.most.toLocaleString('ja') }
  const said = { letters: words.lengthOf, weighted: words.weighted, bytes: words.bytes }
  return (
    <p
      data-figures
      className={`text-xs ${used > limit.most ? 'font-semibold text-red' : 'text-sub'}`}
    >
      {said[limit.unit](counted)}
    </p>
  )
}
