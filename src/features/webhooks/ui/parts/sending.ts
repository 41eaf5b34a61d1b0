import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  resumeEndpoint,
  stopEndpoint,
  tryEndpoint,
  type Attempt,
  type WebhookEndpoint,
} from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'

/** What one press does to an address, and says it has done. */
export function useSending(endpoint: WebhookEndpoint) {
  const { words } = useMessages(webhooksMessages)
  const [trying, stopping, resuming] = [
    useCommand(tryEndpoint),
    useCommand(stopEndpoint),
    useCommand(resumeEndpoint),
  ]
  const order = { params: { endpointId: endpoint.id }, body: {} }
  const explain = useExplained()

  async function trial() {
    const answered = await trying.send(order)
    if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const [attempt] = answered.value.attempts
    const { status, tookMs: ms } = attempt ?? { status: null, tookMs: 0 }
    if (answered.value.state === 'delivered' && status !== null)
      return showToast({ text: words.trialOk({ status, ms }), tone: 'done' })
    const why = attempt ? explain(attempt) : ''
    return showToast({ text: words.trialNo({ why }), tone: 'trouble', forMs: 10_000 })
  }

  async function stop() {
    const answered = await stopping.send(order)
    if (answered.ok)
      showToast({
        text: words.stopped(endpoint),
        tone: 'done',
        undo: () => void resuming.send(order),
      })
  }

  async function resume() {
    const answered = await resuming.send(order)
    if (answered.ok) showToast({ text: words.resumed(endpoint), tone: 'done', forMs: 10_000 })
  }

  return {
    trial: () => void trial(),
    stop: () => void stop(),
    resume: () => void resume(),
    isTrying: trying.isSending,
  }
}

/** What came back, or why nothing did. */
export function useExplained() {
  const { words } = useMessages(webhooksMessages)
  return ({ status, failure, tookMs: ms }: Attempt) =>
    failure ? words.failures[failure] : words.answered({ status: status ?? 0, ms })
}
