import { MessageCircleWarning } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Answering } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { listReviews, reviewStatus, type ReviewStatus } from '../contract.ts'
import { reviewsMessages } from '../messages.ts'
import { Paste } from './parts/Paste.tsx'
import { ReviewItem } from './parts/ReviewItem.tsx'

type Filter = ReviewStatus | 'all'

/** What stands in public: paste it, receive it, and say what was done about it. */
export function Reviews({ mayReceive }: { mayReceive: boolean }) {
  const { words } = useMessages(reviewsMessages)
  const [filter, setFilter] = useState<Filter>('open')
  const query = filter === 'all' ? {} : { status: filter }
  const answer = useAnswer(listReviews, { query }, { live: true, keepPrevious: true })
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-sub">{words.lead}</p>
      {mayReceive ? <Paste /> : null}
      <Section title={words.list} icon={MessageCircleWarning}>
        <Answering answer={answer}>
          {({ reviews, counts }) => (
            <>
              <Choices<Filter>
                label={words.list}
                hidesLabel
                size="small"
                choices={[
                  ...reviewStatus.options.map((id) => ({
                    id,
                    name: `${words.statuses[id]} ${counts[id]}`,
                  })),
                  { id: 'all', name: words.all },
                ]}
                value={filter}
                onChange={setFilter}
              />
              {reviews.length === 0 ? (
                <EmptyState icon={MessageCircleWarning} title={words.none}>
                  {words.noneHint}
                </EmptyState>
              ) : (
                <ul aria-label={words.list} className="flex flex-col gap-3">
                  {reviews.map((review) => (
                    <ReviewItem key={review.complaintId} review={review} mayChange={mayReceive} />
                  ))}
                </ul>
              )}
            </>
          )}
        </Answering>
      </Section>
    </div>
  )
}
