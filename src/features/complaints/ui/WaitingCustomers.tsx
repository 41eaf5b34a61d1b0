import { Link } from '@tanstack/react-router'
import { ChevronRight, UserRoundX } from 'lucide-react'
import { countViews, listComplaints, type ComplaintLine } from '#features/complaints/contract.ts'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Ago, Due } from '#kit/Time.tsx'
import { SpecialBadges, StateMark } from './parts/ComplaintBadges.tsx'

/** My open complaints that wait for a reply, and whether anybody waits for an owner. */
export function WaitingCustomers() {
  const { words } = useMessages(inboxMessages)
  const mine = useAnswer(listComplaints, { query: { view: 'mine', limit: 6 } }, { live: true })
  return (
    <section>
      <h2 className="mb-2 text-base">{words.waiting}</h2>
      <Answering answer={mine} skeletonLines={3}>
        {({ complaints, total }) =>
          complaints.length === 0 ? (
            <p className="text-sm text-sub">{words.waitingNone}</p>
          ) : (
            <>
              <ul className="card divide-y divide-line-soft overflow-hidden">
                {complaints.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
              {total > complaints.length ? (
                <Link
                  to="/inbox"
                  search={{ view: 'mine' }}
                  className="tap mt-1 inline-flex items-center text-sm text-accent underline underline-offset-4"
                >
                  {words.waitingMore}（{words.count({ count: total, isAtLeast: false })}）
                </Link>
              ) : null}
            </>
          )
        }
      </Answering>
      <Unassigned />
    </section>
  )
}

function Line({ line }: { line: ComplaintLine }) {
  const { words } = useMessages(complaintsMessages)
  return (
    <li>
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId: line.id }}
        className="flex flex-col gap-0.5 px-4 py-2.5 -outline-offset-2 hover:bg-accent-bg"
      >
        <span className="flex items-center gap-2 text-sm">
          <span className="clamp-1 flex-1 font-semibold">
            {line.customerName ? words.sama({ name: line.customerName }) : words.unknownCustomer}
          </span>
          {line.nextDueAt ? <Due at={line.nextDueAt} /> : null}
        </span>
        <span className="clamp-1 text-sm">{line.subject}</span>
        <span className="flex items-center gap-1.5">
          <StateMark state={line.state} />
          <SpecialBadges line={line} isTight />
          <Ago at={line.receivedAt} className="ms-auto text-xs text-sub" />
        </span>
      </Link>
    </li>
  )
}

function Unassigned() {
  const { words } = useMessages(inboxMessages)
  const counts = useAnswer(countViews, {}, { live: true })
  const count = counts.state === 'ready' ? counts.value.counts.unassigned : 0
  if (!count) return null
  return (
    <Link
      to="/inbox"
      search={{ view: 'unassigned' }}
      className="tap mt-4 flex items-center gap-3 rounded-xl bg-orange-bg px-4 py-3 text-sm text-orange"
    >
      <UserRoundX aria-hidden size={18} className="shrink-0" />
      <span className="flex-1">{words.unassigned({ count })}</span>
      <ChevronRight aria-hidden size={16} />
    </Link>
  )
}
