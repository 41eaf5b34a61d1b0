import { ok, refuse, type Result } from '#kernel/result.ts'

export type Line = {
  readonly handlerId: string
  readonly heldAt: string | null
  readonly endedAt: string | null
}

/** May this member do this with this call, as it stands? The supervisor may end what was left hanging. */
export function mayMove(
  call: Line,
  move: 'hold' | 'resume' | 'end',
  who: { memberId: string; isLeader: boolean; handlerName: string },
): Result<null> {
  if (call.endedAt) return refuse('conflict', 'intake.call-over', { endedAt: call.endedAt })
  if (call.handlerId !== who.memberId && !(who.isLeader && move === 'end'))
    return refuse('forbidden', 'intake.not-your-call', { handlerName: who.handlerName })
  if (move === 'hold' && call.heldAt) return refuse('conflict', 'intake.call-already-held', {})
  if (move === 'resume' && !call.heldAt) return refuse('conflict', 'intake.call-not-held', {})
  return ok(null)
}
