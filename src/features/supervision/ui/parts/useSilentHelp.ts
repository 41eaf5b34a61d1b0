import { listEscalations, type EscalationRequest } from '#features/escalation/contract.ts'
import { useAnswer } from '#kit/answers.ts'

/** Who silently asks for help, and has not got it yet; the longest waiting first. */
export function useSilentHelp(): readonly EscalationRequest[] {
  const waiting = useAnswer(listEscalations, { query: { show: 'waiting' } }, { live: true })
  return waiting.state === 'ready'
    ? waiting.value.requests.filter(({ kind }) => kind === 'silent-help')
    : []
}
