import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { channel as channels, rungs, type AlarmKind, type Channel } from '../alarms/contract.ts'
import { heldAlarm, waitingTellings } from '../alarms/queries.ts'
import { toldAt } from '../alarms/rules.ts'
import { insertTelling, saveTelling } from '../alarms/store.ts'
import { heldVisit, type Held } from '../queries.ts'
import { tellMoved } from '../store.ts'
import { settingsOf } from '../settings/queries.ts'
import { tellingMessages } from './messages.ts'
import { nextTryIn, waysTo, type Outcome } from './rules.ts'
import { sendBy, type Surroundings } from '../sending/actions.ts'

/** One rung of one alarm by one way. */
export const onRung = z.object({ alarmId: id, round: z.int(), rung: z.int(), channel: channels })
type OnRung = z.output<typeof onRung>
type Rung = { id: string; kind: AlarmKind; round: number; rung: number }

/**
 * Everybody of this rung, by every way they have: written down in this transaction, sent right after it. Each way is a
 * job of its own in a queue of its own, so that one that hangs keeps none of the others waiting.
 */
export async function tellRung(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  visit: Held,
  { id: alarmId, round, rung }: Rung,
  at: string,
): Promise<void> {
  const settings = await settingsOf(tx)
  const members = await membersOf(tx, scope.organisationId)
  const used = new Set<Channel>()
  for (const memberId of toldAt(rung, members, visit.plan)) {
    for (const channel of waysTo(settings, memberId)) {
      const id = ports.ids.next()
      await insertTelling(tx, scope, { id, alarmId, round, rung, channel, memberId, at })
      used.add(channel)
    }
  }
  used.delete('screen')
  for (const channel of used) await queue(tx, scope, { alarmId, round, rung, channel }, null)
}

async function queue(tx: Tx, { organisationId }: Scope, told: OnRung, runAt: string | null) {
  const { alarmId, round, rung, channel } = told
  await enqueue(tx, {
    task: 'visits.tell',
    payload: { organisationId, ...told },
    key: `visits.tell:${alarmId}/${round}/${rung}/${channel}/${runAt ?? 'first'}`,
    queue: `visits.tell:${organisationId}/${channel}`,
    ...(runAt === null ? {} : { runAt }),
  })
}

/** Of one rung and way, whoever still has to be told. Somebody has it meanwhile: nobody else is called out. */
export async function tellAll(
  ports: Ports,
  around: Surroundings,
  scope: Scope,
  told: OnRung,
): Promise<void> {
  const { channel } = told
  if (channel === 'screen') return
  const errand = await inside(ports.db, scope, (tx) => errandOf(tx, scope, told))
  if (!errand) return
  const { waiting, settings, isTaken, ...words } = errand
  await atATime(mostAtATime, waiting, async ({ id, memberId, attempts }) => {
    const message = { id, memberId, attempts, tag: told.alarmId, ...words }
    const outcome: Tried = isTaken
      ? { result: 'dropped', detail: '' }
      : await sendBy(channel, ports, around, scope, settings, message)
    await save(ports, scope, { id, attempts: isTaken ? attempts : attempts + 1 }, outcome)
  })
  await inside(ports.db, scope, (tx) => goOn(ports, tx, scope, told))
}

type Tried = Outcome | { readonly result: 'dropped'; readonly detail: '' }

/** Mail servers and gateways take few calls at once. */
const mostAtATime = 8

async function atATime<T>(most: number, all: readonly T[], work: (each: T) => Promise<void>) {
  const left = [...all]
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker))
}

/** Told at once, and not when the slowest has answered. */
async function save(
  ports: Ports,
  scope: Scope,
  { id, attempts }: { id: string; attempts: number },
  { result, detail }: Tried,
): Promise<void> {
  const at = ports.clock.now().toString()
  const isGivenUp = result === 'again' && nextTryIn(attempts) === null
  const state = result === 'again' ? (isGivenUp ? 'failed' : 'waiting') : result
  await inside(ports.db, scope, async (tx) => {
    await saveTelling(tx, id, { state, detail: detail.slice(0, 500), attempts, at })
    if (state === 'failed') await tellMoved(tx, scope, ports.ids.next(), at)
  })
}

/** What was not taken is tried again; the rungs do not wait for it. */
async function goOn(ports: Ports, tx: Tx, scope: Scope, told: OnRung): Promise<void> {
  const waiting = await waitingTellings(tx, told)
  const seconds = nextTryIn(Math.max(0, ...waiting.map(({ attempts }) => attempts)))
  if (waiting.length === 0 || seconds === null) return
  const runAt = ports.clock.now().add({ seconds }).toString()
  await queue(tx, scope, told, runAt)
}

async function errandOf(tx: Tx, scope: Scope, told: OnRung) {
  const alarm = await heldAlarm(tx, told.alarmId)
  const visit = alarm && (await heldVisit(tx, alarm.visitId))
  if (!alarm || !visit) return undefined
  const names = await memberNames(tx, scope)
  const { words } = tellingMessages[scope.language]
  const about = {
    names: visit.plan.visitorIds.map((each) => names.get(each) ?? '').join('・'),
    isDrill: visit.isDrill,
    isSheet: told.rung === rungs.length - 1,
  }
  return {
    waiting: await waitingTellings(tx, told),
    settings: await settingsOf(tx),
    isTaken: alarm.closedAt !== null || alarm.acknowledgedAt !== null,
    title: words.titles[alarm.kind](about),
    body: words.body(about),
    level: visit.isDrill ? ('drill' as const) : ('alarm' as const),
  }
}
