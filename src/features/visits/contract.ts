import { z } from 'zod'
import { id, instant } from '#kernel/fields.ts'

/** The one movement of this room: it says that something moved, and never what. */
export const visitsMoved = 'visits.moved'

/**
 * `planned` → `left` (the office) → `arrived` → `talking` → `ended` (the talk) → `back`; or `called-off` before they left.
 * The first check-in after the arrival is the beginning of the talk.
 */
export const visitState = z.enum([
  'planned',
  'left',
  'arrived',
  'talking',
  'ended',
  'back',
  'called-off',
])
export type VisitState = z.output<typeof visitState>

/** 訪問する人, 見守る人 (at the office, never one of the others), 外で待つ人. */
export const visitRole = z.enum(['visitor', 'watcher', 'outside'])
export type VisitRole = z.output<typeof visitRole>

export const talkPlace = z.enum(['entrance', 'inside', 'public'])
export type TalkPlace = z.output<typeof talkPlace>

/** What a plan lacks before anybody may leave, in the order in which it is said. */
export const missings = [
  'purpose',
  'agreed-words',
  'holiday-words',
  'address',
  'visitor',
  'watcher',
  'watcher-visits',
  'outside',
  'outside-visits',
  'people',
  'entrance',
  'sign',
  'question',
  'back-by',
  'approval',
  'pin',
] as const
export const missing = z.enum(missings)
export type Missing = z.output<typeof missing>

/** Where the phone was; kept only together with an alarm, and only if company and person agreed. */
export const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMeters: z.number().nonnegative(),
  at: instant,
})
export type Position = z.output<typeof position>

/** A visit as the phone of one of its people shows it. It says nothing of alarms, whatever the server knows. */
export const myVisit = z.object({
  id,
  complaintId: id.nullable(),
  complaintNumber: z.string().nullable(),
  role: z.enum(['visitor', 'outside']),
  state: visitState,
  isDrill: z.boolean(),
  purpose: z.string(),
  /** To whom we go. */
  customerName: z.string(),
  address: z.string(),
  startsAt: instant,
  /** When they have to be back; moved by extensions. */
  backBy: instant,
  place: talkPlace,
  visitorNames: z.array(z.string()),
  outsideNames: z.array(z.string()),
  watcherName: z.string().nullable(),
  /** The number of the desk, to be called with the agreed sign. */
  watcherPhone: z.string().nullable(),
  /** 合図の言葉. Null once they left: nobody else should read it there. */
  sign: z.string().nullable(),
  bring: z.string(),
  mayPromise: z.string(),
  checkInMinutes: z.int(),
  /** Until when the next sign of life is awaited; null when none is. */
  dueAt: instant.nullable(),
  leftAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  lastSignAt: instant.nullable(),
  endedAt: instant.nullable(),
  backAt: instant.nullable(),
  /** Empty: they may leave. */
  missing: z.array(missing),
  /** Somebody at the office has seen a quiet call for help. Never said after an end. */
  noticeSeenAt: instant.nullable(),
})
export type MyVisit = z.output<typeof myVisit>

const about = z.object({ visitId: id })

export const visitsEvents = {
  'visits.planned': about.extend({
    purpose: z.string(),
    toWhom: z.string(),
    address: z.string(),
    startsAt: instant,
    backBy: instant,
    visitorNames: z.array(z.string()),
    watcherName: z.string().nullable(),
    outsideNames: z.array(z.string()),
  }),
  'visits.plan-changed': about.extend({ purpose: z.string(), startsAt: instant, backBy: instant }),
  'visits.approved': about.extend({ byName: z.string(), reason: z.string() }),
  'visits.called-off': about.extend({ reason: z.string() }),
  'visits.left': about.extend({ at: instant, byName: z.string() }),
  'visits.arrived': about.extend({ at: instant, byName: z.string() }),
  'visits.ended': about.extend({ at: instant, byName: z.string() }),
  'visits.returned': about.extend({ at: instant, byName: z.string() }),
  /** Entered when it is over: the phone of whoever is out there shows the record, too. */
  'visits.alarm-closed': about.extend({
    alarmId: id,
    kind: z.string(),
    raisedAt: instant,
    acknowledgedByName: z.string().nullable(),
    words: z.string(),
    policeAt: instant.nullable(),
  }),
  'visits.reported': about.extend({
    demanded: z.string(),
    said: z.string(),
    promised: z.string(),
    /** Files signed while they could not leave: 拘束下の署名. */
    signedUnderConstraint: z.array(id),
    signedWords: z.string(),
    minutes: z.int(),
    memberIds: z.array(id),
    hadAlarm: z.boolean(),
  }),
}
