import { leaders, type Role } from '#features/access/contract.ts'
import type { EscalationRequest } from '#features/escalation/contract.ts'

/** A call for help is seen within minutes or told in another way: older ones only startle. */
export const staleMinutes = 10

type Someone = { readonly id: string; readonly roles: readonly Role[]; readonly isAway: boolean }
type Asked = {
  readonly kind: EscalationRequest['kind']
  readonly askedById: string | null
  readonly toId: string | null
}

/**
 * Whose devices are told. Silent help concerns every leader who is here, as it does on the board; what is asked of one
 * person is told to that person alone. Who asked is never told.
 */
export function toldOf({ kind, askedById, toId }: Asked, members: readonly Someone[]): string[] {
  const concerned = members.filter(({ id, roles, isAway }) =>
    kind === 'silent-help' ? !isAway && isLeader(roles) : id === toId,
  )
  return concerned.map(({ id }) => id).filter((id) => id !== askedById)
}

function isLeader(roles: readonly Role[]): boolean {
  const leading: readonly Role[] = leaders
  return roles.some((role) => leading.includes(role))
}
