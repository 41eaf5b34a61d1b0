import { Suspense } from 'react'
import type { RemediesPanelProps } from '#features/remedies/offers/ui/RemediesPanel.tsx'
import { later } from '#kit/later.ts'

const RemediesPanel = later(() =>
  import('#features/remedies/offers/ui/RemediesPanel.tsx').then((m) => ({
    default: m.RemediesPanel,
  })),
)

/** What may be offered, a moment after the words that were said. */
export function Remedies(props: RemediesPanelProps) {
  return (
    <Suspense>
      <RemediesPanel {...props} />
    </Suspense>
  )
}
