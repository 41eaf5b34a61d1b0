import { readViewer } from '#features/access/contract.ts'
import { canReadDraft } from '#features/letters/policy.ts'
import { useAnswer } from '#kit/answers.ts'

/** Whether this person may see a reply that has not left. */
export function useMayRead(): boolean {
  const viewer = useAnswer(readViewer, {})
  if (viewer.state !== 'ready') return false
  return viewer.value.roles.some((role) => canReadDraft.roles.includes(role))
}
