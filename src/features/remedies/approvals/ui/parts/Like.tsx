import { Scale } from 'lucide-react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import { Precedents } from '../../../precedents/ui/parts/Precedents.tsx'

/** What equals were given, beside what is asked now. */
export function Like({ approval }: { approval: Approval }) {
  if (approval.what === 'words') return null
  return (
    <div className="flex items-start gap-2 rounded-lg bg-gray-bg px-3 py-2 text-sm">
      <Scale aria-hidden size={16} className="mt-1 shrink-0 text-sub" />
      <div className="min-w-0 flex-1">
        <Precedents complaintId={approval.complaintId} askedYen={approval.amountYen} showsCases />
      </div>
    </div>
  )
}
