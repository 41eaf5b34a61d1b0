import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** What the code of this consultation opens is visible to this transaction from here on. */
export async function showBearer(tx: Tx, codeHash: string): Promise<void> {
  await sql`select set_config('uketome.bearer', ${codeHash}, true)`.execute(tx)
}

export type NewCase = {
  readonly id: string
  readonly organisationId: string
  readonly personId: string | null
  readonly codeHash: string | null
  readonly openedOn: string
  readonly excluded: readonly string[]
  readonly sealed: string
}

/** False: it was there before. */
export async function insertCase(tx: Tx, row: NewCase): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consultation_cases')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      person_id: row.personId,
      code_hash: row.codeHash,
      opened_on: row.openedOn,
      excluded: [...row.excluded],
      sealed: row.sealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type NewMessage = {
  readonly id: string
  readonly organisationId: string
  readonly caseId: string
  readonly deskMemberId: string | null
  readonly on: string
  readonly at: string | null
  readonly sealed: string
}

/** Behind the last one; the case is locked meanwhile. The same id is written once. */
export async function insertMessage(tx: Tx, row: NewMessage): Promise<void> {
  await tx
    .selectFrom('consultation_cases')
    .where('id', '=', row.caseId)
    .select('id')
    .forUpdate()
    .execute()
  const { last } = await tx
    .selectFrom('consultation_messages')
    .where('case_id', '=', row.caseId)
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('consultation_messages')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      case_id: row.caseId,
      position: last + 1,
      desk_member_id: row.deskMemberId,
      on_day: row.on,
      at: row.at,
      sealed: row.sealed,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function saveSeen(tx: Tx, caseId: string, position: number): Promise<void> {
  await tx
    .updateTable('consultation_cases')
    .set({ person_seen: position })
    .where('id', '=', caseId)
    .where('person_seen', '<', position)
    .execute()
}

/** Written with the first question for it. */
export async function keepDoor(tx: Tx, organisationId: string, token: string): Promise<void> {
  await tx
    .insertInto('consultation_doors')
    .values({ organisation_id: organisationId, token })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
