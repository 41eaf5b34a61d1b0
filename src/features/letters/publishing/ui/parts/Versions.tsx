import { ExternalLink, PencilLine } from 'lucide-react'
import { useState } from 'react'
import {
  withdrawWords,
  type OpenPublicReply,
  type PublicReply,
} from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import type { PublicReplying } from './usePublicReply.ts'

/** What was put there, newest first: every version to the letter. */
export function Versions(props: {
  complaintId: string
  open: OpenPublicReply
  reply: PublicReplying
}) {
  const { words } = useMessages(publishingMessages)
  const { open, reply } = props
  if (open.replies.length === 0) return null
  const standing = open.replies.find(
    ({ replacedAt, withdrawnAt }) => replacedAt === null && withdrawnAt === null,
  )
  return (
    <Section title={words.versions}>
      <ol aria-label={words.versions} className="flex flex-col gap-3">
        {open.replies.toReversed().map((each) => (
          <Version key={each.id} version={each} reply={reply} />
        ))}
      </ol>
      {standing ? <Withdrawing complaintId={props.complaintId} /> : null}
    </Section>
  )
}

function Version({ version: each, reply }: { version: PublicReply; reply: PublicReplying }) {
  const { words } = useMessages(publishingMessages)
  const state = each.withdrawnAt ? 'withdrawn' : each.replacedAt ? 'replaced' : 'stands'
  const tones = { stands: 'green', replaced: 'gray', withdrawn: 'red' } as const
  return (
    <li className="flex flex-col gap-1 rounded-lg border border-line-soft px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-sub">
        <span className="font-semibold">{words.version({ version: each.version })}</span>
        <Badge tone={tones[state]}>{words[state]}</Badge>
        <Moment at={each.postedAt} always="both" />
        <span>{each.recordedByName}</span>
        {each.url ? (
          <a
            href={each.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="tap inline-flex items-center gap-1 text-accent underline"
          >
            {words.toPlace}
            <ExternalLink aria-hidden size={12} />
          </a>
        ) : null}
      </p>
      <p className="leading-relaxed wrap-anywhere whitespace-pre-wrap">{each.text}</p>
      {each.withdrawnReason ? (
        <p className="text-xs text-sub">
          {each.withdrawnByName}：{each.withdrawnReason}
        </p>
      ) : null}
      <p className="text-2xs wrap-anywhere text-sub" data-figures>
        {words.fingerprint} {each.sha256}
      </p>
      {state === 'replaced' ? null : (
        <div>
          <Button
            size="small"
            kind="quiet"
            icon={<PencilLine aria-hidden size={14} />}
            onPress={() => {
              reply.change({ text: each.text })
              reply.area.current?.focus()
            }}
          >
            {words.rewrite}
          </Button>
        </div>
      )}
    </li>
  )
}

function Withdrawing({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(publishingMessages)
  const withdraw = useCommand(withdrawWords)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  async function save() {
    const done = await withdraw.send({ params: { complaintId }, body: { reason: reason.trim() } })
    if (done.ok) setOpen(false)
  }
  if (!isOpen) {
    return (
      <div>
        <Button size="small" kind="danger" onPress={() => setOpen(true)}>
          {words.withdraw}
        </Button>
      </div>
    )
  }
  return (
    <LineForm
      label={words.withdrawReason}
      value={reason}
      onChange={setReason}
      onSave={() => void save()}
      saveLabel={words.withdrawing}
      isSaving={withdraw.isSending}
      refusal={withdraw.refusal}
      autoFocus
    />
  )
}
