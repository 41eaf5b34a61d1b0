import { Suspense, useState } from 'react'
import { type Complaint } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'

const DemandLog = later(() => import('./DemandLog.tsx').then((m) => ({ default: m.DemandLog })))
const Replying = later(() => import('./Replying.tsx').then((m) => ({ default: m.Replying })))

type Demand = Complaint['demands'][number]

const tones = { accepted: 'green', declined: 'red', deferred: 'orange' } as const

/** One demand: its kind, their words, how often, and how it was answered. */
export function DemandPin(props: { complaint: Complaint; demand: Demand }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const [isOpen, setOpen] = useState(false)
  const { demand } = props
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line-soft px-3 py-2">
      <p className="flex flex-wrap items-center gap-1.5 text-xs text-sub">
        <span className="font-semibold text-ink">{shared.demandKinds[demand.kind]}</span>
        {demand.timesMade > 1 ? (
          <Badge tone="orange">{words.demands.times({ count: demand.timesMade })}</Badge>
        ) : null}
        {demand.answer ? (
          <Badge tone={tones[demand.answer]}>{shared.demandAnswers[demand.answer]}</Badge>
        ) : (
          <Badge tone="gray">{words.demands.unanswered}</Badge>
        )}
        <Button
          kind="quiet"
          size="small"
          className="ms-auto"
          label={words.demands.answerNamed({ words: demand.words })}
          isPressed={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {words.demands.answer}
        </Button>
      </p>
      <p>「{demand.words}」</p>
      {demand.answerWords ? <p className="text-sm text-sub">→ {demand.answerWords}</p> : null}
      <Suspense>{demand.answers.length > 0 ? <DemandLog demand={demand} /> : null}</Suspense>
      <Suspense>{isOpen ? <Replying {...props} close={() => setOpen(false)} /> : null}</Suspense>
    </li>
  )
}
