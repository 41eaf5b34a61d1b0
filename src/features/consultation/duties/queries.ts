import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { counsellorsOf } from '../talks/queries.ts'
import { evidence, group, shipped, states, type Duty, type Figures } from './contract.ts'
import { blank } from './rules.ts'
import { z } from 'zod'

/** Those that are shipped, in their order, then those of the company. */
export async function dutiesOf(tx: Tx, scope: Scope): Promise<Duty[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('consultation_duties')
    .selectAll()
    .orderBy('changed_at')
    .execute()
  const kept = new Map(
    rows.map((row): [string, Duty] => [
      row.code,
      {
        code: row.code,
        group: group.parse(row.grouped),
        title: row.title,
        detail: row.detail,
        state: z.enum(states).parse(row.state),
        ownerId: row.owner_id,
        ownerName: row.owner_id ? (names.get(row.owner_id) ?? null) : null,
        evidence: evidence.array().parse(row.evidence),
        note: row.note,
        doneOn: row.done_on,
        reviewOn: row.review_on,
        changedAt: row.changed_at,
        changedByName: row.changed_by ? (names.get(row.changed_by) ?? null) : null,
      },
    ]),
  )
  const ours = Object.entries(shipped).map(([code, its]) => kept.get(code) ?? blank(code, its))
  return [...ours, ...[...kept.values()].filter(({ code }) => !(code in shipped))]
}

async function latestPolicy(tx: Tx) {
  return tx
    .selectFrom('consultation_policies')
    .select(['version', 'words', 'published_on as publishedOn'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The policy as one member is shown it. */
export async function policyNow(tx: Tx, scope: Scope) {
  const policy = await latestPolicy(tx)
  if (!policy) return null
  const row = await tx
    .selectFrom('consultation_acknowledgements')
    .where('version', '=', policy.version)
    .where('member_id', '=', scope.viewer?.memberId ?? '')
    .select('version')
    .executeTakeFirst()
  return { ...policy, isAcknowledged: row !== undefined }
}

/** Who has acknowledged is counted by the room itself: nobody else may see these rows. */
export async function figuresOf(tx: Tx, scope: Scope): Promise<Figures> {
  const policy = (await latestPolicy(tx)) ?? null
  const { members } = await tx
    .selectFrom('access_members')
    .where('organisation_id', '=', scope.organisationId)
    .select((e) => e.fn.countAll<number>().as('members'))
    .executeTakeFirstOrThrow()
  const { acknowledged } = await tx
    .selectFrom('consultation_acknowledgements')
    .where('version', '=', policy?.version ?? 0)
    .select((e) => e.fn.countAll<number>().as('acknowledged'))
    .executeTakeFirstOrThrow()
  const counsellors = (await counsellorsOf(tx, scope.organisationId)).length
  return { counsellors, policy, acknowledged, members }
}

export async function nextVersion(tx: Tx): Promise<number> {
  return ((await latestPolicy(tx))?.version ?? 0) + 1
}
