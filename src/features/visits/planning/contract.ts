import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { basedOn, id, instant, line } from '#kernel/fields.ts'
import { missing, talkPlace, visitState } from '../contract.ts'

const text = z.string().trim().max(2000).default('')
const short = z.string().trim().max(300).default('')

/** A plan may be kept with gaps; nobody leaves with them. */
export const plan = z.object({
  purpose: text,
  toWhom: short,
  address: short,
  startsAt: instant,
  backBy: instant,
  /** The customer's own words with which they agreed to day and time. */
  agreedWords: text,
  /** … and with which they chose a holiday themselves; '' on business days. */
  holidayWords: text,
  place: talkPlace.default('entrance'),
  isHome: z.boolean().default(true),
  /** How many people may be there on the other side. */
  peopleThere: z.int().min(1).max(50).default(1),
  visitorIds: z.array(id).max(20).default([]),
  watcherId: id.nullable().default(null),
  outsideIds: z.array(id).max(20).default([]),
  /** 合図の言葉: said on the phone, it means help. */
  sign: short,
  /** What is asked to make sure that they are free to speak, with its answer. */
  question: short,
  bring: text,
  mayPromise: text,
  checkInMinutes: z.int().min(5).max(120).default(20),
  /** For the police: car and number, what they wear. */
  car: short,
  clothes: short,
})
export type Plan = z.output<typeof plan>

export const riskReason = z.enum([
  'threat',
  'confinement',
  'prostration',
  'earlier-alarm',
  'earlier-loud',
  'money',
  'anger',
  'prolonging',
  'demands-visit',
  'night',
  'holiday',
  'home',
  'inside',
  'alone',
  'several-there',
])
export type RiskReason = z.output<typeof riskReason>
export const riskLevel = z.enum(['low', 'raised', 'high'])
/** `words`: what was said, or when it was, as the record has it. `isGrave`: alone enough for a high risk. */
export const risk = z.object({
  level: riskLevel,
  reasons: z.array(
    z.object({ reason: riskReason, isGrave: z.boolean(), words: z.string().nullable() }),
  ),
})
export type Risk = z.output<typeof risk>

export const report = z.object({
  demanded: text,
  said: text,
  promised: text,
  /** Files of the complaint that were signed while somebody could not leave: 拘束下の署名. */
  signedUnderConstraint: z.array(id).max(50).default([]),
  /** What was signed, and how it came to it; also where no file of it exists. */
  signedWords: text,
  wasLoud: z.boolean().default(false),
  /** Those who were there are offered a break. Kept nowhere and shown to nobody: false in every answer. */
  needsCare: z.boolean().default(false),
})
export type Report = z.output<typeof report>

export const visit = z.object({
  id,
  complaintId: id.nullable(),
  complaintNumber: z.string().nullable(),
  isDrill: z.boolean(),
  state: visitState,
  plan,
  startsAt: instant,
  backBy: instant,
  visitorNames: z.array(z.string()),
  watcherName: z.string().nullable(),
  outsideNames: z.array(z.string()),
  risk,
  missing: z.array(missing),
  dueAt: instant.nullable(),
  leftAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  talkingAt: instant.nullable(),
  lastSignAt: instant.nullable(),
  endedAt: instant.nullable(),
  backAt: instant.nullable(),
  contactAt: instant.nullable(),
  battery: z.number().nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** It was approved, and something has come since that makes it riskier: it is asked again. */
  isApprovalLapsed: z.boolean(),
  /** Open alarms, without the lower level; always 0 for whoever is on this visit. */
  alarms: z.int(),
  report: report.nullable(),
  reportedByName: z.string().nullable(),
  reportedAt: instant.nullable(),
  /** Am I on it? */
  isMine: z.boolean(),
})
export type Visit = z.output<typeof visit>

const onVisit = z.object({ visitId: id })
const one = z.object({ visit })

export const listVisits = endpoint({
  method: 'get',
  path: '/api/visits',
  summary:
    'Who is where until when: visits under way, those to come, and those of the last seven days.',
  answer: z.object({ serverAt: instant, visits: z.array(visit) }),
})
export const listComplaintVisits = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/visits',
  summary: 'The visits of one complaint, the latest first.',
  params: z.object({ complaintId: id }),
  answer: z.object({
    visits: z.array(visit),
    /** What a new plan begins with, from the record. */
    proposal: plan.pick({ toWhom: true, agreedWords: true, checkInMinutes: true }),
  }),
})
export const judgeVisit = endpoint({
  method: 'post',
  path: '/api/visits/judgement',
  summary: 'How risky this plan is and why, and what it lacks. Keeps nothing.',
  body: z.object({ complaintId: id.nullable(), plan }),
  answer: z.object({ risk, missing: z.array(missing) }),
})
export const planVisit = endpoint({
  method: 'put',
  path: '/api/visits/:visitId',
  summary:
    'Plan a visit, or change the plan before they leave; an approval lapses with any change. `isDrill`: a drill, of no complaint.',
  params: onVisit,
  body: z.object({
    id,
    basedOn,
    complaintId: id.nullable(),
    isDrill: z.boolean().default(false),
    plan,
  }),
  answer: one,
})
export const approveVisit = endpoint({
  method: 'post',
  path: '/api/visits/:visitId/approval',
  summary: 'A supervisor who is not on the visit approves the plan as it stands.',
  params: onVisit,
  body: z.object({ id, reason: line }),
  answer: one,
})
export const callOffVisit = endpoint({
  method: 'post',
  path: '/api/visits/:visitId/calling-off',
  summary: 'Nobody goes. Only before they have left.',
  params: onVisit,
  body: z.object({ id, reason: line }),
  answer: one,
})
export const reportVisit = endpoint({
  method: 'put',
  path: '/api/visits/:visitId/report',
  summary: 'What was demanded, said, promised and signed; once the visit is over.',
  params: onVisit,
  body: z.object({ id, report }),
  answer: one,
})
