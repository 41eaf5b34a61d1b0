import { useParams } from '@tanstack/react-router'
import { readComplaint } from '#features/complaints/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { usePageTitle } from '../shell/title.tsx'

export default function CaseDesk() {
  const { complaintId } = useParams({ from: '/staff/complaints/$complaintId' })
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  usePageTitle(complaint.state === 'ready' ? complaint.value.number : '')
  return (
    <Answering answer={complaint}>
      {(value) => (
        <article className="mx-auto max-w-3xl p-6">
          <h2 className="text-xl">{value.subject}</h2>
          <p className="whitespace-pre-wrap">{value.words}</p>
        </article>
      )}
    </Answering>
  )
}
