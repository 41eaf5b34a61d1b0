import { ok, refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Route } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, type Scope } from '#features/access/door.ts'
import { readersOf } from '#features/audit/door.ts'
import { entriesOf, linesById, otherComplaintsOf, recordOf } from '#features/complaints/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { canKeepProtection, canSeeInstructions } from './policy.ts'
import { fileOf, instructionsFor, recordIn, runningClocks } from './queries.ts'
import { asHouse, throughTheDoor, whyNotNamed, type Keeping } from './reading/actions.ts'
import { disclosureRoutes } from './disclosure/routes.ts'
import { packsRoutes } from './packs/routes.ts'
import { emptyProtection, type Saying } from './rules.ts'
import { protectionSettingsOf } from './settings/queries.ts'
import { sheetsRoutes } from './sheets/routes.ts'
import { settingsRoutes } from './settings/routes.ts'

export function protectionRoutes(ports: Ports, saying: Saying): Route<Scope | null>[] {
  return [
    deskRoute(wall.readStanding, canKeepProtection, ({ may }) => standing(ports, may)),
    ...settingsRoutes(ports),
    ...sheetsRoutes(ports),
    ...packsRoutes(ports, saying),
    ...disclosureRoutes(ports, saying),
    deskRoute(wall.readProtection, canKeepProtection, ({ may, params, body }) =>
      read(ports, may, saying, params.complaintId, body.reason),
    ),
    deskRoute(wall.writeProtection, canKeepProtection, ({ may, params, body }) =>
      act.write(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.keepScreen, canKeepProtection, ({ may, params, query, body }) =>
      act.keepScreen(ports, may, { ...params, name: query.name }, body),
    ),
    deskRoute(wall.listInstructions, canSeeInstructions, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const today = tokyoDay(ports.clock.now()).toString()
        return ok({ instructions: await instructionsFor(tx, params.complaintId, today) })
      }),
    ),
  ]
}

async function standing(ports: Ports, may: Keeping) {
  const today = tokyoDay(ports.clock.now()).toString()
  const isRefused = await inside(ports.db, may, (tx) => whyNotNamed(tx, may))
  if (isRefused) return ok({ mayKeep: false, clocks: [] })
  return asHouse(ports, may, async (tx) => {
    const all = await runningClocks(tx)
    // A record that is kept for years is no news until its day has come.
    const near = all.filter(({ kind, dueOn }) => kind !== 'keeping' || dueOn <= today)
    const lines = await linesById(
      tx,
      near.map(({ complaintId }) => complaintId),
    )
    const clocks = near.map(({ id, complaintId, kind, dueOn }) => ({
      id,
      complaintId,
      kind,
      dueOn,
      number: lines.get(complaintId)?.number ?? '',
      isOver: dueOn < today,
    }))
    return ok({ mayKeep: true, clocks })
  })
}

/** Of the same customer, where there is a protective record, too. */
async function othersOf(tx: Tx, may: Keeping, complaintId: string) {
  const customerId = (await recordOf(tx, may, complaintId))?.customer.customerId
  const others = customerId ? await otherComplaintsOf(tx, customerId, complaintId) : []
  const lines = await linesById(tx, others)
  const found: { complaintId: string; number: string }[] = []
  for (const id of others)
    if (await fileOf(tx, id)) found.push({ complaintId: id, number: lines.get(id)?.number ?? '' })
  return found
}

function read(ports: Ports, may: Keeping, saying: Saying, complaintId: string, reason: string) {
  return throughTheDoor(ports, may, { complaintIds: [complaintId], reason }, async (tx) => {
    const line = (await linesById(tx, [complaintId])).get(complaintId)
    if (!line) return refuse('missing', 'complaints.missing', {})
    const names = await memberNames(tx, may)
    const file = await fileOf(tx, complaintId)
    const record = file ? await recordIn(tx, may, file.id, names) : emptyProtection
    const entries = await entriesOf(tx, names, complaintId)
    const judged = entries.filter(({ type }) => type.startsWith('harassment.')).toReversed()
    const { offences, platforms, checkedOn } = await protectionSettingsOf(tx)
    return ok({
      number: line.number,
      others: await othersOf(tx, may, complaintId),
      record,
      keepUntil: file?.keepUntil ?? null,
      isDecisionDue: file?.decisionDueSince != null,
      readings: await readersOf(tx, may, { subject: 'protection', subjectId: complaintId }),
      linkable: judged.map((entry) => ({
        sequence: entry.sequence,
        at: entry.at,
        sentence: saying(entry, may.language),
      })),
      lists: { offences, platforms, checkedOn },
    })
  })
}
