import { WifiOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'

/** Sent off, and the line is gone: nothing is lost, and nobody has to watch. */
export function Waiting(props: {
  words: string
  sentence: string | null
  isSending: boolean
  now: () => void
}) {
  const { words } = useMessages(webFormMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section role="status" className="card flex flex-col gap-3 p-5">
      <h1 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 text-xl outline-none">
        <WifiOff aria-hidden size={24} className="shrink-0 text-orange" />
        {words.outbox.title}
      </h1>
      <p>{props.sentence ?? words.outbox.lead}</p>
      <blockquote className="max-h-40 overflow-auto rounded-lg bg-gray-bg px-3 py-2 text-sm whitespace-pre-wrap">
        {props.words}
      </blockquote>
      <p className="text-sm text-sub">{words.outbox.kept}</p>
      <Button kind="primary" size="large" isBusy={props.isSending} onPress={props.now}>
        {props.isSending ? words.sending : words.outbox.now}
      </Button>
    </section>
  )
}
