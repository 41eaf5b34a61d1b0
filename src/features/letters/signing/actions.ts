import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { newDkimKey } from '#platform/mail/dkim.ts'
import { publishedUnder } from '#platform/mail-servers/published.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { outcome, type ShownKeys } from './contract.ts'
import { keyById, placeOf, shownKeys } from './queries.ts'
import { hostOf, outcomeOf, readNames, whyNotUsed } from './rules.ts'
import { deleteKey, insertKey, saveCheck, signWith } from './store.ts'

type Changing = May<'letters.change-settings'>
type Order = { id: string; mailboxId: string; domain: string; selector: string }
type Key = NonNullable<Awaited<ReturnType<typeof keyById>>>

export async function make(ports: Ports, may: Changing, order: Order): Promise<Result<ShownKeys>> {
  const { id, mailboxId } = order
  const made = await newDkimKey()
  return decideWithinWall(ports.db, may, async (tx) => {
    await takeTurns(tx, ['letters-signing'])
    const now = ports.clock.now()
    if (await keyById(tx, id)) return ok(await shownKeys(tx, may, now))
    const mailbox = (await sendingMailboxes(tx)).find((each) => each.id === mailboxId)
    if (!mailbox) return refuse('blocked', 'letters.no-mailbox', {})
    const names = readNames(order, mailbox.address)
    if (typeof names === 'string') return refuse('invalid', names, {})
    const { mailboxes } = await shownKeys(tx, may, now)
    const host = hostOf(names)
    if (mailboxes.some(({ keys }) => keys.some((key) => key.host === host)))
      return refuse('conflict', 'letters.signing-taken', { host })
    const privateKey = ports.vault.seal(made.privateKey, placeOf(id))
    const { publicKey } = made
    const madeAt = now.toString()
    await insertKey(tx, may, { id, mailboxId, ...names, privateKey, publicKey, madeAt })
    return ok(await shownKeys(tx, may, now))
  })
}

/** Asks DNS, outside of any transaction: it may take seconds. */
export async function check(ports: Ports, may: Changing, keyId: string) {
  const key = await inside(ports.db, may, (tx) => keyById(tx, keyId))
  const records = key ? await publishedUnder(hostOf(key)) : null
  return onKey(ports, may, keyId, async (tx, { id, public_key: publicKey }) => {
    await saveCheck(tx, id, ports.clock.now().toString(), outcomeOf(records, publicKey))
    return ok(null)
  })
}

export function use(ports: Ports, may: Changing, keyId: string, isOn: boolean) {
  return onKey(ports, may, keyId, async (tx, { id, mailbox_id: mailboxId, outcome: last }) => {
    const why = isOn ? whyNotUsed(outcome.nullable().parse(last)) : null
    if (why) return refuse('blocked', why, {})
    await signWith(tx, { id, mailboxId }, isOn)
    return ok(null)
  })
}

export function drop(ports: Ports, may: Changing, keyId: string) {
  return onKey(ports, may, keyId, async (tx, { id, is_on: isOn }) => {
    if (isOn) return refuse('conflict', 'letters.signing-in-use', {})
    await deleteKey(tx, id)
    return ok(null)
  })
}

function onKey(
  ports: Ports,
  may: Changing,
  keyId: string,
  decide: (tx: Tx, key: Key) => Promise<Result<null>>,
): Promise<Result<ShownKeys>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await takeTurns(tx, ['letters-signing'])
    const key = await keyById(tx, keyId)
    if (!key) return refuse('missing', 'letters.signing-missing', {})
    const decided = await decide(tx, key)
    return decided.ok ? ok(await shownKeys(tx, may, ports.clock.now())) : decided
  })
}
