import { sql, type Selectable, type SqlBool } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { AssessmentClocks } from '#platform/db/tables/assessment.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { clockDefinition, triageQuestions, type ClockDefinition } from '../definitions/contract.ts'
import { definitionsInForce } from '../definitions/queries.ts'
import {
  clockStage,
  clockState,
  formerStart,
  type Clock,
  type ClockStage,
  type DueLine,
  type dueShows,
  type Question,
  type UndecidedLine,
} from './contract.ts'
import { answersOf, offersOf, stageState } from './rules.ts'

/** One clock as its row holds it. */
export type HeldClock = Omit<Clock, 'stages' | 'decided'> & {
  readonly stages: readonly ClockStage[]
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly round: number
}

export async function heldClocks(tx: Tx, complaintId: string): Promise<HeldClock[]> {
  const rows = await tx
    .selectFrom('assessment_clocks')
    .where('complaint_id', '=', complaintId)
    .selectAll()
    .orderBy('next_due_at')
    .orderBy('code')
    .execute()
  return rows.map(toHeld)
}

/** Everything that the case desk shows about clocks and triage of one complaint. */
export async function clocksOf(tx: Tx, scope: Scope, complaintId: string, now: Temporal.Instant) {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const definitions = await definitionsInForce(tx, scope, now)
  const held = await heldClocks(tx, complaintId)
  const names = await memberNames(tx, scope)
  const decided = held.filter(({ state }) => state !== 'offered')
  const offers = offersOf(record, definitions).filter(
    ({ code }) => !decided.some((each) => each.code === code),
  )
  return {
    head: record.head,
    receivedOn: tokyoDay(Temporal.Instant.from(record.receivedAt)).toString(),
    questions: questionsOf(record, definitions),
    offers: offers.flatMap(({ code, because }) => {
      const definition = definitions.find((each) => each.code === code)
      return definition ? [{ definition, because }] : []
    }),
    clocks: decided.map((clock) => shown(clock, names, now.toString())),
  }
}

/** In their order; one that would offer nothing here is not asked, but for the last, which informs. */
function questionsOf(
  record: Pick<CaseRecord, 'triage' | 'safety'>,
  definitions: readonly ClockDefinition[],
): Question[] {
  const answers = answersOf(record)
  return triageQuestions.flatMap((question) => {
    const offers = definitions.filter(({ offeredBy }) => offeredBy.answers.includes(question))
    if (offers.length === 0 && question !== 'authority') return []
    const given = record.triage.find((each) => each.question === question)
    return [
      {
        question,
        answer: answers.get(question) ?? null,
        answered: given ? { at: given.at, byName: given.byName } : null,
        offers: offers.map(({ code, name }) => ({ code, name })),
      },
    ]
  })
}

function shown(held: HeldClock, names: ReadonlyMap<string, string>, now: string): Clock {
  const { id, complaintId, code, state, definition, variant, start, history } = held
  const { decidedAt, decidedBy, reason, stages } = held
  return {
    id,
    complaintId,
    code,
    state,
    definition,
    variant,
    start,
    history,
    stages: stages.map((stage) => ({
      ...stage,
      state: stageState(stage, held.definition.whose, now),
    })),
    decided:
      decidedAt === null
        ? null
        : { at: decidedAt, byName: nameOf(decidedBy ?? '', names), reason: reason ?? '' },
  }
}

export function nameOf(by: string, names: ReadonlyMap<string, string>): string {
  return names.get(by.replace('member:', '')) ?? '（退職者）'
}

/** How far ahead Today looks. */
const aheadDays = 14

type Asked = { readonly show: (typeof dueShows)[number]; readonly limit: number }

/** What is over or comes within two weeks, next first. A right of the customer that has ended waits for nobody. */
export async function dueLines(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
  { show, limit }: Asked,
): Promise<DueLine[]> {
  const until = now.add({ hours: aheadDays * 24 }).toString()
  const rows = await fromComplaints(tx, scope, show)
    .where('c.state', '=', 'running')
    .where('c.next_due_at', '<=', until)
    .where((where) =>
      where.or([
        where('c.whose', '!=', 'customers-right'),
        where('c.next_due_at', '>', now.toString()),
      ]),
    )
    .selectAll('c')
    .select(['k.number', 'k.subject', 'o.name as ownerName'])
    .orderBy('c.next_due_at')
    .limit(limit)
    .execute()
  return rows
    .flatMap((row) => linesOf(row, until, now.toString()))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

type Row = Selectable<AssessmentClocks> & {
  readonly number: string
  readonly subject: string
  readonly ownerName: string | null
}

function linesOf(row: Row, until: string, now: string): DueLine[] {
  const { id: clockId, complaintId, definition, stages } = toHeld(row)
  return stages.flatMap((stage) => {
    const state = stageState(stage, definition.whose, now)
    if (state === 'done' || state === 'ended' || stage.dueAt > until) return []
    const named = definition.stages.find(({ key }) => key === stage.key)
    return [
      {
        clockId,
        complaintId,
        complaintNumber: row.number,
        subject: row.subject,
        ownerName: row.ownerName,
        name: definition.name,
        whose: definition.whose,
        stage: stage.key,
        stageName: named?.name ?? definition.name,
        dueOn: stage.dueOn,
        dueAt: stage.dueAt,
        state,
      },
    ]
  })
}

export async function undecidedLines(
  tx: Tx,
  scope: Scope,
  { show, limit }: Asked,
): Promise<UndecidedLine[]> {
  const rows = await fromComplaints(tx, scope, show)
    .where('c.state', '=', 'offered')
    .select(['c.id', 'c.complaint_id', 'c.definition', 'k.number', 'k.subject'])
    .orderBy('k.received_at')
    .orderBy('c.code')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    clockId: row.id,
    complaintId: row.complaint_id,
    complaintNumber: row.number,
    subject: row.subject,
    name: clockDefinition.parse(row.definition).name,
  }))
}

/** Whose: the complaint's owner's; while nobody has it, of whoever decided about the clock. */
function fromComplaints(tx: Tx, { viewer }: Scope, show: Asked['show']) {
  const from = tx
    .selectFrom('assessment_clocks as c')
    .innerJoin('complaints as k', 'k.id', 'c.complaint_id')
    .leftJoin('access_members as o', 'o.id', 'k.owner_id')
  if (show === 'all') return from
  const memberId = viewer?.memberId ?? null
  const mine = sql<SqlBool>`(k.owner_id = ${memberId} or (k.owner_id is null and c.decided_by = ${`member:${memberId}`}))`
  if (show === 'mine') return from.where(mine)
  return from.where(sql<SqlBool>`not ${mine} and (k.owner_id is null or o.team_id =
    (select m.team_id from access_members m where m.id = ${memberId}))`)
}

function toHeld(row: Selectable<AssessmentClocks>): HeldClock {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    code: row.code,
    state: clockState.parse(row.state),
    definition: clockDefinition.parse(row.definition),
    variant: row.variant,
    start: row.start_on === null ? null : { on: row.start_on, at: row.start_time },
    stages: clockStage.array().parse(row.stages),
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    reason: row.reason,
    round: row.round,
    history: formerStart.array().parse(row.history),
  }
}
