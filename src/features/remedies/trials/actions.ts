import { ok, refuse, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { countReceived, receivedBefore, recordsOf } from '#features/complaints/door.ts'
import type { RemedyRule } from '../contract.ts'
import { tableOf } from '../queries.ts'
import { lockTable } from '../store.ts'
import { draftOf } from '../tables/queries.ts'
import { readSheet, unfinished, whyNotYours } from '../tables/rules.ts'
import { writeTrial } from '../tables/store.ts'
import type { Trial } from './contract.ts'
import { toTrial, trialNow, type Running } from './queries.ts'
import { nothingYet, together, trialDay, trialOf } from './rules.ts'
import { addCases, beginTrial, goOn, goOnNever, saveTrial } from './store.ts'

type Changing = May<'remedies.change-rules'>
type Wanted = { readonly revision: number; readonly from: string; readonly until: string }

/** So many at once: a draft can be saved between two steps. */
const mostAtOnce = 250

/** R1: what this change would have done. A small desk is answered at once; more goes on in the background. */
export function tryOut(ports: Ports, may: Changing, wanted: Wanted): Promise<Result<Trial>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await lockTable(tx)
    const draft = await draftOf(tx, may)
    const no = whyNotYours(draft, wanted.revision)
    if (no) return no
    if (!draft) return refuse('missing', 'remedies.draft-missing', {})
    const { from, until, revision } = wanted
    if (from > until) return refuse('invalid', 'remedies.trial-backwards', {})
    const table = await tableOf(tx)
    const { rules, problems } = readSheet(draft.lines)
    const unread = unfinished(draft.lines, problems)
    if (unread) return unread
    const at = ports.clock.now()
    const onDay = trialDay(table.rules, rules, tokyoDay(at).toString())
    const total = await countReceived(tx, boundsOf(wanted))
    const whose = { by: may.actor, byName: may.viewer?.name ?? '' }
    const what = { id: ports.ids.next(), revision, fromNumber: table.number, from, until, onDay }
    const start = {
      state: 'running',
      looked: 0,
      changed: 0,
      sums: nothingYet,
      lastId: null,
    } as const
    const trial: Running = { ...what, ...start, total, at: at.toString(), ...whose }
    await beginTrial(tx, may.organisationId, trial)
    return ok(toTrial(await stepOf(tx, may, trial, { before: table.rules, after: rules })))
  })
}

/** The next step of a trial that is still wanted. Done twice it changes nothing: it goes on behind what was looked at. */
export async function step(ports: Ports, scope: Scope, trialId: string): Promise<void> {
  await inside(ports.db, scope, async (tx) => {
    await lockTable(tx)
    const trial = await trialNow(tx, scope)
    if (trial?.id !== trialId || trial.state !== 'running') return
    const [draft, table] = [await draftOf(tx, scope), await tableOf(tx)]
    if (draft?.revision !== trial.revision || table.number !== trial.fromNumber)
      return saveTrial(tx, scope.organisationId, { ...trial, state: 'stopped' })
    const { rules: after } = readSheet(draft.lines)
    await stepOf(tx, scope, trial, { before: table.rules, after })
  })
}

/** Stops where it is; what was found stays to be read. */
export function stop(ports: Ports, may: Changing): Promise<Result<Trial>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await lockTable(tx)
    const trial = await trialNow(tx, may)
    if (!trial) return refuse('missing', 'remedies.trial-missing', {})
    if (trial.state !== 'running') return ok(toTrial(trial))
    await goOnNever(tx, may.organisationId)
    const stopped: Running = { ...trial, state: 'stopped' }
    await saveTrial(tx, may.organisationId, stopped)
    return ok(toTrial(stopped))
  })
}

type Both = { readonly before: readonly RemedyRule[]; readonly after: readonly RemedyRule[] }

async function stepOf(tx: Tx, scope: Scope, trial: Running, tables: Both): Promise<Running> {
  const ids = await receivedBefore(tx, boundsOf(trial), trial.lastId, mostAtOnce)
  const records = await recordsOf(tx, scope, ids, 'pass')
  const now = toInstant(Temporal.PlainDate.from(trial.onDay), '12:00').toString()
  const tried = ids.flatMap((complaintId) => {
    const record = records.get(complaintId)
    return record ? [{ complaintId, ...trialOf(record, { ...tables, now }) }] : []
  })
  const found = tried.filter(({ gained, lost }) => gained.length + lost.length > 0)
  const { organisationId } = scope
  await addCases(tx, organisationId, trial, found)
  const moved: Running = {
    ...trial,
    state: ids.length < mostAtOnce ? 'finished' : 'running',
    looked: trial.looked + ids.length,
    changed: trial.changed + found.length,
    sums: together(trial.sums, tried),
    lastId: ids.at(-1) ?? trial.lastId,
  }
  await saveTrial(tx, organisationId, moved)
  if (moved.state === 'running') await goOn(tx, organisationId, trial.id)
  else await writeTrial(tx, organisationId, { ...summaryOf(moved), by: trial.by })
  return moved
}

function summaryOf({ from, until, looked, changed, onDay, at, sums }: Running) {
  return { from, until, looked, changed, left: 0, onDay, at, sums }
}

function boundsOf({ from, until }: { from: string; until: string }): [string, string] {
  const end = Temporal.PlainDate.from(until).add({ days: 1 })
  const startOf = (day: Temporal.PlainDate) => toInstant(day, '00:00').toString()
  return [startOf(Temporal.PlainDate.from(from)), startOf(end)]
}
