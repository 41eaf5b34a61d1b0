import { Link } from '@tanstack/react-router'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Who wrote it when, and the complaint whose record holds it. */
export function Source(props: {
  source: { at: string; byName?: string; complaintId: string; number: string }
}) {
  const { words } = useMessages(profilesMessages)
  const { at, byName, complaintId, number } = props.source
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-sub">
      <Moment at={at} always="day" />
      {byName === undefined ? null : <span>{words.writtenBy({ name: byName })}</span>}
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId }}
        data-figures
        className="tap text-accent underline underline-offset-4"
      >
        {number}
      </Link>
    </p>
  )
}
