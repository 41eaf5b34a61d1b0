import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { refresh } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { FilePicker } from '#kit/FilePicker.tsx'
import { sendFile } from '#kit/files.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { keepScreen, writeProtection } from '../../contract.ts'
import { protectionMessages } from '../../messages.ts'
import { readingMessages } from '../../reading/messages.ts'
import { second, type Opened } from './fields.ts'
import { RemovalDialog } from './RemovalDialog.tsx'

type Post = Opened['record']['posts'][number]

/** One post: its words, its pictures, and what became of the request to take it down. */
export function PostCard({ complaintId, post }: { complaintId: string; post: Post }) {
  const { words } = useMessages(readingMessages)
  const isDone = post.preservedAt !== null
  return (
    <article aria-label={post.url} className="card flex flex-col gap-2 px-4 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-2 text-sub">
        <Badge tone={isDone ? 'green' : 'orange'}>
          {isDone ? words.preserved : words.incomplete}
        </Badge>
        <span>{post.platform}</span>
        <span>{post.account}</span>
        <time dateTime={post.seenAt}>{second(post.seenAt)}</time>
      </p>
      <blockquote className="border-s-2 border-line ps-3 font-semibold wrap-anywhere">
        {post.words}
      </blockquote>
      <p className="text-sub wrap-anywhere">{post.url}</p>
      <ul aria-label={words.screens} className="flex flex-col gap-0.5 text-xs text-sub">
        {post.screens.map(({ screenId, name, sha256 }) => (
          <li key={screenId} className="wrap-anywhere">
            {name}　SHA-256 {sha256}
          </li>
        ))}
      </ul>
      {isDone ? (
        <Removal complaintId={complaintId} post={post} />
      ) : (
        <Preserving complaintId={complaintId} post={post} />
      )}
    </article>
  )
}

function Preserving({ complaintId, post }: { complaintId: string; post: Post }) {
  const { words } = useMessages(readingMessages)
  const client = useQueryClient()
  const command = useCommand(writeProtection)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function keep(files: readonly File[]) {
    for (const file of files) {
      const params = { complaintId, postId: post.id, screenId: browserIds.next() }
      const kept = await sendFile(keepScreen, { params, query: { name: file.name } }, file)
      setRefusal(kept.ok ? null : kept.refusal)
    }
    await refresh(client, { complaintId })
  }
  const deed = { kind: 'complete-post', postId: post.id } as const
  return (
    <>
      <FilePicker
        label={words.addScreen}
        hint={words.screenHint}
        onFiles={(files) => void keep(files)}
      />
      <Button
        kind="primary"
        className="self-start"
        isBusy={command.isSending}
        isDisabled={post.screens.length === 0}
        onPress={() => void command.send({ params: { complaintId }, body: { deed } })}
      >
        {words.complete}
      </Button>
      <Refusal refusal={refusal ?? command.refusal} />
    </>
  )
}

function Removal({ complaintId, post }: { complaintId: string; post: Post }) {
  const { words } = useMessages(readingMessages)
  const { outcomes } = useMessages(protectionMessages)
  const [isOpen, setOpen] = useState(false)
  const { removal } = post
  const isWaiting = removal !== null && removal.answer === null
  return (
    <div className="flex flex-wrap items-center gap-3">
      {removal ? (
        <span>
          {removal.answer
            ? `${outcomes[removal.answer.outcome]}（${removal.answer.on}）`
            : removal.dueOn
              ? words.removalDue({ day: removal.dueOn })
              : words.removalNoDue}
        </span>
      ) : null}
      <Button size="small" onPress={() => setOpen(true)}>
        {isWaiting ? words.answerRemoval : words.askRemoval}
      </Button>
      {isOpen ? (
        <RemovalDialog
          complaintId={complaintId}
          postId={post.id}
          isWaiting={isWaiting}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}
