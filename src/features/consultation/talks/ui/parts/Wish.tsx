import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Answered, Refused } from '#kit/call.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'
import type { Talk } from '../../contract.ts'
import { talksMessages } from '../../messages.ts'

/** The person may wish that everything is erased, and take the wish back until it is done. */
export function Wish(props: {
  talk: Pick<Talk, 'erasureWishedOn'>
  wish: (isWished: boolean) => Promise<Answered<unknown>>
}) {
  const { erase: words } = useMessages(talksMessages).words
  const language = useLanguage()
  const now = useNow()
  const [state, setState] = useState<Refused | 'busy' | null>(null)
  const [isAsked, setAsked] = useState(false)
  const on = props.talk.erasureWishedOn
  async function tell(isWished: boolean) {
    setState('busy')
    const answered = await props.wish(isWished)
    setState(answered.ok ? null : answered.refusal)
    setAsked(false)
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line-soft pt-3 text-sm">
      {on ? (
        <p>{words.wished({ day: writtenDay(on, now, language) })}</p>
      ) : isAsked ? (
        <p>{words.sure}</p>
      ) : null}
      <Refusal refusal={state === 'busy' ? null : state} />
      <div className="flex flex-wrap gap-2">
        {on ? (
          <Button size="small" isBusy={state === 'busy'} onPress={() => void tell(false)}>
            {words.takeBack}
          </Button>
        ) : isAsked ? (
          <>
            <Button size="small" onPress={() => setAsked(false)}>
              {words.not}
            </Button>
            <Button
              size="small"
              kind="danger"
              isBusy={state === 'busy'}
              onPress={() => void tell(true)}
            >
              {words.tell}
            </Button>
          </>
        ) : (
          <Button size="small" kind="quiet" onPress={() => setAsked(true)}>
            {words.wish}
          </Button>
        )}
      </div>
    </div>
  )
}
