import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Finding, LintContext } from '#features/language/contract.ts'
import { lint } from '#features/language/door.ts'
import { firmBecause } from '../points/rules.ts'
import { wrongAddressee } from './addressee.ts'
import { placeholders } from './blanks.ts'
import type { GateFinding, KeptReason, Need } from './contract.ts'
import { daysNobodyKeeps, wrongWeekdays } from './days.ts'
import { missingAttachment } from './enclosures.ts'
import { saidInEnglish } from './english.ts'
import type { Held } from './held.ts'
import { measuresNotSo } from './measures.ts'
import { beyondRemedy, offered } from './money.ts'
import { copiedNotes } from './notes.ts'
import { across, asShown, closedUp, placedIn } from './reading.ts'

/**
 * Everything a reply is asked about before it leaves, in the order of the text. The one gate of every door: screen, API
 * and whatever sends later. Read as somebody will see it, and once more through the ends of lines that were broken by hand.
 */
export function gate(text: string, held: Held): GateFinding[] {
  const shown = asShown(text)
  const found = placedIn(shown, findingsIn(shown.text, held))
  const closed = closedUp(shown)
  const through = closed === shown ? [] : across(closed, findingsIn(closed.text, held))
  const asksAlready = ({ rule, start, end }: GateFinding) =>
    found.some(
      (each) =>
        each.rule === rule && each.need !== 'nothing' && each.start < end && start < each.end,
    )
  const isNew = (each: GateFinding) =>
    each.need !== 'nothing' && !parted.has(each.rule) && !asksAlready(each)
  return [...found, ...through.filter(isNew)].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Whose words end with their line: a name over a letter, the sender below it, a heading. */
const parted = new Set(['addressee'])

function findingsIn(text: string, held: Held): GateFinding[] {
  const { record, now, calendar, companyWords, kind = 'mail' } = held
  const context = { ...contextOf(record, now), firm: held.isFirm ?? firmBecause(record).length > 0 }
  const { findings } = lint({ kind, text }, context, companyWords, calendar)
  const aboutMoney = findings.filter(({ rule }) => rule === 'promises-money')
  return [
    ...findings.filter((each) => isAsked(each, record)).map((finding) => asked(finding, record)),
    ...placeholders(text),
    ...beyondRemedy(text, record, aboutMoney),
    ...(held.hasAttachments ? [] : missingAttachment(text, kind)),
    // What stands in public names nobody at all: the wording rule has said so.
    ...(kind === 'public-reply' ? [] : wrongAddressee(text, record.customer)),
    ...copiedNotes(text, record),
    ...measuresNotSo(text, record),
    ...saidInEnglish(text, record),
    ...wrongWeekdays(text, held),
    ...daysNobodyKeeps(text, held),
  ]
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

/**
 * What the record allows to be said; that it is our fault is allowed by an approval of just these words alone. A remedy went through the company's rules when it was offered. */
export function contextOf(record: CaseRecord, now: string): LintContext {
  return {
    now,
    remedyApproved: record.agreement !== null || offered(record).length > 0,
    visitAgreed: record.demands.some(
      ({ kind, answer }) => kind === 'visit' && answer === 'accepted',
    ),
    promisedDues: record.commitments
      .filter(({ state }) => state === 'open')
      .map(({ dueAt, dueOn, precision }) => (precision === 'day' ? dueOn : dueAt)),
  }
}

/** Nobody misses what was decided not to be. */
function isAsked({ rule }: Finding, { noMeasure }: CaseRecord): boolean {
  return rule !== 'missing-prevention' || noMeasure === null
}

function asked(finding: Finding, record: CaseRecord): GateFinding {
  const isAdmission = finding.rule === 'admits-liability' && finding.severity === 'error'
  return isAdmission ? admission(finding, record) : { ...finding, need: needOf(finding) }
}

/** Both are asked for: a confirmed fact that lies with us, and somebody who approves these words. */
function admission(finding: Finding, { facts }: CaseRecord): GateFinding {
  const isConfirmed = facts.some(
    ({ status, attributedTo }) => status === 'confirmed' && attributedTo === 'us',
  )
  return isConfirmed
    ? {
        ...finding,
        message:
          '責任を認める言葉です。事実は確認できています。この文面で送ってよいか、承認を受けてください。',
        need: 'leader',
      }
    : {
        ...finding,
        message:
          '責任を認める言葉ですが、当社側と確認した事実が記録にありません。先に事実を確かめるか、「原因を確かめ、分かったことをお伝えします」と書いてください。',
        need: 'change',
      }
}

/** A promise in no ledger is forgotten by everybody; money is no writer's own. */
function needOf({ rule, severity }: Finding): Need {
  // What everybody has read about a customer is not taken back by a reason.
  if (rule === 'private-in-public') return 'change'
  if (rule === 'internal-words') return severity === 'error' ? 'change' : 'reason'
  if (severity === 'error') return rule === 'promises-money' ? 'leader' : 'reason'
  return rule === 'unbacked-promise' ? 'reason' : 'nothing'
}

const neverInASubject = new Set(['admits-liability', 'promises-money', 'amount-beyond-remedy'])
/** What a subject can get wrong by itself; the rest is asked of the text. */
const inSubjects = new Set([...neverInASubject, 'placeholder', 'internal-words', 'other-customer'])

/** An approval is of the text: what it would take stands there, and not in the subject beside it. */
export function inSubject(findings: readonly GateFinding[]): GateFinding[] {
  const message =
    '件名にある言葉です。承認は本文について受けるものなので、件名からは消し、本文に書いてください。'
  return findings
    .filter(({ rule }) => inSubjects.has(rule))
    .map((each) => ({
      ...each,
      ...(neverInASubject.has(each.rule) ? { message, need: 'change' as const } : {}),
      start: 0,
      end: 0,
    }))
}

/** Words for us alone, and what is somebody else's, in the name of a file that goes along. */
export function inFileName(name: string, findings: readonly GateFinding[]): GateFinding[] {
  return findings
    .filter(({ rule, need }) =>
      rule === 'internal-words' ? need === 'change' : rule === 'other-customer',
    )
    .map(({ rule, severity }) => ({
      rule,
      severity,
      start: 0,
      end: 0,
      message: `添付の名前「${name}」に、お客様に見せない言葉があります。名前を替えたファイルを記録に加え、付け直してください。`,
      need: 'change' as const,
    }))
}

const wholeLetter = { severity: 'warning' as const, start: 0, end: 0, need: 'reason' as const }

/** What colleagues said about the draft and nobody has settled; `names`: who said it, once for each comment. */
export function aboutComments(names: readonly string[]): GateFinding[] {
  if (names.length === 0) return []
  const who = [...new Set(names)].map((name) => `${name} さん`).join('、')
  const message = `${who}のコメントが${names.length}件、残っています。「相談と履歴」で答えるか、このまま送る理由を書いてください。`
  return [{ ...wholeLetter, rule: 'open-comments', message }]
}

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
