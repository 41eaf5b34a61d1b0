import { ShieldAlert, X } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { readLadder, type OccasionKind } from '../../ladder/contract.ts'
import { ladderMessages } from '../../ladder/messages.ts'
import { Emergency } from './Emergency.tsx'
import { NextStep } from './NextStep.tsx'
import { Taken } from './Taken.tsx'

export type LadderStepsProps = {
  readonly complaintId: string
  readonly kind: OccasionKind
  readonly callId?: string
  /** Somebody opened it: also when nothing was heard. */
  readonly isOpen?: boolean
}

const keys = 'f3'

/** The ladder while talking: the words for now, one key to say that they were said. Silent until something was heard. */
export function LadderSteps(props: LadderStepsProps) {
  const { words } = useMessages(ladderMessages)
  const { complaintId, kind, callId } = props
  const query = callId === undefined ? { kind } : { kind, callId }
  const answer = useAnswer(readLadder, { params: { complaintId }, query })
  const [wish, setWish] = useState<'open' | 'shut' | null>(props.isOpen ? 'open' : null)
  const found = answer.state === 'ready' ? answer.value : null
  const hasCause = found !== null && found.heard.length + found.ladder.taken.length > 0
  const isOpen = wish === 'open' || (wish === null && hasCause)
  useShortcut({
    keys,
    label: words.open,
    run: () => setWish('open'),
    isOff: isOpen,
    inFields: true,
  })
  if (!found || !isOpen) return null
  const place = callId === undefined ? { complaintId, kind } : { complaintId, kind, callId }
  return (
    <section
      aria-label={words.title}
      className="flex flex-col gap-2 rounded-xl border-2 border-orange bg-surface p-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <ShieldAlert aria-hidden size={18} className="shrink-0 text-orange" />
        <p className="text-sm font-semibold">{words.title}</p>
        {found.heard.map(({ manner, times }) => (
          <Badge key={manner} tone="orange">
            {words.heardTimes({ name: words.heard[manner], times })}
          </Badge>
        ))}
        <span data-figures className="text-xs text-sub">
          {words.requests({
            count: found.ladder.taken.filter(({ step }) => step === 'request').length,
            most: found.requestsBeforeFinal,
          })}
        </span>
        <span className="ms-auto flex items-center gap-1.5">
          <Emergency place={place} isHeard={found.isEmergency !== null} />
          <Button
            kind="quiet"
            size="small"
            label={words.close}
            icon={<X aria-hidden size={15} />}
            onPress={() => setWish('shut')}
          />
        </span>
      </div>
      <NextStep place={place} found={found} keys={keys} />
      <Taken taken={found.ladder.taken} />
    </section>
  )
}
