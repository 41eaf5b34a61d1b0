import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import { secretFrom, signedHeaders } from '#platform/http/standard-webhooks.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { change, recordOf, type Command } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '../contract.ts'
import { rulesOf } from '../queries.ts'
import { connectorAnswer, type Feasibility } from './contract.ts'
import { connectorOf, feasibilityOf } from './queries.ts'
import { saveFeasibility, upsertConnector } from './store.ts'

type Telling = May<'remedies.tell-feasibility'>
type Order = Omit<Command, 'complaintId'>
/** Somebody is on the phone: after this we ask them instead. */
const patienceMs = 3000

type Known = { readonly record: CaseRecord; readonly rule: RemedyRule }

/** No transaction is open while the other side thinks; no answer is no answer, never a yes. */
export async function askConnector(
  ports: Ports,
  may: Telling,
  complaintId: string,
  { id, ruleId }: Order & { ruleId: string },
): Promise<Result<{ answer: Feasibility | null; trouble: 'none' | 'silent' | null }>> {
  const known = await knownOf(ports, may, complaintId, ruleId)
  if (!known.ok) return known
  const said = await posted(ports, may, complaintId, known.value)
  if (typeof said === 'string') return ok({ answer: null, trouble: said })
  const answer = {
    ruleId,
    isFeasible: said.feasible,
    words: said.words,
    source: 'connector',
  } as const
  const told = await put(ports, may, complaintId, { id }, answer)
  return told.ok ? ok({ answer: told.value, trouble: null }) : told
}

async function knownOf(ports: Ports, scope: Scope, complaintId: string, ruleId: string) {
  return inside(ports.db, scope, async (tx): Promise<Result<Known>> => {
    const record = await recordOf(tx, scope, complaintId)
    if (!record) return refuse('missing', 'complaints.missing', {})
    const rule = (await rulesOf(tx)).find(({ id }) => id === ruleId)
    return rule ? ok({ record, rule }) : refuse('blocked', 'remedies.no-rule', {})
  })
}

async function posted(ports: Ports, scope: Scope, complaintId: string, { record, rule }: Known) {
  const { organisationId } = scope
  const connector = await inside(ports.db, scope, connectorOf)
  if (!connector?.isOn) return 'none'
  const secret = ports.vault.open(connector.secret, placeOf(organisationId))
  if (secret === null) return 'silent'
  const { product, orderNumber, price } = record.details
  const remedy = { code: rule.code, kind: rule.kind, label: rule.label }
  const seconds = Math.floor(ports.clock.now().epochMilliseconds / 1000)
  const type = 'remedy.feasibility'
  const data = { complaintId, number: record.number, remedy, product, orderNumber, price }
  const body = JSON.stringify({ type, timestamp: ports.clock.now().toString(), data })
  const signed = signedHeaders([secret], { id: `msg_${ports.ids.next()}`, seconds, body })
  const headers = { 'content-type': 'application/json', 'user-agent': 'Uketome/1', ...signed }
  const answered = await ports.outgoing.post(connector.url, headers, body, patienceMs)
  return 'status' in answered && answered.status === 200 ? read(answered.answer) : 'silent'
}

function read(answer: string) {
  try {
    return connectorAnswer.safeParse(JSON.parse(answer)).data ?? 'silent'
  } catch {
    return 'silent'
  }
}

export async function tell(
  ports: Ports,
  may: Telling,
  complaintId: string,
  { ruleId, isFeasible, words, ...order }: Order & Omit<Feasibility, 'source'>,
): Promise<Result<Feasibility>> {
  const known = await knownOf(ports, may, complaintId, ruleId)
  if (!known.ok) return known
  return put(ports, may, complaintId, order, { ruleId, isFeasible, words, source: 'operator' })
}

async function put(
  ports: Ports,
  may: Telling,
  complaintId: string,
  order: Order,
  said: Feasibility,
): Promise<Result<Feasibility>> {
  const done = await change(ports, may, { complaintId, ...order }, async ({ tx, at, record }) => {
    if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
    const rule = (await rulesOf(tx)).find(({ id }) => id === said.ruleId)
    await saveFeasibility(tx, may, complaintId, said, at)
    return ok([
      { type: 'remedies.feasibility-told', payload: { ...said, label: rule?.label ?? '' } },
    ])
  })
  if (!done.ok) return done
  const kept = await inside(ports.db, may, (tx) => feasibilityOf(tx, complaintId))
  return ok(kept.find(({ ruleId }) => ruleId === said.ruleId) ?? said)
}

/** The secret leaves the house in this answer when it is made; what stays is sealed. */
export function saveConnector(
  ports: Ports,
  may: May<'remedies.set-connector'>,
  { url, isOn }: { url: string; isOn: boolean },
): Promise<Result<{ connector: { url: string; isOn: boolean }; secret: string | null }>> {
  return decideWithinWall<{ connector: { url: string; isOn: boolean }; secret: string | null }>(
    ports.db,
    may,
    async (tx) => {
      if (!ports.outgoing.takes(url)) return refuse('invalid', 'remedies.connector-barred', {})
      const before = await connectorOf(tx)
      const made = before ? null : secretFrom(ports.randomHex)
      const sealed = before?.secret ?? ports.vault.seal(made ?? '', placeOf(may.organisationId))
      const at = ports.clock.now().toString()
      await upsertConnector(tx, may, { url, secret: sealed, isOn }, at)
      return ok({ connector: { url, isOn }, secret: made })
    },
  )
}

/** For whose secret the vault keeps it. */
function placeOf(organisationId: string): string {
  return `remedies:${organisationId}`
}
