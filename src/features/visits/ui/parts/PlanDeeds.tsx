import { Suspense, useState } from 'react'
import { BadgeCheck } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import { approveVisit, callOffVisit, type Visit } from '../../planning/contract.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

const PlanForm = later(() => import('./PlanForm.tsx'))
const ReportForm = later(() => import('./ReportForm.tsx'))

type Asked = 'edit' | 'approve' | 'call-off' | 'report'

/** What can be done with a plan as it stands. */
export function PlanDeeds({ visit, mayApprove }: { visit: Visit; mayApprove: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const [asked, ask] = useState<Asked | null>(null)
  const approve = useCommand(approveVisit)
  const callOff = useCommand(callOffVisit)
  const close = () => ask(null)
  const params = { visitId: visit.id }
  const isPlanned = visit.state === 'planned'
  const isOver = visit.state === 'ended' || visit.state === 'back'
  const wantsApproval = isPlanned && visit.missing.includes('approval')
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isPlanned && visit.isApprovalLapsed ? (
        <p className="w-full text-sm font-semibold text-orange">{words.lapsed}</p>
      ) : null}
      {visit.approvedByName && !(isPlanned && visit.isApprovalLapsed) ? (
        <Badge tone="green" icon={BadgeCheck}>
          {words.approved({ name: visit.approvedByName })}
        </Badge>
      ) : null}
      {wantsApproval && mayApprove && !visit.isMine ? (
        <Button size="small" kind="primary" onPress={() => ask('approve')}>
          {words.approve}
        </Button>
      ) : null}
      {isPlanned ? (
        <>
          <Button size="small" onPress={() => ask('edit')}>
            {words.edit}
          </Button>
          <Button size="small" kind="quiet" onPress={() => ask('call-off')}>
            {words.callOff}
          </Button>
        </>
      ) : null}
      {isOver ? (
        <Button size="small" onPress={() => ask('report')}>
          {visit.report ? words.reported : words.report}
        </Button>
      ) : null}
      {asked === 'approve' ? (
        <ReasonDialog
          title={words.approveTitle}
          label={words.approveReason}
          send={words.approve}
          command={approve}
          onSend={(reason) => approve.send({ params, body: { reason } })}
          onClose={close}
        />
      ) : null}
      {asked === 'call-off' ? (
        <ReasonDialog
          title={words.callOffTitle}
          label={words.callOffReason}
          send={words.callOff}
          command={callOff}
          onSend={(reason) => callOff.send({ params, body: { reason } })}
          onClose={close}
        />
      ) : null}
      <Suspense>
        {asked === 'edit' ? (
          <PlanForm
            visitId={visit.id}
            complaintId={visit.complaintId}
            isDrill={visit.isDrill}
            start={visit.plan}
            onClose={close}
          />
        ) : null}
        {asked === 'report' ? <ReportForm visit={visit} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
