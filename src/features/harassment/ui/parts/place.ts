import type { OccasionKind } from '../../ladder/contract.ts'

/** Where somebody stands: the complaint, and the call they are on. */
export type Place = {
  readonly complaintId: string
  readonly kind: OccasionKind
  readonly callId?: string
}

export function bodyOf({ kind, callId }: Place): { kind: OccasionKind; callId?: string } {
  return callId === undefined ? { kind } : { kind, callId }
}
