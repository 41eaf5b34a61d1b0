import type { Answered } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  resumeEndpoint,
  stopEndpoint,
  tryEndpoint,
  type Attempt,
  type WebhookEndpoint,
  type WebhookMessage,
} from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'

/** What one press does to an address, and says it has done. */
export function useSending(endpoint: WebhookEndpoint) {
  const order = { params: { endpointId: endpoint.id }, body: {} }
  const trying = useCommand(tryEndpoint)
  const tell = useOutcome()
  const trial = async () => tell(await trying.send(order))
  return { ...useStopping(endpoint), trial: () => void trial(), isTrying: trying.isSending }
}

function useOutcome() {
  const { words } = useMessages(webhooksMessages)
  const explain = useExplained()
  return (answered: Answered<WebhookMessage>) => {
    if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const [attempt] = answered.value.attempts
    const { status, tookMs: ms } = attempt ?? { status: null, tookMs: 0 }
    if (answered.value.state === 'delivered' && status !== null)
      return showToast({ text: words.trialOk({ status, ms }), tone: 'done' })
    const why = attempt ? explain(attempt) : ''
    return showToast({ text: words.trialNo({ why }), tone: 'trouble', forMs: 10_000 })
  }
}

function useStopping(endpoint: WebhookEndpoint) {
  const { words } = useMessages(webhooksMessages)
  const [stopping, resuming] = [useCommand(stopEndpoint), useCommand(resumeEndpoint)]
  const order = { params: { endpointId: endpoint.id }, body: {} }

  async function stop() {
    const answered = await stopping.send(order)
    const undo = () => void resuming.send(order)
    if (answered.ok) showToast({ text: words.stopped(endpoint), tone: 'done', undo })
  }

  async function resume() {
    const answered = await resuming.send(order)
    if (answered.ok) showToast({ text: words.resumed(endpoint), tone: 'done', forMs: 10_000 })
  }

  return { stop: () => void stop(), resume: () => void resume() }
}

/** What came back, or why nothing did. */
export function useExplained() {
  const { words } = useMessages(webhooksMessages)
  return ({ status, failure, tookMs: ms }: Attempt) =>
    failure ? words.failures[failure] : words.answered({ status: status ?? 0, ms })
}
