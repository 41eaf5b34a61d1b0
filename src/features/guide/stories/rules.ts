import type { z } from 'zod'
import { sha256Hex } from '#kernel/hash.ts'
import { isUuid } from '#kernel/ids.ts'
import { commitmentsEvents } from '#features/commitments/contract.ts'
import { complaintsEvents } from '#features/complaints/contract.ts'
import { measuresEvents } from '#features/complaints/measures/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { escalationEvents } from '#features/escalation/contract.ts'
import { harassmentEvents } from '#features/harassment/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { approvalsEvents } from '#features/remedies/approvals/contract.ts'
import { remediesEvents, type RemedyOption } from '#features/remedies/contract.ts'
import { visitsEvents } from '#features/visits/contract.ts'
import { guideEvents, type Guidance, type Move } from '../contract.ts'
import type { Expectation, LetterExpectation, LetterLook } from './contract.ts'

/** What is not as the story expects, one sentence each; nothing when all is well. */
export function disappointments(expected: Expectation, guidance: Guidance): string[] {
  return [...ofCurrent(expected, guidance.current), ...ofTheRest(expected, guidance)]
}

/** The same of a letter; null when none was drafted. */
export function ofLetter(
  expected: LetterExpectation,
  letter: (LetterLook & { readonly text: string }) | null,
): string[] {
  if (!letter) return ['文面がまだありません。先に drafts で下書きしてください。']
  const { text, mended, own, held } = letter
  const leaves = held.length === 0
  return [
    ...present('文面', expected.says, [text]),
    ...(expected.never ?? [])
      .filter((pattern) => matches(pattern, text))
      .map((pattern) => `文面に「${pattern}」は出ないはずでした。`),
    ...ofRed(expected, letter),
    ...present('直した文', expected.mended, mended),
    ...present('ご自身の文', expected.own, own),
    ...(expected.leaves === undefined || expected.leaves === leaves
      ? []
      : [
          leaves
            ? '送れないはずが、送れます。'
            : `送れるはずが、止まりました: ${held.join(' ／ ')}`,
        ]),
  ]
}

function ofRed({ red: expected, because }: LetterExpectation, { red }: LetterLook): string[] {
  const reds = red.map(({ text }) => text)
  const isSurprise = expected?.length === 0 && reds.length > 0
  return [
    ...present('赤い文', expected, reds),
    ...(isSurprise ? [`赤い文はないはずが、ありました: ${reds.join(' ／ ')}`] : []),
    ...present(
      '赤い訳',
      because,
      red.map(({ why }) => why),
    ),
  ]
}

function ofCurrent(expected: Expectation, current: Move | null): string[] {
  return [
    ...equal('型', expected.play, current?.play),
    ...equal('いまの一手', expected.move, current?.id ?? 'なし'),
    ...equal('段階', expected.stage, current?.stage),
    ...equal('急ぎ', expected.urgency, current?.urgency),
    ...equal('回数', expected.count, current?.count),
    ...present('言葉', expected.says, unused(current)),
    ...present('尋ねること', expected.asks, current?.ask ?? []),
    ...present(
      '書くこと',
      expected.writes,
      (current?.write ?? []).map(({ into }) => into),
    ),
    ...present('理由', expected.because, current === null ? [] : [current.because]),
  ]
}

function ofTheRest(expected: Expectation, guidance: Guidance): string[] {
  const { following, unknowns, plays, apology } = guidance
  const names = following.map(({ id }) => id)
  const keys = unknowns.map(({ key }) => key)
  return [
    ...equal('お詫びの範囲', expected.apology, apology.level),
    ...absent(expected.never, guidance),
    ...present('続く一手', expected.follows, names),
    ...ofAnnounced(expected, guidance.announced),
    ...present(
      'お相手のこと',
      expected.noticed,
      guidance.noticed.map(({ what }) => what),
    ),
    ...present('分からないこと', expected.unknowns, keys),
    ...known(expected.known, guidance),
    ...heard(expected.heard, guidance),
    ...present(
      '出ている型',
      expected.plays,
      plays.map(({ play }) => play),
    ),
  ]
}

function ofAnnounced(expected: Expectation, announced: Move | null): string[] {
  return [
    ...equal('頃合いの一手', expected.announces, announced?.id ?? 'none'),
    ...present('頃合いの言葉', expected.announcedSays, unused(announced)),
  ]
}

/** The sentence a step says: the first that was not said yet, or the first with these words in it. */
export function sentenceToSay(
  wanted: string,
  current: Move | null,
): Move['say'][number] | undefined {
  const say = current?.say ?? []
  return wanted === 'first'
    ? (say.find(({ isUsed }) => !isUsed) ?? say[0])
    : say.find(({ text }) => matches(wanted, text))
}

/** `/円/` is a regular expression, anything else a part of the text. */
export function matches(pattern: string, text: string): boolean {
  const expression = /^\/(.+)\/$/s.exec(pattern)?.[1]
  return expression === undefined ? text.includes(pattern) : new RegExp(expression, 'u').test(text)
}

export function equal<T extends string | number>(
  what: string,
  expected: T | null | undefined,
  actual: T | null | undefined,
): string[] {
  if (expected === undefined || expected === actual) return []
  return [`${what}は「${expected ?? 'なし'}」のはずが、「${actual ?? 'なし'}」でした。`]
}

function unused(current: Move | null): string[] {
  return (current?.say ?? []).filter(({ isUsed }) => !isUsed).map(({ text }) => text)
}

export function present(
  what: string,
  patterns: readonly string[] | undefined,
  texts: readonly string[],
): string[] {
  return (patterns ?? [])
    .filter((pattern) => !texts.some((text) => matches(pattern, text)))
    .map(
      (pattern) => `${what}に「${pattern}」がありません。あるのは: ${texts.join(' ／ ') || 'なし'}`,
    )
}

function absent(patterns: readonly string[] | undefined, guidance: Guidance): string[] {
  const { current, following, announced } = guidance
  const moves = [current, announced, ...following].filter((move) => move !== null)
  return (patterns ?? []).flatMap((pattern) =>
    moves.flatMap(({ play, id, say }) =>
      say
        .filter(({ text }) => matches(pattern, text))
        .map(({ text }) => `「${pattern}」は出ないはずが、${play}/${id} に「${text}」が出ました。`),
    ),
  )
}

function known(keys: readonly string[] | undefined, { unknowns }: Guidance): string[] {
  return (keys ?? [])
    .filter((key) => unknowns.some((unknown) => unknown.key === key))
    .map((key) => `「${key}」は分かったはずが、まだ分からないことに残っています。`)
}

function heard(said: Expectation['heard'], { unknowns }: Guidance): string[] {
  return Object.entries(said ?? {}).flatMap(([key, value]) => {
    const told = unknowns.find((unknown) => unknown.key === key)?.heard?.value
    return equal(`お話にあった ${key} `, value, told)
  })
}

const schemas: Readonly<Record<string, z.ZodType>> = {
  ...complaintsEvents,
  ...measuresEvents,
  ...intakeEvents,
  ...guideEvents,
  ...remediesEvents,
  ...approvalsEvents,
  ...commitmentsEvents,
  ...escalationEvents,
  ...harassmentEvents,
  ...visitsEvents,
}

/** An event as a story tells it, completed with what goes without saying; or what is wrong with it. */
export function eventOf(type: string, told: unknown, by: string): ComplaintEvent | string {
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined
  if (schema === undefined)
    return `「${type}」という出来事はありません。test/stories/README.md の表から選んでください。`
  const given = typeof told === 'object' && told !== null ? { ...told } : {}
  const payload = schema.safeParse(withIds({ ...understood(type, given, by), ...given }))
  if (payload.success) return { type, payload: payload.data } as ComplaintEvent
  const [issue] = payload.error.issues
  return `「${type}」の ${issue?.path.join('.') ?? ''} を読めません（${issue?.message ?? ''}）。`
}

/** The same word is the same thing, all through a story. */
export function storyId(word: string): string {
  const hex = sha256Hex(word)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A remedy that the rules allow, for stories that only care for its name. */
export function optionNamed(label: string, clause: string): RemedyOption {
  return {
    allowed: true,
    maxYen: null,
    obstacles: [],
    awaits: null,
    rule: {
      id: storyId(label),
      code: label,
      name: label,
      causes: [],
      productContains: null,
      withinDays: null,
      needsConfirmedFact: false,
      kind: 'exchange',
      label,
      say: `${label}をご用意できます。`,
      maxYen: null,
      maxPercent: null,
      grantedBy: 'operator',
      clause,
      clauseText: '',
      evidence: null,
      isActive: true,
    },
  }
}

type Given = { readonly [key: string]: unknown }

function understood(type: string, given: Given, by: string): Given {
  const word: Word = (key, otherwise) => {
    const value = given[key]
    return typeof value === 'string' ? value : otherwise
  }
  const [room = ''] = type.split('.')
  return {
    ownerId: by,
    ownerName: by,
    byName: '佐々木',
    memberId: by,
    memberName: by,
    ...inRoom[room]?.(word),
    ...usual[type]?.(word),
  }
}

const inRoom: Readonly<Record<string, (word: Word) => Given>> = {
  commitments: (word) => ({
    commitmentId: word('words', '約束'),
    words: '約束',
    dueOn: word('dueAt', '2026-11-24').slice(0, 10),
    precision: 'minute',
    madeTo: 'customer',
  }),
  remedies: (word) => ({
    offerId: word('label', '案'),
    approvalId: word('label', '案'),
    ruleId: word('label', '案'),
    ruleCode: word('label', '案'),
    kind: 'exchange',
    label: '案',
    words: word('label', '案'),
    clause: '規定',
    amountYen: null,
    feasibility: null,
  }),
  escalation: () => ({
    requestId: 'request',
    kind: 'supervisor',
    mode: 'connect',
    reason: '引き継ぎ',
    person: null,
    toId: null,
    toName: null,
  }),
}

type Word = (key: string, otherwise: string) => string
const aMeasure: Given = { measureId: 'measure' }

const usual: Readonly<Record<string, (word: Word) => Given>> = {
  'complaints.received': () => ({ number: 'U-2026-000101' }),
  'complaints.customer-identified': () => ({ customerId: 'customer' }),
  'complaints.concern-raised': (word) => ({ concernId: word('words', 'concern') }),
  'complaints.fact-claimed': (word) => ({ factId: word('topic', 'fact'), source: 'お客様' }),
  'complaints.fact-confirmed': (word) => ({
    factId: word('topic', 'fact'),
    source: '社内の記録',
    attributedTo: 'unknown',
  }),
  'complaints.fact-withdrawn': (word) => ({ factId: word('topic', 'fact'), reason: '誤り' }),
  'complaints.demand-made': (word) => ({
    demandId: word('kind', 'demand'),
    words: word('kind', 'demand'),
  }),
  'complaints.demand-answered': () => ({ answer: 'declined', words: 'お答えしました' }),
  'complaints.assessed': () => ({ severity: 'medium', isSafety: false, reason: '見立て' }),
  'complaints.cause-found': () => ({ cause: 'defect', answeringFunction: 'product' }),
  'complaints.measure-written': () => ({
    ...aMeasure,
    answeringFunction: 'product',
    ownerName: '',
    fromOn: null,
    dueOn: null,
    isRewording: false,
  }),
  'complaints.measure-moved': () => ({ ...aMeasure, byName: '品質保証部長', words: '' }),
  'complaints.measure-withdrawn': () => ({ ...aMeasure, reason: '別の手当てに替えるため' }),
  'complaints.measures-unneeded': () => ({ byName: '品質保証部長' }),
  'complaints.closed': () => ({ outcome: 'resolved', agreement: { words: '合意' }, reason: null }),
  'intake.call-started': () => ({ callId: 'call', direction: 'in', phone: null }),
  'intake.call-held': () => ({ callId: 'call', reason: '確認' }),
  'intake.call-resumed': () => ({ callId: 'call', heldSeconds: 30 }),
  'intake.call-ended': () => ({ callId: 'call', seconds: 300, how: 'agreed' }),
  'intake.mail-received': () => ({ mailId: 'mail', subject: '', messageId: null }),
  'harassment.decision-asked': () => ({ askId: 'ask', upTo: 'end', byId: 'handler' }),
  'harassment.decision-answered': () => ({ askId: 'ask', upTo: 'end', words: '', byId: 'leader' }),
  'visits.arrived': (word) => ({ visitId: 'visit', at: word('at', '2026-11-24T01:00:00Z') }),
  'visits.ended': (word) => ({ visitId: 'visit', at: word('at', '2026-11-24T01:00:00Z') }),
  'visits.reported': () => ({
    visitId: 'visit',
    demanded: '',
    said: '',
    promised: '',
    signedUnderConstraint: [],
    signedWords: '',
    minutes: 0,
    memberIds: [],
    hadAlarm: false,
  }),
  'remedies.answered': () => ({ words: 'はい' }),
  'remedies.approval-asked': () => ({
    what: 'remedy',
    needs: 'supervisor',
    reason: '規定を超えるため',
    text: null,
    expiresAt: '2026-11-25T08:00:00Z',
  }),
  'remedies.approval-granted': () => ({ condition: null, onBehalfOfName: null }),
  'remedies.approval-refused': () => ({ onBehalfOfName: null }),
  'remedies.agreed': () => ({
    agreementId: 'agreement',
    offerIds: [],
    labels: [],
    confirmedHow: 'repeated-aloud',
  }),
  'commitments.kept': () => ({ how: '電話しました' }),
}

/** `commitmentId: 折り返し` is as good as a UUID. */
function withIds(payload: Given): Given {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => {
      if (key.endsWith('Ids') && Array.isArray(value)) return [key, value.map(uuidFor)]
      return [key, key.endsWith('Id') ? uuidFor(value) : value]
    }),
  )
}

function uuidFor(value: unknown): unknown {
  return typeof value === 'string' && !isUuid(value) ? storyId(value) : value
}
