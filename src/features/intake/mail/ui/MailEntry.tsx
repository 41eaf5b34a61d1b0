import { ChevronDown, Mail } from 'lucide-react'
import { useState } from 'react'
import { intakeEvents } from '#features/intake/contract.ts'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { Letter } from './parts/Letter.tsx'

/** A mail in the record: one line until somebody opens it. */
export default function MailEntry({ payload, at }: { payload: unknown; at: string }) {
  const { words } = useMessages(mailMessages)
  const [isOpen, setOpen] = useState(false)
  const read = intakeEvents['intake.mail-received'].safeParse(payload)
  if (!read.success) return null
  const { mailId, from, subject, attachments } = read.data
  const title = subject || words.noSubject
  return (
    <article
      aria-label={`${words.title}：${title}`}
      className="rounded-xl border border-line-soft bg-surface px-4 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <Mail aria-hidden size={15} className="text-accent" />
        <span className="font-semibold break-all">{title}</span>
        <span className="text-sub">{from || words.noSender}</span>
        {attachments > 0 ? (
          <span className="text-xs text-sub">{`${words.attachments} ${attachments}`}</span>
        ) : null}
        <Moment at={at} className="ms-auto text-2xs text-sub" />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="tap inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-md px-1 text-accent hover:bg-gray-bg"
        >
          {isOpen ? words.close : words.open}
          <ChevronDown aria-hidden size={15} className={isOpen ? 'rotate-180' : ''} />
        </button>
      </div>
      {isOpen ? (
        <div className="mt-2 border-t border-line-soft pt-3 pb-1">
          <Letter mailId={mailId} />
        </div>
      ) : null}
    </article>
  )
}
