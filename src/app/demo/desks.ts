import { readOrganisation } from '#features/access/contract.ts'
import * as assignment from '#features/assignment/contract.ts'
import { listTargets, saveTargets } from '#features/assignment/targets/contract.ts'
import { desks, profiles, targets, type StaffKey } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { memberIdOf, must } from './steps.ts'

/** The desks of the cast, what each person knows, and the targets, as an administrator would set them up. */
export async function openDesks({
  call,
  scopeOf,
  nextId,
}: Pick<Stage, 'call' | 'scopeOf' | 'nextId'>) {
  const admin = scopeOf('fujii')
  const idOf = (key: StaffKey) => memberIdOf(scopeOf(key))
  const { calendar } = await must(call(admin, readOrganisation))
  const atNoon = { ...calendar, breaks: [{ from: '12:00', to: '13:00' }] }
  for (const { members, restsAtNoon, ...desk } of Object.values(desks)) {
    const hours = restsAtNoon ? atNoon : null
    const body = { ...desk, skills: [...desk.skills], memberIds: members.map(idOf), hours }
    await must(call(admin, assignment.saveDesk, { params: { deskId: nextId() }, body }))
  }
  for (const { of, ...profile } of profiles) {
    const params = { memberId: idOf(of) }
    await must(call(admin, assignment.saveProfile, { params, body: profile }))
  }
  const { today: fromOn } = await must(call(admin, listTargets))
  await must(call(admin, saveTargets, { params: { fromOn }, body: { rows: [...targets] } }))
}
