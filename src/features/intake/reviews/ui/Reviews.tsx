import { MessageCircleWarning } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import {
  listPublicReviews,
  shows,
  type PublicReview,
  type Show,
} from '#features/letters/public/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Answering } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { reviewsMessages } from '../messages.ts'
import { Paste } from './parts/Paste.tsx'
import { ReviewItem } from './parts/ReviewItem.tsx'
import { useWalk } from './parts/useWalk.ts'

type Desk = {
  readonly mayReceive: boolean
  /** The reply in public, from the room that writes it. */
  readonly reply: (complaintId: string, close: () => void) => ReactNode
}
type Filter = Show | 'all'

/** What stands in public: paste it, receive it, answer it, and say what was done about it. */
export function Reviews(props: Desk) {
  const { words } = useMessages(reviewsMessages)
  const [filter, setFilter] = useState<Filter>('open')
  const [stars, setStars] = useState('all')
  const query = {
    ...(filter === 'all' ? {} : { show: filter }),
    ...(stars === 'all' ? {} : { starsUpTo: Number(stars) }),
  }
  const answer = useAnswer(listPublicReviews, { query }, { live: true, keepPrevious: true })
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-sub">{words.lead}</p>
      {props.mayReceive ? <Paste /> : null}
      <Section title={words.list} icon={MessageCircleWarning}>
        <Answering answer={answer}>
          {({ reviews, counts, total }) => (
            <>
              <div className="flex flex-wrap items-end justify-between gap-3">
                <Choices<Filter>
                  label={words.show}
                  hidesLabel
                  size="small"
                  choices={[
                    ...shows.map((id) => ({ id, name: `${words.shows[id]} ${counts[id]}` })),
                    { id: 'all', name: words.all },
                  ]}
                  value={filter}
                  onChange={setFilter}
                />
                <Stars value={stars} onChange={setStars} />
              </div>
              <List {...props} reviews={reviews} />
              {total > reviews.length ? (
                <p className="text-sm text-sub">{words.more({ count: total - reviews.length })}</p>
              ) : null}
            </>
          )}
        </Answering>
      </Section>
    </div>
  )
}

function Stars({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { words } = useMessages(reviewsMessages)
  return (
    <div className="w-36">
      <Select
        label={words.starsFilter}
        hidesLabel
        choices={[
          { id: 'all', name: words.starsAll },
          ...['1', '2', '3', '4'].map((id) => ({
            id,
            name: words.starsUpTo({ stars: Number(id) }),
          })),
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

/** J and K walk, R answers, E says what was done; the one that is reached has the focus. */
function List({ mayReceive, reply, ...props }: Desk & { reviews: readonly PublicReview[] }) {
  const { words } = useMessages(reviewsMessages)
  const [writing, setWriting] = useState<PublicReview | null>(null)
  const reviews = useWithWritten(props.reviews, writing)
  const { place, activeId, setActive } = useWalk(reviews.map(({ complaintId }) => complaintId))
  if (reviews.length === 0) {
    return (
      <EmptyState icon={MessageCircleWarning} title={words.none}>
        {words.noneHint}
      </EmptyState>
    )
  }
  return (
    <ul ref={place} aria-label={words.list} className="flex flex-col gap-3">
      {reviews.map((review) => (
        <ReviewItem
          key={review.complaintId}
          review={review}
          mayChange={mayReceive}
          isActive={review.complaintId === activeId}
          onReach={() => setActive(review.complaintId)}
          onWrite={() => setWriting(review)}
          reply={
            review.complaintId === writing?.complaintId
              ? reply(review.complaintId, () => setWriting(null))
              : null
          }
        />
      ))}
    </ul>
  )
}

/** Whoever writes stays with their review, also when it waits somewhere else by now. */
function useWithWritten(reviews: readonly PublicReview[], writing: PublicReview | null) {
  const everywhere = useAnswer(
    listPublicReviews,
    { query: { limit: 500 } },
    { live: true, isOff: writing === null },
  )
  const isHere = (each: PublicReview) => each.complaintId === writing?.complaintId
  if (writing === null || reviews.some(isHere)) return reviews
  const now = everywhere.state === 'ready' ? everywhere.value.reviews.find(isHere) : undefined
  return [now ?? writing, ...reviews]
}
