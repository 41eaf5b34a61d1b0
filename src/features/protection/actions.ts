import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import { lawfulDue, warningDays } from '#features/assessment/door.ts'
import { fileTypeOf, linesById, takeTurns } from '#features/complaints/door.ts'
import type { Deed, ProtectionRecord } from './contract.ts'
import { fileOf, isDone, recordIn } from './queries.ts'
import { writing, type Keeping } from './reading/actions.ts'
import {
  decide,
  emptyProtection,
  whyNoScreen,
  type ProtectionEvent,
  type Surroundings,
} from './rules.ts'
import { isDesignated } from './settings/rules.ts'
import { protectionSettingsOf } from './settings/queries.ts'
import * as store from './store.ts'

type Done = Promise<Result<{ head: number }>>

/** One deed on the record of a complaint; the first one opens it. Sent twice, done once. */
export function write(
  ports: Ports,
  may: Keeping,
  complaintId: string,
  { id, deed }: { id: string; deed: Deed },
): Done {
  return writing(ports, may, async (tx) => {
    const place = await placeOf(tx, may, complaintId, id)
    if (!place.ok) return place
    const { file, record } = place.value
    if (place.value.isReplay) return ok({ head: file?.head ?? 0 })
    const around = await surroundingsOf(ports, tx, may, deed, record)
    const decided = decide(record, deed, id, around)
    if (!decided.ok) return decided
    const held = file ?? (await open(ports, tx, may, complaintId, id))
    return ok(await append(ports, tx, may, { file: held, commandId: id }, decided.value))
  })
}

/** The bytes are kept as they came; what the record holds is their hash. */
export function keepScreen(
  ports: Ports,
  may: Keeping,
  where: { complaintId: string; postId: string; screenId: string; name: string },
  bytes: Uint8Array,
): Promise<Result<{ sha256: string }>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return writing(ports, may, async (tx) => {
    const { complaintId, postId, screenId, name } = where
    const place = await placeOf(tx, may, complaintId, screenId)
    if (!place.ok) return place
    if (place.value.isReplay) return ok({ sha256 })
    const type = fileTypeOf(bytes.subarray(0, 4096))
    const why = whyNoScreen(place.value.record, postId, type)
    const { file } = place.value
    if (why || !file) return why ?? refuse('missing', 'protection.missing', {})
    await store.insertScreen(tx, may, file.id, { id: screenId, postId, name, type, sha256, bytes })
    const payload = { screenId, postId, name, type, size: bytes.length, sha256 }
    const event: ProtectionEvent = { type: 'protection.screen-kept', payload }
    await append(ports, tx, may, { file, commandId: screenId }, [event])
    return ok({ sha256 })
  })
}

/** That a pack left the house stands in the record of each complaint in it; a complaint without a record gets one. */
export function recordPack(
  ports: Ports,
  may: Keeping,
  complaintIds: readonly string[],
  pack: Extract<ProtectionEvent, { type: 'protection.pack-made' }>['payload'],
): Promise<Result<null>> {
  return writing(ports, may, async (tx) => {
    for (const complaintId of complaintIds.toSorted()) {
      await takeTurns(tx, [`protection/${complaintId}`])
      const held = await fileOf(tx, complaintId)
      const file = held ?? (await open(ports, tx, may, complaintId, pack.packId))
      const event: ProtectionEvent = { type: 'protection.pack-made', payload: pack }
      await append(ports, tx, may, { file, commandId: pack.packId }, [event])
    }
    return ok(null)
  })
}

type Place = {
  readonly file: store.HeldFile | undefined
  readonly record: ProtectionRecord
  readonly isReplay: boolean
}

async function placeOf(
  tx: Tx,
  may: Keeping,
  complaintId: string,
  commandId: string,
): Promise<Result<Place>> {
  const line = (await linesById(tx, [complaintId])).get(complaintId)
  if (!line) return refuse('missing', 'complaints.missing', {})
  await takeTurns(tx, [`protection/${complaintId}`])
  const file = await fileOf(tx, complaintId)
  const isReplay = await isDone(tx, may, commandId)
  const record = file ? await recordIn(tx, may, file.id, new Map()) : emptyProtection
  if (file?.erasedAt && !isReplay) return refuse('blocked', 'protection.erased', {})
  return ok({ file, record, isReplay })
}

/** The first thing kept begins the record. */
export async function open(
  ports: Ports,
  tx: Tx,
  may: Scope,
  complaintId: string,
  commandId: string,
): Promise<store.HeldFile> {
  const now = ports.clock.now()
  const { keepYears } = await protectionSettingsOf(tx)
  const keepUntil = tokyoDay(now).add({ years: keepYears }).toString()
  const id = ports.ids.next()
  const file = await store.insertFile(tx, may, { id, complaintId, at: now.toString(), keepUntil })
  await setClock(ports, tx, may, file, { id: file.id, kind: 'keeping', dueOn: keepUntil })
  const number = (await linesById(tx, [complaintId])).get(complaintId)?.number ?? ''
  const payload = { complaintId, number }
  const event: ProtectionEvent = { type: 'protection.opened', payload }
  await append(ports, tx, may, { file, commandId }, [event])
  return (await fileOf(tx, complaintId)) ?? file
}

/** Appends, and brings along what follows: what operators see, the days that may not pass, what is erased. */
export async function append(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  { file, commandId }: { file: store.HeldFile; commandId: string },
  events: readonly ProtectionEvent[],
): Promise<{ head: number }> {
  let held = file
  const at = ports.clock.now().toString()
  for (const event of events) {
    const sealing = { entryId: ports.ids.next(), salt: ports.randomHex(16) }
    held = await store.appendProtected(tx, scope, held, { commandId, at, event, ...sealing })
    await follow(ports, tx, scope, held, event)
  }
  return { head: held.head }
}

async function follow(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  file: store.HeldFile,
  event: ProtectionEvent,
): Promise<void> {
  const at = ports.clock.now().toString()
  switch (event.type) {
    case 'protection.instructed': {
      const { instructionId: id, ...said } = event.payload
      return store.insertInstruction(tx, scope, file.complaintId, { id, ...said })
    }
    case 'protection.instruction-ended':
      return store.endInstruction(tx, event.payload.instructionId, at)
    case 'protection.removal-answered':
      return settleRemoval(tx, scope, file, event.payload.postId, at)
    case 'protection.keeping-decided':
      return keep(ports, tx, scope, file, event.payload)
    default:
      return followDays(ports, tx, scope, file, event)
  }
}

async function followDays(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  file: store.HeldFile,
  event: ProtectionEvent,
): Promise<void> {
  switch (event.type) {
    case 'protection.removal-asked': {
      const { clockId: id, dueOn } = event.payload
      return dueOn === null
        ? undefined
        : setClock(ports, tx, scope, file, { id, kind: 'removal', dueOn })
    }
    case 'protection.accusation-begun': {
      const { clockId: id, dueOn } = event.payload
      return setClock(ports, tx, scope, file, { id, kind: 'accusation', dueOn })
    }
    case 'protection.accusation-settled':
      return store.settleClock(tx, event.payload.clockId, ports.clock.now().toString())
    default:
  }
}

async function settleRemoval(
  tx: Tx,
  scope: Scope,
  file: store.HeldFile,
  postId: string,
  at: string,
): Promise<void> {
  const { posts } = await recordIn(tx, scope, file.id, new Map())
  const clockId = posts.find(({ id }) => id === postId)?.removal?.clockId
  if (clockId) await store.settleClock(tx, clockId, at)
}

/** Kept on until another day, or its words go. Either is a person's word with a reason. */
async function keep(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  file: store.HeldFile,
  { until }: { until: string | null },
): Promise<void> {
  if (until === null) return store.eraseProtected(tx, file, ports.clock.now().toString())
  await store.saveKeeping(tx, file.id, { keepUntil: until, decisionDueSince: null })
  await setClock(ports, tx, scope, file, { id: file.id, kind: 'keeping', dueOn: until })
}

/** The next warning is on a day before the last one, at 9:00 in Japan; at last on the day itself. */
export async function setClock(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  file: Pick<store.HeldFile, 'id' | 'complaintId'>,
  clock: Pick<store.HeldClock, 'id' | 'kind' | 'dueOn'> & { readonly warned?: number },
): Promise<void> {
  const now = ports.clock.now()
  const due = Temporal.PlainDate.from(clock.dueOn)
  const days = clock.kind === 'keeping' ? [] : warningDays(tokyoDay(now).toString(), clock.dueOn)
  const moments = [...days, 0].map((days) => toInstant(due.subtract({ days }), '09:00'))
  const next = moments.find((moment) => Temporal.Instant.compare(moment, now) > 0)
  const { id: fileId, complaintId } = file
  const held = { ...clock, fileId, complaintId, warned: clock.warned ?? 0 }
  await store.saveClock(tx, scope, held, next?.toString() ?? null)
}

async function surroundingsOf(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  deed: Deed,
  record: ProtectionRecord,
): Promise<Surroundings> {
  const now = ports.clock.now()
  const { offences, platforms } = await protectionSettingsOf(tx)
  const due = async (code: string, startOn: string) =>
    (await lawfulDue(tx, scope, now, { code, startOn }))?.dueOn ?? null
  const post =
    deed.kind === 'ask-removal' ? record.posts.find(({ id }) => id === deed.postId) : undefined
  return {
    now: now.toString(),
    today: tokyoDay(now).toString(),
    offences,
    removalDueOn:
      deed.kind === 'ask-removal' && post && isDesignated(post.platform, platforms)
        ? await due('platform-removal', deed.askedOn)
        : null,
    accusationDueOn:
      deed.kind === 'begin-accusation' ? await due('criminal-complaint', deed.knownOn) : null,
  }
}
