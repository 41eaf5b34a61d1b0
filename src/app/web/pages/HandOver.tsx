import { useParams } from '@tanstack/react-router'
import { readHandOverSheet } from '#features/escalation/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { usePageTitle } from '../shell/title.tsx'

export default function HandOver() {
  const { complaintId } = useParams({ from: '/staff/hand-over/$complaintId' })
  const sheet = useAnswer(readHandOverSheet, { params: { complaintId } })
  usePageTitle(sheet.state === 'ready' ? sheet.value.number : '')
  return (
    <Answering answer={sheet}>
      {(value) => <p className="p-6 text-lg">{value.firstSentence}</p>}
    </Answering>
  )
}
