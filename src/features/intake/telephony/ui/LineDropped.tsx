import { PhoneOff } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { readLine } from '../contract.ts'
import { telephonyMessages } from '../messages.ts'

/** The telephone says that nobody is there any more; how it ended is for a person to say. */
export function LineDropped({ callId }: { callId: string }) {
  const { words } = useMessages(telephonyMessages)
  const line = useAnswer(readLine, { params: { callId } })
  const endedAt = line.state === 'ready' ? line.value.endedAt : null
  if (!endedAt) return null
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-orange-bg px-4 py-2 text-sm text-orange sm:px-6"
    >
      <PhoneOff aria-hidden size={17} className="shrink-0" />
      <span className="font-semibold">
        {words.dropped}（<Moment at={endedAt} />）
      </span>
      <span>{words.droppedHint}</span>
    </p>
  )
}
