import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { memberNames, toldAs, type Scope } from '#features/access/door.ts'
import {
  entriesOf,
  evidenceLimitsOf,
  evidenceOf,
  recorded,
  recordOf,
} from '#features/complaints/door.ts'
import { fold } from '#features/complaints/record/door.ts'
import type { Department } from '../departments/contract.ts'
import { departmentsOf } from '../departments/queries.ts'
import { turnsOf } from '../queries.ts'
import { filesKeyOf } from '../rules.ts'
import { asAsked, seenOf } from '../showing/rules.ts'
import type { Held } from '../store.ts'
import { pageFilesPath, type AnswerPage } from './contract.ts'

/** What one link shows; undefined when its complaint is gone. */
export async function pageOf(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  { organisation, held, token }: { organisation: Organisation; held: Held; token: string },
): Promise<AnswerPage | undefined> {
  const record = await recordOf(tx, scope, held.complaintId)
  const departments = await departmentsOf(tx, scope)
  const department = departments.find(({ id }) => id === held.departmentId)
  if (!record || !department) return undefined
  const names = await memberNames(tx, scope)
  const { question, turns } = await saidIn(tx, scope, held)
  const asked = asAsked((await recordThen(tx, names, held)) ?? record, record)
  const told = await toldAs(tx, scope)
  const files = await evidenceOf(tx, names, held.complaintId)
  return {
    ...seenOf(asked, files, question, held.shown),
    ...standingOf(held),
    organisationName: organisation.name,
    departmentName: department.name,
    people: department.people,
    askedByName: told(names.get(held.askedById) ?? ''),
    turns,
    others: othersThan(held, departments),
    filesPath: `${pageFilesPath(organisation.slug)}/${filesKeyOf(token)}`,
    ...(await evidenceLimitsOf(tx)),
    today: tokyoDay(ports.clock.now()).toString(),
  }
}

/** Up to the entry with which it was asked. */
async function recordThen(tx: Tx, names: ReadonlyMap<string, string>, { complaintId, id }: Held) {
  const entries = recorded(await entriesOf(tx, names, complaintId))
  const at = entries.findIndex(
    ({ type, payload }) =>
      type === 'inquiries.asked' && 'inquiryId' in payload && payload.inquiryId === id,
  )
  return at < 0 ? undefined : fold(entries.slice(0, at))
}

function othersThan({ departmentId }: Held, departments: readonly Department[]): string[] {
  return departments.filter(({ id, isOn }) => isOn && id !== departmentId).map(({ name }) => name)
}

async function saidIn(tx: Tx, scope: Scope, { complaintId, id }: Held) {
  const all = (await turnsOf(tx, scope, [complaintId])).get(id) ?? []
  const question = all.find(({ kind }) => kind === 'question')?.text ?? ''
  return { question, turns: all.filter(({ kind }) => kind !== 'question') }
}

function standingOf({ id: inquiryId, askedAt, dueAt, expiresAt, state }: Held) {
  return { inquiryId, askedAt, dueAt, expiresAt, state }
}
