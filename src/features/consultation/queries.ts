import type { Vault } from '#platform/vault.ts'

/** Whose secret it is: what was sealed for one consultation opens in no other. */
export const placeOf = (caseId: string) => `consultation:${caseId}`

export function sealedFor(vault: Vault, caseId: string, value: unknown): string {
  return vault.seal(JSON.stringify(value), placeOf(caseId))
}

/** Throws when it was sealed with another UKETOME_SECRET: that is to be mended, not to be shown as empty. */
export function openedFrom(vault: Vault, caseId: string, sealed: string): unknown {
  const opened = vault.open(sealed, placeOf(caseId))
  if (opened === null) throw new Error('a consultation does not open: is UKETOME_SECRET the same?')
  return JSON.parse(opened)
}
