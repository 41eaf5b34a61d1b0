import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import { isGoodwill } from '#features/remedies/budgets/rules.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Ago, Due, Moment } from '#kit/Time.tsx'
import BudgetLine from '../../../budgets/ui/parts/BudgetLine.tsx'
import { OffersBefore } from '../../../offers/ui/parts/OffersBefore.tsx'
import { GrantForm } from './GrantForm.tsx'
import { Like } from './Like.tsx'
import { requestName, stateLooks } from './looks.ts'
import { RefuseForm } from './RefuseForm.tsx'
import { Marks } from './RequestRow.tsx'

/** Everything that is needed to decide one request, the case beside it, and the two ways to decide. */
export function RequestPane(props: {
  approval: Approval
  beside: (complaintId: string, isText: boolean) => ReactNode
  words: (approvalId: string) => ReactNode
}) {
  const { words } = useMessages(queueMessages)
  const { approval } = props
  const isWaiting = approval.state === 'asked'
  return (
    <section aria-label={requestName(approval)} className="card flex flex-col gap-4 p-4 sm:p-5">
      <Head approval={approval} />
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <div className="flex min-w-0 flex-col gap-3">
          <What approval={approval} words={props.words} />
          {isWaiting ? <Like approval={approval} /> : <Outcome approval={approval} />}
          {isWaiting ? <Money approval={approval} /> : null}
          <Deciding approval={approval} />
        </div>
        <aside
          aria-label={words.beside}
          className="flex min-w-0 flex-col gap-4 border-line-soft max-xl:border-t max-xl:pt-4 xl:border-s xl:ps-6"
        >
          {props.beside(approval.complaintId, approval.text !== null)}
          <OffersBefore complaintId={approval.complaintId} />
        </aside>
      </div>
    </section>
  )
}

function Head({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const { amountYen, state, complaintId, complaintNumber, customerName } = approval
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h2 className="w-full text-lg leading-snug font-semibold">
        {approval.label}
        {amountYen === null ? null : (
          <span data-figures className="ms-3 whitespace-nowrap">
            {words.yen({ amount: amountYen })}
          </span>
        )}
      </h2>
      <p className="flex grow flex-wrap gap-x-3 text-sm whitespace-nowrap text-sub">
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId }}
          aria-label={`${words.open}　${complaintNumber}`}
          className="text-accent underline underline-offset-4"
        >
          {complaintNumber}
        </Link>
        {customerName ? <span>{customerName} 様</span> : null}
        <span>{words.asked({ name: approval.askedByName })}</span>
        <Ago at={approval.askedAt} />
      </p>
      <span className="flex flex-wrap items-center gap-1.5">
        <Marks approval={approval} />
        {state === 'asked' ? <Due at={approval.expiresAt} withDate /> : null}
      </span>
    </div>
  )
}

/** Why, and in which words it would be said. */
function What(props: { approval: Approval; words: (approvalId: string) => ReactNode }) {
  const { words } = useMessages(queueMessages)
  const { approval } = props
  const { clause, priceYen, product, text, say } = approval
  const about = [
    product,
    priceYen === null ? null : words.price({ amount: priceYen }),
    clause === null || approval.ruleId === null ? null : words.clause({ clause }),
  ].filter((each) => each !== null)
  return (
    <>
      <div>
        <h3 className="text-xs font-medium text-sub">{words.reason}</h3>
        <p>{approval.reason}</p>
      </div>
      {text === null ? null : props.words(approval.id)}
      {say && text === null ? (
        <div>
          <h3 className="mb-1 text-xs font-medium text-sub">{words.say}</h3>
          <blockquote className="max-h-80 overflow-auto rounded-lg bg-accent-bg px-3 py-2 text-sm whitespace-pre-wrap">
            {say}
          </blockquote>
        </div>
      ) : null}
      {about.length > 0 ? <p className="text-xs text-sub">{about.join('　')}</p> : null}
    </>
  )
}

/** What is left of the budget that it would be drawn from: that of whoever asks. */
function Money({ approval }: { approval: Approval }) {
  const { kind, isException, amountYen, askedById } = approval
  if (kind === null || amountYen === null || !isGoodwill(kind, isException)) return null
  return <BudgetLine memberId={askedById} askedYen={amountYen} />
}

function Outcome({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const { state, decidedByName, onBehalfOfName, decidedAt, condition } = approval
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge {...stateLooks[state]}>{words.states[state]}</Badge>
        {decidedByName ? (
          <span>
            {words.decidedBy({ name: decidedByName })}
            {onBehalfOfName ? words.onBehalf({ name: onBehalfOfName }) : ''}
          </span>
        ) : null}
        {decidedAt ? <Moment at={decidedAt} className="text-xs text-sub" /> : null}
      </p>
      {condition ? <p>{words.inCase.condition({ words: condition })}</p> : null}
      {approval.words ? <p>「{approval.words}」</p> : null}
    </div>
  )
}

function Deciding({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const [deciding, setDeciding] = useState<'grant' | 'refuse' | null>(null)
  const { hindrance, state } = approval
  const close = () => setDeciding(null)
  if (state !== 'asked') return null
  if (hindrance !== null)
    return (
      <p className="text-sm text-sub">
        {hindrance === 'beyond'
          ? words.hindrances.beyond[approval.needs]
          : words.hindrances[hindrance]}
        <span className="block">
          {approval.deciders.length > 0
            ? words.who({ names: approval.deciders.join('、') })
            : words.nobody}
        </span>
      </p>
    )
  if (deciding === 'grant') return <GrantForm approval={approval} onClose={close} />
  if (deciding === 'refuse') return <RefuseForm approval={approval} onClose={close} />
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button keys="r" onPress={() => setDeciding('refuse')}>
        {words.refuse}
      </Button>
      <Button kind="done" keys="a" onPress={() => setDeciding('grant')}>
        {words.grant}
      </Button>
    </div>
  )
}
