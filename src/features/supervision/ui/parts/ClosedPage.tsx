import { MonitorOff, Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { Answered } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { boardMessages } from '../../board/messages.ts'
import { beLeftAlone, beTold, canPush, keepTold, tryIt } from './push.ts'

/** A supervisor is not always in front of the board: this browser is told also while the page is closed. */
export function ClosedPage() {
  const { alarm } = useMessages(boardMessages).words
  const [isOn, setOn] = useState<boolean>()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (canPush()) void keepTold().then(setOn, () => setOn(false))
  }, [])
  if (!canPush()) return <p className="text-xs text-sub">{alarm.closed.impossible}</p>

  async function does(work: () => Promise<Answered<unknown>>, then: () => string) {
    setBusy(true)
    const answered = await work().catch(() => null)
    setSaid(answered?.ok ? then() : (answered?.refusal.sentence ?? alarm.closed.noService))
    setBusy(false)
  }
  const turn = () =>
    does(isOn ? beLeftAlone : beTold, () => {
      setOn(!isOn)
      return isOn ? alarm.closed.off : alarm.closed.on
    })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          isPressed={isOn === true}
          isDisabled={isBusy || isOn === undefined}
          icon={<MonitorOff aria-hidden size={16} />}
          onPress={() => void turn()}
        >
          {alarm.closed.title}
        </Button>
        {isOn ? (
          <Button
            size="small"
            isDisabled={isBusy}
            icon={<Send aria-hidden size={16} />}
            onPress={() => void does(tryIt, () => alarm.closed.sent)}
          >
            {alarm.closed.trial}
          </Button>
        ) : null}
      </div>
      <p role="status" className="text-xs text-sub empty:hidden">
        {said}
      </p>
    </div>
  )
}
