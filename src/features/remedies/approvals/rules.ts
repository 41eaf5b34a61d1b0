import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import type { Role } from '#features/access/contract.ts'
import { moneyKinds, type RemedyRule } from '../contract.ts'
import type { Asked, Authority, Hindrance, Limits, Openable } from './contract.ts'

export const usualLimits: Limits = {
  supervisorYen: 30_000,
  admissionBy: 'supervisor',
  publicBy: 'supervisor',
  expiresHours: 24,
  holdsDays: 7,
}

/** A person as far as deciding goes. */
export type Decider = { readonly id: string; readonly roles: readonly Role[] }
export type Standing = {
  readonly fromId: string
  readonly toId: string
  readonly startsOn: string
  readonly endsOn: string
}
type Question = { readonly needs: Authority; readonly askedById: string }

function reaches(roles: readonly Role[], needs: Authority): boolean {
  return roles.includes('admin') || (needs === 'supervisor' && roles.includes('supervisor'))
}

/** Does it hold on this day in Japan? Both ends are included. */
export function holdsOn({ startsOn, endsOn }: Standing, day: string): boolean {
  return startsOn <= day && day <= endsOn
}

/**
 * With whose authority may this person decide? With their own (null), or with that of somebody who delegated it to
 * them for today. Nobody decides what they asked; and the authority of whoever asked does not come back to the
 * question through somebody else. What was delegated is not delegated on.
 */
export function standingOf(
  question: Question,
  decider: Decider,
  members: readonly Decider[],
  delegations: readonly Standing[],
  day: string,
): Result<{ onBehalfOf: string | null }> {
  const no = hindranceFor(question, decider, members, delegations, day)
  if (typeof no === 'string') return whyNot(no, question.needs)
  return ok(no)
}

export function hindranceFor(
  { needs, askedById }: Question,
  decider: Decider,
  members: readonly Decider[],
  delegations: readonly Standing[],
  day: string,
): Exclude<Hindrance, 'decided'> | { onBehalfOf: string | null } {
  if (decider.id === askedById) return 'own'
  if (reaches(decider.roles, needs)) return { onBehalfOf: null }
  const lent = delegations.filter((each) => each.toId === decider.id && holdsOn(each, day))
  const able = lent.filter(({ fromId }) =>
    reaches(members.find(({ id }) => id === fromId)?.roles ?? [], needs),
  )
  const other = able.find(({ fromId }) => fromId !== askedById)
  if (other) return { onBehalfOf: other.fromId }
  return able.length > 0 ? 'back-to-asker' : 'beyond'
}

const codes = {
  own: 'remedies.approval-own',
  'back-to-asker': 'remedies.approval-back-to-asker',
  beyond: 'remedies.approval-beyond',
} as const

function whyNot(hindrance: keyof typeof codes, needs: Authority): No {
  return refuse('forbidden', codes[hindrance], { needs })
}

/** An approval is a row of the table for one case and one use: what was granted, and nothing more. */
export function asApproved(rule: RemedyRule, grantedYen: number | null): RemedyRule {
  const isMoney = moneyKinds.includes(rule.kind)
  const widened = { ...rule, grantedBy: 'operator' as const, withinDays: null, maxPercent: null }
  // Whoever grants it has been told what is missing.
  return { ...widened, evidence: null, maxYen: isMoney ? (grantedYen ?? 0) : null }
}

/** Something the table does not hold at all, as a row of its own. `id`: the approval's. */
export function rowFor(id: string, asked: Asked, approvedBy: string): RemedyRule {
  return {
    id,
    code: '例外',
    name: asked.label,
    causes: [],
    productContains: null,
    withinDays: null,
    needsConfirmedFact: false,
    kind: asked.kind ?? 'apology',
    label: asked.label,
    say: asked.say,
    maxYen: null,
    maxPercent: null,
    grantedBy: 'admin',
    clause: `例外の承認${approvedBy === '' ? '' : `（${approvedBy}）`}`,
    clauseText: asked.reason,
    evidence: null,
    isActive: true,
  }
}

/** Rows of the table are decided by whom they name; beyond the table the amount decides. */
export function authorityFor(
  { isException, kind }: Pick<Asked, 'isException' | 'kind'>,
  rule: Pick<RemedyRule, 'grantedBy'> | null,
  amountYen: number | null,
  limits: Limits,
): Authority {
  const named = rule?.grantedBy === 'admin' ? 'admin' : 'supervisor'
  if (!isException) return named
  const isMoney = kind !== null && moneyKinds.includes(kind)
  return named === 'admin' || (isMoney && (amountYen ?? 0) > limits.supervisorYen)
    ? 'admin'
    : 'supervisor'
}

/** Of all who have to agree to these words the highest decides; null: nobody has to. */
export function authorityForWords(
  opens: readonly Openable[],
  { admissionBy, publicBy }: Pick<Limits, 'admissionBy' | 'publicBy'>,
): Authority | null {
  const by = { 'admits-liability': admissionBy, 'public-reply': publicBy } as const
  const needed = opens.map((rule) =>
    rule === 'admits-liability' || rule === 'public-reply' ? by[rule] : 'supervisor',
  )
  if (needed.includes('admin')) return 'admin'
  return needed.includes('supervisor') ? 'supervisor' : null
}

type Alike = Pick<Asked, 'kind' | 'ruleId' | 'label' | 'cause' | 'isException'> & {
  readonly what: string
  readonly needs: Authority
}

/** Only what the same rule gives for the same cause is decided in one go. Exceptions and texts are each their own. */
export function likeness(asked: Alike): string | null {
  if (asked.what !== 'remedy' || asked.isException || asked.ruleId === null) return null
  return [asked.ruleId, asked.kind, asked.cause ?? '', asked.needs].join('/')
}

export function areAlike(several: readonly Alike[]): boolean {
  const keys = new Set(several.map(likeness))
  return keys.size === 1 && !keys.has(null)
}

/** When it expires unanswered, and when those who could answer are reminded: half-way. ISO instants. */
export function timesOf(at: string, { expiresHours }: Pick<Limits, 'expiresHours'>) {
  const asked = Temporal.Instant.from(at)
  return {
    remindAt: asked.add({ minutes: expiresHours * 30 }).toString(),
    expiresAt: asked.add({ hours: expiresHours }).toString(),
  }
}
