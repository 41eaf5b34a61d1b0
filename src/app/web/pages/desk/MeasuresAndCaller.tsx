import Measures from '#features/complaints/measures/ui/Measures.tsx'
import Caller from './Caller.tsx'

/** What stands below the cause, in one part: each more has its own line in what is loaded first. */
export default function MeasuresAndCaller({ complaintId }: { complaintId: string }) {
  return (
    <>
      <Measures complaintId={complaintId} />
      <Caller complaintId={complaintId} />
    </>
  )
}
