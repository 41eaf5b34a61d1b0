import { ok, refuse } from '#kernel/result.ts'
import type { Example, Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canHear, canReadWords } from '../policy.ts'
import { headOf } from '../timeline/queries.ts'
import { hear } from './actions.ts'
import { hearUtterance, readUtterances } from './contract.ts'
import { utterancesOf } from './queries.ts'

export function utterancesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    {
      example,
      ...deskRoute(hearUtterance, canHear, ({ may, params, body }) =>
        hear(ports, may, params.complaintId, body),
      ),
    },
    deskRoute(readUtterances, canReadWords, ({ may, params, query }) =>
      inside(ports.db, may, async (tx) => {
        if ((await headOf(tx, params.complaintId)) === undefined)
          return refuse('missing', 'complaints.missing', {})
        return ok({ utterances: await utterancesOf(tx, params.complaintId, query.limit) })
      }),
    ),
  ]
}

const said = {
  id: '019ad2f0-6c1e-7c1a-9d8e-3f4f6f1a2b3c',
  speaker: 'customer',
  text: 'ですから、責任者を',
  at: '2026-11-24T01:00:00Z',
  state: 'provisional',
}
const example: Example = {
  body: said,
  answer: {
    complaintId: '019ad2ef-1d2c-7b3a-8c4d-5e6f7a8b9c0d',
    head: 3,
    utterance: { ...said, cues: [], callId: null },
  },
}
