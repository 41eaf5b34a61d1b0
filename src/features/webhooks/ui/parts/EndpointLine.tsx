import {
  CircleCheck,
  CirclePause,
  KeyRound,
  Pencil,
  Play,
  RotateCw,
  ScrollText,
  Send,
  Trash2,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Ago, Moment } from '#kit/Time.tsx'
import type { WebhookEndpoint } from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'
import type { Asked } from './EndpointDialogs.tsx'
import { useSending } from './sending.ts'

const Log = later(() => import('./Log.tsx').then((module) => ({ default: module.Log })))

type Props = { readonly endpoint: WebhookEndpoint; readonly ask: (asked: Asked) => void }

/** One address: how it goes, what it is told, and what can be done with it. */
export function EndpointLine({ endpoint, ask }: Props) {
  const { words } = useMessages(webhooksMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <li aria-label={endpoint.name} className="card flex flex-col gap-3 px-4 py-3.5">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{endpoint.name}</span>
          <State endpoint={endpoint} />
          {endpoint.waiting > 0 ? (
            <Badge tone="orange">{words.status.waiting({ count: endpoint.waiting })}</Badge>
          ) : null}
          <Badge tone={endpoint.withWords ? 'purple' : 'gray'} {...wordsIcon(endpoint)}>
            {endpoint.withWords ? words.status.words : words.status.plain}
          </Badge>
          {endpoint.formerUntil ? (
            <Badge tone="blue" icon={KeyRound}>
              {words.rotating}
            </Badge>
          ) : null}
        </p>
        <p className="mt-0.5 font-mono text-xs text-sub wrap-anywhere">{endpoint.url}</p>
        <p className="mt-1 text-xs text-sub">
          {endpoint.types.map((type) => words.types[type]).join('、')}
        </p>
        <Last endpoint={endpoint} />
      </div>
      <Doing endpoint={endpoint} ask={ask}>
        <Button
          size="small"
          isPressed={isOpen}
          icon={<ScrollText aria-hidden size={15} />}
          onPress={() => setOpen(!isOpen)}
        >
          {words.openLog}
        </Button>
      </Doing>
      <Suspense>{isOpen ? <Log endpoint={endpoint} /> : null}</Suspense>
    </li>
  )
}

function wordsIcon({ withWords }: WebhookEndpoint) {
  return withWords ? { icon: UserRound } : {}
}

function State({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { status } = useMessages(webhooksMessages).words
  const { stoppedBecause, failingSince, lastDeliveredAt } = endpoint
  if (stoppedBecause === 'by-hand')
    return (
      <Badge tone="gray" icon={CirclePause}>
        {status['by-hand']}
      </Badge>
    )
  if (stoppedBecause)
    return (
      <Badge tone="red" icon={CirclePause}>
        {stoppedBecause === 'gone' ? status.gone : status.failing5}
      </Badge>
    )
  if (failingSince)
    return (
      <Badge tone="orange" icon={TriangleAlert}>
        {status.failing}
      </Badge>
    )
  return lastDeliveredAt ? (
    <Badge tone="green" icon={CircleCheck}>
      {status.good}
    </Badge>
  ) : (
    <Badge tone="gray">{status.quiet}</Badge>
  )
}

function Last({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { status } = useMessages(webhooksMessages).words
  const { lastDeliveredAt, failingSince } = endpoint
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-sub">
      {lastDeliveredAt ? (
        <span>
          {status.lastAt} <Ago at={lastDeliveredAt} />
        </span>
      ) : null}
      {failingSince ? (
        <span className="text-orange">
          <Moment at={failingSince} always="both" /> {status.since}
        </span>
      ) : null}
    </p>
  )
}

function Doing({ endpoint, ask, children }: Props & { children: ReactNode }) {
  const { words } = useMessages(webhooksMessages)
  const sending = useSending(endpoint)
  const small = (label: string, Icon: typeof Send, run: () => void, isBusy = false) => (
    <Button
      size="small"
      icon={<Icon aria-hidden size={15} />}
      isBusy={isBusy}
      onPress={run}
      label={`${label}（${endpoint.name}）`}
    >
      {label}
    </Button>
  )
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      {small(words.trial, Send, sending.trial, sending.isTrying)}
      {endpoint.stoppedAt
        ? small(words.resume, Play, sending.resume)
        : small(words.stop, CirclePause, sending.stop)}
      {small(words.replayRange, RotateCw, () => ask({ what: 'range', endpoint }))}
      {small(words.edit, Pencil, () => ask({ what: 'edit', endpoint }))}
      {small(words.rotate, KeyRound, () => ask({ what: 'rotate', endpoint }))}
      {small(words.remove, Trash2, () => ask({ what: 'remove', endpoint }))}
    </div>
  )
}
