import { CalendarClock, Handshake, HeartCrack, UserRound, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { toneText, type Tone } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { lengthOf } from '#kit/time.ts'

/** In one look: who, what upset them, what is agreed, what is promised by when. */
export function AtAGlance(props: {
  complaintId: string
  /** From the rooms that know: what was agreed, the next promise. */
  agreed: ReactNode
  promised: ReactNode
}) {
  const { words } = useMessages(recordMessages)
  const { complaintId } = props
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  if (complaint.state !== 'ready') return <div className="min-h-24" />
  const { glance } = words
  return (
    <section
      aria-label={glance.title}
      className="yields grid grid-cols-2 gap-px overflow-hidden border-b border-line bg-line-soft lg:grid-cols-[1fr_1.3fr_1fr_1.2fr] print:hidden"
    >
      <Cell icon={UserRound} tone="blue" title={glance.who}>
        <Who complaint={complaint.value} />
      </Cell>
      <Cell icon={HeartCrack} tone="red" title={glance.upset}>
        <Upset complaint={complaint.value} />
      </Cell>
      <Cell icon={Handshake} tone="green" title={glance.agreed}>
        {props.agreed}
      </Cell>
      <Cell icon={CalendarClock} tone="purple" title={glance.promised}>
        {props.promised}
      </Cell>
    </section>
  )
}

function Cell(props: { icon: LucideIcon; tone: Tone; title: string; children: ReactNode }) {
  const Icon = props.icon
  return (
    <div className="flex min-w-0 gap-2.5 bg-surface px-3 py-2 sm:px-5 sm:py-2.5">
      <Icon
        aria-hidden
        size={18}
        className={`mt-0.5 shrink-0 max-sm:hidden ${toneText[props.tone]}`}
      />
      <div className="min-w-0 flex-1">
        <h3 className="text-xs font-medium text-sub">{props.title}</h3>
        <div className="text-sm leading-relaxed">{props.children}</div>
      </div>
    </div>
  )
}

function Who({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const language = useLanguage()
  const now = useNow()
  const { customer } = complaint
  const time = lengthOf(Math.max(0, now - Date.parse(complaint.receivedAt)), language)
  return (
    <>
      <p className="clamp-1 text-base font-semibold">
        {customer.name ? shared.sama({ name: customer.name }) : shared.unknownCustomer}
      </p>
      <p className="clamp-1 text-sub">
        {[customer.phone ?? customer.email, words.glance.since({ time })]
          .filter(Boolean)
          .join('　')}
      </p>
    </>
  )
}

function Upset({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const open = complaint.concerns.filter(({ isSettled }) => !isSettled)
  const wants = complaint.details.expectedOutcome
  return (
    <>
      {open.length === 0 ? (
        <p className="line-clamp-2">
          {complaint.details.subject || complaint.words
            ? complaint.subject
            : words.glance.nothingYet}
        </p>
      ) : (
        <ul className="flex flex-col">
          {open.slice(0, 2).map((concern) => (
            <li key={concern.id} className="line-clamp-2 font-medium">
              「{concern.words}」{open.length > 2 && concern === open[1] ? ' …' : ''}
            </li>
          ))}
        </ul>
      )}
      {wants ? <p className="clamp-1 text-sub">{words.glance.wants({ words: wants })}</p> : null}
    </>
  )
}
