import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders, type Viewer } from '#features/access/contract.ts'
import { membersOf, type May, type Scope } from '#features/access/door.ts'
import { change, entriesOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { standardsNow } from '../standards/queries.ts'
import { quotablesOf } from '../suggesting/rules.ts'
import type { Judgement, proposeJudgement, Quotable } from './contract.ts'
import { insertJudgement, settleJudgement } from './store.ts'
import { judgementsOf, whyNotProposed, whyNotSecond } from './rules.ts'

type Proposal = Omit<z.output<NonNullable<(typeof proposeJudgement)['body']>>, 'basedOn'>
type Command = { readonly id: string; readonly basedOn?: number | undefined }

/** What one person has come to, on words that stand in the record. It counts once another one agrees. */
export function propose(
  ports: Ports,
  may: May<'harassment.propose'>,
  complaintId: string,
  { basedOn, ...proposal }: Proposal & Command,
) {
  const command = { complaintId, id: proposal.id, basedOn }
  return onRecord(ports, may, command, async ({ tx, at }, me, read) => {
    const why = whyNotProposed(proposal, read.quotables, read.judgements)
    if (!why.ok) return why
    if (proposal.targetIds.some((id) => !read.members.has(id)))
      return refuse('invalid', 'harassment.member-missing', {})
    const { thresholds: standards } = await standardsNow(tx, at)
    const { id: judgementId, excerpts, ...rest } = proposal
    const payload = { ...rest, judgementId, excerpts: excerpts.map(inFull(read)), standards }
    const by = signed(me)
    await insertJudgement(tx, may, { ...rest, ...by, id: judgementId, complaintId, at })
    return ok([{ type: 'harassment.judgement-proposed', payload: { ...payload, ...by } }])
  })
}

/** When it was said, and who heard it, come from the record and not from whoever quotes. */
function inFull({ quotables, members }: Read) {
  return (quoted: Proposal['excerpts'][number]) => {
    const entry = quotables.find(({ entryId }) => entryId === quoted.entryId)
    const witnessId = quoted.witnessId ?? entry?.witnessId ?? null
    const witnessName = members.get(witnessId ?? '') ?? ''
    return { ...quoted, witnessId, witnessName, saidAt: entry?.at ?? '' }
  }
}

type Judging = {
  readonly complaintId: string
  readonly judgementId: string
  readonly reason: string
}

export function agree(
  ports: Ports,
  may: May<'harassment.agree'>,
  { complaintId, judgementId, reason }: Judging,
  command: Command,
) {
  const deciding = { complaintId, judgementId, reason, state: 'decided' as const }
  return second(ports, may, deciding, command, (judgement, me) => {
    const { axes, verdict, targetIds, byName: proposedByName } = judgement
    const { content, manner, harm } = axes
    const findings = { content: content.finding, manner: manner.finding, harm: harm.finding }
    const by = { byId: me.memberId, byName: me.name }
    const payload = { judgementId, verdict, findings, targetIds, reason, proposedByName, ...by }
    return { type: 'harassment.verdict-decided', payload }
  })
}

export function giveBack(
  ports: Ports,
  may: May<'harassment.agree'>,
  judging: Judging,
  command: Command,
) {
  const returning = { ...judging, state: 'returned' as const }
  return second(ports, may, returning, command, (_judgement, me) => {
    const { judgementId, reason } = judging
    const payload = { judgementId, reason, byId: me.memberId, byName: me.name }
    return { type: 'harassment.judgement-returned', payload }
  })
}

function second(
  ports: Ports,
  may: May<'harassment.agree'>,
  { complaintId, judgementId, reason, state }: Judging & { state: 'decided' | 'returned' },
  { id, basedOn }: Command,
  say: (judgement: Judgement, me: Viewer) => ComplaintEvent,
) {
  return onRecord(ports, may, { complaintId, id, basedOn }, async ({ tx, at }, me, read) => {
    const judgement = read.judgements.find((each) => each.id === judgementId)
    const { memberId, byLeads: leads } = { memberId: me.memberId, ...signed(me) }
    const allowed = whyNotSecond(judgement, { memberId, leads }, reason)
    if (!allowed.ok) return allowed
    await settleJudgement(tx, judgementId, { state, at })
    return ok([say(allowed.value, me)])
  })
}

/** They do not accept it. That is theirs to say, and it stays beside what was decided. */
export function noteAppealOf(
  ports: Ports,
  may: May<'harassment.propose'>,
  { complaintId, judgementId, words }: { complaintId: string; judgementId: string; words: string },
  { id, basedOn }: Command,
) {
  return onRecord(ports, may, { complaintId, id, basedOn }, async (_situation, me, read) => {
    if (words === '') return refuse('invalid', 'harassment.appeal-empty', {})
    const judgement = read.judgements.find((each) => each.id === judgementId)
    if (judgement?.state !== 'decided') return refuse('missing', 'harassment.judgement-missing', {})
    const payload = { judgementId, words, byName: me.name }
    return ok([{ type: 'harassment.appeal-noted', payload }])
  })
}

function signed({ memberId, name, roles }: Viewer) {
  const byLeads = roles.some((role) => leaders.some((leading) => leading === role))
  return { byId: memberId, byName: name, byLeads }
}

type Read = {
  readonly quotables: readonly Quotable[]
  readonly judgements: readonly Judgement[]
  readonly members: ReadonlyMap<string, string>
}

async function onRecord(
  ports: Ports,
  may: Scope,
  command: Command & { readonly complaintId: string },
  decide: (
    situation: Situation,
    me: Viewer,
    read: Read,
  ) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<{ head: number }>> {
  const me = may.viewer
  if (!me) return refuse('invalid', 'harassment.nobody-acts', {})
  const done = await change(ports, may, command, async (situation) => {
    const { tx, names } = situation
    const entries = await entriesOf(tx, await names(), command.complaintId)
    const all = await membersOf(tx, may.organisationId)
    const members = new Map(all.map(({ id, name }) => [id, name]))
    const quotables = quotablesOf(entries, members)
    return decide(situation, me, { quotables, judgements: judgementsOf(entries), members })
  })
  return done.ok ? ok({ head: done.value.head }) : done
}
