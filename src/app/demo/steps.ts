import { addBusinessDays, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import type { Result } from '#kernel/result.ts'
import { tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { Scope } from '#features/access/door.ts'
import * as assignment from '#features/assignment/contract.ts'
import * as commitments from '#features/commitments/contract.ts'
import * as complaints from '#features/complaints/handling/contract.ts'
import * as escalation from '#features/escalation/contract.ts'
import * as intake from '#features/intake/contract.ts'
import * as approvals from '#features/remedies/approvals/contract.ts'
import * as remedies from '#features/remedies/contract.ts'
import type { Due, StaffKey, Step } from '#test/cast.ts'
import type { Caller } from '../caller.ts'
import { askDepartment, doOnPage, giveNote, pauseProgress, tellProgress } from './asking.ts'
import { doWithoutMeasure, goOnWithMeasure, takeMeasure } from './measures.ts'

/** Whose turn it is in a story, and what the step can name. */
export type Turn = {
  readonly call: Caller
  readonly who: Scope
  readonly scopeOf: (key: StaffKey) => Scope
  readonly slug: string
  readonly rules: ReadonlyMap<string, string>
  /** The id of this step's command, and of what it creates. */
  readonly id: string
  readonly on: { readonly complaintId: string }
  readonly named: (key: string) => string
  readonly at: Temporal.Instant
}

type Acts = {
  readonly [D in Step['do']]: (turn: Turn, step: Extract<Step, { do: D }>) => Promise<unknown>
}

/** Does one step of a story the way a person would: through the endpoint, refused by the same rules. */
export function act(turn: Turn, step: Step): Promise<unknown> {
  // The table holds, for each kind of step, what takes just that kind.
  return acts[step.do](turn, step as never)
}

const acts: Acts = {
  note: ({ call, who, id, on }, step) =>
    must(call(who, complaints.addNote, { params: on, body: { ...step, id } })),
  concern: ({ call, who, id, on }, step) =>
    must(call(who, complaints.raiseConcern, { params: on, body: { ...step, id } })),
  claim: ({ call, who, id, on }, step) => {
    const body = { ...step, id, source: 'お客様のお話' }
    return must(call(who, complaints.claimFact, { params: on, body }))
  },
  confirm: ({ call, who, id, on, named }, step) => {
    const params = { ...on, factId: named(step.key) }
    return must(call(who, complaints.confirmFact, { params, body: { ...step, id } }))
  },
  safety: ({ call, who, id, on }, step) =>
    must(call(who, complaints.checkSafety, { params: on, body: { ...step, id } })),
  describe: ({ call, who, id, on }, step) =>
    must(call(who, complaints.describeComplaint, { params: on, body: { ...step, id } })),
  demand: ({ call, who, id, on }, step) =>
    must(call(who, complaints.makeDemand, { params: on, body: { ...step, id } })),
  decline: ({ call, who, id, on, named }, step) => {
    const params = { ...on, demandId: named(step.key) }
    const body = { ...step, id, answer: 'declined' as const }
    return must(call(who, complaints.answerDemand, { params, body }))
  },
  assess: ({ call, who, id, on }, step) =>
    must(call(who, complaints.assessComplaint, { params: on, body: { ...step, id } })),
  cause: ({ call, who, id, on }, step) =>
    must(call(who, complaints.findCause, { params: on, body: { ...step, id } })),
  assign: async ({ call, who, id, on, scopeOf }, step) => {
    const { ownerId } = await must(call(who, assignment.readCandidates, { params: on }))
    const body = { id, memberId: memberIdOf(scopeOf(step.to)), fromId: ownerId }
    return must(call(who, assignment.decideOwner, { params: on, body }))
  },
  offer: ({ call, who, id, on, rules, named }, step) => {
    const amount = step.amountYen === undefined ? {} : { amountYen: step.amountYen }
    const granted = step.approval === undefined ? {} : { approvalId: named(step.approval) }
    const body = { id, ruleId: rules.get(step.rule) ?? '', ...amount, ...granted }
    return must(call(who, remedies.offerRemedy, { params: on, body }))
  },
  answer: ({ call, who, id, on, named }, step) => {
    const params = { ...on, offerId: named(step.key) }
    return must(call(who, remedies.answerOffer, { params, body: { ...step, id } }))
  },
  agree: ({ call, who, id, on, named }, { offers, words }) => {
    const confirmedHow = 'repeated-aloud' as const
    const body = { id, offerIds: offers.map(named), words, confirmedHow }
    return must(call(who, remedies.agreeRemedies, { params: on, body }))
  },
  ask: ({ call, who, id, on, rules }, step) => {
    const { reason } = step
    const body =
      'text' in step
        ? { what: 'words' as const, text: step.text, opens: [...step.opens] }
        : { what: 'remedy' as const, ...wantedIn(step, rules) }
    return must(call(who, approvals.askApproval, { params: on, body: { id, reason, ...body } }))
  },
  grant: ({ call, who, id, named }, { key, amountYen, condition }) => {
    const params = { approvalId: named(key) }
    const less = amountYen === undefined ? {} : { amountYen }
    const body = { id, ...less, ...(condition === undefined ? {} : { condition }) }
    return must(call(who, approvals.grantApproval, { params, body }))
  },
  refuse: ({ call, who, id, named }, { key, words }) => {
    const params = { approvalId: named(key) }
    return must(call(who, approvals.refuseApproval, { params, body: { id, words } }))
  },
  promise: ({ call, who, id, on, at, scopeOf }, step) => {
    const owner = step.owner ? { ownerId: memberIdOf(scopeOf(step.owner)) } : {}
    const body = { id, words: step.words, due: dueOf(step.due, at), ...owner }
    return must(call(who, commitments.makeCommitment, { params: on, body }))
  },
  keep: async (turn, { key, how }) => {
    const { call, who, id, named } = turn
    const commitmentId = key === 'first' ? await firstPromise(turn) : named(key)
    const body = { id, how }
    return must(call(who, commitments.keepCommitment, { params: { commitmentId }, body }))
  },
  renegotiate: ({ call, who, id, named, at }, { key, due, reason, alternative }) => {
    const toldBy = who.viewer?.name ?? ''
    const body = { id, due: dueOf(due, at), reason, alternative, toldBy }
    const params = { commitmentId: named(key) }
    return must(call(who, commitments.renegotiateCommitment, { params, body }))
  },
  escalate: ({ call, who, id, on }, step) =>
    must(call(who, escalation.askSupervisor, { params: on, body: { ...step, id } })),
  see: ({ call, who, id, named }, { key }) => {
    const params = { requestId: named(key) }
    return must(call(who, escalation.seeEscalation, { params, body: { id } }))
  },
  accept: ({ call, who, id, named }, { key }) => {
    const params = { requestId: named(key) }
    return must(call(who, escalation.acceptEscalation, { params, body: { id } }))
  },
  call: ({ call, who, id, on }) =>
    must(call(who, intake.startCall, { body: { id, ...on, continues: true } })),
  'hang-up': ({ call, who, id, named }, { key, how }) =>
    must(call(who, intake.endCall, { params: { callId: named(key) }, body: { id, how } })),
  close: ({ call, who, id, on }, step) =>
    must(call(who, complaints.closeComplaint, { params: on, body: { ...step, id } })),
  reopen: ({ call, who, id, on }, step) =>
    must(call(who, complaints.reopenComplaint, { params: on, body: { ...step, id } })),
  measure: takeMeasure,
  'move-measure': goOnWithMeasure,
  'no-measure': doWithoutMeasure,
  inquire: askDepartment,
  'on-page': doOnPage,
  interval: tellProgress,
  'tell-progress': giveNote,
  'wait-for': pauseProgress,
}

type Wanted = Exclude<Extract<Step, { do: 'ask' }>, { text: string }>

function wantedIn(step: Wanted, rules: Turn['rules']) {
  const amount = step.amountYen === undefined ? {} : { amountYen: step.amountYen }
  return 'rule' in step
    ? { ruleId: rules.get(step.rule) ?? '', ...amount }
    : { outside: step.outside, ...amount }
}

/** The one the house made by itself when it acknowledged the web form. */
async function firstPromise({ call, who, on }: Turn): Promise<string> {
  const { commitments: all } = await must(
    call(who, commitments.listComplaintCommitments, { params: on }),
  )
  return all.toSorted((a, b) => a.madeAt.localeCompare(b.madeAt))[0]?.id ?? ''
}

export function dueOf(due: Due, at: Temporal.Instant) {
  if ('minutes' in due) {
    const moment = at.add(due).toZonedDateTimeISO(tokyo)
    return { on: moment.toPlainDate().toString(), at: moment.toPlainTime().toString().slice(0, 5) }
  }
  const on = addBusinessDays(japaneseOfficeCalendar, tokyoDay(at), due[0])
  return { on: on.toString(), at: due[1] }
}

export function memberIdOf(scope: Scope): string {
  return scope.viewer?.memberId ?? ''
}

/** A story that the rules refuse is a mistake of whoever wrote it. */
export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (settled.ok) return settled.value
  const { code, data } = settled.refusal
  throw new Error(`the story is refused: ${code} ${JSON.stringify(data)}`)
}
