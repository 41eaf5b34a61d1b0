import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { readCall } from '#features/intake/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'
import { LiveCallDesk } from './call/LiveCallDesk.tsx'
import { WrapUp } from './call/WrapUp.tsx'
import type { DeskDialog } from './desk/DeskDialogs.tsx'
import { StaleDetail } from './desk/StaleDetail.tsx'

/** On the phone: full attention to one caller; after it, the wrap-up. */
export default function CallMode() {
  const { callId } = useParams({ from: '/staff/calls/$callId' })
  const call = useAnswer(readCall, { params: { callId } })
  const complaintId = call.state === 'ready' ? call.value.complaintId : ''
  useCallTitle(complaintId)
  // Kept here: what somebody was filling in stays open when the call ends meanwhile, wherever it was ended.
  const [open, setOpen] = useState<DeskDialog | null>(null)
  const dialog = { open, setOpen }
  return (
    <StaleDetail>
      <Answering answer={call} skeletonLines={8}>
        {(value) =>
          value.endedAt ? (
            <WrapUp key={callId} call={value} dialog={dialog} />
          ) : (
            <LiveCallDesk key={callId} call={value} dialog={dialog} />
          )
        }
      </Answering>
    </StaleDetail>
  )
}

function useCallTitle(complaintId: string) {
  const { words } = useMessages(callsMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const complaint = useAnswer(
    readComplaint,
    { params: { complaintId } },
    { isOff: complaintId === '' },
  )
  const number = complaint.state === 'ready' ? complaint.value.number : ''
  usePageTitle(number ? words.title({ number }) : shared.channels.phone)
}
