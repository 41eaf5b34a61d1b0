import { ok, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import type { Checkpoint } from './contract.ts'
import { checkpointsOf, headsOf } from './queries.ts'
import { sealedRoot } from './rules.ts'
import { insertCheckpoint } from './store.ts'

/** Ties the heads of all chains into one signed root. Doing it twice with the same id seals once. */
export async function sealNow(
  ports: Ports,
  may: May<'complaints.seal'>,
  id: string,
): Promise<Result<Checkpoint>> {
  const apart = await ports.sealApart(ports, may.organisationId, id)
  return inside(ports.db, may, async (tx) => {
    const earlier = await checkpointsOf(tx)
    const done = earlier.find((checkpoint) => checkpoint.id === id)
    if (done) return ok(done)
    const heads = await headsOf(tx)
    const root = sealedRoot(heads, apart)
    const checkpoint = {
      id,
      at: ports.clock.now().toString(),
      root,
      previousRoot: earlier[0]?.root ?? null,
      publicKey: ports.signer.publicKey,
      signature: ports.signer.sign(root),
      apart,
    }
    await insertCheckpoint(tx, may.organisationId, { ...checkpoint, heads })
    return ok({ ...checkpoint, heads: heads.length })
  })
}
