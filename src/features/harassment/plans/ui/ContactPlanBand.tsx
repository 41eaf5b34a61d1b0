import { Link } from '@tanstack/react-router'
import { Route } from 'lucide-react'
import { useState } from 'react'
import { readStanding, type Perhaps, type Standing } from '#features/harassment/plans/contract.ts'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { PlanDeed } from './parts/PlanDeed.tsx'
import { useWays } from './parts/Terms.tsx'

/** The plan that holds for whoever complains, and the one key that follows it. Nothing when there is none. */
export default function ContactPlanBand(props: { complaintId: string; isOnPhone?: boolean }) {
  const { words } = useMessages(planningMessages)
  const answer = useAnswer(readStanding, { params: { complaintId: props.complaintId } })
  const { holds, perhaps } = answer.state === 'ready' ? answer.value : { holds: [], perhaps: [] }
  const [first] = holds
  if (!first && perhaps.length === 0) return null
  return (
    <section
      aria-label={words.title}
      className="flex flex-col gap-1 border-b border-line-soft bg-orange-bg px-4 py-2 text-sm sm:px-6"
    >
      {first ? <Holds {...props} standing={first} /> : null}
      {perhaps.map((each) => (
        <PerhapsLine key={each.planId} perhaps={each} />
      ))}
    </section>
  )
}

type HoldsProps = { complaintId: string; isOnPhone?: boolean; standing: Standing }

function Holds({ complaintId, isOnPhone = false, standing }: HoldsProps) {
  const { words } = useMessages(planningMessages)
  const [isOpen, setOpen] = useState(false)
  const { terms, why } = standing
  const ways = useWays(terms)
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <Route aria-hidden size={17} className="mt-1 shrink-0 text-orange" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2">
          <strong>{words.bandTitle({ name: terms.windowName })}</strong>
          {standing.isOpenNow ? (
            <Badge tone="green">{words.openNow}</Badge>
          ) : (
            <span className="text-xs">
              {words.nextTime} <Moment at={standing.nextAt} />
            </span>
          )}
        </p>
        <p>
          {why === 'covered' ? `「${terms.say}」` : null}
          {why === 'safety' ? words.safety : null}
          {why === 'new-matter' ? words.newMatter : null}
        </p>
        <p className="text-xs">
          {ways}・{words.reviewBy({ day: terms.reviewOn })}・
          <Customer standing={standing} />
        </p>
      </div>
      {why === 'covered' ? (
        <Button
          keys="f3"
          keysInFields
          label={isOnPhone ? words.handToWindow : words.answerOtherwise}
          onPress={() => setOpen(true)}
        >
          {isOnPhone ? words.handToWindow : words.answerOtherwise}
        </Button>
      ) : null}
      {isOpen ? (
        <PlanDeed
          complaintId={complaintId}
          isOnPhone={isOnPhone}
          standing={standing}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}

function Customer({ standing }: { standing: Standing }) {
  const { words } = useMessages(planningMessages)
  const { customerId, number } = standing
  if (!customerId) return <span data-figures>{number}</span>
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId }}
      className="tap text-accent underline underline-offset-4"
    >
      {words.whole}
    </Link>
  )
}

function PerhapsLine({ perhaps }: { perhaps: Perhaps }) {
  const { words } = useMessages(planningMessages)
  return (
    <p className="text-xs">
      {words.perhaps({ name: perhaps.customerName ?? '', by: words.perhapsBy[perhaps.by] })}{' '}
      <Customer standing={perhaps} />
    </p>
  )
}
