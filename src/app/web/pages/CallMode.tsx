import { useParams } from '@tanstack/react-router'
import { readCall } from '#features/intake/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'

export default function CallMode() {
  const { callId } = useParams({ from: '/staff/calls/$callId' })
  const call = useAnswer(readCall, { params: { callId } })
  const now = useNow('second')
  return (
    <Answering answer={call}>
      {(value) => (
        <p role="timer" className="p-6 text-4xl">
          {stopwatch(now - Date.parse(value.startedAt))}
        </p>
      )}
    </Answering>
  )
}
