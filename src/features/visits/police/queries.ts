import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, organisationOf, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CueCode } from '#features/language/contract.ts'
import { alarmsOfVisit, shownAlarms } from '../alarms/queries.ts'
import { isOnVisit } from '../alarms/rules.ts'
import { shownOf } from '../planning/queries.ts'
import { heldVisit } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import { keptSheet, type KeptSheet, type PoliceNumber, type PoliceSheet } from './contract.ts'

const feared: readonly CueCode[] = [
  'threat_harm',
  'confinement',
  'refuses_to_leave',
  'demands_prostration',
  'insult',
  'threat_exposure',
]
const mostSaid = 6

export async function sheetOf(
  tx: Tx,
  scope: Scope,
  { visitId, number, serverAt }: { visitId: string; number: PoliceNumber; serverAt: string },
): Promise<Result<PoliceSheet>> {
  const held = await heldVisit(tx, visitId)
  if (!held) return refuse('missing', 'visits.missing-visit', {})
  if (isOnVisit(held.plan, scope.viewer?.memberId ?? ''))
    return refuse('forbidden', 'visits.own-alarm', {})
  const [visit] = await shownOf(tx, scope, [held])
  if (!visit) return refuse('missing', 'visits.missing-visit', {})
  const all = await alarmsOfVisit(tx, visitId)
  const meant = number === '110' ? all.filter(({ closedAt }) => closedAt === null) : all
  const { complaintId } = held
  const record = complaintId === null ? undefined : await recordOf(tx, scope, complaintId)
  const heard = (record?.cues ?? []).filter(({ code }) => feared.includes(code))
  return ok({
    number,
    visit,
    alarms: await shownAlarms(tx, scope, meant),
    company: (await organisationOf(tx, scope)).name,
    callBack: (await settingsOf(tx)).deskPhone,
    said: heard
      .toReversed()
      .slice(0, mostSaid)
      .map(({ words, at }) => ({ words, at })),
    serverAt,
  })
}

export async function keptSheetsOf(tx: Tx, scope: Scope, visitId: string): Promise<KeptSheet[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('visits_police_sheets')
    .where('visit_id', '=', visitId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .execute()
  return rows.map(({ id, number, how, at, content: sheet, member_id: by }) =>
    keptSheet.parse({ id, number, how, at, sheet, byName: names.get(by) ?? '' }),
  )
}
