import { Suspense, useEffect } from 'react'
import { readGuidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Skeleton } from '#kit/Skeleton.tsx'
import type { GuidePanelProps } from './parts/Guided.tsx'

const load = () => import('./parts/Guided.tsx')
const Guided = later(load)

/** What to say, ask, write down and avoid right now. */
export function GuidePanel(props: GuidePanelProps) {
  const { words } = useMessages(guideMessages)
  const guidance = useAnswer(readGuidance, { params: { complaintId: props.complaintId } })
  // Side by side with the answer that it shows. Should this fail, it is asked for again when it is shown.
  useEffect(() => void load().catch(() => undefined), [])
  return (
    <section aria-label={words.panel.title} className="flex flex-col gap-3">
      <Answering answer={guidance} skeletonLines={5}>
        {(value) => (
          <Suspense fallback={<Skeleton lines={5} />}>
            <Guided key={value.complaintId} {...props} guidance={value} again={guidance.again} />
          </Suspense>
        )}
      </Answering>
    </section>
  )
}
