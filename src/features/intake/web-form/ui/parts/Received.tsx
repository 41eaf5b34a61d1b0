import { CalendarClock, CircleCheckBig, Copy } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { submitWebForm } from '#features/intake/contract.ts'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { isFramed } from './frame.ts'

/** The number, large enough to be copied by hand, and when we are heard of again. */
export function Received(props: {
  received: z.output<typeof submitWebForm.answer> & { isReachable: boolean }
  again: () => void
  /** Files that are still on their way. */
  children?: ReactNode
}) {
  const { words } = useMessages(webFormMessages)
  const language = useLanguage()
  const now = useNow()
  const { received } = props
  const [isCopied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    scrollTo({ top: 0 })
    if (isFramed()) globalThis.parent.postMessage({ type: 'uketome:top' }, '*')
    heading.current?.focus()
  }, [])
  return (
    <section className="flex flex-col gap-5">
      <div className="flex items-start gap-3">
        <CircleCheckBig aria-hidden size={32} className="mt-1 shrink-0 text-green" />
        <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
          {words.sent}
        </h1>
      </div>
      <dl className="card flex flex-col gap-4 p-5">
        <div>
          <dt className="text-sm text-sub">{words.number}</dt>
          <dd className="flex flex-wrap items-center gap-3">
            <span data-figures className="text-4xl leading-tight font-semibold tracking-wide">
              {received.number}
            </span>
            <Button
              icon={<Copy aria-hidden size={16} />}
              onPress={() => void copy(received.number).then(setCopied)}
            >
              {isCopied ? words.copied : words.copy}
            </Button>
          </dd>
        </div>
        {received.isReachable ? (
          <div>
            <dt className="text-sm text-sub">{words.next}</dt>
            <dd className="flex items-center gap-2 text-xl font-semibold text-purple">
              <CalendarClock aria-hidden size={22} />
              {words.nextBy({ day: dayAndTime(received.nextContactAt, now, language) })}
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="leading-loose whitespace-pre-wrap">{received.words}</p>
      <p className="text-sm text-sub">{words.keep}</p>
      {props.children}
      <Button className="self-start" onPress={props.again}>
        {words.again}
      </Button>
    </section>
  )
}
