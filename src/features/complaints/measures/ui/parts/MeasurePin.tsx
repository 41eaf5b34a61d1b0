import { CircleCheck, CircleDashed, CircleDot, Wrench } from 'lucide-react'
import { useState } from 'react'
import type { Measure } from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'
import { MeasureForm } from './MeasureForm.tsx'
import { Moving } from './Moving.tsx'
import { Withdrawing } from './Withdrawing.tsx'

export type OfMeasure = {
  readonly complaintId: string
  /** The version of the record that is looked at. */
  readonly head: number
  readonly measure: Measure
}

const looks = {
  considered: { tone: 'gray', icon: CircleDashed, edge: 'border-line bg-gray-bg/50' },
  decided: { tone: 'blue', icon: CircleDot, edge: 'border-accent bg-accent-bg/50' },
  underway: { tone: 'blue', icon: Wrench, edge: 'border-accent bg-accent-bg/50' },
  done: { tone: 'green', icon: CircleCheck, edge: 'border-green bg-green-bg/50' },
  effective: { tone: 'green', icon: CircleCheck, edge: 'border-green bg-green-bg/50' },
  withdrawn: { tone: 'gray', icon: CircleDashed, edge: 'border-line bg-gray-bg/50' },
} as const

type Open = 'move' | 'change' | 'withdraw'

/** One measure: how far it has come, who said so, and who sees to it; changed where it stands. */
export function MeasurePin(props: OfMeasure) {
  const { words } = useMessages(measuresMessages)
  const [open, setOpen] = useState<Open | null>(null)
  const { measure } = props
  const said = { words: measure.words }
  const close = () => setOpen(null)
  const keyOf = (kind: Open, name: string, label: string) => (
    <Button
      kind={kind === 'move' ? 'secondary' : 'quiet'}
      size="small"
      label={label}
      isPressed={open === kind}
      onPress={() => setOpen(open === kind ? null : kind)}
    >
      {name}
    </Button>
  )
  return (
    <li
      aria-label={words.of(said)}
      className={`flex flex-col gap-1.5 rounded-lg border-s-4 px-3 py-2 ${looks[measure.state].edge}`}
    >
      <Standing measure={measure} />
      <p className="[overflow-wrap:anywhere]">{measure.words}</p>
      <Steps measure={measure} />
      <div className="flex flex-wrap gap-1.5">
        {keyOf('move', words.move, words.moveNamed(said))}
        {keyOf('change', words.change, words.changeNamed(said))}
        {keyOf('withdraw', words.withdraw, words.withdrawNamed(said))}
      </div>
      {open === 'move' ? <Moving {...props} onDone={close} /> : null}
      {open === 'change' ? <MeasureForm {...props} onDone={close} /> : null}
      {open === 'withdraw' ? <Withdrawing {...props} onDone={close} /> : null}
    </li>
  )
}

function Standing({ measure }: { measure: Measure }) {
  const { words } = useMessages(measuresMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const language = useLanguage()
  const now = useNow()
  const { state, answeringFunction, ownerName, fromOn, dueOn } = measure
  const day = (on: string) => ({ day: writtenDay(on, now, language) })
  if (state === 'withdrawn') return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-sub">
      <Badge tone={looks[state].tone} icon={looks[state].icon}>
        {words.states[state]}
      </Badge>
      <span>{shared.functions[answeringFunction]}</span>
      {ownerName === '' ? null : <span>{ownerName}</span>}
      {fromOn ? <span data-figures>{words.from(day(fromOn))}</span> : null}
      {dueOn ? <span data-figures>{words.until(day(dueOn))}</span> : null}
    </p>
  )
}

/** Who said so, and when: of each state that it has reached. */
function Steps({ measure: { steps } }: { measure: Measure }) {
  const { words } = useMessages(measuresMessages)
  const language = useLanguage()
  const now = useNow()
  if (steps.length === 0) return null
  return (
    <ul className="flex flex-col text-xs text-sub">
      {steps.map(({ state, on, byName, words: said }) => (
        <li key={state}>
          <span data-figures>
            {words.step({ state, day: writtenDay(on, now, language), byName })}
          </span>
          {said === '' ? null : <span className="block ps-3">{said}</span>}
        </li>
      ))}
    </ul>
  )
}
