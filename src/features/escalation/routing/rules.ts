import { refuse, type No } from '#kernel/result.ts'
import type { RouteRule, Standing } from './contract.ts'

/** The one that holds where a company has written none, or none that matches. */
export const usual: RouteRule = {
  id: '00000000-0000-7000-8000-000000000024',
  name: '',
  kinds: [],
  channels: [],
  severities: [],
  hours: 'any',
  mode: 'connect',
  toId: null,
  connectMinutes: 3,
  callBackMinutes: 30,
  fallbackDeskId: null,
}

export type Matter = {
  readonly kind: string
  readonly channel: string
  readonly severity: string | null
  readonly isOpen: boolean
}

/** The first row that matches; silent help has no row, it is never to wait for one. */
export function ruleFor(rules: readonly RouteRule[], matter: Matter): RouteRule {
  if (matter.kind === 'silent-help') return usual
  return rules.find((rule) => matches(rule, matter)) ?? usual
}

function matches(rule: RouteRule, { kind, channel, severity, isOpen }: Matter): boolean {
  const has = (all: readonly string[], one: string | null) =>
    all.length === 0 || (one !== null && all.includes(one))
  const isNow = rule.hours === 'any' || (rule.hours === 'open') === isOpen
  return (
    has(rule.kinds, kind) && has(rule.channels, channel) && has(rule.severities, severity) && isNow
  )
}

type Known = { readonly memberIds: readonly string[]; readonly deskIds: readonly string[] }

/** Why these rows cannot be saved; null when they can. A row below one that takes everything is never reached. */
export function whyNotRoutes(rules: readonly RouteRule[], known: Known): No | null {
  const seen = new Set<string>()
  for (const [index, rule] of rules.entries()) {
    const { name } = rule
    if (seen.has(rule.id)) return refuse('invalid', 'escalation.route-twice', { name })
    seen.add(rule.id)
    if (rule.toId && !known.memberIds.includes(rule.toId))
      return refuse('missing', 'access.member-missing', {})
    if (rule.fallbackDeskId && !known.deskIds.includes(rule.fallbackDeskId))
      return refuse('missing', 'escalation.desk-missing', { name })
    const above = rules.slice(0, index).find((each) => covers(each, rule))
    if (above) return refuse('invalid', 'escalation.route-unreachable', { name, above: above.name })
  }
  return null
}

function covers(above: RouteRule, below: RouteRule): boolean {
  const wider = (one: readonly string[], other: readonly string[]) =>
    one.length === 0 || (other.length > 0 && other.every((each) => one.includes(each)))
  return (
    wider(above.kinds, below.kinds) &&
    wider(above.channels, below.channels) &&
    wider(above.severities, below.severities) &&
    (above.hours === 'any' || above.hours === below.hours)
  )
}

export type Whereabouts = {
  readonly isAway: boolean
  readonly isOnCall: boolean
  readonly isHere: boolean
  readonly isOut: boolean
}

export function standingOf({ isAway, isOnCall, isHere, isOut }: Whereabouts): Standing {
  if (isAway) return 'away'
  if (isOnCall) return 'on-call'
  if (isHere) return 'here'
  return isOut ? 'out' : 'unseen'
}

/** Can take a customer this minute. Somebody without a page open may well sit beside the telephone. */
export function isFree(standing: Standing): boolean {
  return standing === 'here' || standing === 'unseen'
}
