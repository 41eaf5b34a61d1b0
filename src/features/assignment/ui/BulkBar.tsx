import { CheckCheck, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { desksMessages } from '../desks/messages.ts'

const BulkDialog = later(() => import('./parts/BulkDialog.tsx'))

/** How many are chosen, and the way to do something to all of them. */
export default function BulkBar(props: { complaintIds: readonly string[]; onClear: () => void }) {
  const { bulk } = useMessages(desksMessages).words
  const [isOpen, setOpen] = useState(false)
  const { complaintIds, onClear } = props
  return (
    <div className="flex items-center gap-2 border-b border-line bg-accent-bg px-4 py-1.5">
      <span role="status" data-figures className="flex-1 text-sm font-semibold text-accent">
        {bulk.chosen({ count: complaintIds.length })}
      </span>
      <Button
        kind="primary"
        size="small"
        icon={<CheckCheck aria-hidden size={15} />}
        onPress={() => setOpen(true)}
      >
        {bulk.open}
      </Button>
      <Button
        kind="quiet"
        size="small"
        label={bulk.clear}
        icon={<X aria-hidden size={15} />}
        onPress={onClear}
      />
      <Suspense>
        {isOpen ? (
          <BulkDialog complaintIds={complaintIds} onClose={() => setOpen(false)} onDone={onClear} />
        ) : null}
      </Suspense>
    </div>
  )
}
