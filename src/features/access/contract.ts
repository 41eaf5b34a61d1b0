import { z } from 'zod'
import type { Brand } from '#kernel/brand.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'

export const roles = [
  'operator',
  'supervisor',
  'analyst',
  'visitor',
  'consultation',
  'department',
  'admin',
] as const
export const role = z.enum(roles)
export type Role = z.output<typeof role>

export type OrganisationId = Brand<string, 'OrganisationId'>
export type MemberId = Brand<string, 'MemberId'>

/** Everybody who works at the desk. */
export const desk = [
  'operator',
  'supervisor',
  'visitor',
  'admin',
] as const satisfies readonly Role[]
/** Everybody who may look, including those who only analyse. */
export const readers = [...desk, 'analyst', 'consultation'] as const satisfies readonly Role[]
export const leaders = ['supervisor', 'admin'] as const satisfies readonly Role[]

/** What an API key may be allowed, in the words of the settings. A rule says which of these open it. */
export const permissions = [
  'read-complaints',
  'receive-complaints',
  'send-transcripts',
  'bring-mail',
  'bring-reviews',
  'import',
  'telephone',
] as const
export const permission = z.enum(permissions)
export type Permission = z.output<typeof permission>

/** Who may do something: which roles, whether the public may (web form), and API keys with which permission. */
export type Rule<A extends string> = {
  readonly ability: A
  readonly roles: readonly Role[]
  readonly isPublic?: boolean
  /** Any one of these; without them no key may. */
  readonly keys?: readonly Permission[]
}

export function rule<A extends string>(
  ability: A,
  roles: readonly Role[],
  options: { isPublic?: boolean; keys?: readonly Permission[] } = {},
): Rule<A> {
  return { ability, roles, ...options }
}

/** Somebody who is signed in. */
export const viewer = z.object({
  memberId: id,
  name: z.string(),
  email: z.string(),
  roles: z.array(role),
  teams: z.array(z.object({ id, name: z.string() })),
  organisation: z.object({ id, name: z.string(), slug: z.string() }),
})
export type Viewer = z.output<typeof viewer>

export const member = z.object({
  id,
  name: z.string(),
  /** Customers know this person by this name; null: by their own. */
  businessName: z.string().nullable(),
  kana: z.string().nullable(),
  title: z.string().nullable(),
  roles: z.array(role),
  teamName: z.string().nullable(),
  isAway: z.boolean(),
  substituteId: id.nullable(),
})
export type Member = z.output<typeof member>

export const demoSignIn = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  title: z.string(),
  /** What else one needs to try it as this person, such as the PINs of their phone. */
  note: z.string().default(''),
})
export type DemoSignIn = z.output<typeof demoSignIn>

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** The business calendar, opening hours and numbers that day one needs; all editable. */
export const calendarSettings = z.object({
  workdays: z.array(z.int().min(1).max(7)).min(1),
  opens: z.string().regex(/^\d\d:\d\d$/),
  closes: z.string().regex(/^\d\d:\d\d$/),
  closedOn: z.array(z.iso.date()),
  openOn: z.array(z.iso.date()),
  /** 1–7 → closing time, like a Saturday until noon. */
  halfWeekdays: z.record(z.string().regex(/^[1-7]$/), clockTime).default({}),
  /** Single days: day → closing time. */
  halfDays: z.record(z.iso.date(), clockTime).default({}),
  yearEndFrom: z.string().regex(/^\d\d-\d\d$/),
  yearEndTo: z.string().regex(/^\d\d-\d\d$/),
})
export type CalendarSettings = z.output<typeof calendarSettings>

export const organisation = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  calendar: calendarSettings,
})
export type Organisation = z.output<typeof organisation>

export const readViewer = endpoint({
  method: 'get',
  path: '/api/access/viewer',
  summary: 'Who is signed in, with roles, teams and organisation.',
  answer: viewer,
})
export const listMembers = endpoint({
  method: 'get',
  path: '/api/access/members',
  summary: 'The members of the organisation by name.',
  answer: z.object({ members: z.array(member) }),
})
export const readOrganisation = endpoint({
  method: 'get',
  path: '/api/access/organisation',
  summary: 'The organisation with its business calendar.',
  answer: organisation,
})
export const changeOrganisation = endpoint({
  method: 'put',
  path: '/api/access/organisation',
  summary: 'Change the name or the business calendar (administrators).',
  body: z.object({ name: z.string().trim().min(1).max(200), calendar: calendarSettings }),
  answer: organisation,
})
export const changeAbsence = endpoint({
  method: 'put',
  path: '/api/access/members/:memberId/absence',
  summary: 'Mark a member away or back, and name the substitute.',
  params: z.object({ memberId: id }),
  body: z.object({ isAway: z.boolean(), substituteId: id.nullable() }),
  answer: member,
})

export const changeBusinessName = endpoint({
  method: 'put',
  path: '/api/access/members/:memberId/business-name',
  summary:
    'The name by which customers know a member; null for their own name. By the member or a leader.',
  params: z.object({ memberId: id }),
  body: z.object({ businessName: z.string().trim().min(1).max(40).nullable() }),
  answer: member,
})

/** The accounts of the demo company; empty everywhere else. */
export const readDemoSignIns = endpoint({
  method: 'get',
  path: '/api/access/demo',
  summary: 'The sign-ins of the demo company, when this is one.',
  answer: z.object({ signIns: z.array(demoSignIn) }),
})
