import type { JobTable } from '#platform/jobs/queue.ts'
import type { Route } from '#platform/http/route.ts'
import type { Stream } from '#platform/http/streams.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type Scope } from '#features/access/door.ts'
import { answersJobs } from '#features/access/answers/jobs.ts'
import { accessRoutes } from '#features/access/routes.ts'
import { clocksJobs } from '#features/assessment/clocks/jobs.ts'
import { assessmentReactions } from '#features/assessment/reactions.ts'
import { assessmentRoutes } from '#features/assessment/routes.ts'
import type { Surroundings as AroundAssignment } from '#features/assignment/candidates/queries.ts'
import { assignmentJobs } from '#features/assignment/jobs.ts'
import { assignmentHearers } from '#features/assignment/reactions.ts'
import { assignmentRoutes } from '#features/assignment/routes.ts'
import { auditRoutes } from '#features/audit/routes.ts'
import { commitmentsOfComplaints, handOverAll } from '#features/commitments/door.ts'
import { agreedReactions } from '#features/commitments/agreed/reactions.ts'
import { commitmentsJobs } from '#features/commitments/jobs.ts'
import { progressReactions } from '#features/commitments/progress/reactions.ts'
import { commitmentsReactions } from '#features/commitments/reactions.ts'
import { commitmentsRoutes } from '#features/commitments/routes.ts'
import { chatReactions } from '#features/chat/reactions.ts'
import { chatRoutes } from '#features/chat/routes.ts'
import { checkpointsJobs } from '#features/complaints/checkpoints/jobs.ts'
import { contentJobs } from '#features/complaints/contents/jobs.ts'
import { evidenceJobs } from '#features/complaints/evidence/jobs.ts'
import { evidenceStreams } from '#features/complaints/evidence/routes.ts'
import { otherComplaintsOf, type Hearer } from '#features/complaints/door.ts'
import { hearingJobs } from '#features/complaints/hearing/door.ts'
import { utterancesJobs } from '#features/complaints/utterances/jobs.ts'
import { complaintsRoutes } from '#features/complaints/routes.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import type { NamesIn } from '#features/escalation/paper/routes.ts'
import { languageMessages } from '#features/language/messages.ts'
import { escalationJobs } from '#features/escalation/jobs.ts'
import { escalationReactions } from '#features/escalation/reactions.ts'
import { escalationRoutes } from '#features/escalation/routes.ts'
import { judgingReactions } from '#features/harassment/judging/reactions.ts'
import { remindingJobs } from '#features/harassment/reminding/jobs.ts'
import { remindingReactions } from '#features/harassment/reminding/reactions.ts'
import { plansJobs } from '#features/harassment/plans/jobs.ts'
import { plansRoutes } from '#features/harassment/plans/routes.ts'
import { plansHearers, plansObjection } from '#features/harassment/plans/reactions.ts'
import { guideRoutes, type Surroundings } from '#features/guide/routes.ts'
import { harassmentRoutes } from '#features/harassment/routes.ts'
import { importJobs } from '#features/intake/import/jobs.ts'
import { callById, callsSince, liveCalls } from '#features/intake/door.ts'
import { mailJobs } from '#features/intake/mail/jobs.ts'
import { mailStreams } from '#features/intake/mail/routes.ts'
import { telephonyJobs } from '#features/intake/telephony/jobs.ts'
import { intakeReactions } from '#features/intake/reactions.ts'
import { intakeRoutes } from '#features/intake/routes.ts'
import { webFormStreams } from '#features/intake/web-form/routes.ts'
import { languageRoutes } from '#features/language/routes.ts'
import { lettersJobs } from '#features/letters/jobs.ts'
import { lettersHearers } from '#features/letters/reactions.ts'
import { lettersRoutes } from '#features/letters/routes.ts'
import { answeringStreams } from '#features/inquiries/answering/routes.ts'
import { inquiriesJobs } from '#features/inquiries/jobs.ts'
import { inquiriesReactions } from '#features/inquiries/reactions.ts'
import { inquiriesRoutes } from '#features/inquiries/routes.ts'
import { protectionJobs } from '#features/protection/jobs.ts'
import { protectionReactions } from '#features/protection/reactions.ts'
import { protectionRoutes } from '#features/protection/routes.ts'
import { sealProtection } from '#features/protection/sealing/actions.ts'
import { optionsFor } from '#features/remedies/door.ts'
import { approvalsJobs } from '#features/remedies/approvals/jobs.ts'
import { remediesReactions } from '#features/remedies/reactions.ts'
import { remediesRoutes } from '#features/remedies/routes.ts'
import { trialsJobs } from '#features/remedies/trials/jobs.ts'
import { pushJobs } from '#features/supervision/push/jobs.ts'
import {
  deliver as deliverPush,
  type Notice as PushNotice,
} from '#features/supervision/push/jobs.ts'
import { devicesOf } from '#features/supervision/push/queries.ts'
import { supervisionReactions } from '#features/supervision/push/reactions.ts'
import { pushRoutes } from '#features/supervision/push/routes.ts'
import { supervisionRoutes } from '#features/supervision/routes.ts'
import { visitsJobs } from '#features/visits/jobs.ts'
import { phoneRoutes } from '#features/visits/phone/routes.ts'
import { pinsRoutes } from '#features/visits/pins/routes.ts'
import { visitsReactions } from '#features/visits/reactions.ts'
import { visitsRoutes } from '#features/visits/routes.ts'
import type { Surroundings as AroundVisits } from '#features/visits/sending/actions.ts'
import { eventSentenceOf, sentenceOf } from './sentences.ts'

/** What the assignment of complaints is told by calls and promises, whose rank is its own. */
const aroundAssignment: AroundAssignment = {
  callsSince,
  onCall: async (tx) =>
    new Map((await liveCalls(tx)).map(({ handlerId, complaintId }) => [handlerId, complaintId])),
  handOverPromises: handOverAll,
  sentence: sentenceOf,
}

/** The browsers that were registered for calls for help are told of alarms, too. */
const aroundVisits: AroundVisits = {
  async push(ports, scope, memberId, notice: PushNotice) {
    const devices = await inside(ports.db, scope, (tx) => devicesOf(tx, [memberId]))
    const told = await Promise.allSettled(
      devices.map((device) => deliverPush(ports, scope.organisationId, device, notice)),
    )
    const failed = told.find((each) => each.status === 'rejected')
    return {
      delivered: told.filter((each) => each.status === 'fulfilled' && each.value).length,
      trouble: failed ? String(failed.reason) : null,
    }
  },
  async withBrowser(ports, scope, memberIds) {
    const devices = await inside(ports.db, scope, (tx) => devicesOf(tx, memberIds))
    return new Set(devices.map(({ memberId }) => memberId))
  },
  offerCare: offerAfterVisit,
}

/** What stands on the hand-over sheet in the words of the rooms it comes from. */
const namesIn: NamesIn = (language) => ({
  cue: languageMessages[language].words.cues,
  channel: complaintsMessages[language].words.channels,
  demand: complaintsMessages[language].words.demandKinds,
})
import { filesStreams } from '#features/consultation/files/routes.ts'
import { consultationRoutes } from '#features/consultation/routes.ts'
import { webhooksJobs } from '#features/webhooks/jobs.ts'
import { webhooksHearers } from '#features/webhooks/reactions.ts'
import { webhooksRoutes } from '#features/webhooks/routes.ts'
import { offerAfterVisit } from '#features/wellbeing/door.ts'
import { wellbeingReactions } from '#features/wellbeing/reactions.ts'
import { wellbeingRoutes } from '#features/wellbeing/routes.ts'

/** Who reacts to what. One list, so that the order in which rooms hear of something is the order of the journey. */
export const hearers: readonly Hearer[] = [
  { reactions: intakeReactions },
  { reactions: assessmentReactions },
  { reactions: remediesReactions },
  { reactions: commitmentsReactions },
  { reactions: agreedReactions },
  { reactions: progressReactions },
  { reactions: escalationReactions },
  // Before the usual rule: what a contact plan gives to somebody is theirs.
  ...plansHearers(aroundAssignment),
  { reactions: judgingReactions },
  { reactions: remindingReactions },
  ...assignmentHearers(aroundAssignment),
  ...lettersHearers,
  { reactions: supervisionReactions },
  ...webhooksHearers,
  { reactions: chatReactions },
  { reactions: inquiriesReactions },
  { reactions: visitsReactions },
  { reactions: protectionReactions },
  { reactions: wellbeingReactions },
]

export function reactsTo(eventType: string): boolean {
  return hearers.some(({ reactions }) => eventType in reactions)
}

/** What rooms have against an entry that a member is about to write. */
export const objection: Ports['objection'] = plansObjection

/** The chains of the protective records go below the same signature as those of the complaints. */
export const sealApart: Ports['sealApart'] = sealProtection

/** Sealing every hour, on the hour. graphile-worker reads these lines in UTC; an hour is an hour. */
export const crontab = [
  '0 * * * * complaints-seal-all ?fill=2h',
  '20 * * * * access-forget-answers',
  '30 * * * * intake-forget-rings',
  '40 18 * * * webhooks-forget',
  '* * * * * webhooks-availability',
].join('\n')

export function allRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...accessRoutes(ports),
    ...auditRoutes(ports),
    ...languageRoutes(ports),
    ...intakeRoutes(ports),
    ...assessmentRoutes(ports),
    ...escalationRoutes(ports, { namesIn, assignment: aroundAssignment }),
    ...assignmentRoutes(ports, aroundAssignment),
    ...lettersRoutes(ports),
    ...supervisionRoutes(ports),
    ...plansRoutes(ports),
    ...pushRoutes(ports),
    ...phoneRoutes(ports),
    ...pinsRoutes(ports),
    ...visitsRoutes(ports, aroundVisits),
    ...webhooksRoutes(ports),
    ...chatRoutes(ports),
    ...inquiriesRoutes(ports),
    ...protectionRoutes(ports, eventSentenceOf),
    ...harassmentRoutes(ports),
    ...wellbeingRoutes(ports),
    ...consultationRoutes(ports),
    ...remediesRoutes(ports),
    ...commitmentsRoutes(ports),
    ...guideRoutes(ports, surroundings(ports)),
    ...complaintsRoutes(ports),
  ]
}

/** What flows: files, and how they are sent. */
export function allStreams(ports: Ports): Stream<Scope | null>[] {
  return [
    ...webFormStreams(ports),
    ...evidenceStreams(ports),
    ...mailStreams(ports),
    ...answeringStreams(ports),
    ...filesStreams(ports),
  ]
}

export function allJobs(ports: Ports): JobTable {
  return {
    ...answersJobs(ports),
    ...telephonyJobs(ports),
    ...checkpointsJobs(ports),
    ...utterancesJobs(ports),
    ...evidenceJobs(ports),
    ...contentJobs(ports),
    ...mailJobs(ports),
    ...clocksJobs(ports),
    ...importJobs(ports),
    ...approvalsJobs(ports),
    ...trialsJobs(ports),
    ...commitmentsJobs(ports),
    ...escalationJobs(ports),
    ...pushJobs(ports),
    ...plansJobs(ports),
    ...remindingJobs(ports, aroundVisits),
    ...assignmentJobs(ports, aroundAssignment),
    ...lettersJobs(ports),
    ...visitsJobs(ports, aroundVisits),
    ...webhooksJobs(ports),
    ...inquiriesJobs(ports),
    ...protectionJobs(ports),
    ...hearingJobs(ports, hearers),
  }
}

function surroundings(ports: Ports): Surroundings {
  return {
    optionsFor: (tx, scope, record) => optionsFor(tx, scope, record, ports.clock.now().toString()),
    async speaking(tx, scope, callId) {
      const call = await callById(tx, callId)
      if (!call || call.handlerId === scope.viewer?.memberId) return null
      return (await memberNames(tx, scope)).get(call.handlerId) ?? null
    },
    async promisesElsewhere(tx, scope, complaintId, customerId) {
      const others = await otherComplaintsOf(tx, customerId, complaintId)
      const promises = await commitmentsOfComplaints(
        tx,
        scope,
        others,
        ports.clock.now().toString(),
      )
      return promises.flatMap(({ words, dueAt, state, ownerName, complaintNumber }) =>
        state === 'kept' || state === 'withdrawn'
          ? []
          : [{ words, dueAt, state, ownerName, complaintNumber }],
      )
    },
  }
}
