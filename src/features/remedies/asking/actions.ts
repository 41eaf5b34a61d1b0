import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, type May, type Scope } from '#features/access/door.ts'
import { change, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '../contract.ts'
import { rolesOf, rulesOf } from '../queries.ts'
import { offerable } from '../rules.ts'
import type { Approval, Asked, Authority, Limits, Openable } from '../approvals/contract.ts'
import {
  approvalsOfComplaint,
  heldApproval,
  limitsOf,
  shownApprovals,
  textHash,
} from '../approvals/queries.ts'
import { asApproved, authorityFor, authorityForWords, rowFor, timesOf } from '../approvals/rules.ts'
import { canAsk } from '../approvals/policy.ts'
import { insertApproval } from '../approvals/store.ts'

export type Wanted = Omit<Command, 'complaintId'> & {
  readonly what: 'remedy' | 'words'
  readonly ruleId?: string | undefined
  readonly outside?:
    | { readonly kind: RemedyRule['kind']; readonly label: string; readonly say: string }
    | undefined
  readonly amountYen?: number | undefined
  readonly text?: string | undefined
  readonly opens?: readonly Openable[] | undefined
  readonly reason: string
}
type Question = {
  readonly asked: Asked
  readonly needs: Authority
  readonly amountYen: number | null
}

/** The command's id becomes the approval's. */
export async function ask(
  ports: Ports,
  may: May<'remedies.ask'>,
  complaintId: string,
  wanted: Wanted,
): Promise<Result<{ approval: Approval }>> {
  const { id, basedOn } = wanted
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const limits = await limitsOf(situation.tx)
    const question =
      wanted.what === 'words'
        ? wordsAsked(situation, wanted, limits)
        : await remedyAsked(situation, may, wanted, limits)
    if (!question.ok) return question
    return put(situation, may, { complaintId, ...wanted }, question.value, limits)
  })
  return done.ok ? shown(ports, may, id) : done
}

/** The same for another room, which has looked at the words before. */
export async function askForWords(
  ports: Ports,
  scope: Scope,
  complaintId: string,
  wanted: { id: string; text: string; opens: readonly Openable[]; reason: string },
): Promise<Result<{ approval: Approval }>> {
  const may = permitted(scope, canAsk)
  return may.ok ? ask(ports, may.value, complaintId, { what: 'words', ...wanted }) : may
}

/** Refused when nothing has to be asked, or when something stands in the way that no approval removes. */
async function remedyAsked(
  { tx, record, at }: Situation,
  scope: Scope,
  wanted: Wanted,
  limits: Limits,
): Promise<Result<Question>> {
  const { ruleId, outside, amountYen } = wanted
  const rules = await rulesOf(tx)
  const rule = outside ? null : rules.find(({ id }) => id === ruleId)
  if (rule === undefined) return refuse('blocked', 'remedies.no-rule', {})
  const order = { ruleId: rule?.id ?? wanted.id, amountYen }
  const row = rule ?? rowFor(wanted.id, { ...blank(record), ...outside, reason: wanted.reason }, '')
  const most = amountYen ?? (row.kind === 'refund' ? (record.details.price ?? null) : null)
  const through = offerable([asApproved(row, most)], record, at, ['operator'], order)
  if (!through.ok) return through
  const isInTable = (roles: Parameters<typeof offerable>[3]) =>
    rule !== null && offerable(rules, record, at, roles, order).ok
  if (isInTable(rolesOf(scope)))
    return refuse('conflict', 'remedies.approval-needless', { label: row.label })
  const { label, kind, say, clause } = row
  const isException = !isInTable(['admin'])
  const asked = { ...blank(record), label, kind, say, clause, isException, reason: wanted.reason }
  const yen = through.value.amountYen
  const needs = authorityFor(asked, rule, yen, limits)
  return ok({ asked: { ...asked, ruleId: rule?.id ?? null }, needs, amountYen: yen })
}

function blank({ details, cause }: Situation['record']): Asked {
  return {
    label: '',
    kind: null,
    ruleId: null,
    clause: null,
    say: '',
    isException: false,
    opens: [],
    text: null,
    reason: '',
    priceYen: details.price ?? null,
    cause: cause?.cause ?? null,
    product: details.product ?? null,
  }
}

const labels = {
  'admits-liability': '責任を認める言葉',
  'promises-money': 'お金をお約束する言葉',
  'amount-beyond-remedy': '記録の回復策を超える金額',
  'public-reply': '公開の場に載せる言葉',
} as const satisfies Record<Openable, string>

function wordsAsked({ record }: Situation, wanted: Wanted, limits: Limits): Result<Question> {
  if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
  const { text = '', opens = [], reason } = wanted
  if (text === '' || opens.length === 0) return refuse('invalid', 'remedies.approval-no-words', {})
  const label = opens.map((rule) => labels[rule]).join('・')
  const asked = { ...blank(record), label, reason, text, opens: [...opens] }
  const needs = authorityForWords(opens, limits)
  if (needs === null) return refuse('conflict', 'remedies.approval-needless', { label })
  return ok({ asked, needs, amountYen: null })
}

async function put(
  { tx, at }: Situation,
  scope: Scope,
  { id, complaintId, what }: Wanted & { complaintId: string },
  { asked, needs, amountYen }: Question,
  limits: Limits,
): Promise<Result<ComplaintEvent[]>> {
  const askedById = scope.viewer?.memberId
  if (askedById === undefined) return refuse('forbidden', 'remedies.approval-nobody', {})
  const before = await approvalsOfComplaint(tx, scope, complaintId, at)
  const isTwin = (each: Approval) =>
    (each.state === 'asked' || each.state === 'granted') &&
    each.label === asked.label &&
    each.text === asked.text
  if (before.some(isTwin))
    return refuse('conflict', 'remedies.approval-waiting', { label: asked.label })
  const { expiresAt, remindAt } = timesOf(at, limits)
  const hash = asked.text === null ? null : textHash(asked.text)
  const question = { id, complaintId, what, needs, amountYen, asked, askedById, textHash: hash }
  await insertApproval(tx, scope, { ...question, askedAt: at, expiresAt, remindAt })
  const { label, reason, text } = asked
  const told = { approvalId: id, label, what, amountYen, needs, reason, text, expiresAt }
  return ok([{ type: 'remedies.approval-asked', payload: told }])
}

/** As the viewer sees it; without it, the id was another command's and nothing was written. */
export async function shown(
  ports: Ports,
  scope: Scope,
  approvalId: string,
): Promise<Result<{ approval: Approval }>> {
  const now = ports.clock.now().toString()
  return inside(ports.db, scope, async (tx) => {
    const held = await heldApproval(tx, approvalId)
    const [approval] = held ? await shownApprovals(tx, scope, [held], now) : []
    return approval ? ok({ approval }) : refuse('conflict', 'complaints.command-reused', {})
  })
}
