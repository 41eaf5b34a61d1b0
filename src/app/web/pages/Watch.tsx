import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, FolderOpen } from 'lucide-react'
import { readComplaint } from '#features/complaints/contract.ts'
import { readCall, type Call } from '#features/intake/contract.ts'
import { boardMessages } from '#features/supervision/board/messages.ts'
import { TakeOver } from '#features/supervision/ui/TakeOver.tsx'
import { WatchBand } from '#features/supervision/ui/WatchBand.tsx'
import { WatchGuide } from '#features/supervision/ui/WatchGuide.tsx'
import { WatchTalk } from '#features/supervision/ui/WatchTalk.tsx'
import { WhisperDesk } from '#features/supervision/ui/WhisperDesk.tsx'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'
import { mark } from './desk/marks.tsx'
import { cueName } from './desk/names.ts'

/** One live call to look at, a line to whisper, and the way to take over. */
export default function Watch() {
  const { callId } = useParams({ from: '/staff/board/$callId' })
  const call = useAnswer(readCall, { params: { callId } })
  return (
    <Answering answer={call} skeletonLines={8}>
      {(value) => <Watching key={callId} call={value} />}
    </Answering>
  )
}

function Watching({ call }: { call: Call }) {
  const { watch } = useMessages(boardMessages).words
  const language = useLanguage()
  const { complaintId, id: callId } = call
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const number = complaint.state === 'ready' ? complaint.value.number : ''
  usePageTitle(watch.title({ number }))
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <WatchBand call={call}>
        <Ways complaintId={complaintId} />
        <TakeOver call={call} />
      </WatchBand>
      <div className="grid min-h-0 flex-1 gap-5 p-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-h-0 min-w-0 flex-col gap-4">
          <WatchTalk
            complaintId={complaintId}
            callId={callId}
            mark={mark}
            cueName={(code) => cueName(code, language)}
          />
        </div>
        <aside
          aria-label={watch.move}
          className="flex min-h-0 min-w-0 flex-col gap-5 lg:overflow-y-auto"
        >
          <WhisperDesk complaintId={complaintId} callId={callId} />
          <WatchGuide complaintId={complaintId} />
        </aside>
      </div>
    </div>
  )
}

const way =
  'tap inline-flex min-h-10 items-center gap-1.5 rounded-lg px-2.5 text-sm text-accent underline-offset-4 hover:underline'

function Ways({ complaintId }: { complaintId: string }) {
  const { watch } = useMessages(boardMessages).words
  return (
    <>
      <Link to="/board" className={way}>
        <ArrowLeft aria-hidden size={16} />
        {watch.toBoard}
      </Link>
      <Link to="/complaints/$complaintId" params={{ complaintId }} className={way}>
        <FolderOpen aria-hidden size={16} />
        {watch.toCase}
      </Link>
    </>
  )
}
