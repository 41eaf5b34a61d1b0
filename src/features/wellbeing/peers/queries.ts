import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'

/** Sealed for one reader: opened for anybody else, there is nothing. */
export function placeOfWords(toId: string): string {
  return `wellbeing.words/${toId}`
}

const most = 50

export async function peersOf(tx: Tx, ports: Ports, scope: Scope, me: string) {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('wellbeing_messages')
    .where('to_id', '=', me)
    .select(['id', 'from_id as fromId', 'sealed', 'sent_at as sentAt', 'read_at as readAt'])
    .orderBy('sent_at', 'desc')
    .limit(most)
    .execute()
  const members = await membersOf(tx, scope.organisationId)
  return {
    words: rows.map(({ id, fromId, sealed, sentAt, readAt }) => ({
      id,
      fromName: names.get(fromId) ?? '',
      text: ports.vault.open(sealed, placeOfWords(me)) ?? '',
      sentAt,
      isNew: readAt === null,
    })),
    colleagues: members
      .filter(({ id }) => id !== me)
      .map(({ id: memberId, name }) => ({ memberId, name })),
    isMuted: await hasMuted(tx, me),
  }
}

export async function hasMuted(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('wellbeing_mutes')
    .where('member_id', '=', memberId)
    .select('member_id')
    .executeTakeFirst()
  return row !== undefined
}
