import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, systemScope, type Scope } from '#features/access/door.ts'
import {
  commandFor,
  entriesOf,
  recorded,
  stateOf,
  type Hearer,
  type Heard,
} from '#features/complaints/door.ts'
import { fold } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { WebhookType } from './contract.ts'
import { listenersOf } from './queries.ts'
import { deliveryOf, heardTypes, plainOf, typesOf, wordsOf } from './rules.ts'
import { forgetWords, insertMessage } from './store.ts'

export const webhooksHearers: readonly Hearer[] = [
  {
    reactions: Object.fromEntries(heardTypes.map((type) => [type, tell])),
    isConcerned: async (tx) => (await listenersOf(tx)).length > 0,
  },
  {
    reactions: {
      'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
        inside(ports.db, systemScope(organisationId, 'webhooks'), (tx) =>
          forgetWords(tx, complaintId),
        ),
    },
  },
]

async function tell(ports: Ports, heard: Heard): Promise<void> {
  const scope = systemScope(heard.organisationId, 'webhooks')
  await inside(ports.db, scope, async (tx) => {
    const listeners = await listenersOf(tx)
    if (listeners.length === 0) return
    const news = await newsOf(tx, scope, heard)
    for (const { id, types, withWords, stoppedAt } of listeners)
      for (const each of news.filter(({ type }) => types.includes(type)))
        await post(tx, scope, heard, { id, withWords, isStopped: stoppedAt !== null }, each)
  })
}

type News = {
  readonly type: WebhookType
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, unknown>>
}

/** The same entry gives the same message ids: heard twice, told once. */
async function post(
  tx: Tx,
  scope: Scope,
  { complaintId, entryId }: Heard,
  to: { id: string; withWords: boolean; isStopped: boolean },
  { type, at, data, words }: News,
) {
  const id = commandFor(entryId, `webhooks ${to.id} ${type}`)
  const state = to.isStopped ? 'held' : 'waiting'
  const place = { id, endpointId: to.id, entryId, complaintId, type, happenedAt: at }
  const said = to.withWords ? words : null
  const isNew = await insertMessage(tx, scope, { ...place, data, words: said, state })
  if (isNew && !to.isStopped) await enqueue(tx, deliveryOf(scope.organisationId, to.id, id))
}

/** The record as it was before this entry, and right after it: what came later is told by its own message. */
async function newsOf(tx: Tx, scope: Scope, { complaintId, sequence }: Heard): Promise<News[]> {
  const all = recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))
  const then = all.filter((entry) => entry.sequence <= sequence)
  const entry = then.at(-1)
  if (entry?.sequence !== sequence) return [] // erased meanwhile
  const [before, after] = [fold(then.slice(0, -1)), fold(then)]
  const stateBefore = sequence === 1 ? null : stateOf(before)
  const stateAfter = stateOf(after)
  const { type, payload, at } = entry
  // A first mail is the second entry of its complaint, written by the same command.
  const isFirst = then.length <= 2 && then[0]?.type === 'complaints.received' && then[0].at === at
  return typesOf({ type, payload, isFirst, stateBefore, stateAfter }).map((told) => {
    const isMove = told === 'complaint.state_changed'
    const own = isMove ? { stateBefore } : plainOf(payload)
    const data = { complaintId, number: after.number, state: stateAfter, ...own }
    const words = {
      ...(isMove ? {} : wordsOf({ type, payload }, insideOf(after))),
      ...whoOf(after),
    }
    return { type: told, at, data, words }
  })
}

function insideOf({ commitments }: CaseRecord): string[] {
  return commitments.filter(({ madeTo }) => madeTo !== 'customer').map((each) => each.commitmentId)
}

function whoOf({ customer: { name, kana, phone, email }, details }: CaseRecord) {
  const customer = Object.fromEntries(
    Object.entries({ name, kana, phone, email }).filter(([, value]) => value),
  )
  return { customer, complaintSubject: details.subject ?? '' }
}
