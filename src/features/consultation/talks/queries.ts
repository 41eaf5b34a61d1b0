import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Vault } from '#platform/vault.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { fileById, shownFile } from '../files/queries.ts'
import { openedFrom } from '../queries.ts'
import { about, type Message, type Talk } from './contract.ts'

/** What is sealed in the row of a case. */
export const content = z.object({
  about,
  complaintNumber: z.string().nullable(),
  isUrgent: z.boolean(),
})
export type Content = z.output<typeof content>

const talkColumns = [
  'id',
  'opened_on',
  'closed_on',
  'person_seen',
  'erasure_wished_on',
  'sealed',
] as const

/** Whose consultation it is, for those who can see it. */
export async function personOf(tx: Tx, caseId: string) {
  return tx
    .selectFrom('consultation_cases')
    .where('id', '=', caseId)
    .select('person_id as personId')
    .executeTakeFirst()
}

/** After `showBearer`. */
export async function caseIdOfCode(tx: Tx, codeHash: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('consultation_cases')
    .where('code_hash', '=', codeHash)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

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
  erasure_wished_on: string | null
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
    erasureWishedOn: row.erasure_wished_on,
    messages,
  }
}

/** Words, or a file that came between them. */
const said = z.union([z.string(), z.object({ fileId: z.uuid() })])

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
  return Promise.all(
    rows.map(async (row) => {
      const content = said.parse(openedFrom(vault, caseId, row.sealed))
      const file =
        typeof content === 'string' ? undefined : await fileById(tx, vault, content.fileId)
      return {
        id: row.id,
        by: row.desk_member_id ? 'desk' : 'person',
        deskName: row.desk_member_id ? (names.get(row.desk_member_id) ?? null) : null,
        on: row.on_day,
        at: row.at,
        words: typeof content === 'string' ? content : '',
        file: file ? shownFile(file) : null,
      } as const
    }),
  )
}

/** The latest consultation under this name that is not closed. */
export async function openTalkOf(tx: Tx, memberId: string) {
  return tx
    .selectFrom('consultation_cases')
    .where('person_id', '=', memberId)
    .where('closed_on', 'is', null)
    .select(['id', 'opened_on as openedOn', 'excluded'])
    .orderBy('opened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Was this begun or said before? */
export async function isWritten(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('consultation_cases')
    .where('id', '=', id)
    .select('id')
    .union(tx.selectFrom('consultation_messages').where('id', '=', id).select('id'))
    .executeTakeFirst()
  return row !== undefined
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
