import { Suspense } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { later } from '#kit/later.ts'
import { isLeader } from '../../shell/navigation.ts'
import ClocksPanel from '#features/assessment/clocks/ui/ClocksPanel.tsx'
import ProgressPanel from '#features/commitments/progress/ui/ProgressPanel.tsx'
import HarassmentPanel from '#features/harassment/ui/HarassmentPanel.tsx'
import InquiriesPanel from '#features/inquiries/asking/ui/InquiriesPanel.tsx'

const VisitsPanel = later(() => import('#features/visits/ui/VisitsPanel.tsx'))

/** What runs by itself beside the promises: notes at an interval, questions to departments, visits, clocks of the law. */
export default function WhatRuns({ complaintId }: { complaintId: string }) {
  const viewer = useAnswer(readViewer, {})
  const mayApprove = viewer.state === 'ready' && isLeader(viewer.value)
  return (
    <>
      <ProgressPanel complaintId={complaintId} />
      <InquiriesPanel complaintId={complaintId} />
      <Suspense>
        <VisitsPanel complaintId={complaintId} mayApprove={mayApprove} />
      </Suspense>
      <ClocksPanel complaintId={complaintId} />
      <HarassmentPanel complaintId={complaintId} />
    </>
  )
}
