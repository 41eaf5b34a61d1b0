import { Link } from '@tanstack/react-router'
import { ChevronDown, RotateCw, ScrollText } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  listMessages,
  replayMessage,
  webhookTypes,
  type WebhookEndpoint,
  type WebhookMessage,
} from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'
import { useExplained } from './sending.ts'

const page = 30
const lookAgainMs = 4000

/** What was sent there, the newest first; each opens to what was sent and answered. */
export function Log({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { words } = useMessages(webhooksMessages)
  const [limit, setLimit] = useState(page)
  const params = { endpointId: endpoint.id }
  const log = useAnswer(listMessages, { params, query: { limit } }, { keepPrevious: true })
  const again = useEffectEvent(() => (log.state === 'ready' ? log.again() : undefined))
  // Deliveries are no movements of a complaint: no screen but this one would want to hear of them.
  useEffect(() => {
    const timer = setInterval(() => again(), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <section aria-label={words.logNamed(endpoint)} className="border-t border-line-soft pt-3">
      <p className="mb-2 text-xs text-sub">{words.logLead}</p>
      <Answering answer={log} skeletonLines={3}>
        {({ messages, total }) =>
          messages.length === 0 ? (
            <p className="flex items-center gap-2 py-3 text-sm text-sub">
              <ScrollText aria-hidden size={16} />
              {words.logNone}
            </p>
          ) : (
            <>
              <ol className="divide-y divide-line-soft rounded-lg border border-line-soft">
                {messages.map((message) => (
                  <Message key={message.id} message={message} />
                ))}
              </ol>
              {total > messages.length && limit < 100 ? (
                <Button size="small" className="mt-2" onPress={() => setLimit(100)}>
                  {words.more}
                </Button>
              ) : null}
            </>
          )
        }
      </Answering>
    </section>
  )
}

const tones: Record<WebhookMessage['state'], Tone> = {
  waiting: 'orange',
  delivered: 'green',
  'given-up': 'red',
  held: 'gray',
}

function Message({ message }: { message: WebhookMessage }) {
  const { words } = useMessages(webhooksMessages)
  const [isOpen, setOpen] = useState(false)
  const name = typeName(message.type, words.types)
  const last = message.attempts.at(-1)
  const explain = useExplained()
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="tap -mx-1 inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md px-1 hover:bg-gray-bg"
        >
          <ChevronDown
            aria-hidden
            size={15}
            className={`text-sub transition-transform ${isOpen ? 'rotate-180' : ''}`}
          />
          {name}
        </button>
        {message.complaint ? (
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: message.complaint.id }}
            className="tap text-accent underline underline-offset-4"
            data-figures
          >
            {message.complaint.number}
          </Link>
        ) : null}
        <Moment at={message.happenedAt} always="both" className="text-xs text-sub" />
        <Badge tone={tones[message.state]}>{words.states[message.state]}</Badge>
        <span className="text-xs text-sub">{last ? explain(last) : null}</span>
        {message.nextAt && message.state === 'waiting' && message.attempts.length > 0 ? (
          <span className="text-xs text-sub">
            {words.nextAt} <Moment at={message.nextAt} />
          </span>
        ) : null}
        <Replay message={message} name={name} />
      </div>
      {isOpen ? <Detail message={message} /> : null}
    </li>
  )
}

function typeName(type: string, names: Readonly<Record<string, string>>): string {
  return webhookTypes.some((each) => each === type) || type in names ? (names[type] ?? type) : type
}

function Replay({ message, name }: { message: WebhookMessage; name: string }) {
  const { words } = useMessages(webhooksMessages)
  const command = useCommand(replayMessage)
  const { number = '' } = message.complaint ?? {}

  async function send() {
    const answered = await command.send({ params: { messageId: message.id }, body: {} })
    if (answered.ok) showToast({ text: words.replayed, tone: 'done' })
    else showToast({ text: answered.refusal.sentence, tone: 'trouble' })
  }

  return (
    <span className="ms-auto">
      <Button
        size="small"
        kind="quiet"
        label={words.replayNamed({ type: name, number })}
        icon={<RotateCw aria-hidden size={14} />}
        isBusy={command.isSending}
        onPress={() => void send()}
      >
        {words.replay}
      </Button>
    </span>
  )
}

function Detail({ message }: { message: WebhookMessage }) {
  const { words } = useMessages(webhooksMessages)
  const explain = useExplained()
  return (
    <div className="flex flex-col gap-2 py-2 ps-6">
      <ol aria-label={words.attempts({ count: message.attempts.length })} className="text-xs">
        {message.attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap gap-x-3">
            <Moment at={attempt.at} always="both" className="text-sub" />
            <span className="wrap-anywhere">
              {explain(attempt)}
              {attempt.answer ? `　${words.answerText}：${attempt.answer}` : ''}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-xs text-sub">{words.body}</p>
      <code className="block rounded-lg bg-gray-bg p-2 text-xs wrap-anywhere">{message.body}</code>
    </div>
  )
}
