import { useState } from 'react'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'

const whole = 20

/** How much of the twenty seconds is left; when they are over, nothing happens. */
export function WrapUpRing() {
  const { words } = useMessages(callsMessages)
  const now = useNow('second')
  const [from] = useState(now)
  const left = Math.max(0, whole - Math.floor((now - from) / 1000))
  const around = 2 * Math.PI * 22
  return (
    <p className="flex items-center gap-3 text-sm text-sub">
      <svg aria-hidden viewBox="0 0 48 48" className="size-12 -rotate-90">
        <circle cx="24" cy="24" r="22" fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="24"
          cy="24"
          r="22"
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - left / whole)}
          className="stroke-accent transition-[stroke-dashoffset] duration-1000 ease-linear"
        />
      </svg>
      <span data-figures>
        {left > 0 ? words.wrapUp.ring({ seconds: left }) : words.wrapUp.ringOver}
      </span>
    </p>
  )
}
