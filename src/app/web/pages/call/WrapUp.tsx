import { useNavigate } from '@tanstack/react-router'
import { ArrowRight, CircleCheck, PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { ProposedPromises } from '#features/commitments/proposals/ui/ProposedPromises.tsx'
import { PromisesOfComplaint } from '#features/commitments/proposals/ui/PromisesOfComplaint.tsx'
import { NextPromise } from '#features/commitments/proposals/ui/NextPromise.tsx'
import { readComplaint } from '#features/complaints/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { WriteDown } from '#features/complaints/record/ui/WriteDown.tsx'
import { AtAGlance } from '#features/complaints/record/ui/AtAGlance.tsx'
import { Pins } from '#features/complaints/record/ui/Pins.tsx'
import { LeftNote } from '#features/complaints/timeline/ui/CallNotes.tsx'
import { GuidePanel } from '#features/guide/ui/GuidePanel.tsx'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { StartCallButton } from '#features/intake/calls/ui/StartCallButton.tsx'
import { WrapUpRing } from '#features/intake/calls/ui/WrapUpRing.tsx'
import type { Call } from '#features/intake/contract.ts'
import { CueField } from '#features/language/ui/CueField.tsx'
import { AgreedLine } from '#features/remedies/offers/ui/AgreedLine.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { lengthOf } from '#kit/time.ts'
import type { OpenDialog } from '../desk/DeskDialogs.tsx'
import { cueName } from '../desk/names.ts'
import { useTold } from '../desk/told.ts'
import { unknownField, writingFor } from '../desk/writing.tsx'
import { StillOwed } from './StillOwed.tsx'
import { WhatIsUnknown } from '../desk/WhatIsUnknown.tsx'

const CareCard = later(() => import('#features/wellbeing/ui/CareCard.tsx'))
const DeskDialogs = lazy(() => import('../desk/DeskDialogs.tsx'))

/** Twenty seconds after the call: what can be filled is filled, the rest is asked for, and then it goes on. */
export function WrapUp({ call, dialog }: { call: Call; dialog: OpenDialog }) {
  const { words } = useMessages(callsMessages)
  const navigate = useNavigate()
  const { open, setOpen } = dialog
  const { complaintId } = call
  const told = useTold(complaintId)
  const language = useLanguage()
  const place = { complaintId, said: told.customer, onEscalate: () => setOpen({ kind: 'ask' }) }
  const toDesk = () => void navigate({ to: '/complaints/$complaintId', params: { complaintId } })
  return (
    <div className="flex min-h-full flex-col">
      <WrapUpHead call={call} />
      <AtAGlance
        complaintId={complaintId}
        agreed={<AgreedLine complaintId={complaintId} />}
        promised={<NextPromise complaintId={complaintId} />}
      />
      <div className="mx-auto grid w-full max-w-5xl flex-1 gap-6 px-4 py-5 sm:px-6 lg:grid-cols-2">
        <LeftNote complaintId={complaintId} callId={call.id} field={CueField} />
        <Suspense>
          <CareCard />
        </Suspense>
        <section aria-label={words.wrapUp.left} className="flex flex-col gap-5">
          <ProposedPromises
            complaintId={complaintId}
            told={told.us}
            onAskDate={(said) => setOpen({ kind: 'promise', words: said })}
          />
          <Subject complaintId={complaintId} said={told.customer} />
          <GuidePanel
            complaintId={complaintId}
            size="desk"
            cueName={(code) => cueName(code, language)}
            writing={(write) => writingFor(place, write)}
          />
          <WhatIsUnknown complaintId={complaintId} field={unknownField(complaintId)} />
        </section>
        <section aria-label={words.wrapUp.summary} className="flex flex-col gap-5">
          <StillOwed complaintId={complaintId} addPromise={() => setOpen({ kind: 'promise' })} />
          <PromisesOfComplaint complaintId={complaintId} />
          <Pins complaintId={complaintId} />
        </section>
      </div>
      <WrapUpFoot
        complaintId={complaintId}
        toDesk={toDesk}
        close={() => setOpen({ kind: 'close' })}
      />
      <Suspense>
        {open ? (
          <DeskDialogs
            complaintId={complaintId}
            open={open}
            onClose={() => setOpen(null)}
            onClosed={toDesk}
            onShowPromises={() => setOpen(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

/** A complaint by phone gets its name now; the first words of the customer are usually it. */
function Subject({ complaintId, said }: { complaintId: string; said: readonly string[] }) {
  const { words } = useMessages(recordMessages)
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  if (complaint.state !== 'ready' || complaint.value.details.subject) return null
  const first = said.at(-1)?.split(/[。\n]/u)[0] ?? ''
  return (
    <WriteDown
      complaintId={complaintId}
      into="details:subject"
      label={words.details.subject}
      start={[...first].slice(0, 40).join('')}
    />
  )
}

function WrapUpHead({ call }: { call: Call }) {
  const { words } = useMessages(callsMessages)
  const language = useLanguage()
  const talked = Date.parse(call.endedAt ?? call.startedAt) - Date.parse(call.startedAt)
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line-soft bg-surface px-4 py-4 sm:px-6">
      <div className="min-w-60 flex-1">
        <h2 className="text-xl">{words.wrapUp.title}</h2>
        <p className="text-sm text-sub">
          {words.wrapUp.talked({ time: lengthOf(talked, language) })}　{words.wrapUp.lead}
        </p>
      </div>
      <WrapUpRing />
    </header>
  )
}

function WrapUpFoot(props: { complaintId: string; toDesk: () => void; close: () => void }) {
  const { words } = useMessages(callsMessages)
  const navigate = useNavigate()
  const onStarted = (callId: string) => void navigate({ to: '/calls/$callId', params: { callId } })
  return (
    <footer className="sticky bottom-0 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3 sm:px-6">
      <span className="me-auto flex flex-wrap gap-2">
        <StartCallButton
          complaintId={props.complaintId}
          label={words.wrapUp.callBack}
          icon={<PhoneOutgoing aria-hidden size={16} />}
          onStarted={onStarted}
        >
          {words.wrapUp.callBack}
        </StartCallButton>
        <StartCallButton
          label={words.wrapUp.next}
          icon={<PhoneIncoming aria-hidden size={16} />}
          onStarted={onStarted}
        >
          {words.wrapUp.next}
        </StartCallButton>
      </span>
      <Button keys="x" icon={<CircleCheck aria-hidden size={16} />} onPress={props.close}>
        {words.wrapUp.close}
      </Button>
      <Button
        kind="primary"
        keys="mod+enter"
        icon={<ArrowRight aria-hidden size={16} />}
        onPress={props.toDesk}
      >
        {words.wrapUp.toDesk}
      </Button>
    </footer>
  )
}
