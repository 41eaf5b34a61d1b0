import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant, line } from '#kernel/fields.ts'
import { calendarSettings } from '#features/access/contract.ts'
import {
  channel,
  complaintLine,
  listCounting,
  listPlace,
  listTotal,
  severity,
  view,
} from '#features/complaints/contract.ts'
import { targetsEvents, clock } from './targets/contract.ts'

/** A word for what somebody knows: a product, a cause, a language or a channel. */
export const skillKinds = ['product', 'cause', 'language', 'channel'] as const
export const skill = z.object({ kind: z.enum(skillKinds), word: z.string().trim().min(1).max(60) })
export type Skill = z.output<typeof skill>

/** Why somebody was chosen, as data; the sentence is made where it is read. */
export const because = z.object({
  kind: z.enum(['skill', 'load', 'here', 'only-one', 'stands-in', 'taken', 'chosen']),
  words: z.string().optional(),
  count: z.int().optional(),
})
export type Because = z.output<typeof because>

export const how = z.enum(['rule', 'chosen', 'taken', 'handed-over'])
export type How = z.output<typeof how>

export const whyQueued = z.enum(['nobody', 'closed', 'returned'])
export type WhyQueued = z.output<typeof whyQueued>

export const assignmentEvents = {
  ...targetsEvents,
  'assignment.decided': z.object({
    memberId: id,
    memberName: z.string(),
    deskName: z.string().nullable(),
    how,
    because: z.array(because),
    /** Whom the rule would have chosen, when a person chose otherwise. */
    insteadOf: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  'assignment.queued': z.object({ deskId: id, deskName: z.string(), why: whyQueued }),
  'assignment.returned': z.object({ fromId: id, fromName: z.string(), reason: z.string() }),
  'assignment.marked': z.object({ mark: z.string(), isOn: z.boolean() }),
  'assignment.linked': z.object({ toId: id, toNumber: z.string(), reason: z.string() }),
}

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** The hours of one desk: the calendar of the organisation with breaks. */
export const deskHours = calendarSettings.extend({
  breaks: z.array(z.object({ from: clockTime, to: clockTime })).max(5),
})
export type DeskHours = z.output<typeof deskHours>

/** `hours` null: those of the organisation. */
export const deskFields = z.object({
  name: z.string().trim().min(1).max(60),
  memberIds: z.array(id).max(500),
  skills: z.array(skill).max(50),
  hours: deskHours.nullable(),
  assignsAtArrival: z.boolean(),
})
export type DeskFields = z.output<typeof deskFields>
export const deskOf = deskFields.extend({ id })
export type Desk = z.output<typeof deskOf>

/** When somebody works: days 1 (Monday) to 7 and times; null: whenever the desk is open. */
export const memberHours = z.object({
  workdays: z.array(z.int().min(1).max(7)).min(1),
  opens: clockTime,
  closes: clockTime,
})
export const profileFields = z.object({
  skills: z.array(skill).max(50),
  /** How many open complaints they carry well. */
  carries: z.int().min(1).max(500),
  hours: memberHours.nullable(),
})
export type ProfileFields = z.output<typeof profileFields>
export const memberProfile = profileFields.extend({ memberId: id, name: z.string() })
export type MemberProfile = z.output<typeof memberProfile>

export const usuallyCarried = 15

/**
 * Why somebody is not chosen by rule now. `not-now`: they have just had a hard talk, or rest; which and why is nobody's
 * business, and leaders read the same as everybody.
 */
export const obstacle = z.enum(['absent', 'off-hours', 'on-call', 'not-now', 'full'])
export type Obstacle = z.output<typeof obstacle>

export const candidate = z.object({
  memberId: id,
  name: z.string(),
  because: z.array(because),
  obstacles: z.array(obstacle),
  open: z.int(),
  isHere: z.boolean(),
})
export type Candidate = z.output<typeof candidate>

const onComplaint = z.object({ complaintId: id })
const changed = z.object({ complaintId: id, head: z.int() })

export const listDesks = endpoint({
  method: 'get',
  path: '/api/assignment/desks',
  summary:
    'The desks with their members, what they take and their hours; and what each member knows.',
  answer: z.object({ desks: z.array(deskOf), members: z.array(memberProfile) }),
})
export const saveDesk = endpoint({
  method: 'put',
  path: '/api/assignment/desks/:deskId',
  summary: 'Make or change a desk (administrators). New hours hold from now on.',
  params: z.object({ deskId: id }),
  body: deskFields,
  answer: deskOf,
})
export const removeDesk = endpoint({
  method: 'delete',
  path: '/api/assignment/desks/:deskId',
  summary: 'Close a desk for good; what waits there goes to the first desk that is left.',
  params: z.object({ deskId: id }),
  answer: z.object({ deskId: id }),
})
export const saveProfile = endpoint({
  method: 'put',
  path: '/api/assignment/members/:memberId',
  summary: 'What a member knows, carries and when they work (supervisors).',
  params: z.object({ memberId: id }),
  body: profileFields,
  answer: memberProfile,
})
export const readCandidates = endpoint({
  method: 'get',
  path: '/api/assignment/complaints/:complaintId/candidates',
  summary: 'Who could take a complaint, the one the rule would choose first, each with reasons.',
  params: onComplaint,
  answer: z.object({
    deskName: z.string().nullable(),
    ownerId: id.nullable(),
    chosenId: id.nullable(),
    candidates: z.array(candidate),
  }),
})
export const decideOwner = endpoint({
  method: 'put',
  path: '/api/assignment/complaints/:complaintId/owner',
  summary:
    'Give a complaint to a member, or (null) to whom the rule chooses. `fromId`: who had it when one looked.',
  params: onComplaint,
  body: command.extend({
    memberId: id.nullable(),
    fromId: id.nullable(),
    reason: z.string().trim().max(500).default(''),
  }),
  answer: changed,
})
export const giveBack = endpoint({
  method: 'delete',
  path: '/api/assignment/complaints/:complaintId/owner',
  summary: 'Give a complaint back to the queue of its desk, with a reason.',
  params: onComplaint,
  body: command.extend({ reason: line }),
  answer: changed,
})

/** What is done to many at once; every line passes the same gate as a single one. */
export const bulkDeed = z.object({
  kind: z.enum(['assign', 'by-rule', 'give-back', 'mark', 'unmark', 'link']),
  memberId: id.optional(),
  reason: z.string().trim().max(500).default(''),
  mark: z.string().trim().max(40).optional(),
  toId: id.optional(),
})
export type BulkDeed = z.output<typeof bulkDeed>
export const bulkLine = z.object({
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  isDone: z.boolean(),
  /** What happens, or why not. */
  sentence: z.string(),
})
export type BulkLine = z.output<typeof bulkLine>
const bulkBody = z.object({ id, complaintIds: z.array(id).min(1).max(200), deed: bulkDeed })
export const previewBulk = endpoint({
  method: 'post',
  path: '/api/assignment/bulk/preview',
  summary: 'What would happen to each of these complaints; changes nothing.',
  body: bulkBody,
  answer: z.object({ lines: z.array(bulkLine) }),
})
export const doBulk = endpoint({
  method: 'post',
  path: '/api/assignment/bulk',
  summary:
    'Do it to each of these complaints; a line that is refused says why, the others go through.',
  body: bulkBody,
  answer: z.object({ lines: z.array(bulkLine) }),
})

/** What a saved view narrows the inbox to. */
export const narrow = z.object({
  view: view.default('open'),
  deskId: id.optional(),
  ownerId: id.optional(),
  channel: channel.optional(),
  severity: severity.optional(),
  mark: z.string().max(40).optional(),
  isOver: z.union([z.boolean(), z.stringbool()]).optional(),
  words: z.string().trim().max(200).optional(),
})
export type Narrow = z.output<typeof narrow>
/** A line of the inbox with what this room knows of it. */
export const assignedLine = complaintLine.extend({
  deskName: z.string().nullable(),
  marks: z.array(z.string()),
  clock: clock.nullable(),
})
export type AssignedLine = z.output<typeof assignedLine>
export const listAssigned = endpoint({
  method: 'get',
  path: '/api/assignment/complaints',
  summary: 'One page of the inbox, narrowed by desk, owner, target and the rest; newest first.',
  query: narrow.extend({ ...listPlace.shape, ...listCounting.shape }),
  answer: z.object({
    complaints: z.array(assignedLine),
    at: instant,
    ...listTotal.shape,
    next: z.string().nullable(),
  }),
})

/** `isAtLeast`: the view holds more than `count`. */
export const savedView = z.object({
  id,
  name: z.string(),
  filter: narrow,
  count: z.int(),
  isAtLeast: z.boolean(),
})
export type SavedView = z.output<typeof savedView>
export const listViews = endpoint({
  method: 'get',
  path: '/api/assignment/views',
  summary:
    'One’s own saved views with how many complaints each holds; and how many are over target.',
  answer: z.object({ views: z.array(savedView), over: z.int(), queued: z.int() }),
})
export const saveView = endpoint({
  method: 'put',
  path: '/api/assignment/views/:viewId',
  summary: 'Keep what the inbox is narrowed to under a name; only for oneself.',
  params: z.object({ viewId: id }),
  body: z.object({ name: z.string().trim().min(1).max(40), filter: narrow }),
  answer: z.object({ viewId: id }),
})
export const removeView = endpoint({
  method: 'delete',
  path: '/api/assignment/views/:viewId',
  summary: 'Forget a saved view.',
  params: z.object({ viewId: id }),
  answer: z.object({ viewId: id }),
})
