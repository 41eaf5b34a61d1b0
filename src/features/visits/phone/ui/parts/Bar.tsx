import { useState, type ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { phoneMessages } from '../../messages.ts'
import type { Step } from '../../rules.ts'
import type { Deed } from './carrying.ts'

const lengths = [15, 30, 60] as const

/** Within reach of one thumb; nothing here asks "are you sure". */
export function Bar(props: {
  step: Step
  mayLeave: boolean
  /** Somebody is out there: the three small ones are there, too. */
  isOut: boolean
  press: (deed: Deed) => void
  onEnd: () => void
}) {
  const { words } = useMessages(phoneMessages)
  const [isExtending, setExtending] = useState(false)
  const { step, mayLeave, isOut, press, onEnd } = props
  if (isExtending)
    return (
      <Ground label={words.extendLead}>
        <p className="text-sm font-semibold">{words.extendLead}</p>
        <div className="grid grid-cols-3 gap-2">
          {lengths.map((minutes) => (
            <Big
              key={minutes}
              onPress={() => {
                setExtending(false)
                press({ kind: 'extend', minutes })
              }}
            >
              {words.minutes({ minutes })}
            </Big>
          ))}
        </div>
        <Big onPress={() => setExtending(false)}>{words.cancel}</Big>
      </Ground>
    )
  const isBack = step === 'return'
  return (
    <Ground label={words.tab}>
      <Big isFirst isDisabled={step === 'leave' && !mayLeave} onPress={() => press({ kind: step })}>
        {words.steps[step]}
      </Big>
      {isOut ? (
        <div className={`grid gap-2 ${isBack ? 'grid-cols-1' : 'grid-cols-3'}`}>
          {isBack ? null : <Big onPress={() => setExtending(true)}>{words.extend}</Big>}
          <Big onPress={() => press({ kind: 'contact' })}>{words.contact}</Big>
          {isBack ? null : <Big onPress={onEnd}>{words.end}</Big>}
        </div>
      ) : null}
    </Ground>
  )
}

function Ground({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label={label}
      className="sticky bottom-0 -mx-4 flex flex-col gap-2 border-t border-line-soft bg-bg px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      {children}
    </div>
  )
}

/** 64 px at least, and never beside something that cannot be taken back. */
function Big(props: {
  children: string
  onPress: () => void
  isFirst?: boolean
  isDisabled?: boolean
}) {
  const { isFirst = false, isDisabled = false } = props
  return (
    <Button
      kind={isFirst ? 'primary' : 'secondary'}
      className={`w-full rounded-xl! ${isFirst ? 'min-h-20! text-2xl!' : 'min-h-16! px-1! text-lg!'}`}
      isDisabled={isDisabled}
      onPress={props.onPress}
    >
      {props.children}
    </Button>
  )
}
