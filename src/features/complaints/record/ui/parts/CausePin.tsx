import type { Complaint } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Unfold } from '#kit/Unfold.tsx'

const CauseForm = later(() => import('./CauseForm.tsx').then((m) => ({ default: m.CauseForm })))

export function CausePin({ complaint }: { complaint: Complaint }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { cause } = complaint
  return (
    <div className="flex flex-col gap-2">
      {cause ? (
        <p>
          {cause.detail}
          <span className="block text-xs text-sub">
            {shared.causes[cause.cause]}　
            {words.cause.by({ name: shared.functions[cause.answeringFunction] })}
          </span>
        </p>
      ) : (
        <p className="text-sm text-sub">{words.cause.none}</p>
      )}
      <Unfold title={words.cause.record}>
        {(fold) => <CauseForm complaintId={complaint.id} onDone={fold} />}
      </Unfold>
    </div>
  )
}
