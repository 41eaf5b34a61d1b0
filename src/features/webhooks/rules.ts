import { trialType, type WebhookType } from './contract.ts'

/** The example schedule of Standard Webhooks 1.0.0, in seconds: at once, then ever later, 75 hours in all. */
const waits = [
  5,
  5 * 60,
  30 * 60,
  2 * 3600,
  5 * 3600,
  10 * 3600,
  14 * 3600,
  20 * 3600,
  24 * 3600,
] as const
const longestPatience = 24 * 3600
const jitter = 0.1

/** Seconds until the next attempt; null after the last. `random` from 0 to 1; `retryAfter` as the receiver asked. */
export function waitAfter(
  attempts: number,
  retryAfter: number | null,
  random: number,
): number | null {
  const wait = waits[attempts - 1]
  if (wait === undefined) return null
  const asked = Math.min(retryAfter ?? 0, longestPatience)
  return Math.round(Math.max(wait, asked) * (1 + jitter * random))
}

/** Days of nothing but failures, after which nothing more is sent. */
export const failingDays = 5

export function hasFailedTooLong(failingSince: string, now: Temporal.Instant): boolean {
  const since = Temporal.Instant.from(failingSince)
  return Temporal.Instant.compare(since.add({ hours: failingDays * 24 }), now) <= 0
}

/** How long the former secret signs along, and how long what was sent is kept. */
export const overlapHours = 24
export const keptDays = 30

/** What an entry of the timeline means to others. `movesState`: look whether the state of the complaint changed. */
const told: Readonly<Record<string, { type?: WebhookType; movesState?: true }>> = {
  'complaints.received': { type: 'complaint.received' },
  'complaints.closed': { type: 'complaint.closed', movesState: true },
  'complaints.reopened': { type: 'complaint.reopened', movesState: true },
  'complaints.assigned': { movesState: true },
  'intake.call-started': { movesState: true },
  'intake.mail-received': { type: 'customer.replied' },
  'commitments.made': { type: 'promise.made' },
  'commitments.warned': { type: 'promise.due' },
  'commitments.kept': { type: 'promise.kept' },
  'commitments.withdrawn': { type: 'promise.withdrawn' },
  'commitments.broken': { type: 'promise.broken' },
  'escalation.asked': { type: 'escalation.asked' },
  'remedies.offered': { movesState: true },
  'remedies.answered': { movesState: true },
  'remedies.agreed': { movesState: true },
  'remedies.agreement-withdrawn': { movesState: true },
}

export const heardTypes = Object.keys(told)

export type Seen = {
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Was there a complaint before this command? */
  readonly isFirst: boolean
  readonly stateBefore: string | null
  readonly stateAfter: string
}

/** Which messages an entry becomes, in the order they are sent. */
export function typesOf({ type, payload, isFirst, stateBefore, stateAfter }: Seen): WebhookType[] {
  const { type: own, movesState } = told[type] ?? {}
  // A mail that begins a complaint is no reply, and no answering machine is a customer.
  const isReply = !isFirst && payload['kind'] === 'person' && payload['isInside'] !== true
  const isTold = own !== undefined && (own !== 'customer.replied' || isReply)
  const hasMoved = movesState && stateBefore !== null && stateBefore !== stateAfter
  return [...(isTold ? [own] : []), ...(hasMoved ? (['complaint.state_changed'] as const) : [])]
}

/** Of an entry's payload: ids, dates and kinds. Nothing that a person said, wrote or is called. */
const plainFields = [
  'channel',
  'receivedAt',
  'commitmentId',
  'dueAt',
  'dueOn',
  'madeTo',
  'isLate',
  'requestId',
  'kind',
  'mode',
  'outcome',
  'mailId',
] as const
/**
 * Goes along only when it is switched on: what the customer said, was promised and agreed to. Why a colleague did something is
 * said among colleagues, and never goes.
 */
const wordFields: Readonly<Record<string, readonly string[]>> = {
  'complaints.received': ['words'],
  'complaints.closed': ['agreement'],
  'intake.mail-received': ['from', 'subject'],
  'commitments.made': ['words'],
  'commitments.warned': ['words'],
  'commitments.kept': ['words'],
  'commitments.withdrawn': ['words'],
  'commitments.broken': ['words'],
}

function pick(payload: Seen['payload'], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) =>
      payload[name] === undefined || payload[name] === null ? [] : [[name, payload[name]]],
    ),
  )
}

export function plainOf(payload: Seen['payload']): Record<string, unknown> {
  return pick(payload, plainFields)
}

/** `inside`: ids of promises that were made among ourselves; their words stay here. */
export function wordsOf(
  { type, payload }: Pick<Seen, 'type' | 'payload'>,
  inside: readonly string[],
): Record<string, unknown> {
  const isInside = inside.some((each) => each === payload['commitmentId'])
  return isInside ? {} : pick(payload, wordFields[type] ?? [])
}

export type Told = {
  readonly id: string
  readonly type: string
  readonly happenedAt: string
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, unknown>> | null
}

/** The body, letter by letter as it is signed and sent. */
export function bodyOf({ type, happenedAt, data, words }: Told): string {
  return JSON.stringify({ type, timestamp: happenedAt, data: { ...data, ...words } })
}

/** A full stop would end it too early in what is signed; a UUID has none. */
export function webhookIdOf(messageId: string): string {
  return `msg_${messageId}`
}

export function isTrial(type: string): boolean {
  return type === trialType
}

/** Endpoints do not wait for each other; the messages of one go out one after the other. */
export function deliveryOf(organisationId: string, endpointId: string, messageId: string) {
  return {
    task: 'webhooks.deliver',
    payload: { organisationId, messageId },
    key: `webhook:${messageId}`,
    queue: `webhooks:${endpointId}`,
  }
}

/** For whose secret the vault keeps it. */
export function placeOf(endpointId: string): string {
  return `webhooks:${endpointId}`
}
