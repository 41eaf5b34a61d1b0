import ClocksPanel from '#features/assessment/clocks/ui/ClocksPanel.tsx'
import ProgressPanel from '#features/commitments/progress/ui/ProgressPanel.tsx'
import HarassmentPanel from '#features/harassment/ui/HarassmentPanel.tsx'
import InquiriesPanel from '#features/inquiries/asking/ui/InquiriesPanel.tsx'

/** What runs by itself beside the promises: notes at an interval, questions to departments, clocks of the law. */
export default function WhatRuns({ complaintId }: { complaintId: string }) {
  return (
    <>
      <ProgressPanel complaintId={complaintId} />
      <InquiriesPanel complaintId={complaintId} />
      <ClocksPanel complaintId={complaintId} />
      <HarassmentPanel complaintId={complaintId} />
    </>
  )
}
