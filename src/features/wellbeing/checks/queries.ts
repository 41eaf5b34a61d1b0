import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { answers, type Check, type PassedOn } from './contract.ts'

/** Each is sealed for its person, or for the desk: opened for anybody else, there is nothing. */
export const placeOfCheck = (memberId: string) => `wellbeing.check/${memberId}`
export const placeOfPassed = (id: string) => `wellbeing.passed/${id}`

const written = answers.extend({ words: z.string() })
const passedWords = z.object({ words: z.string(), answers: answers.nullable() })
export type PassedWords = z.output<typeof passedWords>
const most = 100

export async function checksOf(tx: Tx, ports: Ports, me: string): Promise<Check[]> {
  const rows = await tx
    .selectFrom('wellbeing_checks')
    .where('member_id', '=', me)
    .select(['id', 'at', 'sealed'])
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, at, sealed }) => {
    const opened = ports.vault.open(sealed, placeOfCheck(me))
    return opened === null ? [] : [{ id, at, ...written.parse(JSON.parse(opened)) }]
  })
}

/** Whoever has the role, so that it is known beforehand who will read it. */
export async function deskNames(tx: Tx, scope: Scope): Promise<string[]> {
  const members = await membersOf(tx, scope.organisationId)
  return members.filter(({ roles }) => roles.includes('consultation')).map(({ name }) => name)
}

export async function passedTo(tx: Tx, ports: Ports, scope: Scope): Promise<PassedOn[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('wellbeing_passed')
    .select(['id', 'at', 'member_id', 'sealed', 'seen_at as seenAt', 'seen_by as seenBy'])
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, at, member_id: fromId, sealed, seenAt, seenBy }) => {
    const opened = ports.vault.open(sealed, placeOfPassed(id))
    if (opened === null) return []
    const said = passedWords.parse(JSON.parse(opened))
    const seenByName = names.get(seenBy ?? '') ?? null
    return [{ id, at, fromId, fromName: names.get(fromId) ?? '', ...said, seenAt, seenByName }]
  })
}
