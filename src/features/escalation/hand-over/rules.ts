import type { Viewer } from '#features/access/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import type {
  CaseRecord,
  RecordedCommitment,
  RecordedDemand,
} from '#features/complaints/record/contract.ts'
import type { HandOverSheet } from '../contract.ts'
import { isLeader } from '../rules.ts'

/** Who is about to pick up; null while nobody is known. */
export type Taker = { readonly name: string; readonly isLeader: boolean }

/** Whoever reads it, as they will introduce themselves. */
export function takerOf(viewer: Pick<Viewer, 'name' | 'roles'> | null): Taker | null {
  return viewer && { name: viewer.name, isLeader: isLeader(viewer) }
}

/**
 * E1: everything a supervisor needs before picking up, from the record alone, in lines that are read in 15 seconds
 * and fill at most one A4. What is left out stands in the record.
 */
export function handOverSheet(
  record: CaseRecord,
  { complaintId, now, receiver }: { complaintId: string; now: string; receiver: Taker | null },
): HandOverSheet {
  const { customer, details } = record
  return {
    complaintId,
    number: record.number,
    subject: short(details.subject || storyOf(record), 40) || '（内容はこれから）',
    customerName: customer.name || null,
    customerPhone: customer.phone || null,
    channel: record.channel,
    receivedAt: record.receivedAt,
    minutesSoFar: minutesTalked(record, now),
    handlerName: handlerOf(record),
    askedFor: askedForIn(record),
    ownWords: short(storyOf(record), 100),
    ...whatIsKnown(record),
    ...whatIsBetweenUs(record),
    safety: record.safety && `${harms[record.safety.harm]}：${short(record.safety.words, 40)}`,
    cues: [...new Set(record.cues.map(({ code }) => code).toReversed())].slice(0, 6),
    avoid: avoidIn(record).slice(0, 4),
    firstSentence: firstSentenceFor(record, receiver),
  }
}

const harms = {
  none: 'けがなし',
  'near-miss': 'けがをしかけた',
  injured: 'けがあり',
  unknown: 'けがは確認中',
} as const

function whatIsKnown(record: CaseRecord) {
  const facts = (status: 'confirmed' | 'claimed') =>
    record.facts.filter((fact) => fact.status === status).slice(-4)
  return {
    confirmed: facts('confirmed').map(
      ({ statement, source }) => `${short(statement, 36)}（${short(source, 12)}）`,
    ),
    claimed: facts('claimed').map(({ statement }) => short(statement, 44)),
    concerns: openConcerns(record)
      .slice(-3)
      .map(({ words }) => short(words, 36)),
    wants: short(record.details.expectedOutcome ?? '', 60) || null,
  }
}

function whatIsBetweenUs(record: CaseRecord) {
  const said = [
    ...record.usedPhrases.map(({ text, sequence }) => ({ text, sequence })),
    ...record.notes
      .filter(({ speaker }) => speaker === 'operator')
      .map(({ text }) => ({ text, sequence: Infinity })),
  ]
  return {
    demands: record.demands
      .slice(-4)
      .map(({ kind, words, times, answer }) => ({ kind, words: short(words, 36), times, answer })),
    offered: record.offers.slice(-4).map(({ label, answer }) => ({ label, answer })),
    agreed: record.agreement && short(record.agreement.words, 60),
    promises: unkept(record)
      .slice(0, 4)
      .map(({ words, dueAt, state, ownerName }) => ({
        words: short(words, 36),
        dueAt,
        state,
        ownerName,
      })),
    said: said.slice(-3).map(({ text }) => short(text, 48)),
  }
}

/** Broken ones first, then what is due next. */
function unkept({ commitments }: CaseRecord): RecordedCommitment[] {
  return commitments
    .filter(({ state }) => state !== 'kept')
    .toSorted((a, b) => a.state.localeCompare(b.state) || a.dueAt.localeCompare(b.dueAt))
}

function openConcerns({ concerns }: CaseRecord) {
  return concerns.filter(({ isSettled }) => !isSettled)
}

/** On the telephone the own words are what was first noted of them. */
function storyOf(record: CaseRecord): string {
  if (record.ownWords) return record.ownWords
  const told = record.notes.filter(({ speaker }) => speaker === 'customer')
  return told.map(({ text }) => text.replace(/[。\s]*$/u, '。')).join('')
}

function handlerOf({ ownerName, notes }: CaseRecord): string | null {
  return ownerName ?? notes.findLast(({ speaker }) => speaker !== 'customer')?.byName ?? null
}

function askedForIn(record: CaseRecord): string | null {
  const named = record.escalations.findLast(({ person }) => person !== null)?.person
  const heard = record.cues.findLast(
    ({ code }) => code === 'asks_named_person' || code === 'asks_supervisor',
  )
  return named ?? (heard ? `「${short(heard.words, 24)}」` : null)
}

function minutesTalked({ call }: CaseRecord, now: string): number {
  if (!call) return 0
  const talked = Temporal.Instant.from(call.startedAt).until(call.endedAt ?? now)
  return Math.max(0, Math.floor(talked.total('minutes')))
}

type Warning = {
  readonly line: string
  readonly heard?: readonly CueCode[]
  readonly demanded?: readonly RecordedDemand['kind'][]
  readonly when?: (record: CaseRecord) => boolean
}

/** In the order of the harm it would do; every line says what not to do in the next minute. */
const warnings: readonly Warning[] = [
  { line: '電話を切らない。一人にしない。励ましや説得で返さない', heard: ['customer_crisis'] },
  {
    line: '一人で受けない。挑発に言い返さない',
    heard: ['threat_harm', 'confinement', 'refuses_to_leave'],
  },
  { line: 'けがの様子を伺う前に、原因や交換の話をしない', when: mayBeHurt },
  {
    line: '金額や「お気持ち」を、こちらから口にしない',
    heard: ['hints_money', 'asks_compensation'],
    demanded: ['compensation'],
  },
  {
    line: '「担当が不在で」などの言い訳をしない',
    when: (record) => brokenTo(record) !== undefined,
  },
  {
    line: '当社の落ち度は未確認。認める言い方をしない',
    when: ({ facts }) => !facts.some(isFault),
  },
  { line: '漏れた範囲や人数を、推測で話さない', heard: ['privacy_breach'] },
  {
    line: 'その場で念書・土下座・書面を約束しない',
    heard: ['demands_prostration', 'demands_document'],
    demanded: ['document', 'prostration'],
  },
  { line: 'その場で訪問を約束しない', heard: ['demands_visit'], demanded: ['visit'] },
  { line: '担当者の処分に触れない', heard: ['demands_punishment'], demanded: ['punishment'] },
  {
    line: '法的な見解を述べない。窓口への相談を止めない',
    heard: ['legal_action', 'mentions_authority'],
  },
  {
    line: '守れると確かめる前に「今日中に」と言わない',
    heard: ['demands_deadline'],
    demanded: ['deadline'],
  },
  {
    line: '断られた案を、同じ言い方でもう一度すすめない',
    when: ({ offers }) => offers.some(({ answer }) => answer === 'rejected'),
  },
  {
    line: 'はじめから説明し直していただかない',
    heard: ['repeat_contact'],
    when: ({ call }) => call !== null,
  },
]

function avoidIn(record: CaseRecord): string[] {
  const isNow = ({ heard = [], demanded = [], when }: Warning) =>
    record.cues.some(({ code }) => heard.includes(code)) ||
    record.demands.some(({ kind }) => demanded.includes(kind)) ||
    (when?.(record) ?? false)
  return warnings.filter(isNow).map(({ line }) => line)
}

function mayBeHurt({ safety, cues }: CaseRecord): boolean {
  if (safety && safety.harm !== 'unknown') return safety.harm === 'injured'
  return cues.some(({ code }) => code === 'safety_accident')
}

function isFault({ status, attributedTo }: CaseRecord['facts'][number]): boolean {
  return status === 'confirmed' && attributedTo === 'us'
}

function brokenTo(record: CaseRecord) {
  return unkept(record).find(({ state, madeTo }) => state === 'broken' && madeTo === 'customer')
}

/**
 * Who speaks, that the story was understood, one apology no wider than the record, one question: and when somebody
 * may be hurt, that question is about them.
 */
function firstSentenceFor(record: CaseRecord, taker: Taker | null): string {
  return [greeting(record, taker), understood(record), apology(record), question(record)].join('')
}

function greeting({ call }: CaseRecord, taker: Taker | null): string {
  const isTalking = call !== null && call.endedAt === null
  const who = taker && `${taker.isLeader ? '責任者の' : ''}${familyName(taker.name)}と申します。`
  return `${isTalking ? 'お電話を替わりました。' : ''}${who ?? ''}`
}

function understood(record: CaseRecord): string {
  const customer = record.customer.name
  const handler = handlerOf(record)
  const called = customer ? `${calledBy(customer)}様、` : ''
  return handler
    ? `${called}これまでのお話は、${familyName(handler)}から聞いております。`
    : `${called}これまでのお話は、記録を読んで承知しております。`
}

/** Principle 2: our own ledger and a confirmed fact are apologised for by name; anything else only as the trouble. */
function apology(record: CaseRecord): string {
  const broken = brokenTo(record)
  if (broken) return `${quoted(broken.words)}とのお約束を守れず、申し訳ございません。`
  const fault = record.facts.findLast(isFault)
  if (fault) return `${quoted(fault.statement)}と確認できております。お詫び申し上げます。`
  const concern = openConcerns(record).at(-1)
  if (concern)
    return `${quoted(concern.words)}とのこと、ご不快な思いをおかけし、申し訳ございません。`
  return ''
}

function question(record: CaseRecord): string {
  const { safety, cues } = record
  if (safety?.harm === 'injured') return 'まず、その後のお怪我の具合をお聞かせください。'
  if (mayBeHurt(record)) return 'まず、お怪我はございませんでしたでしょうか。'
  const isAboutMoney = cues.some(
    ({ code }) => code === 'hints_money' || code === 'asks_compensation',
  )
  if (isAboutMoney) return '私どもにお求めのことを、あらためてお聞かせいただけますでしょうか。'
  const wanted = record.details.expectedOutcome
  return wanted
    ? `ご希望は${quoted(wanted)}で、お間違いございませんでしょうか。`
    : 'いちばん気がかりでいらっしゃる点を、私にお聞かせいただけますでしょうか。'
}

function quoted(words: string): string {
  const inner = short(words.replace(/[。．\s]+$/u, ''), 32)
  return `「${inner.replace(/「/gu, '『').replace(/」/gu, '』')}」`
}

/** 佐々木 恵 → 佐々木. */
function familyName(name: string): string {
  return name.trim().split(/[\s　]+/u)[0] ?? name
}

/** A person by the family name, a company or a shop by the whole. */
function calledBy(name: string): string {
  const isCompany = /会社|法人|組合|商店|店$/u.test(name)
  return (isCompany ? name : familyName(name)).replace(/[様殿]$/u, '')
}

function short(text: string, length: number): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()]
  return characters.length <= length
    ? characters.join('')
    : `${characters.slice(0, length - 1).join('')}…`
}
