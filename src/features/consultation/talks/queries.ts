import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Vault } from '#platform/vault.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { about, type Message, type Talk } from './contract.ts'

/** What is sealed in the row of a case. */
export const content = z.object({
  about,
  complaintNumber: z.string().nullable(),
  isUrgent: z.boolean(),
})
export type Content = z.output<typeof content>

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

const talkColumns = ['id', 'opened_on', 'closed_on', 'person_seen', 'sealed'] as const

/** Those the person began under their name, newest first. */
export async function ownTalks(tx: Tx, scope: Scope, vault: Vault): Promise<Talk[]> {
  const rows = await tx
    .selectFrom('consultation_cases')
    .where('person_id', '=', scope.viewer?.memberId ?? '')
    .select(talkColumns)
    .orderBy('opened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(rows.map((row) => talkFrom(tx, scope, vault, row)))
}

export async function ownTalk(
  tx: Tx,
  scope: Scope,
  vault: Vault,
  caseId: string,
): Promise<Talk | null> {
  const row = await tx
    .selectFrom('consultation_cases')
    .where('id', '=', caseId)
    .where('person_id', '=', scope.viewer?.memberId ?? '')
    .select(talkColumns)
    .executeTakeFirst()
  return row ? talkFrom(tx, scope, vault, row) : null
}

/** The one that a code opens. */
export async function talkOfCode(
  tx: Tx,
  scope: Scope,
  vault: Vault,
  codeHash: string,
): Promise<Talk | null> {
  const row = await tx
    .selectFrom('consultation_cases')
    .where('code_hash', '=', codeHash)
    .select(talkColumns)
    .executeTakeFirst()
  return row ? talkFrom(tx, scope, vault, row) : null
}

type Row = {
  id: string
  opened_on: string
  closed_on: string | null
  person_seen: number
  sealed: string
}

async function talkFrom(tx: Tx, scope: Scope, vault: Vault, row: Row): Promise<Talk> {
  const messages = await messagesOf(tx, scope, vault, row.id)
  const lastOfDesk = messages.findLastIndex(({ by }) => by === 'desk') + 1
  return {
    caseId: row.id,
    about: content.parse(openedFrom(vault, row.id, row.sealed)).about,
    openedOn: row.opened_on,
    isClosed: row.closed_on !== null,
    hasNews: lastOfDesk > row.person_seen,
    messages,
  }
}

export async function messagesOf(
  tx: Tx,
  scope: Scope,
  vault: Vault,
  caseId: string,
): Promise<Message[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('consultation_messages')
    .where('case_id', '=', caseId)
    .select(['id', 'desk_member_id', 'on_day', 'at', 'sealed'])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    by: row.desk_member_id ? 'desk' : 'person',
    deskName: row.desk_member_id ? (names.get(row.desk_member_id) ?? null) : null,
    on: row.on_day,
    at: row.at,
    words: z.string().parse(openedFrom(vault, caseId, row.sealed)),
  }))
}

/** Who works at the desk. */
export async function counsellorsOf(tx: Tx, organisationId: string) {
  const members = await membersOf(tx, organisationId)
  return members
    .filter(({ roles }) => roles.includes('consultation'))
    .map(({ id, name, title }) => ({ id, name, title }))
}

export async function doorTokenOf(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom('consultation_doors').select('token').executeTakeFirst()
  return row?.token ?? null
}
