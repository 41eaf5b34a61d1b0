import { CloudOff, Info } from 'lucide-react'
import { createContext, use, type ReactNode } from 'react'
import type { Answer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { Skeleton } from '#kit/Skeleton.tsx'

/** Shows what was asked for, or that it loads, or why not and what to do. */
export function Answering<T>(props: {
  answer: Answer<T>
  children: (value: T) => ReactNode
  skeletonLines?: number
}) {
  const { answer } = props
  if (answer.state === 'loading') return <Skeleton lines={props.skeletonLines ?? 4} />
  if (answer.state === 'refused') return <Refusal refusal={answer.refusal} again={answer.again} />
  return (
    <>
      {answer.trouble ? <Refusal refusal={answer.trouble} again={answer.again} /> : null}
      {props.children(answer.value)}
    </>
  )
}

/** What an application can show below the sentence of a refusal: what happened since, a way on. */
export const RefusalDetail = createContext<(refusal: Refused) => ReactNode>(() => null)

/** The server's sentence, and a way to try again. */
export function Refusal(props: { refusal: Refused | null; again?: () => void }) {
  const words = useMessages(kitMessages)
  const detail = use(RefusalDetail)
  if (!props.refusal) return null
  const Icon = props.refusal.kind === 'unreachable' ? CloudOff : Info
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-lg bg-red-bg px-4 py-2.5 text-sm text-red"
    >
      <Icon aria-hidden size={18} className="shrink-0 self-start" />
      <div className="min-w-48 flex-1">
        <p>{props.refusal.sentence}</p>
        {detail(props.refusal)}
      </div>
      {props.again ? (
        <Button size="small" onPress={props.again}>
          {words.retry}
        </Button>
      ) : null}
    </div>
  )
}
