import type { Shared } from './useShared.ts'
import { History } from './History.tsx'

/** Beside a reply: what others say about it, and how it was before. */
export default function Advice(props: { complaintId: string; shared: Shared }) {
  const { complaintId, shared } = props
  return (
    <div className="flex flex-col gap-6">
      <History complaintId={complaintId} shared={shared} />
    </div>
  )
}
