import { CircleCheck, CircleHelp } from 'lucide-react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useTold } from '../desk/told.ts'

const most = 3

/** What the customer said and what is known of the case, for somebody who has not read it. */
export function CaseBeside(props: { complaintId: string; hasFacts: boolean }) {
  // A text is shown with the facts it may state: once is enough.
  const { complaintId, hasFacts } = props
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const { customer } = useTold(complaintId)
  if (complaint.state !== 'ready') return <div className="min-h-40" />
  return (
    <>
      <Upset complaint={complaint.value} />
      <Said words={[...new Set([...customer.slice(0, most), complaint.value.words])]} />
      {hasFacts ? <Facts complaint={complaint.value} /> : null}
    </>
  )
}

function Upset({ complaint }: { complaint: Complaint }) {
  const { glance } = useMessages(recordMessages).words
  const open = complaint.concerns.filter(({ isSettled }) => !isSettled)
  const wants = complaint.details.expectedOutcome
  return (
    <div>
      <p className="font-semibold">{complaint.subject}</p>
      {open.map((concern) => (
        <p key={concern.id} className="text-sm">
          「{concern.words}」
        </p>
      ))}
      {wants ? <p className="mt-1 text-sm">{glance.wants({ words: wants })}</p> : null}
    </div>
  )
}

/** Newest first, the first words of all last. */
function Said({ words }: { words: readonly string[] }) {
  const { words: shown } = useMessages(recordMessages)
  const heard = words.filter((each) => each.trim() !== '').slice(0, most + 1)
  if (heard.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-xs font-medium text-sub">{shown.words}</h3>
      {heard.map((each) => (
        <blockquote key={each} className="line-clamp-5 border-s-2 border-line ps-3 text-sm">
          {each}
        </blockquote>
      ))}
    </div>
  )
}

function Facts({ complaint }: { complaint: Complaint }) {
  const { facts: shown } = useMessages(recordMessages).words
  const facts = complaint.facts.filter(({ status }) => status !== 'withdrawn').slice(0, 4)
  if (facts.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-xs font-medium text-sub">{shown.title}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {facts.map(({ id, status, statement }) => {
          const isConfirmed = status === 'confirmed'
          const Icon = isConfirmed ? CircleCheck : CircleHelp
          return (
            <li key={id} className="flex items-start gap-2">
              <Icon
                aria-hidden
                size={15}
                className={`mt-1 shrink-0 ${isConfirmed ? 'text-green' : 'text-sub'}`}
              />
              <span>
                <span className="sr-only">{isConfirmed ? shown.confirmed : shown.claimed}：</span>
                {statement}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
