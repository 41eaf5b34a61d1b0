import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, type May, type Scope } from '#features/access/door.ts'
import { change, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { defaultRules } from './defaults/rules.ts'
import type { Offer, RemedyRule } from './contract.ts'
import { remediesOf, rolesOf, tableOf } from './queries.ts'
import { mayGrant, offerable, whyNotAgreed } from './rules.ts'
import { addVersion } from './store.ts'

type Order = Omit<Command, 'complaintId'>
type Changed = { head: number }

type Wanted = Order & {
  ruleId: string
  amountYen?: number | undefined
  words?: string | undefined
  feasibility?: string | undefined
}

/** The only way a remedy is offered; whoever adds a door goes through here. The command's id becomes the offer's. */
export async function offer(
  ports: Ports,
  may: May<'remedies.offer'>,
  complaintId: string,
  wanted: Wanted,
): Promise<Result<Changed & { offer: Offer }>> {
  const { id, basedOn } = wanted
  const done = await change(ports, may, { complaintId, id, basedOn }, (situation) =>
    decideOffer(situation, may, wanted),
  )
  return done.ok ? madeOffer(ports, may, complaintId, id, done.value.head) : done
}

async function decideOffer(
  { tx, record, at }: Situation,
  scope: Scope,
  wanted: Wanted,
): Promise<Result<readonly ComplaintEvent[]>> {
  const { number: tableVersion, rules } = await tableOf(tx)
  const gate = offerable(rules, record, at, rolesOf(scope), wanted)
  if (!gate.ok)
    return withThoseWhoMay(
      tx,
      scope,
      gate,
      rules.find(({ id }) => id === wanted.ruleId),
    )
  const { rule, amountYen } = gate.value
  const { code: ruleCode, kind, label, clause } = rule
  const what = { offerId: wanted.id, ruleId: rule.id, ruleCode, kind, label, amountYen, clause }
  const said = {
    words: wanted.words ?? rule.say,
    feasibility: wanted.feasibility ?? null,
    tableVersion,
  }
  return ok([{ type: 'remedies.offered', payload: { ...what, ...said } }])
}

/** "Beyond your authority" says by name who could. */
async function withThoseWhoMay(
  tx: Tx,
  scope: Scope,
  no: No,
  rule: RemedyRule | undefined,
): Promise<No> {
  if (no.refusal.code !== 'remedies.beyond-authority' || !rule) return no
  const members = await membersOf(tx, scope.organisationId)
  const who = members
    .filter(({ isAway, roles }) => !isAway && mayGrant(rule, roles))
    .map(({ name }) => name)
  const { label, grantedBy } = rule
  return refuse('forbidden', 'remedies.beyond-authority', { label, grantedBy, who })
}

async function madeOffer(
  ports: Ports,
  scope: Scope,
  complaintId: string,
  offerId: string,
  head: number,
): Promise<Result<Changed & { offer: Offer }>> {
  const now = ports.clock.now().toString()
  const remedies = await inside(ports.db, scope, (tx) => remediesOf(tx, scope, complaintId, now))
  const made = remedies?.offers.find(({ id }) => id === offerId)
  return made ? ok({ head, offer: made }) : refuse('conflict', 'complaints.command-reused', {})
}

/** A customer may think again: the last answer counts, until there is an agreement. */
export function answer(
  ports: Ports,
  may: May<'remedies.offer'>,
  complaintId: string,
  offerId: string,
  {
    answer,
    words,
    ...order
  }: Order & { answer: 'accepted' | 'rejected' | 'considering'; words: string },
): Promise<Result<Changed>> {
  return write(ports, may, { complaintId, ...order }, ({ record }) => {
    const offered = record.offers.find((each) => each.offerId === offerId)
    if (!offered) return refuse('missing', 'remedies.offer-missing', {})
    if (record.agreement) return refuse('conflict', 'remedies.already-agreed', {})
    const payload = { offerId, label: offered.label, answer, words }
    return ok([{ type: 'remedies.answered', payload }])
  })
}

/** R2: the agreement is a record of its own: the words as repeated, and how they were confirmed. */
export function agree(
  ports: Ports,
  may: May<'remedies.agree'>,
  complaintId: string,
  order: Order & {
    offerIds: string[]
    words: string
    confirmedHow: 'repeated-aloud' | 'in-writing' | 'portal'
  },
): Promise<Result<Changed>> {
  const { id, basedOn, offerIds, words, confirmedHow } = order
  return write(ports, may, { complaintId, id, basedOn }, ({ record }) => {
    const no = whyNotAgreed(record, offerIds)
    if (no) return no
    const chosen = record.offers.filter(({ offerId }) => offerIds.includes(offerId))
    const labels = chosen.map(({ label, amountYen }) =>
      amountYen === null ? label : `${label}（${amountYen.toLocaleString('ja')}円）`,
    )
    const agreed = { agreementId: id, offerIds: chosen.map(({ offerId }) => offerId) }
    return ok([{ type: 'remedies.agreed', payload: { ...agreed, labels, words, confirmedHow } }])
  })
}

export function withdrawAgreement(
  ports: Ports,
  may: May<'remedies.agree'>,
  complaintId: string,
  { reason, ...order }: Order & { reason: string },
): Promise<Result<Changed>> {
  return write(ports, may, { complaintId, ...order }, ({ record }) => {
    if (!record.agreement) return refuse('missing', 'remedies.agreement-missing', {})
    if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
    const payload = { agreementId: record.agreement.id, reason }
    return ok([{ type: 'remedies.agreement-withdrawn', payload }])
  })
}

/** The table a new organisation starts with. */
export async function seedRules(ports: Ports, tx: Tx, organisationId: string): Promise<void> {
  const writing = { organisationId, at: ports.clock.now().toString(), by: 'system:remedies' }
  const rules = defaultRules(ports.ids)
  await addVersion(tx, writing, { rules, note: '', fromNumber: null, trial: null })
}

async function write(
  ports: Ports,
  may: Scope,
  command: Command,
  decide: (situation: Situation) => Result<readonly ComplaintEvent[]>,
): Promise<Result<Changed>> {
  const done = await change(ports, may, command, async (situation) => decide(situation))
  return done.ok ? ok({ head: done.value.head }) : done
}
