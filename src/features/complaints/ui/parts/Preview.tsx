import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { Due, Moment } from '#kit/Time.tsx'
import { ComplaintBadges } from './ComplaintBadges.tsx'

/** One look: who, what upset them, what is known, what they want, what is due. */
export function Preview({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(inboxMessages)
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  return (
    <section aria-label={words.preview} className="px-7 py-6">
      <Answering answer={complaint}>{(value) => <Sheet complaint={value} />}</Answering>
    </section>
  )
}

function Sheet({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(complaintsMessages)
  const inbox = useMessages(inboxMessages).words
  const of = (status: 'confirmed' | 'claimed') =>
    complaint.facts.filter((fact) => fact.status === status).map((fact) => fact.statement)
  return (
    <article className="mx-auto flex max-w-2xl flex-col gap-5">
      <header>
        <p className="text-xs text-sub">
          {complaint.number}　{words.channels[complaint.channel]}　{words.received}{' '}
          <Moment at={complaint.receivedAt} always="both" />
        </p>
        <h2 className="mt-1 text-xl">{complaint.subject}</h2>
        <p className="mt-1 flex flex-wrap gap-x-4">
          {complaint.customer.name
            ? words.sama({ name: complaint.customer.name })
            : words.unknownCustomer}
          <span className="text-sub">
            {complaint.owner ? words.owner({ name: complaint.owner.name }) : words.noOwner}
          </span>
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-1.5">
          <ComplaintBadges line={complaint} />
          {complaint.nextDueAt ? (
            <Due at={complaint.nextDueAt} withDate className="ms-auto" />
          ) : null}
        </p>
      </header>
      <Part title={inbox.ownWords}>
        <blockquote className="rounded-lg border-s-4 border-accent bg-surface px-4 py-3 whitespace-pre-wrap">
          {complaint.words}
        </blockquote>
      </Part>
      <Lines title={inbox.concerns} lines={complaint.concerns.map((concern) => concern.words)} />
      <Lines title={inbox.facts} lines={of('confirmed')} />
      <Lines title={inbox.claimed} lines={of('claimed')} />
      <Lines
        title={inbox.demands}
        lines={complaint.demands.map(
          (demand) =>
            `${words.demandKinds[demand.kind]}：「${demand.words}」${demand.answer ? `　${words.demandAnswers[demand.answer]}` : ''}`,
        )}
      />
      <Lines title={inbox.wants} lines={[complaint.details.expectedOutcome ?? '']} />
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId: complaint.id }}
        className="tap inline-flex min-h-10 w-fit items-center gap-2 rounded-lg bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
      >
        {inbox.open}
        <ArrowRight aria-hidden size={16} />
        <Keys of="o" />
      </Link>
    </article>
  )
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-sm text-sub">{props.title}</h3>
      {props.children}
    </section>
  )
}

function Lines(props: { title: string; lines: readonly string[] }) {
  const lines = props.lines.filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <Part title={props.title}>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  )
}
