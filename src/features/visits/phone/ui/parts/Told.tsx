import { Check, CloudOff, Send } from 'lucide-react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import type { MyVisit } from '../../../contract.ts'
import type { Press } from '../../contract.ts'
import { phoneMessages } from '../../messages.ts'
import { toldOf } from '../../rules.ts'

const icons = { arrived: Check, waiting: CloudOff, sending: Send } as const

/** What the office knows by now, as it is: somebody who is out there relies on it. */
export function Told(props: {
  known: MyVisit
  waiting: readonly Press[]
  contact: { readonly id: string; readonly at: string } | null
  /** Not tried yet, or just now: nobody has to worry about the line. */
  isFresh: boolean
}) {
  const { words } = useMessages(phoneMessages)
  const language = useLanguage()
  const { known, waiting, contact, isFresh } = props
  const told = toldOf(known, waiting)
  const time = (at: string) => clockTime(at, language)
  const hasArrived = contact !== null && waiting.every(({ kind }) => kind !== 'contact')
  const kind = told?.kind === 'waiting' && isFresh ? 'sending' : (told?.kind ?? 'arrived')
  const Icon = icons[kind]
  return (
    <div role="status" data-told className="flex flex-col gap-1">
      {told ? (
        <p className="flex items-start gap-2">
          <Icon aria-hidden size={18} className="mt-1 shrink-0" />
          <span>{words[kind]({ time: time(told.at), what: words.whats[told.what] })}</span>
        </p>
      ) : null}
      {kind === 'waiting' && told?.kind === 'waiting' && told.noticedAt ? (
        <p className="ps-6.5">{words.noticed({ time: time(told.noticedAt) })}</p>
      ) : null}
      {hasArrived ? <p className="ps-6.5">{words.contacted({ time: time(contact.at) })}</p> : null}
      {hasArrived && known.noticeSeenAt ? (
        <p className="ps-6.5">{words.contactSeen({ time: time(known.noticeSeenAt) })}</p>
      ) : null}
    </div>
  )
}
