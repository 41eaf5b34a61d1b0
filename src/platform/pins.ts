import { hash, verify } from '@node-rs/argon2'
import type { Vault } from './vault.ts'

/**
 * A PIN of a few digits is guessed at once by whoever has its hash; sealed by the vault, the database alone is not
 * enough. Argon2id with the parameters of OWASP's password storage page (2025): 19 MiB, 2 passes.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function sealPin(vault: Vault, pin: string, place: string): Promise<string> {
  return vault.seal(await hash(pin, cost), place)
}

/** Which of these is it? Always looks at all of them, so that the time it takes tells nothing. */
export async function matchPins(
  vault: Vault,
  pin: string,
  sealed: readonly { readonly sealed: string; readonly place: string }[],
): Promise<boolean[]> {
  const hashes = sealed.map((each) => vault.open(each.sealed, each.place))
  return Promise.all(hashes.map(async (known) => known !== null && (await verify(known, pin))))
}
