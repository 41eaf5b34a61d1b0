import { Link } from '@tanstack/react-router'
import { CalendarPlus, FileText } from 'lucide-react'
import { Suspense } from 'react'
import { PromisesOfComplaint } from '#features/commitments/proposals/ui/PromisesOfComplaint.tsx'
import { Pins } from '#features/complaints/record/ui/Pins.tsx'
import { GuidePanel } from '#features/guide/ui/GuidePanel.tsx'
import { Remedies } from './Remedies.tsx'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import type { DeskDialog } from './DeskDialogs.tsx'
import { deskMessages } from './messages.ts'
import { cueName } from './names.ts'
import { useTold } from './told.ts'
import { fillOf, unknownField, writingFor } from './writing.tsx'
import { WhatIsUnknown } from './WhatIsUnknown.tsx'

const FactsInForce = later(() => import('#features/complaints/profiles/ui/FactsInForce.tsx'))
const ProposedPromises = later(() =>
  import('#features/commitments/proposals/ui/ProposedPromises.tsx').then((m) => ({
    default: m.ProposedPromises,
  })),
)
const MeasuresAndCaller = later(() => import('./MeasuresAndCaller.tsx'))
const HowToMeet = later(() => import('#features/protection/ui/HowToMeet.tsx'))
const ProtectionPanel = later(() => import('#features/protection/ui/ProtectionPanel.tsx'))
const WhatRuns = later(() => import('./WhatRuns.tsx'))

type SideProps = {
  readonly complaintId: string
  readonly onOpen: (dialog: DeskDialog) => void
}

/** What matters of the record, each changed where it stands. */
export function DeskPins({ complaintId, onOpen }: SideProps) {
  const { words } = useMessages(deskMessages)
  const { customer, us } = useTold(complaintId)
  return (
    <div className="flex flex-col gap-5">
      <Suspense>
        <HowToMeet complaintId={complaintId} />
      </Suspense>
      <Suspense>
        <FactsInForce complaintId={complaintId} />
      </Suspense>
      <div id="desk-promises">
        <PromisesOfComplaint
          complaintId={complaintId}
          leavesOutNote
          aside={
            <Button
              kind="quiet"
              size="small"
              label={words.addPromise}
              icon={<CalendarPlus aria-hidden size={16} />}
              onPress={() => onOpen({ kind: 'promise' })}
            />
          }
        >
          <Suspense>
            <ProposedPromises
              complaintId={complaintId}
              told={us}
              onAskDate={(said) => onOpen({ kind: 'promise', words: said })}
            />
          </Suspense>
        </PromisesOfComplaint>
      </div>
      <Suspense>
        <WhatRuns complaintId={complaintId} />
        <ProtectionPanel complaintId={complaintId} />
      </Suspense>
      <Remedies complaintId={complaintId} said={customer} fill={fillOf(complaintId)} />
      <Pins complaintId={complaintId} />
      <Suspense>
        <MeasuresAndCaller complaintId={complaintId} />
      </Suspense>
      <Link
        to="/hand-over/$complaintId"
        params={{ complaintId }}
        className="tap inline-flex items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
      >
        <FileText aria-hidden size={16} />
        {words.sheet}
      </Link>
    </div>
  )
}

/** The same guide as on the phone, beside the record. */
export function DeskGuide({ complaintId, onOpen }: SideProps) {
  const language = useLanguage()
  const { customer } = useTold(complaintId)
  const place = { complaintId, said: customer, onEscalate: () => onOpen({ kind: 'ask' }) }
  return (
    <div className="flex flex-col gap-5">
      <GuidePanel
        complaintId={complaintId}
        size="desk"
        cueName={(code) => cueName(code, language)}
        writing={(write) =>
          write.into === 'offer' || write.into === 'answer' ? null : writingFor(place, write)
        }
      />
      <WhatIsUnknown complaintId={complaintId} field={unknownField(complaintId)} />
    </div>
  )
}
