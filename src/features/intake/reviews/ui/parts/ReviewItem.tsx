import { Link } from '@tanstack/react-router'
import { ExternalLink, MessageCircle, Star, UserRound } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import type { PublicReview, Standing } from '#features/letters/public/contract.ts'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Ago, Moment } from '#kit/Time.tsx'
import type { ReviewStatus } from '../../contract.ts'
import { reviewsMessages } from '../../messages.ts'
import { Settling } from './Settling.tsx'

const toneOf: Readonly<Record<ReviewStatus, Tone>> = {
  open: 'orange',
  checking: 'purple',
  answered: 'green',
  'answered-elsewhere': 'green',
  'moved-to-private': 'blue',
  'left-alone': 'gray',
}
const standingTone: Readonly<Record<Standing, Tone>> = {
  drafted: 'gray',
  waiting: 'blue',
  approved: 'green',
  declined: 'red',
}

/** One review: where it stands, what it says, how far its reply is, and what was done about it. */
export function ReviewItem(props: {
  review: PublicReview
  mayChange: boolean
  isActive: boolean
  onReach: () => void
  onWrite: () => void
  /** The reply that is being written to it. */
  reply: ReactNode
}) {
  const { words } = useMessages(reviewsMessages)
  const { review, mayChange, isActive, reply } = props
  return (
    <li
      tabIndex={-1}
      data-review={review.complaintId}
      onFocus={props.onReach}
      className={`flex flex-col gap-2 rounded-xl border bg-surface px-4 py-3 outline-offset-2 ${isActive ? 'border-accent' : 'border-line-soft'}`}
    >
      <Head review={review} />
      <p className="text-sm leading-relaxed">{review.excerpt}</p>
      <Facts review={review} />
      {review.reason ? <p className="text-sm text-sub">{review.reason}</p> : null}
      {mayChange && !reply ? (
        <div className="flex flex-wrap items-start gap-2">
          <Button
            size="small"
            {...(isActive ? { keys: 'r' } : {})}
            icon={<MessageCircle aria-hidden size={15} />}
            onPress={props.onWrite}
          >
            {review.standing || review.replyId ? words.openReply : words.write}
          </Button>
          <Settling review={review} isActive={isActive} />
        </div>
      ) : null}
      {reply ? <Suspense>{reply}</Suspense> : null}
    </li>
  )
}

function Head({ review }: { review: PublicReview }) {
  const { words } = useMessages(reviewsMessages)
  const { standing } = review
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={toneOf[review.status]}>{words.statuses[review.status]}</Badge>
      {standing ? <Badge tone={standingTone[standing]}>{words.standings[standing]}</Badge> : null}
      <span className="font-semibold">{review.site || words.noSite}</span>
      <span className="text-sub wrap-anywhere">{review.author || words.noAuthor}</span>
      {review.stars === null ? null : (
        <span className="inline-flex items-center gap-1 text-sub" data-figures>
          <Star aria-hidden size={14} />
          {words.starsOf({ stars: review.stars })}
        </span>
      )}
      <Ago at={review.postedAt ?? review.seenAt} className="ms-auto text-xs text-sub" />
    </div>
  )
}

function Facts({ review }: { review: PublicReview }) {
  const { words } = useMessages(reviewsMessages)
  return (
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
      <span className="inline-flex items-center gap-1">
        <UserRound aria-hidden size={12} />
        {review.ownerName ?? words.nobody}
      </span>
      {review.draftedByName ? <span>{words.draftedBy({ name: review.draftedByName })}</span> : null}
      {review.settledByName ? <span>{words.settledBy({ name: review.settledByName })}</span> : null}
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
  )
}
