import { setTimeout as sleep } from 'node:timers/promises'
import { id } from '#kernel/fields.ts'
import type { Tx } from '#platform/db/database.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisations, systemScope, type Scope } from '#features/access/door.ts'
import { raise } from './alarms/actions.ts'
import { alarmsOfVisit, dueAlarms } from './alarms/queries.ts'
import { stepped } from './alarms/rules.ts'
import { insertStep, saveStanding } from './alarms/store.ts'
import { lookAt } from './course/rules.ts'
import { dueVisits, heldVisit } from './queries.ts'
import { settingsOf } from './settings/queries.ts'
import { saveWatch, tellMoved } from './store.ts'
import { onRung, tellAll, tellRung } from './telling/actions.ts'
import { care, type Surroundings } from './sending/actions.ts'

const errand = onRung.extend({ organisationId: id })

export function visitsJobs(ports: Ports, around: Surroundings): JobTable {
  return {
    'visits.tell': (payload) => {
      const { organisationId, ...told } = errand.parse(payload)
      return tellAll(ports, around, systemScope(organisationId, 'visits'), told)
    },
    'visits.offer-care': (payload) =>
      around.offerCare(ports, id.parse(payload['organisationId']), care.parse(payload)),
  }
}

const everyMs = 1000
/** Of one organisation in one look; the rest a second later. */
const most = 50

/**
 * Every node looks every second; the lock on the row decides who raises, so none leads and any of them may die. Resolves
 * at once and goes on until `stop`.
 */
export function watchVisits(ports: Ports): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const done = untilAborted(ports, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function untilAborted(ports: Ports, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await lookOnce(ports).catch((error: unknown) =>
      ports.log.error({ error: String(error) }, 'visits could not be watched'),
    )
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** What is due of every organisation. One that cannot be looked at keeps none of the others waiting. */
export async function lookOnce(ports: Ports): Promise<void> {
  for (const { id: organisationId } of await organisations(ports.db)) {
    const scope = systemScope(organisationId, 'visits')
    try {
      await inside(ports.db, scope, (tx) => raiseDue(ports, tx, scope))
      await inside(ports.db, scope, (tx) => climb(ports, tx, scope))
    } catch (error) {
      ports.log.error({ error: String(error), organisationId }, 'visits could not be watched')
    }
  }
}

async function raiseDue(ports: Ports, tx: Tx, scope: Scope): Promise<void> {
  const now = ports.clock.now().toString()
  const visits = await dueVisits(tx, now, most)
  if (visits.length === 0) return
  const settings = await settingsOf(tx)
  for (const visit of visits) {
    const found = lookAt(visit, settings, await alarmsOfVisit(tx, visit.id), now)
    for (const signal of found.raise) await raise(ports, tx, scope, visit, signal)
    await saveWatch(tx, visit.id, found.nextAt)
  }
}

async function climb(ports: Ports, tx: Tx, scope: Scope): Promise<void> {
  const at = ports.clock.now().toString()
  const alarms = await dueAlarms(tx, at, most)
  if (alarms.length === 0) return
  const settings = await settingsOf(tx)
  for (const alarm of alarms) {
    const step = stepped(alarm, at, settings)
    const visit = step && (await heldVisit(tx, alarm.visitId))
    if (!step || !visit) continue
    const { round, rung } = step.standing
    const { id: alarmId, kind } = alarm
    const memberId = step.kind === 'lapsed' ? alarm.acknowledgedBy : null
    await saveStanding(tx, alarmId, step.standing)
    const told = { alarmId, kind: step.kind, round, rung, at, memberId, words: null }
    await insertStep(tx, scope, { id: ports.ids.next(), ...told })
    await tellRung(ports, tx, scope, visit, { id: alarmId, kind, round, rung }, at)
    await tellMoved(tx, scope, ports.ids.next(), at)
  }
}
