import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Noticeable } from '../contract.ts'
import { brokenPromises, isOurs } from '../rules.ts'
import type { Condition, Knowable } from './conditions.ts'
import type { Situation } from './situation.ts'

/** Where a condition is asked: which play and move, and how far back the play remembers. */
export type Place = {
  readonly play: string
  readonly move: string
  /** Where a cue of the play was last heard; 0 when none was. */
  readonly heard: number
  /** Cues after this sequence count. */
  readonly memory: number
  /** Sentences and finished moves after this sequence count. */
  readonly since: number
}

/** Does every sentence of the condition hold? */
export function holds(condition: Condition, situation: Situation, place: Place): boolean {
  return Object.entries(condition).every(([word, wanted]) => {
    if (word === 'times' || word === 'after' || wanted === undefined) return true
    const judge = judges[word as keyof typeof judges] as Judge<unknown>
    return judge(wanted, situation, place, condition)
  })
}

type Judge<T> = (wanted: T, situation: Situation, place: Place, all: Condition) => boolean
type Judges = { readonly [W in Exclude<keyof Condition, 'times' | 'after'>]-?: Judge<Wanted<W>> }
type Wanted<W extends keyof Condition> = Exclude<Condition[W], undefined>

const judges: Judges = {
  all: (parts, situation, place) => parts.every((part) => holds(part, situation, place)),
  any: (parts, situation, place) => parts.some((part) => holds(part, situation, place)),
  not: (part, situation, place) => !holds(part, situation, place),
  heard: (codes, situation, place, { times = 1, after = [] }) =>
    timesHeard(situation, codes, Math.max(place.memory, lastOf(after, situation))) >= times,
  known: (keys, { record }) => keys.every((key) => isKnown(record, key)),
  unknown: (keys, { record }) => keys.some((key) => !isKnown(record, key)),
  ownWords: (wanted, { record }) => (record.ownWords.trim() !== '') === (wanted === 'recorded'),
  concern: (wanted, { record: { concerns } }) =>
    wanted === 'none'
      ? concerns.length === 0
      : concerns.some(({ isSettled }) => wanted === 'recorded' || !isSettled),
  fact: (wanted, { record }) => factIs(wanted, record),
  safety: (wanted, situation) => safetyIs(wanted, situation),
  assessed: (wanted, { record }) =>
    wanted === 'safety' ? record.isSafety : (record.severity !== null) === (wanted === 'yes'),
  apology: (wanted, situation) => apologyReaches(wanted, situation),
  options: (atLeast, { options }) => options.length >= atLeast,
  offers: (wanted, { record: { offers } }) =>
    wanted === 'none'
      ? offers.length === 0
      : offers.some(({ answer }) => wanted === 'made' || answer === wanted),
  rejected: (atLeast, { record }) =>
    record.offers.filter(({ answer }) => answer === 'rejected').length >= atLeast,
  alternatives: (wanted, situation) => areAlternativesGone(situation) === (wanted === 'gone'),
  agreement: (wanted, { record }) => (record.agreement !== null) === (wanted === 'made'),
  promise: (wanted, situation) => promiseIs(wanted, situation),
  promiseElsewhere: (wanted, { elsewhere }) =>
    wanted === 'none' ? elsewhere.length === 0 : elsewhere.some(({ state }) => state === wanted),
  escalation: (wanted, { record }) => escalationIs(wanted, record),
  channel: (channels, { channel }) => channels.includes(channel),
  direction: (wanted, { direction }) => wanted.includes(direction),
  talk: (wanted, { talk }) => talk === wanted,
  caller: (kinds, situation) => kinds.some((kind) => isCalledBy(kind, situation)),
  needs: (needs, situation) => needs.some((need) => isNoticed(situation, need)),
  speaks: (tongues, { noticed }) =>
    noticed.some(({ speaks }) => speaks !== null && tongues.includes(speaks)),
  quiet: (wanted, { isQuiet }) => isQuiet === (wanted === 'yes'),
  minutes: (atLeast, { elapsed }) => elapsed.minutes !== null && elapsed.minutes >= atLeast,
  silence: (atLeast, { elapsed }) => elapsed.silence !== null && elapsed.silence >= atLeast,
  held: (atLeast, { elapsed }) => elapsed.held !== null && elapsed.held >= atLeast,
  contacts: (atLeast, { contacts }) => contacts >= atLeast,
  notes: (atLeast, { customerNotes }) => customerNotes >= atLeast,
  demanded: (kind, { record }, _place, { times = 1 }) =>
    record.demands.some((demand) => demand.kind === kind && demand.times >= times),
  demandAnswered: (kind, { record }, _place, { times = 1 }) =>
    record.demands.some((demand) => demand.kind === kind && demand.answeredTimes >= times),
  acknowledged: (wanted, { record }) => (record.acknowledgedAt !== null) === (wanted === 'yes'),
  closing: (wanted, { record }) => (record.closing !== null) === (wanted === 'closed'),
  feeling: (wanted, { feeling }) => wanted.includes(feeling),
  calmed: (wanted, { calmed }) => calmed > 0 === (wanted === 'yes'),
  said: (wanted, situation, place) => saidAt(wanted, situation, place) > 0,
  followed: (atLeast, { record }, { heard }) =>
    heard > 0 &&
    record.notes.filter(({ speaker, sequence }) => speaker === 'customer' && sequence > heard)
      .length >= atLeast,
  told: (keys, { told }) => keys.every((key) => told.has(key)),
  answered: (wanted, situation, place) => {
    const said = saidAt('yes', situation, place)
    return (said > 0 && situation.lastWords > said) === (wanted === 'yes')
  },
}

/** Where in the record it was last said; 0 when it was not. `型/一手` is looked for in the whole talk. */
function saidAt(wanted: string, { record, talkStart }: Situation, place: Place): number {
  const [play, move] = wanted.includes('/')
    ? wanted.split('/')
    : [place.play, wanted === 'yes' ? place.move : wanted]
  const since = wanted.includes('/') ? talkStart : place.since
  const last = record.usedPhrases.findLast((used) => used.play === play && used.move === move)
  return last !== undefined && last.sequence > since ? last.sequence : 0
}

function lastOf(codes: readonly string[], { cues }: Situation): number {
  return Math.max(0, ...codes.map((code) => cues.get(code)?.at(-1)?.sequence ?? 0))
}

/** In how many utterances one of the cues was heard. */
export function timesHeard({ cues }: Situation, codes: readonly string[], after: number): number {
  const heard = codes.flatMap((code) => cues.get(code) ?? [])
  return new Set(heard.map(({ sequence }) => sequence).filter((sequence) => sequence > after)).size
}

export function isKnown(record: CaseRecord, key: Knowable): boolean {
  return inRecord[key]?.(record) === true || hasFact(record, key)
}

const inRecord: { readonly [K in Knowable]?: (record: CaseRecord) => boolean } = {
  what: ({ details }) => Boolean(details.subject),
  when: ({ details }) => Boolean(details.happenedOn),
  where: ({ details }) => Boolean(details.happenedWhere),
  harm: ({ safety }) => safety !== null,
  cause: ({ cause, facts }) => cause !== null || facts.some(isConfirmedCause),
  customer: ({ customer }) => Boolean(customer.name),
  contact: ({ customer }) => Boolean(customer.phone ?? customer.email),
  product: ({ details }) => Boolean(details.product),
  order: ({ details }) => Boolean(details.orderNumber),
  expectedOutcome: ({ details }) => Boolean(details.expectedOutcome),
  purchasedOn: ({ details }) => Boolean(details.purchasedOn),
  price: ({ details }) => details.price !== undefined,
}

function isNoticed({ noticed }: Situation, wanted: Noticeable): boolean {
  return noticed.some(({ what }) => what === wanted)
}

function isCalledBy(kind: Wanted<'caller'>[number], situation: Situation): boolean {
  if (kind !== 'person') return isNoticed(situation, kind)
  return !isNoticed(situation, 'organisation') && !isNoticed(situation, 'proxy')
}

/** A cause that is only claimed is not known yet. */
function hasFact({ facts }: CaseRecord, topic: string): boolean {
  if (topic === 'cause') return false
  return facts.some((fact) => fact.topic === topic && fact.status !== 'withdrawn')
}

function isConfirmedCause({ topic, status }: CaseRecord['facts'][number]): boolean {
  return topic === 'cause' && status === 'confirmed'
}

/** A danger that is heard after nobody was hurt has to be asked about again. */
function safetyIs(wanted: Wanted<'safety'>, { record: { safety }, cues }: Situation): boolean {
  const lastHeard = cues.get('safety_accident')?.at(-1)?.sequence ?? 0
  const isAskedAnew = safety !== null && safety.harm !== 'injured' && lastHeard > safety.sequence
  if (wanted === 'unchecked') return safety === null || isAskedAnew
  if (wanted === 'checked') return safety !== null && !isAskedAnew
  return safety?.harm === wanted
}

function factIs(wanted: Wanted<'fact'>, { facts }: CaseRecord): boolean {
  if (wanted === 'ours') return facts.some(isOurs)
  if (wanted === 'none') return facts.every(({ status }) => status === 'withdrawn')
  return facts.some(({ status }) => status === wanted)
}

function apologyReaches(wanted: Wanted<'apology'>, { apology, record, elsewhere }: Situation) {
  if (wanted === 'trouble') return true
  return wanted === 'fault'
    ? apology.level === 'fault'
    : brokenPromises(record, elsewhere).length > 0
}

/** All that was offered is rejected, and the rules hold nothing that was not offered yet. */
function areAlternativesGone({ record: { offers }, options }: Situation): boolean {
  const offered = new Set(offers.map(({ ruleId }) => ruleId))
  return (
    offers.length > 0 &&
    offers.every(({ answer }) => answer === 'rejected') &&
    options.every(({ rule }) => offered.has(rule.id))
  )
}

const dayInMs = 24 * 60 * 60 * 1000

function promiseIs(wanted: Wanted<'promise'>, { record, context }: Situation): boolean {
  const toCustomer = record.commitments.filter(({ madeTo }) => madeTo !== 'us')
  const open = toCustomer.filter(({ state }) => state === 'open')
  if (wanted === 'none') return toCustomer.length === 0
  if (wanted === 'made') return toCustomer.length > 0
  if (wanted === 'kept') return toCustomer.length > 0 && toCustomer.every(isKept)
  if (wanted === 'due') {
    return open.some(({ dueAt }) => Date.parse(dueAt) - Date.parse(context.now) <= dayInMs)
  }
  return toCustomer.some(({ state }) => state === wanted)
}

function isKept({ state }: CaseRecord['commitments'][number]): boolean {
  return state === 'kept'
}

/** Silent help is between colleagues; to the customer nobody was called yet. */
function escalationIs(wanted: Wanted<'escalation'>, { escalations }: CaseRecord): boolean {
  const called = escalations.filter(
    ({ state, kind }) => state !== 'withdrawn' && kind !== 'silent-help',
  )
  const latest = called.at(-1)
  if (wanted === 'helped') return escalations.some(({ state }) => state !== 'withdrawn')
  if (wanted === 'none') return latest === undefined
  const isWaiting = latest?.state === 'asked' || latest?.state === 'seen'
  const isOf = (mode: string) => latest?.kind === 'supervisor' && latest.mode === mode
  if (wanted === 'connecting') return isWaiting && isOf('connect') && !latest.isUnanswered
  if (wanted === 'calling-back') return isWaiting && isOf('call-back')
  if (wanted === 'unanswered') return isWaiting && isOf('connect') && latest.isUnanswered === true
  if (wanted === 'watched') return latest?.mode === 'watch'
  return wanted === 'asked' ? isWaiting : latest?.state === wanted
}
