import { Link } from '@tanstack/react-router'
import { ExternalLink, Star } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Moment } from '#kit/Time.tsx'
import {
  reopenReview,
  settlements,
  settleReview,
  type ReviewLine,
  type ReviewStatus,
  type Settlement,
} from '../../contract.ts'
import { reviewsMessages } from '../../messages.ts'

const toneOf: Readonly<Record<ReviewStatus, Tone>> = {
  open: 'orange',
  answered: 'green',
  'moved-to-private': 'blue',
  'left-alone': 'gray',
}

/** One review: where it stands, what it says, and what was done about it. */
export function ReviewItem({ review, mayChange }: { review: ReviewLine; mayChange: boolean }) {
  const { words } = useMessages(reviewsMessages)
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line-soft bg-surface px-4 py-3">
      <Head review={review} />
      <p className="text-sm leading-relaxed">{review.excerpt}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-sub">
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId: review.complaintId }}
          className="tap text-accent underline"
        >
          {review.number}
        </Link>
        {review.postedAt ? (
          <span>
            {words.posted} <Moment at={review.postedAt} />
            {review.postedPrecision ? words.precisions[review.postedPrecision] : ''}
          </span>
        ) : null}
        <span>
          {words.seen} <Moment at={review.seenAt} />
        </span>
        {review.url ? (
          <a
            href={review.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="tap inline-flex items-center gap-1 text-accent underline"
          >
            {words.open}
            <ExternalLink aria-hidden size={12} />
          </a>
        ) : null}
      </p>
      {review.reason ? <p className="text-sm text-sub">{review.reason}</p> : null}
      {mayChange ? <Settling review={review} /> : null}
    </li>
  )
}

function Head({ review }: { review: ReviewLine }) {
  const { words } = useMessages(reviewsMessages)
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={toneOf[review.status]}>{words.statuses[review.status]}</Badge>
      <span className="font-semibold">{review.site || words.noSite}</span>
      <span className="text-sub wrap-anywhere">{review.author || words.noAuthor}</span>
      {review.stars === null ? null : (
        <span className="inline-flex items-center gap-1 text-sub" data-figures>
          <Star aria-hidden size={14} />
          {words.starsOf({ stars: review.stars })}
        </span>
      )}
    </div>
  )
}

function Settling({ review }: { review: ReviewLine }) {
  const { words } = useMessages(reviewsMessages)
  const reopen = useCommand(reopenReview)
  const [isOpen, setOpen] = useState(false)
  const params = { complaintId: review.complaintId }
  if (isOpen) return <SettleForm review={review} onDone={() => setOpen(false)} />
  return (
    <>
      <div className="flex gap-2">
        {review.status === 'open' ? (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.settle}
          </Button>
        ) : (
          <Button
            size="small"
            kind="quiet"
            isBusy={reopen.isSending}
            onPress={() => void reopen.send({ params, body: {} })}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
      <Refusal refusal={reopen.refusal} />
    </>
  )
}

function SettleForm({ review, onDone }: { review: ReviewLine; onDone: () => void }) {
  const { words } = useMessages(reviewsMessages)
  const settle = useCommand(settleReview)
  const [how, setHow] = useState<Settlement>('answered')
  const [reason, setReason] = useState('')
  async function save() {
    const params = { complaintId: review.complaintId }
    if ((await settle.send({ params, body: { how, reason } })).ok) onDone()
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line-soft pt-3">
      <Choices
        label={words.how}
        size="small"
        choices={settlements.map((id) => ({ id, name: words.statuses[id] }))}
        value={how}
        onChange={setHow}
      />
      <TextField
        label={how === 'left-alone' ? words.reasonNeeded : words.reason}
        isRequired={how === 'left-alone'}
        value={reason}
        maxLength={500}
        onChange={setReason}
        onSend={() => void save()}
      />
      <Refusal refusal={settle.refusal} />
      <div>
        <Button size="small" kind="primary" isBusy={settle.isSending} onPress={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
