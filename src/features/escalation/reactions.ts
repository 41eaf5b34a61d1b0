import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, systemScope, type May } from '#features/access/door.ts'
import {
  change,
  commandFor,
  entriesOf,
  type Heard,
  type Reactions,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { commitmentsEvents } from '#features/commitments/contract.ts'
import { inquiriesEvents } from '#features/inquiries/contract.ts'
import { put } from './actions.ts'
import { canAsk } from './policy.ts'
import { waitingOn } from './queries.ts'
import { forgetRemarks } from './shifts/store.ts'
import { forgetReasons, markOver } from './store.ts'

export const escalationReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'escalation'), async (tx) => {
      await forgetReasons(tx, complaintId)
      await forgetRemarks(tx, complaintId)
    }),
  'commitments.raised': (ports, heard) => watch(ports, heard, 'raised'),
  'commitments.broken': (ports, heard) => watch(ports, heard, 'broken'),
  'inquiries.reminded': watchDepartment,
  'commitments.kept': (ports, heard) => settle(ports, heard, '約束が果たされたため'),
  'commitments.renegotiated': (ports, heard) => settle(ports, heard, '新しい日時を約束したため'),
  'commitments.withdrawn': (ports, heard) => settle(ports, heard, '約束が取り下げられたため'),
  'complaints.closed': (ports, heard) => settle(ports, heard, '苦情が終了したため'),
}

const why = {
  // It waits with whoever leads beyond the date: what it says must still be true then.
  raised: ({ words, ownerName }: Said) =>
    `約束「${words}」がまだ果たされていません（担当 ${ownerName}）`,
  broken: ({ words, ownerName }: Said) => `約束「${words}」の期限が過ぎました（担当 ${ownerName}）`,
}
type Said = { words: string; ownerName: string }

/** A promise at risk or broken is never the owner's secret: a supervisor watches until it is made good. */
async function watch(ports: Ports, heard: Heard, how: keyof typeof why): Promise<void> {
  await react(ports, heard, 'escalation.watch', async (situation, scope, id) => {
    const { complaintId } = heard
    if ((await waitingOn(situation.tx, complaintId)).length > 0) return []
    const said = commitmentsEvents[`commitments.${how}`].safeParse(
      await payloadOf(situation, heard),
    )
    // Erased meanwhile: then the complaint is closed, and there is nothing left to watch.
    if (!said.success || situation.record.closing) return []
    // Kept, moved or withdrawn while this was on its way.
    const { commitmentId, dueAt } = said.data
    const isMeant = situation.record.commitments.some(
      (each) => each.commitmentId === commitmentId && each.dueAt === dueAt && each.state !== 'kept',
    )
    if (!isMeant) return []
    const asking = { kind: 'supervisor', mode: 'watch', reason: why[how](said.data) } as const
    const done = await put(situation, scope, complaintId, { id, ...asking })
    return done.ok ? done.value : []
  })
}

/**
 * A department has let its date pass, and its head is told: whoever leads hears of it in the same hour, although they
 * were told before that the date had passed.
 */
async function watchDepartment(ports: Ports, heard: Heard): Promise<void> {
  await react(ports, heard, 'escalation.watch-department', async (situation, scope, id) => {
    const { tx, at, record } = situation
    const said = inquiriesEvents['inquiries.reminded'].safeParse(await payloadOf(situation, heard))
    if (!said.success || said.data.reminder !== 'late' || record.closing) return []
    const { inquiryId, departmentName, headName } = said.data
    const isWaiting = record.inquiries.some(
      (each) => each.inquiryId === inquiryId && each.state === 'asked',
    )
    if (!isWaiting) return []
    const waiting = await waitingOn(tx, heard.complaintId)
    // Somebody asked in person: that goes first.
    if (waiting.some(({ askedById }) => askedById !== null)) return []
    for (const { id: before } of waiting) await markOver(tx, before, { state: 'withdrawn', at })
    const reason = overdueAnswer(departmentName, headName)
    const asking = { kind: 'supervisor', mode: 'watch', reason } as const
    const done = await put(situation, scope, heard.complaintId, { id, ...asking })
    const over = waiting.map(({ id: requestId }) => ({
      type: 'escalation.withdrawn' as const,
      payload: { requestId, reason: '新しい知らせに替わったため' },
    }))
    return done.ok ? [...over, ...done.value] : []
  })
}

function overdueAnswer(department: string, headName: string | null): string {
  const head = headName === null ? '' : `責任者の${headName}さんにも知らせました。`
  return `${department}からの回答が、期限を過ぎても届いていません。${head}お客様へのご連絡を確かめてください。`
}

/** What we asked for ourselves ends with its reason; at the closing everything that still waits does. */
async function settle(ports: Ports, heard: Heard, reason: string): Promise<void> {
  await react(ports, heard, 'escalation.settle', async ({ tx, record, at }) => {
    const isClosed = record.closing !== null
    const isBroken = record.commitments.some(({ state }) => state === 'broken')
    const over = (await waitingOn(tx, heard.complaintId)).filter(
      ({ askedById }) => isClosed || (askedById === null && !isBroken),
    )
    for (const { id } of over) await markOver(tx, id, { state: 'withdrawn', at })
    return over.map(({ id }) => ({
      type: 'escalation.withdrawn',
      payload: { requestId: id, reason },
    }))
  })
}

async function react(
  ports: Ports,
  { organisationId, complaintId, entryId }: Heard,
  purpose: string,
  decide: (
    situation: Situation,
    scope: May<'escalation.ask'>,
    id: string,
  ) => Promise<readonly ComplaintEvent[]>,
): Promise<void> {
  const may = permitted(systemScope(organisationId, 'escalation'), canAsk)
  if (!may.ok) return
  const id = commandFor(entryId, purpose)
  await change(ports, may.value, { complaintId, id }, async (situation) =>
    ok(await decide(situation, may.value, id)),
  )
}

async function payloadOf({ tx, names }: Situation, heard: Heard): Promise<unknown> {
  const [entry] = await entriesOf(tx, await names(), heard.complaintId, heard.sequence - 1)
  return entry?.payload
}
