import { Handshake, Tags } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { readRemedies, type RemediesOfComplaint } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { offersMessages } from '#features/remedies/offers/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { AgreementCard } from './parts/AgreementCard.tsx'
import { AgreementForm } from './parts/AgreementForm.tsx'
import { OfferCard } from './parts/OfferCard.tsx'
import { BarredOptions, OptionCard } from './parts/OptionCard.tsx'

const InCase = later(() => import('../../approvals/ui/parts/InCase.tsx'))
const BudgetLine = later(() => import('../../budgets/ui/parts/BudgetLine.tsx'))
const BeyondRules = later(() => import('../../approvals/ui/parts/BeyondRules.tsx'))

export type RemediesPanelProps = {
  readonly complaintId: string
  /** Folded away until it is time: on the phone, before the talk has come to a solution. */
  readonly folds?: 'open' | 'shut'
  /** The words of the customer to answer with, newest first. */
  readonly said: readonly string[]
  /** The small form for something the rules still need to know. */
  readonly fill: (into: string, label: string) => ReactNode
  /** The form for the agreement stands somewhere else on the page already. */
  readonly agreesElsewhere?: boolean
}

/** What the rules allow here, with words; the customer's answer to each; and what was agreed. */
export function RemediesPanel(props: RemediesPanelProps) {
  const { words } = useMessages(choosingMessages)
  const remedies = useAnswer(readRemedies, { params: { complaintId: props.complaintId } })
  const offers = remedies.state === 'ready' ? remedies.value.offers.length : 0
  return (
    <Section
      title={words.title}
      icon={Tags}
      tone="blue"
      {...(offers > 0 ? { count: offers } : {})}
      {...(props.folds === undefined ? {} : { folds: props.folds })}
    >
      <Answering answer={remedies} skeletonLines={2}>
        {(value) => <Remedies {...props} remedies={value} />}
      </Answering>
    </Section>
  )
}

function Remedies(props: RemediesPanelProps & { remedies: RemediesOfComplaint }) {
  const { words } = useMessages(choosingMessages)
  const agreed = useMessages(offersMessages).words
  const { remedies, complaintId } = props
  const { offers, agreement } = remedies
  const open = remedies.options.filter(
    ({ rule, allowed }) =>
      allowed && !offers.some((each) => each.ruleId === rule.id && each.answer !== 'rejected'),
  )
  const isUndecided = offers.some(({ answer }) => answer !== 'rejected' && answer !== 'accepted')
  const canAgree =
    !props.agreesElsewhere &&
    agreement === null &&
    offers.some(({ answer }) => answer === 'accepted')
  return (
    <div className="flex flex-col gap-2">
      {agreement ? <AgreementCard complaintId={complaintId} agreement={agreement} /> : null}
      {offers.length > 0 ? (
        <ul aria-label={words.offered} className="flex flex-col gap-2">
          {offers.map((offer) => (
            <OfferCard
              key={offer.id}
              complaintId={complaintId}
              offer={offer}
              said={props.said}
              isSettled={agreement !== null}
            />
          ))}
        </ul>
      ) : null}
      {canAgree ? (
        <div className="rounded-lg border border-green/50 p-3">
          <p className="mb-2 flex items-center gap-2 text-sm font-semibold">
            <Handshake aria-hidden size={16} className="text-green" />
            {agreed.agreement}
          </p>
          <AgreementForm complaintId={complaintId} />
        </div>
      ) : null}
      <Suspense>
        <InCase complaintId={complaintId} isSettled={agreement !== null} />
      </Suspense>
      {agreement ? null : (
        <>
          {open.length + offers.length === 0 ? (
            <p className="text-sm text-sub">{words.none}</p>
          ) : null}
          {open.length > 0 && !isUndecided ? (
            <p className="text-xs text-sub">{words.lead}</p>
          ) : null}
          <ul className="flex flex-col gap-2">
            {open.map((option) => (
              <OptionCard key={option.rule.id} complaintId={complaintId} option={option} />
            ))}
          </ul>
          <BarredOptions complaintId={complaintId} options={remedies.options} fill={props.fill} />
          <Suspense>
            <BeyondRules complaintId={complaintId} />
            <BudgetLine />
          </Suspense>
        </>
      )}
    </div>
  )
}
