import { Webhook } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { ListHead } from '#kit/ListHead.tsx'
import { listEndpoints, type WebhookEndpoint } from '../contract.ts'
import { webhooksMessages } from '../messages.ts'
import { EndpointLine } from './parts/EndpointLine.tsx'
import type { Asked } from './parts/EndpointDialogs.tsx'

const EndpointDialogs = later(() =>
  import('./parts/EndpointDialogs.tsx').then((module) => ({ default: module.EndpointDialogs })),
)

/** Who is told of what, how that goes, and what was sent. */
export function Webhooks() {
  const { words } = useMessages(webhooksMessages)
  const endpoints = useAnswer(listEndpoints, {}, { live: true })
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="flex flex-col gap-4">
      <ListHead
        lead={words.lead}
        add={words.add}
        onAdd={() => setAsked({ what: 'edit', endpoint: null })}
      />
      <Answering answer={endpoints}>
        {(value) => <Lines endpoints={value.endpoints} ask={setAsked} />}
      </Answering>
      <Suspense>
        {asked ? (
          <EndpointDialogs asked={asked} ask={setAsked} onClose={() => setAsked(null)} />
        ) : null}
      </Suspense>
    </div>
  )
}

function Lines(props: { endpoints: readonly WebhookEndpoint[]; ask: (asked: Asked) => void }) {
  const { words } = useMessages(webhooksMessages)
  if (props.endpoints.length === 0)
    return (
      <EmptyState icon={Webhook} title={words.none}>
        {words.noneLead}
      </EmptyState>
    )
  return (
    <ul aria-label={words.title} className="flex flex-col gap-3">
      {props.endpoints.map((endpoint) => (
        <EndpointLine key={endpoint.id} endpoint={endpoint} ask={props.ask} />
      ))}
    </ul>
  )
}
