import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import { foldVariants } from '#kernel/variants.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CompanyPhrases, Finding, LintContext } from '#features/language/contract.ts'
import { lint } from '#features/language/door.ts'
import type { GateFinding, KeptReason, Need } from './contract.ts'

/** What the text is held against. `now`: ISO instant. */
export type Held = {
  readonly record: CaseRecord
  readonly now: string
  readonly calendar: BusinessCalendar
  readonly companyWords: readonly CompanyPhrases[]
  readonly hasAttachments: boolean
  /** In a chat (`talk`) nobody asks for a whole letter. */
  readonly kind?: 'mail' | 'letter' | 'talk'
  /** A manner must stop: refusals come without cushions. */
  readonly isFirm?: boolean
}

/**
 * Everything a reply is asked about before it leaves, in the order of the text. The one gate of every door: screen, API
 * and whatever sends later.
 */
export function gate(text: string, held: Held): GateFinding[] {
  const { record, now, calendar, companyWords, kind = 'mail' } = held
  const context = { ...contextOf(record, now), firm: held.isFirm ?? false }
  const { findings } = lint({ kind, text }, context, companyWords, calendar)
  return [
    ...findings.map((finding) => ({ ...finding, need: needOf(finding) })),
    ...placeholders(text),
    ...beyondRemedy(text, record),
    ...(held.hasAttachments || kind === 'talk' ? [] : missingAttachment(text)),
    ...wrongAddressee(text, record.customer.name ?? ''),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Those that still stand in the way, whoever gave the reasons. */
export function obstacles(
  findings: readonly GateFinding[],
  reasons: readonly KeptReason[],
): GateFinding[] {
  return findings.filter(({ rule, need }) => {
    if (need === 'nothing') return false
    if (need === 'change') return true
    return !reasons.some((given) => given.rule === rule && (need === 'reason' || given.byLeader))
  })
}

/** The newer reason for a rule takes the place of the older one. */
export function withReasons(
  before: readonly KeptReason[],
  given: readonly KeptReason[],
): KeptReason[] {
  return [...before.filter(({ rule }) => given.every((each) => each.rule !== rule)), ...given]
}

/** What the record allows to be said. A remedy went through the company's rules when it was offered. */
export function contextOf(record: CaseRecord, now: string): LintContext {
  return {
    now,
    admissionApproved: record.facts.some(
      ({ status, attributedTo }) => status === 'confirmed' && attributedTo === 'us',
    ),
    remedyApproved: record.agreement !== null || offered(record).length > 0,
    visitAgreed: record.demands.some(
      ({ kind, answer }) => kind === 'visit' && answer === 'accepted',
    ),
    promisedDues: record.commitments
      .filter(({ state }) => state === 'open')
      .map(({ dueAt, dueOn, precision }) => (precision === 'day' ? dueOn : dueAt)),
  }
}

function offered(record: CaseRecord) {
  return record.offers.filter(({ answer }) => answer !== 'rejected')
}

/** A promise in no ledger is forgotten by everybody; money and an admission are no writer's own. */
function needOf({ rule, severity }: Finding): Need {
  const isLeaders = rule === 'promises-money' || rule === 'admits-liability'
  if (severity === 'error') return isLeaders ? 'leader' : 'reason'
  return rule === 'unbacked-promise' ? 'reason' : 'nothing'
}

const blank =
  /[{｛]{1,2}[^{}｛｝\n]{1,30}[}｝]{1,2}|[〇○◯●△]{2,}|[＿_]{3,}|(?:XX|ＸＸ|××)(?=様|円|月|日|時)|【(?:要)?(?:記入|確認|差し替え)[^】\n]{0,20}】/gu

function placeholders(text: string): GateFinding[] {
  return [...text.matchAll(blank)].map((found) => ({
    rule: 'placeholder',
    severity: 'error' as const,
    ...spanOf(found),
    message: `「${found[0]}」がまだ埋まっていません。このお客様の言葉に書き換えてください。`,
    need: 'change' as const,
  }))
}

const givingMoney =
  /返金|お返し|返還|払い?戻|お?支払い?(?:いた|致|し)|補償|賠償|弁償|値引|割引|クーポン|ポイント|商品券|見舞|負担いた/u

/** More than any offer in the record grants. Without an offer the wording rule has said so already. */
function beyondRemedy(text: string, record: CaseRecord): GateFinding[] {
  const amounts = offered(record).flatMap(({ amountYen }) => amountYen ?? [])
  if (amounts.length === 0) return []
  const most = Math.max(...amounts)
  return [...text.matchAll(/[\d０-９][\d０-９,，]*\s*(万)?円/gu)].flatMap((found) => {
    const yen = yenOf(found[0])
    if (yen <= most || !givingMoney.test(sentenceAround(text, found.index))) return []
    const message = `記録にある回復策は${most.toLocaleString('ja-JP')}円までです。金額を合わせるか、先に承認を受けてください。`
    const place = { rule: 'amount-beyond-remedy', severity: 'error' as const, ...spanOf(found) }
    return [{ ...place, message, need: 'leader' as const }]
  })
}

function yenOf(words: string): number {
  const digits = words.normalize('NFKC').replace(/[^\d]/gu, '')
  return Number(digits) * (words.includes('万') ? 10_000 : 1)
}

function sentenceAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const ends = ['。', '\n'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  return text.slice(from, ends.length > 0 ? Math.min(...ends) : text.length)
}

const attached =
  /(?:添付|同封|別添)(?:の(?:とおり|通り|資料|書類|ファイル|写真)|ファイル|資料|書類|いたし|致し|しま|し[、て]|を(?:ご覧|ご確認|お送り))/gu
const theirs = /いただ|頂|くださ|下さ|お客様|様(?:から|より|が|の)|拝見/u

function missingAttachment(text: string): GateFinding[] {
  return [...text.matchAll(attached)]
    .filter((found) => !theirs.test(sentenceAround(text, found.index).slice(0, 60)))
    .map((found) => ({
      rule: 'attachment-missing',
      severity: 'error' as const,
      ...spanOf(found),
      message:
        '添付とありますが、このメールには何も付いていません。ファイルを添えるか、別に送るときはそう書いてください。',
      need: 'reason' as const,
    }))
}

const wholeLetter = { severity: 'warning' as const, start: 0, end: 0, need: 'reason' as const }

/** About the letter rather than its words: its complaint is over, or its addressee has not been reachable. */
export function aboutTheWay(record: CaseRecord, unreachable: readonly string[]): GateFinding[] {
  const closed = {
    rule: 'complaint-closed',
    message:
      'この件は終了しています。続きがあるときは、先に再開してください。このまま送るなら、理由を書いてください。',
  }
  const bounced = {
    rule: 'addressee-bounced',
    message: `${unreachable.join('、')} には、前のメールが届きませんでした。アドレスをお客様に確かめるか、電話など別の方法でお知らせください。`,
  }
  const said = [...(record.closing ? [closed] : []), ...(unreachable.length > 0 ? [bounced] : [])]
  return said.map((each) => ({ ...wholeLetter, ...each }))
}

/** 「森本様」 on a line of its own near the top, against the name in the record. */
function wrongAddressee(text: string, name: string): GateFinding[] {
  const found = /^[ 　]*([^\n、。]{1,40}?)[ 　]*様[ 　]*$/mu.exec(text)
  const named = found?.[1] ?? ''
  if (!found || name.trim() === '' || text.slice(0, found.index).split('\n').length > 8) return []
  const written = named.replace(/[ 　]+/gu, '')
  if (/^(?:お客|各位|ご担当(?:者)?)$/u.test(written)) return []
  const [family = ''] = name.trim().split(/[ 　]+/u)
  const names = [name.replace(/[ 　]+/gu, ''), family]
  if (names.some((each) => written.endsWith(each))) return []
  const start = found.index + found[0].indexOf(named)
  const isOnlyWritten = names.some((each) => foldVariants(written).endsWith(foldVariants(each)))
  const what = isOnlyWritten ? otherLetters(name) : otherPerson(name)
  return [{ rule: 'addressee', severity: 'error', start, end: start + named.length, ...what }]
}

function otherLetters(name: string) {
  const message = `お名前の字が記録と違います（記録は「${name}」）。`
  return { message, fix: name, need: 'change' as const }
}

function otherPerson(name: string) {
  const message = `宛名が記録のお客様（${name}様）と違います。別の方へのメールではありませんか。`
  return { message, need: 'reason' as const }
}

function spanOf(found: RegExpExecArray | RegExpMatchArray): { start: number; end: number } {
  const start = found.index ?? 0
  return { start, end: start + found[0].length }
}
