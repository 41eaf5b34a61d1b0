import { BadgeCheck, HeartCrack, Megaphone, Search } from 'lucide-react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { CausePin } from './parts/CausePin.tsx'
import { ConcernPin } from './parts/ConcernPin.tsx'
import { DemandPin } from './parts/DemandPin.tsx'
import { FactPin } from './parts/FactPin.tsx'

/** What matters of the record: concerns, facts, demands, cause; each changed where it stands. */
export function Pins({ complaintId }: { complaintId: string }) {
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  return (
    <Answering answer={complaint} skeletonLines={6}>
      {(value) => (
        <div className="flex flex-col gap-4">
          <Concerns complaint={value} />
          <Facts complaint={value} />
          <Demands complaint={value} />
          <Cause complaint={value} />
        </div>
      )}
    </Answering>
  )
}

function Concerns({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const { concerns } = complaint
  return (
    <Section title={words.concerns.title} icon={HeartCrack} tone="red" count={concerns.length}>
      {concerns.length === 0 ? <None>{words.concerns.none}</None> : null}
      <ul className="flex flex-col gap-1.5">
        {concerns.map((concern) => (
          <ConcernPin key={concern.id} complaint={complaint} concern={concern} />
        ))}
      </ul>
    </Section>
  )
}

function Facts({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const facts = complaint.facts.filter(({ status }) => status !== 'withdrawn')
  const inOrder = facts.toSorted((a, b) => rank(a.status) - rank(b.status))
  return (
    <Section title={words.facts.title} icon={BadgeCheck} tone="green" count={facts.length}>
      {facts.length === 0 ? <None>{words.facts.none}</None> : null}
      <ul className="flex flex-col gap-1.5">
        {inOrder.map((fact) => (
          <FactPin key={fact.id} complaint={complaint} fact={fact} />
        ))}
      </ul>
    </Section>
  )
}

function rank(status: string): number {
  return status === 'confirmed' ? 0 : 1
}

function Demands({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const { demands } = complaint
  return (
    <Section title={words.demands.title} icon={Megaphone} tone="orange" count={demands.length}>
      {demands.length === 0 ? <None>{words.demands.none}</None> : null}
      <ul className="flex flex-col gap-1.5">
        {demands.map((demand) => (
          <DemandPin key={demand.id} complaint={complaint} demand={demand} />
        ))}
      </ul>
    </Section>
  )
}

function Cause({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  return (
    <Section title={words.cause.title} icon={Search}>
      <CausePin complaint={complaint} />
    </Section>
  )
}

/** What belongs here, told while it is empty. */
function None({ children }: { children: string }) {
  return <p className="text-sm text-sub">{children}</p>
}
