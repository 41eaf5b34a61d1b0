import { useNavigate, useParams } from '@tanstack/react-router'
import { CircleCheck, PhoneForwarded, PhoneOutgoing, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { NextPromise } from '#features/commitments/proposals/ui/NextPromise.tsx'
import { readComplaint } from '#features/complaints/contract.ts'
import { AtAGlance } from '#features/complaints/record/ui/AtAGlance.tsx'
import { CaseHead } from '#features/complaints/record/ui/CaseHead.tsx'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Conversation } from '#features/complaints/timeline/ui/Conversation.tsx'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { StartCallButton } from '#features/intake/calls/ui/StartCallButton.tsx'
import { AgreedLine } from '#features/remedies/offers/ui/AgreedLine.tsx'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useMedia } from '#kit/media.ts'
import { Tabs } from '#kit/Tabs.tsx'
import { usePageTitle } from '../shell/title.tsx'
import { DeskGuide, DeskPins } from './desk/DeskSides.tsx'
import type { DeskDialog } from './desk/DeskDialogs.tsx'
import { deskMessages } from './desk/messages.ts'
import { mark } from './desk/marks.tsx'
import { cueName } from './desk/names.ts'
import { NoteOrMail } from './desk/NoteOrMail.tsx'
import { panelOf } from './desk/panels.tsx'
import { StaleDetail } from './desk/StaleDetail.tsx'
import { useSentences } from './desk/useSentences.ts'

const OwnerDialog = later(() => import('#features/assignment/ui/OwnerDialog.tsx'))
// The record need not wait for who else reads it, or for what is owed.
const StandingBar = lazy(() => import('#features/assignment/ui/StandingBar.tsx'))
const RequestStatus = lazy(async () => ({
  default: (await import('#features/escalation/ui/RequestStatus.tsx')).RequestStatus,
}))
const Others = lazy(() => import('#features/assignment/ui/Others.tsx'))
const ContactPlanBand = later(() => import('#features/harassment/plans/ui/ContactPlanBand.tsx'))
const DeskDialogs = lazy(() => import('./desk/DeskDialogs.tsx'))
const OutsideKey = later(() => import('#features/escalation/outside/ui/OutsideKey.tsx'))
const EvidenceStrip = later(() => import('#features/complaints/evidence/ui/EvidenceStrip.tsx'))
// Only a call that is going on has one; the record need not wait for it.
const Transcript = lazy(async () => ({
  default: (await import('#features/complaints/utterances/ui/Transcript.tsx')).Transcript,
}))

/** One complaint: the record as a conversation, what matters of it pinned, and the guide beside it. */
export default function CaseDesk() {
  const { complaintId } = useParams({ from: '/staff/complaints/$complaintId' })
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  usePageTitle(complaint.state === 'ready' ? complaint.value.number : '')
  return (
    <StaleDetail>
      <Answering answer={complaint} skeletonLines={8}>
        {(value) => (
          <Desk
            key={complaintId}
            complaintId={complaintId}
            isClosed={value.state === 'closed'}
            isChat={value.channel === 'chat'}
            isReview={value.channel === 'review'}
          />
        )}
      </Answering>
    </StaleDetail>
  )
}

function Desk(props: {
  complaintId: string
  isClosed: boolean
  isChat: boolean
  isReview: boolean
}) {
  const { complaintId, isClosed } = props
  const [open, setOpen] = useState<DeskDialog | null>(null)
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <CaseHead
        complaintId={complaintId}
        actions={<Actions complaintId={complaintId} isClosed={isClosed} onOpen={setOpen} />}
        onAssess={() => setOpen({ kind: 'assess' })}
        assigning={(close) => <OwnerDialog complaintId={complaintId} onClose={close} />}
      >
        <Suspense>
          <StandingBar complaintId={complaintId} />
          <Others complaintId={complaintId} />
        </Suspense>
      </CaseHead>
      <Suspense>
        <ContactPlanBand complaintId={complaintId} />
      </Suspense>
      <AtAGlance
        complaintId={complaintId}
        agreed={<AgreedLine complaintId={complaintId} />}
        promised={<NextPromise complaintId={complaintId} />}
      />
      <div className="border-b border-line-soft bg-surface px-4 py-1.5 empty:hidden sm:px-6">
        <Suspense>
          <RequestStatus complaintId={complaintId} />
        </Suspense>
      </div>
      <Places {...props} onOpen={setOpen} />
      <Suspense>
        {open ? (
          <DeskDialogs
            complaintId={complaintId}
            open={open}
            onClose={() => setOpen(null)}
            onShowPromises={() => document.getElementById('desk-promises')?.scrollIntoView()}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

type PlacesProps = {
  complaintId: string
  isClosed: boolean
  isChat: boolean
  isReview: boolean
  onOpen: (dialog: DeskDialog) => void
}

/** Three columns where there is room, two with tabs on a laptop, one with tabs on a phone. */
function Places(props: PlacesProps) {
  const { words } = useMessages(deskMessages)
  const isWide = useMedia('(width >= 80rem)')
  const isNarrow = useMedia('(width < 64rem)')
  const pins = <DeskPins {...props} />
  const guide = <DeskGuide {...props} />
  if (isWide) {
    return (
      // A letter is written beside what it answers: what is pinned makes room, and its keys go on working.
      <div className="flex min-h-0 flex-1">
        <Column label={words.pinned} className="w-84 border-e gives-way">
          {pins}
        </Column>
        <Record {...props} />
        <Column className="w-88 border-s">{guide}</Column>
      </div>
    )
  }
  const tabs = [
    { id: 'pins' as const, name: words.pinned, content: pins },
    { id: 'guide' as const, name: words.guide, content: guide },
  ]
  if (!isNarrow) {
    return (
      <div className="flex min-h-0 flex-1">
        <Record {...props} />
        <Column label={words.pinned} className="w-92 border-s gives-way">
          <Tabs label={words.places} items={tabs} />
        </Column>
      </div>
    )
  }
  return (
    <div className="px-4 pb-4">
      <Tabs
        label={words.places}
        items={[
          { id: 'record' as const, name: words.record, content: <Record {...props} /> },
          ...tabs,
        ]}
      />
    </div>
  )
}

function Column(props: { label?: string; className: string; children: ReactNode }) {
  return (
    <div
      {...(props.label === undefined ? {} : { role: 'region', 'aria-label': props.label })}
      className={`shrink-0 overflow-y-auto border-line bg-surface px-4 py-4 ${props.className}`}
    >
      {props.children}
    </div>
  )
}

function Record({ complaintId, isChat, isReview }: PlacesProps) {
  const language = useLanguage()
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:-mx-4">
      <Suspense fallback={<div className="flex-1" />}>
        <Told complaintId={complaintId} />
      </Suspense>
      <Suspense>
        <Transcript
          complaintId={complaintId}
          isLiveOnly
          mark={mark}
          cueName={(code) => cueName(code, language)}
          className="mx-4 mb-2 sm:mx-6"
        />
      </Suspense>
      <Suspense>
        <EvidenceStrip complaintId={complaintId} />
      </Suspense>
      <NoteOrMail complaintId={complaintId} isChat={isChat} isReview={isReview} />
    </div>
  )
}

function Told({ complaintId }: { complaintId: string }) {
  return (
    <Conversation
      complaintId={complaintId}
      sentence={useSentences()}
      mark={mark}
      panel={panelOf}
      className="yields min-h-14 flex-1"
    />
  )
}

function Actions(props: Omit<PlacesProps, 'isChat' | 'isReview'>) {
  const { words } = useMessages(deskMessages)
  const { words: record } = useMessages(recordMessages)
  const { words: calls } = useMessages(callsMessages)
  const navigate = useNavigate()
  const outside = (
    <Suspense>
      <OutsideKey complaintId={props.complaintId} isOnlyMark />
    </Suspense>
  )
  if (props.isClosed) {
    return (
      <>
        {outside}
        <Button
          icon={<RotateCcw aria-hidden size={16} />}
          onPress={() => props.onOpen({ kind: 'reopen' })}
        >
          {record.reopening.reopen}
        </Button>
      </>
    )
  }
  return (
    <>
      {outside}
      <StartCallButton
        complaintId={props.complaintId}
        label={words.callBack}
        keys="b"
        icon={<PhoneOutgoing aria-hidden size={16} />}
        onStarted={(callId) => void navigate({ to: '/calls/$callId', params: { callId } })}
      >
        <span className="max-sm:hidden">{words.callBack}</span>
      </StartCallButton>
      <Button
        keys="f8"
        keysInFields
        label={calls.handOver}
        icon={<PhoneForwarded aria-hidden size={16} />}
        onPress={() => props.onOpen({ kind: 'ask' })}
      >
        <span className="max-sm:hidden">{calls.handOver}</span>
      </Button>
      <Button
        keys="x"
        label={record.closing.title}
        icon={<CircleCheck aria-hidden size={16} />}
        onPress={() => props.onOpen({ kind: 'close' })}
      >
        <span className="max-sm:hidden">{record.closing.close}</span>
      </Button>
    </>
  )
}
