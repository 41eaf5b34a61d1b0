import { FileInput, Paperclip } from 'lucide-react'
import { intakeEvents } from '#features/intake/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { importMessages } from '../messages.ts'
import { intakeMessages } from '../../messages.ts'

/** Where a complaint was taken from, and what hung on it there. */
export default function ImportedEntry({ payload, at }: { payload: unknown; at: string }) {
  const { words } = useMessages(importMessages)
  const { events } = useMessages(intakeMessages)
  const read = intakeEvents['intake.imported'].safeParse(payload)
  if (!read.success) return null
  const { attachments } = read.data
  return (
    <div className="flex items-start gap-2 px-2 text-sm text-sub">
      <FileInput aria-hidden size={15} className="mt-1 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="wrap-anywhere">{events['intake.imported'](read.data)}</p>
        {attachments.length > 0 ? (
          <ul aria-label={words.attachments} className="flex flex-col gap-0.5">
            {attachments.map(({ name, url }, place) => (
              <li key={`${place}:${url}`} className="flex items-center gap-1.5 wrap-anywhere">
                <Paperclip aria-hidden size={13} className="shrink-0" />
                {/^https?:\/\//u.test(url) ? (
                  <a
                    href={url}
                    target="_blank"
                    rel="noopener noreferrer nofollow"
                    className="text-accent underline"
                  >
                    {name}
                  </a>
                ) : (
                  <span>{name}</span>
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Moment at={at} className="shrink-0 pt-0.5 text-2xs" />
    </div>
  )
}
