import type { Brand } from '#kernel/brand.ts'
import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  leaders,
  type Permission,
  readers,
  roles,
  rule,
  type OrganisationId,
  type Rule,
  type Viewer,
} from './contract.ts'

/** Who acts, inside which organisation. Minted by access only, after the session (or the timer) was looked at. */
export type Scope = Brand<
  {
    readonly organisationId: OrganisationId
    /** As it is written into the timeline: `member:<uuid>`, `key:<uuid>`, `customer`, `system:<room>`. */
    readonly actor: string
    readonly viewer: Viewer | null
    /** The API key that acts instead of a person. */
    readonly key?: KeyHolder
    readonly language: Language
  },
  'Scope'
>

export type KeyHolder = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** A scope that was found to be allowed to do A. Actions ask for it, so forgetting to check is a type error. */
export type May<A extends string> = Scope & { readonly may: A }

/** Timers and reactions of the house act with everything a room does to itself; people act by their roles. */
export function permit<A extends string>(scope: Scope | null, allowed: Rule<A>): Result<May<A>> {
  if (!scope) return refuse('unauthenticated', 'access.not-signed-in', {})
  if (scope.key) return permitKey(scope, scope.key, allowed)
  const isAllowed =
    scope.actor.startsWith('system:') ||
    (allowed.isPublic && scope.actor === 'customer') ||
    scope.viewer?.roles.some((role) => allowed.roles.includes(role))
  if (isAllowed) return ok(Object.assign({}, scope, { may: allowed.ability }))
  return refuse('forbidden', 'access.not-allowed', { roles: allowed.roles })
}

function permitKey<A extends string>(
  scope: Scope,
  { permissions }: KeyHolder,
  { ability, keys = [] }: Rule<A>,
): Result<May<A>> {
  if (keys.length === 0) return refuse('forbidden', 'access.not-for-keys', {})
  if (keys.some((each) => permissions.includes(each)))
    return ok(Object.assign({}, scope, { may: ability }))
  return refuse('forbidden', 'access.key-not-allowed', { permissions: keys })
}

/** Everybody may know who they are. */
export const canReadViewer = rule('access.read-viewer', roles)
export const canReadMembers = rule('access.read-members', [...readers, 'department'])
export const canReadOrganisation = rule('access.read-organisation', [...readers, 'department'])
export const canChangeOrganisation = rule('access.change-organisation', ['admin'])
export const canChangeAbsence = rule('access.change-absence', leaders)
/** Whoever talks with customers; whose name it is, the action looks at. */
export const canChangeBusinessName = rule('access.change-business-name', readers)
export const canChangeExtensions = rule('access.change-extensions', leaders)
export const canManageKeys = rule('access.manage-keys', ['admin'])
