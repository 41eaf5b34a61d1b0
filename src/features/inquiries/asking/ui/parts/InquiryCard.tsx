import { Ellipsis, Eye, EyeOff, Link2Off } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Menu } from '#kit/Menu.tsx'
import { Due, Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  readLink,
  renewLink,
  revokeLink,
  type listComplaintInquiries,
  type Turn,
} from '../../../contract.ts'
import { askingMessages } from '../../messages.ts'
import { Deeds, type Deed } from './Deeds.tsx'

export type Shown = z.output<typeof listComplaintInquiries.answer>['inquiries'][number]

const tones = {
  asked: 'purple',
  'asked-back': 'orange',
  answered: 'green',
  declined: 'orange',
  withdrawn: 'gray',
} as const

/** One request: where it stands, what was said, and what can be done about it. */
export function InquiryCard(props: { inquiry: Shown; nextPromiseAt: string | null }) {
  const { words } = useMessages(askingMessages)
  const [deed, setDeed] = useState<Deed | null>(null)
  const { inquiry, nextPromiseAt } = props
  const { departmentName, state, dueAt, isOverdue, turns } = inquiry
  const isOpen = state === 'asked' || state === 'asked-back'
  const isTooLate =
    isOpen && nextPromiseAt !== null && Date.parse(dueAt) > Date.parse(nextPromiseAt)
  return (
    <article
      aria-label={`${words.title}：${departmentName}`}
      className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-3"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex-1 font-semibold">{departmentName}</span>
        <Badge tone={isOverdue ? 'red' : tones[state]}>{words.states[state]}</Badge>
      </p>
      <Standing inquiry={inquiry} />
      {isTooLate ? <p className="text-sm text-orange">{words.tooLate}</p> : null}
      <ol className="flex flex-col gap-2">
        {turns.map((turn) => (
          <Said key={turn.sequence} turn={turn} />
        ))}
      </ol>
      {isOpen ? <Actions inquiry={inquiry} onDeed={setDeed} /> : null}
      {deed ? <Deeds inquiry={inquiry} deed={deed} onClose={() => setDeed(null)} /> : null}
    </article>
  )
}

function Standing({ inquiry }: { inquiry: Shown }) {
  const { words } = useMessages(askingMessages)
  const { state, dueAt, readAt, isLinkOpen, moves } = inquiry
  const isOpen = state === 'asked' || state === 'asked-back'
  if (!isOpen) return null
  const Icon = readAt === null ? EyeOff : Eye
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-sub">
      <Due at={dueAt} withDate />
      <span className="inline-flex items-center gap-1">
        <Icon aria-hidden size={13} />
        {readAt === null ? words.unread : words.read}
        {readAt === null ? null : <Moment at={readAt} always="both" />}
      </span>
      {moves > 0 ? <span>{words.moved({ count: moves })}</span> : null}
      {isLinkOpen ? null : (
        <span className="inline-flex items-center gap-1 text-red">
          <Link2Off aria-hidden size={13} />
          {words.shut}
        </span>
      )}
    </p>
  )
}

function Said({ turn }: { turn: Turn }) {
  const { words } = useMessages(askingMessages)
  const { kind, byName, at, text, isConfirmed } = turn
  return (
    <li
      className={`text-sm ${turn.side === 'department' ? 'border-s-2 border-purple ps-2.5' : ''}`}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-2xs text-sub">
        <span className="font-semibold">{words.turns[kind]}</span>
        <span>{byName}</span>
        <Moment at={at} />
        {isConfirmed === null ? null : (
          <Badge tone={isConfirmed ? 'green' : 'gray'}>
            {isConfirmed ? words.confirmed : words.claimed}
          </Badge>
        )}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
    </li>
  )
}

type Words = { readonly copiedLink: string }

/** Asked for when it is wanted, and kept nowhere on this screen. */
async function copyLink(inquiryId: string, words: Words): Promise<void> {
  const answered = await call(readLink, { params: { inquiryId } })
  if (!answered.ok) {
    showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    return
  }
  const { path, url } = answered.value
  const isCopied = await copy(url ?? `${location.origin}${path}`)
  if (isCopied) showToast({ text: words.copiedLink, tone: 'done' })
}

function Actions({ inquiry, onDeed }: { inquiry: Shown; onDeed: (deed: Deed) => void }) {
  const { words } = useMessages(askingMessages)
  const [renew, revoke] = [useCommand(renewLink), useCommand(revokeLink)]
  const order = { params: { inquiryId: inquiry.id }, body: {} }
  async function change(command: typeof renew, text: string) {
    const answered = await command.send(order)
    if (answered.ok) showToast({ text, tone: 'done' })
  }
  const link = [
    ...(inquiry.isLinkOpen
      ? [{ id: 'copy', name: words.copyLink, run: () => void copyLink(inquiry.id, words) }]
      : []),
    { id: 'renew', name: words.renew, run: () => void change(renew, words.done.renewed) },
    ...(inquiry.isLinkOpen
      ? [{ id: 'revoke', name: words.revoke, run: () => void change(revoke, words.done.revoked) }]
      : []),
  ]
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button size="small" onPress={() => onDeed('tell')}>
          {words.tell}
        </Button>
        <Button size="small" onPress={() => onDeed('receive')}>
          {words.receive}
        </Button>
        <Menu
          label={words.more}
          actions={[
            ...link,
            { id: 'withdraw', name: words.withdraw, run: () => onDeed('withdraw'), isDanger: true },
          ]}
        >
          <Ellipsis aria-hidden size={18} />
        </Menu>
      </div>
      <Refusal refusal={renew.refusal ?? revoke.refusal} />
    </>
  )
}
