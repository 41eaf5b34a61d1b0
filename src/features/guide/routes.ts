import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, deskRoute, inside, toldAs, type Scope } from '#features/access/door.ts'
import { recordAsHeard } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyOption } from '#features/remedies/contract.ts'
import { dismiss, markMoveDone, note, sayPhrase, withdraw } from './actions.ts'
import {
  dismissCue,
  finishMove,
  listSentences,
  notice,
  readGuidance,
  usePhrase,
  withdrawNotice,
} from './contract.ts'
import { guide, type GuideContext } from './engine/guide.ts'
import { sentencesFor } from './engine/sentences.ts'
import { playbookFor } from './playbooks/queries.ts'
import { playbooksRoutes } from './playbooks/routes.ts'
import { canBeGuided, canUseGuide } from './policy.ts'
import type { PromiseElsewhere } from './rules.ts'

/** What rooms of the same rank know and the guide wants to know; the roof brings them together. */
export type Surroundings = {
  optionsFor(tx: Tx, scope: Scope, record: CaseRecord): Promise<readonly RemedyOption[]>
  promisesElsewhere(
    tx: Tx,
    scope: Scope,
    complaintId: string,
    customerId: string,
  ): Promise<readonly PromiseElsewhere[]>
  /** The name of whoever speaks with the customer in this call; null when that is not known. */
  speaking(tx: Tx, scope: Scope, callId: string): Promise<string | null>
}

export function guideRoutes(ports: Ports, surroundings: Surroundings): Route<Scope | null>[] {
  return [
    ...playbooksRoutes(ports),
    ...reading(ports, surroundings),
    deskRoute(usePhrase, canUseGuide, ({ may, params, body }) =>
      sayPhrase(ports, may, params.complaintId, body),
    ),
    deskRoute(finishMove, canUseGuide, ({ may, params, body }) =>
      markMoveDone(ports, may, params.complaintId, body),
    ),
    deskRoute(dismissCue, canUseGuide, ({ may, params, body }) =>
      dismiss(ports, may, params.complaintId, body),
    ),
    deskRoute(notice, canUseGuide, ({ may, params, body }) =>
      note(ports, may, params.complaintId, { ...body, what: params.what }),
    ),
    deskRoute(withdrawNotice, canUseGuide, ({ may, params, body }) =>
      withdraw(ports, may, params.complaintId, { ...body, what: params.what }),
    ),
  ]
}

function reading(ports: Ports, surroundings: Surroundings): Route<Scope | null>[] {
  return [
    deskRoute(readGuidance, canBeGuided, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const seen = await seenOf(ports, surroundings, tx, may, params.complaintId)
        return seen.ok ? ok(guide(seen.value.record, seen.value.context)) : seen
      }),
    ),
    deskRoute(listSentences, canBeGuided, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const seen = await seenOf(ports, surroundings, tx, may, params.complaintId)
        if (!seen.ok) return seen
        return ok({ sentences: sentencesFor(seen.value.record, seen.value.context) })
      }),
    ),
  ]
}

type Seen = { readonly record: CaseRecord; readonly context: GuideContext }

/** The record and what is known around it: all that the guide goes by. */
async function seenOf(
  ports: Ports,
  surroundings: Surroundings,
  tx: Tx,
  scope: Scope,
  complaintId: string,
): Promise<Result<Seen>> {
  const record = await recordAsHeard(tx, scope, complaintId, ports.clock.now())
  if (!record) return refuse('missing', 'complaints.missing', {})
  const playbook = await playbookFor(tx, scope, scope.language)
  if (!playbook.ok) return playbook
  const { customerId } = record.customer
  // Who watches reads the sentences of the one who says them.
  const speaking = record.call ? await surroundings.speaking(tx, scope, record.call.id) : null
  const elsewhere = customerId
    ? await surroundings.promisesElsewhere(tx, scope, complaintId, customerId)
    : []
  const context = {
    complaintId,
    playbook: playbook.value,
    now: ports.clock.now().toString(),
    toldAs: await toldAs(tx, scope),
    handlerName: speaking ?? scope.viewer?.name ?? '',
    organisationName: scope.viewer?.organisation.name ?? '',
    options: await surroundings.optionsFor(tx, scope, record),
    openPromisesElsewhere: elsewhere,
    calendar: await calendarOf(tx, scope),
  }
  return ok({ record, context })
}
