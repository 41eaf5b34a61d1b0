import { CalendarPlus, PhoneForwarded } from 'lucide-react'
import { lazy, Suspense, useRef, useState, type RefObject } from 'react'
import { ProposedPromises } from '#features/commitments/proposals/ui/ProposedPromises.tsx'
import { PromisesOfComplaint } from '#features/commitments/proposals/ui/PromisesOfComplaint.tsx'
import { Pins } from '#features/complaints/record/ui/Pins.tsx'
import { CallNotes } from '#features/complaints/timeline/ui/CallNotes.tsx'
import { Transcript } from '#features/complaints/utterances/ui/Transcript.tsx'
import { HelpButton } from '#features/escalation/ui/HelpButton.tsx'
import { RequestStatus } from '#features/escalation/ui/RequestStatus.tsx'
import { readGuidance } from '#features/guide/contract.ts'
import { GuidePanel } from '#features/guide/ui/GuidePanel.tsx'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { CallBand } from '#features/intake/calls/ui/CallBand.tsx'
import type { Call } from '#features/intake/contract.ts'
import { CueField } from '#features/language/ui/CueField.tsx'
import { Remedies } from '../desk/Remedies.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import type { DeskDialog, OpenDialog } from '../desk/DeskDialogs.tsx'
import { mark } from '../desk/marks.tsx'
import { cueName } from '../desk/names.ts'
import { useTold, type Told } from '../desk/told.ts'
import { fillOf, unknownField, writingFor } from '../desk/writing.tsx'
import { Caller } from './Caller.tsx'
import { WhatIsUnknown } from '../desk/WhatIsUnknown.tsx'

const DeskDialogs = lazy(() => import('../desk/DeskDialogs.tsx'))
const ContactPlanBand = later(() => import('#features/harassment/plans/ui/ContactPlanBand.tsx'))
const FactsInForce = later(() => import('#features/complaints/profiles/ui/FactsInForce.tsx'))
const CallerCard = later(() => import('../desk/Caller.tsx'))
const HowToMeet = later(() => import('#features/protection/ui/HowToMeet.tsx'))
const OutsideKey = later(() => import('#features/escalation/outside/ui/OutsideKey.tsx'))
const LadderStrip = later(() => import('#features/harassment/ui/LadderStrip.tsx'))
const LineDropped = later(() =>
  import('#features/intake/telephony/ui/LineDropped.tsx').then((m) => ({
    default: m.LineDropped,
  })),
)
const FromSupervisor = later(() =>
  import('#features/supervision/ui/FromSupervisor.tsx').then((m) => ({
    default: m.FromSupervisor,
  })),
)

/** The screen while talking: what to say in the middle, one line to write, what is known at the side. */
export function LiveCallDesk({ call, dialog }: { call: Call; dialog: OpenDialog }) {
  const { open, setOpen } = dialog
  const { complaintId } = call
  const told = useTold(complaintId)
  const language = useLanguage()
  const line = useRef<HTMLTextAreaElement>(null)
  const toLine = () => line.current?.focus({ preventScroll: true })
  const place = {
    complaintId,
    said: told.customer,
    onEscalate: () => setOpen({ kind: 'ask' }),
    onDone: toLine,
  }
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <CallBand
        callId={call.id}
        who={<Caller complaintId={complaintId} />}
        actions={<Keys complaintId={complaintId} onOpen={setOpen} />}
      />
      <Suspense>
        <ContactPlanBand complaintId={complaintId} isOnPhone />
        <LineDropped callId={call.id} />
      </Suspense>
      <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Suspense>
          <FromSupervisor
            complaintId={complaintId}
            callId={call.id}
            handlerId={call.handlerId}
            className="lg:col-start-2 lg:row-start-1 lg:border-s"
          />
        </Suspense>
        <div className="flex min-h-0 flex-col lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <div className="min-h-0 flex-1 px-4 py-3 sm:px-6 lg:overflow-y-auto">
            <div className="mx-auto flex max-w-3xl flex-col gap-3">
              <Suspense>
                <HowToMeet complaintId={complaintId} />
              </Suspense>
              <RequestStatus complaintId={complaintId} />
              <Suspense>
                <LadderStrip complaintId={complaintId} kind="call" callId={call.id} />
              </Suspense>
              <GuidePanel
                complaintId={complaintId}
                size="call"
                cueName={(code) => cueName(code, language)}
                writing={(write) => writingFor(place, write)}
              />
            </div>
          </div>
          <NoteArea
            call={call}
            us={told.us}
            line={line}
            onAskDate={(words) => setOpen({ kind: 'promise', words })}
          />
        </div>
        <Side call={call} said={told.customer} toLine={toLine} />
      </div>
      <Suspense>
        {open ? (
          <DeskDialogs
            complaintId={complaintId}
            open={open}
            onClose={() => setOpen(null)}
            onShowPromises={() => setOpen(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

function Keys(props: { complaintId: string; onOpen: (dialog: DeskDialog) => void }) {
  const { words } = useMessages(callsMessages)
  return (
    <>
      <Button
        kind="promise"
        keys="f6"
        keysInFields
        className="max-xl:px-3!"
        label={words.promise}
        icon={<CalendarPlus aria-hidden size={17} className="lg:max-xl:hidden" />}
        onPress={() => props.onOpen({ kind: 'promise' })}
      >
        <span className="max-lg:hidden">{words.promise}</span>
      </Button>
      <Button
        keys="f8"
        keysInFields
        className="max-xl:px-3!"
        label={words.handOver}
        icon={<PhoneForwarded aria-hidden size={17} className="lg:max-xl:hidden" />}
        onPress={() => props.onOpen({ kind: 'ask' })}
      >
        <span className="max-lg:hidden">{words.handOver}</span>
      </Button>
      <HelpButton complaintId={props.complaintId} keys="f9" />
    </>
  )
}

function NoteArea(props: {
  call: Call
  us: readonly Told[]
  line: RefObject<HTMLTextAreaElement | null>
  onAskDate: (words: string) => void
}) {
  const { call } = props
  const language = useLanguage()
  return (
    <div className="sticky bottom-0 z-10 border-t border-line bg-surface px-4 py-2.5 sm:px-6 lg:static">
      <div className="mx-auto flex max-w-3xl flex-col gap-2">
        <ProposedPromises
          complaintId={call.complaintId}
          told={props.us}
          onAskDate={props.onAskDate}
        />
        <Transcript
          complaintId={call.complaintId}
          callId={call.id}
          mark={mark}
          cueName={(code) => cueName(code, language)}
        />
        <CallNotes
          complaintId={call.complaintId}
          callId={call.id}
          field={CueField}
          mark={mark}
          line={props.line}
          logClassName="max-h-20 xl:max-h-24"
        />
      </div>
    </div>
  )
}

function Side(props: { call: Call; said: readonly string[]; toLine: () => void }) {
  const { words } = useMessages(callsMessages)
  const { complaintId, phone } = props.call
  const guidance = useAnswer(readGuidance, { params: { complaintId } })
  const current = guidance.state === 'ready' ? guidance.value.current : null
  const isInMove = current?.write.some(({ into }) => into === 'offer' || into === 'answer')
  const isTime = current?.stage === 'resolve' || current?.stage === 'promise'
  // Once it was time for a solution it stays open: nothing folds away under somebody's hands.
  const [wasTime, setWasTime] = useState(isTime)
  if (isTime && !wasTime) setWasTime(true)
  return (
    <aside
      aria-label={words.wrapUp.summary}
      className="flex min-h-0 flex-col gap-5 border-line bg-surface lg:col-start-2 lg:row-start-2 px-4 py-4 max-lg:border-t sm:px-5 lg:overflow-y-auto lg:border-s"
    >
      <Suspense>
        <CallerCard complaintId={complaintId} phone={phone} />
      </Suspense>
      <Suspense>
        <FactsInForce complaintId={complaintId} />
        <OutsideKey complaintId={complaintId} />
      </Suspense>
      <WhatIsUnknown
        complaintId={complaintId}
        field={unknownField(complaintId, props.toLine)}
        onFilled={props.toLine}
      />
      <PromisesOfComplaint complaintId={complaintId} />
      {isInMove ? null : (
        <Remedies
          key={String(wasTime)}
          complaintId={complaintId}
          said={props.said}
          fill={fillOf(complaintId)}
          folds={wasTime ? 'open' : 'shut'}
          agreesElsewhere={current?.write.some(({ into }) => into === 'agreement') ?? false}
        />
      )}
      <Pins complaintId={complaintId} />
    </aside>
  )
}
