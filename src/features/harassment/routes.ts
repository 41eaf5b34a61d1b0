import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import * as judging from './judging/contract.ts'
import { agree, giveBack, noteAppealOf, propose } from './judging/actions.ts'
import { judgementsListed, judgingOf } from './judging/queries.ts'
import { listJudgements } from './listing/contract.ts'
import * as ladder from './ladder/contract.ts'
import { answerAsk, askFor, endReliefOf, take } from './ladder/actions.ts'
import { decisionsOf, ladderShown, reliefOf } from './ladder/queries.ts'
import { readPoliceSheet } from './police/contract.ts'
import { policeSheetOf } from './police/queries.ts'
import {
  canAgree,
  canChangeStandards,
  canConfirm,
  canPropose,
  canSeeHarassment,
  canTakeStep,
} from './policy.ts'
import { readStandards, setStandards } from './standards/contract.ts'
import { setStandardsOf } from './standards/actions.ts'
import { standardsWithHistory } from './standards/queries.ts'

export function harassmentRoutes(ports: Ports): Route<Scope | null>[] {
  return [...judgements(ports), ...looking(ports), ...acting(ports), ...standards(ports)]
}

/** What is read of one complaint; there is none of that id in this organisation, or not for this reader. */
async function found<T>(ports: Ports, scope: Scope, read: (tx: Tx) => Promise<T | null>) {
  const value = await inside(ports.db, scope, read)
  return value === null ? refuse('missing', 'complaints.missing', {}) : ok(value)
}

const nowOf = ({ clock }: Ports) => clock.now().toString()

function judgements(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(judging.readJudging, canSeeHarassment, ({ may, params }) =>
      found(ports, may, (tx) => judgingOf(tx, may, params.complaintId, nowOf(ports))),
    ),
    deskRoute(listJudgements, canAgree, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ judgements: await judgementsListed(tx, may, ports.clock.now()) }),
      ),
    ),
    deskRoute(judging.proposeJudgement, canPropose, ({ may, params, body }) =>
      propose(ports, may, params.complaintId, body),
    ),
    deskRoute(judging.agreeToJudgement, canAgree, ({ may, params, body: { reason, ...command } }) =>
      agree(ports, may, { ...params, reason }, command),
    ),
    deskRoute(judging.returnJudgement, canAgree, ({ may, params, body: { reason, ...command } }) =>
      giveBack(ports, may, { ...params, reason }, command),
    ),
    deskRoute(judging.noteAppeal, canPropose, ({ may, params, body: { words, ...command } }) =>
      noteAppealOf(ports, may, { ...params, words }, command),
    ),
  ]
}

function looking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(ladder.readLadder, canSeeHarassment, ({ may, params, query }) =>
      found(ports, may, (tx) => ladderShown(tx, may, params.complaintId, query, nowOf(ports))),
    ),
    deskRoute(readPoliceSheet, canSeeHarassment, ({ may, params, query }) =>
      found(ports, may, (tx) => policeSheetOf(tx, may, params.complaintId, query, nowOf(ports))),
    ),
    deskRoute(ladder.listDecisions, canConfirm, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await decisionsOf(tx, may, ports.clock.now()))),
    ),
    deskRoute(ladder.readRelief, canTakeStep, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok(await reliefOf(tx, may.viewer?.memberId ?? '', nowOf(ports))),
      ),
    ),
  ]
}

function acting(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(ladder.takeStep, canTakeStep, ({ may, params, body }) =>
      take(ports, may, params.complaintId, body),
    ),
    deskRoute(ladder.askDecision, canTakeStep, ({ may, params, body }) =>
      askFor(ports, may, params.complaintId, body),
    ),
    deskRoute(ladder.answerDecision, canConfirm, ({ may, params, body }) =>
      answerAsk(ports, may, params, body),
    ),
    deskRoute(ladder.endRelief, canTakeStep, ({ may }) => endReliefOf(ports, may)),
  ]
}

function standards(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readStandards, canSeeHarassment, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await standardsWithHistory(tx, may, nowOf(ports)))),
    ),
    deskRoute(setStandards, canChangeStandards, async ({ may, body }) => {
      const set = await setStandardsOf(ports, may, body)
      if (!set.ok) return set
      return inside(ports.db, may, async (tx) =>
        ok(await standardsWithHistory(tx, may, nowOf(ports))),
      )
    }),
  ]
}
