import { PhoneForwarded } from 'lucide-react'
import type { OpenPublicReply } from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { invitationOf } from '#features/letters/public/rules.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { FromRecord } from './FromRecord.tsx'
import type { PublicReplying } from './usePublicReply.ts'

/** Words to begin with, and those that move the talk to where nobody else reads. */
export function Begin(props: {
  complaintId: string
  open: OpenPublicReply
  reply: PublicReplying
}) {
  const { open, reply } = props
  const { words } = useMessages(publishingMessages)
  const invitation = invitationOf(open.channels, globalThis.location.origin)
  const names: Readonly<Record<string, string>> = words.openingNames
  const { draft } = open
  return (
    <>
      {open.review ? (
        <section
          aria-label={words.theirs}
          tabIndex={0}
          className="max-h-48 overflow-y-auto rounded-xl border-s-4 border-accent bg-bg px-4 py-2 shadow-[0_0_0_1px_var(--line-soft)]"
        >
          <p className="text-xs text-sub">{words.theirs}</p>
          <p className="text-sm leading-relaxed whitespace-pre-wrap">{open.review.words}</p>
        </section>
      ) : null}
      {draft && draft.text !== reply.typed.text.trim() ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-sub">
          {words.savedBy({ names: draft.savedByName })}
          <Button size="small" onPress={() => reply.change({ text: draft.text })}>
            {words.takeDraft}
          </Button>
        </p>
      ) : null}
      <div role="group" aria-label={words.openings} className="flex flex-wrap items-center gap-1.5">
        <span className="text-xs text-sub">{words.openings}</span>
        {open.review ? (
          <FromRecord complaintId={props.complaintId} onText={(text) => reply.add(text)} />
        ) : null}
        {open.openings.map(({ id, text }) => (
          <Button key={id} size="small" onPress={() => reply.add(text)}>
            {names[id] ?? id}
          </Button>
        ))}
        {invitation === null ? null : (
          <Button
            size="small"
            keys="alt+i"
            keysInFields
            icon={<PhoneForwarded aria-hidden size={14} />}
            onPress={() => reply.add(invitation)}
          >
            {words.invite}
          </Button>
        )}
      </div>
      {invitation === null ? <p className="text-xs text-sub">{words.noWay}</p> : null}
    </>
  )
}
