import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant, line, words } from '#kernel/fields.ts'
import { position } from '../contract.ts'

export const alarmKind = z.enum([
  'missed-check-in',
  'silent-help',
  'duress',
  'phone-sign',
  'overdue-return',
  'lost-contact',
])
export type AlarmKind = z.output<typeof alarmKind>

/** The rungs, in order; after the last one it begins again with the first. */
export const rungs = ['watcher', 'supervisors', 'desk', 'police-sheet'] as const
export const channel = z.enum(['screen', 'push', 'mail', 'gateway'])
export type Channel = z.output<typeof channel>

export const alarmStep = z.object({
  kind: z.enum(['raised', 'rung', 'acknowledged', 'lapsed', 'police', 'closed', 'sign-of-life']),
  round: z.int(),
  rung: z.int(),
  at: instant,
  memberName: z.string().nullable(),
  words: z.string().nullable(),
})
export type AlarmStep = z.output<typeof alarmStep>

export const telling = z.object({
  id,
  round: z.int(),
  rung: z.int(),
  channel,
  memberName: z.string().nullable(),
  /** `dropped`: somebody had taken the alarm before it was sent. */
  state: z.enum(['waiting', 'delivered', 'failed', 'dropped']),
  /** How often it was tried; more than once while it is `waiting` means that the way fails and is tried again. */
  attempts: z.int(),
  /** Why it did not arrive: a code of ours, or what the other side said. */
  detail: z.string(),
  at: instant,
})
export type Telling = z.output<typeof telling>

export const alarm = z.object({
  id,
  visitId: id,
  complaintId: id.nullable(),
  kind: alarmKind,
  isDrill: z.boolean(),
  /** A lower level: told to the watcher, and gone when the phone is heard of again. */
  isNotice: z.boolean(),
  toWhom: z.string(),
  address: z.string(),
  visitorNames: z.array(z.string()),
  watcherName: z.string().nullable(),
  question: z.string(),
  dueAt: instant,
  raisedAt: instant,
  round: z.int(),
  rung: z.int(),
  /** When it goes one rung on, or comes back. */
  stepAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedByName: z.string().nullable(),
  isMine: z.boolean(),
  policeAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
  outcomeWords: z.string().nullable(),
  position: position.nullable(),
  steps: z.array(alarmStep),
  tellings: z.array(telling),
})
export type Alarm = z.output<typeof alarm>

const onAlarm = z.object({ alarmId: id })
const one = z.object({ alarm })

export const listAlarms = endpoint({
  method: 'get',
  path: '/api/visits/alarms',
  summary:
    'Open alarms, those that concern me first, and those of the last 24 hours. People of a visit are never shown its alarms.',
  answer: z.object({
    serverAt: instant,
    alarms: z.array(alarm),
    /** Those I was told of and nobody has acknowledged: they take over the screen. */
    ringing: z.array(id),
  }),
})
export const listDrills = endpoint({
  method: 'get',
  path: '/api/visits/drills',
  summary:
    'Every alarm of a drill that is over, the latest first, with the time of each of its stages.',
  answer: z.object({ drills: z.array(alarm) }),
})
export const acknowledgeAlarm = endpoint({
  method: 'post',
  path: '/api/visits/alarms/:alarmId/acknowledgement',
  summary: 'I take it: the first one does. Nobody takes the alarm of a visit they are on.',
  params: onAlarm,
  body: z.object({ id }),
  answer: one,
})
export const callPolice = endpoint({
  method: 'post',
  path: '/api/visits/alarms/:alarmId/police',
  summary:
    '110 was called at this time. The alarm goes on until somebody knows that they are safe.',
  params: onAlarm,
  body: z.object({ id, at: instant, words: line }),
  answer: one,
})
export const closeAlarm = endpoint({
  method: 'post',
  path: '/api/visits/alarms/:alarmId/outcome',
  summary:
    'They are safe, and how that was made sure: by voice with the agreed question, or face to face.',
  params: onAlarm,
  body: z.object({ id, how: z.enum(['voice-and-question', 'in-person']), words }),
  answer: one,
})
export const hearSign = endpoint({
  method: 'post',
  path: '/api/visits/:visitId/sign-heard',
  summary: 'Somebody of this visit has said the agreed sign on the phone.',
  params: z.object({ visitId: id }),
  body: z.object({ id, words: z.string().max(500).default('') }),
  answer: one,
})
