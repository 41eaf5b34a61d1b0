import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { calendarOf, type Scope } from '#features/access/door.ts'
import { othersIn } from '#features/complaints/door.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { mailsOf } from '#features/intake/mail/door.ts'
import { ownAddresses } from '#features/intake/mailboxes/door.ts'
import type { Writing } from '#features/language/contract.ts'
import { companyWordsOf } from '#features/language/company-words/door.ts'
import { openedBy, textHash } from '#features/remedies/approvals/door.ts'
import type { LetterKind, PaperKind } from '../contract.ts'
import { attachable } from '../attachments/queries.ts'
import { unsettledBy } from '../comments/queries.ts'
import { standingOf } from '../drafting/queries.ts'
import { findingsOf } from '../drafting/rules.ts'
import { bouncedIn, writtenTo } from '../queries.ts'
import { readRecipients } from '../rules.ts'
import type { GateFinding, KeptReason } from './contract.ts'
import type { Held } from './held.ts'
import { besides } from './measures.ts'
import { aboutOthers, unknownAddresses, wordsOfSomebody } from './others.ts'
import { otherAddress } from './street.ts'
import { aboutComments, aboutTheWay, gate, inFileName, inSubject, obstacles } from './rules.ts'

/** A letter as far as the gate looks at it. */
export type Asking = {
  readonly complaintId: string
  readonly kind: LetterKind
  readonly text: string
  readonly subject: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  /** Ids of evidence, or the files that a written letter already has. */
  readonly attachments: readonly (string | { readonly evidenceId: string })[]
  /** It has not been written yet: what colleagues say about its draft is asked, too. */
  readonly isBeingWritten?: boolean
}

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

/**
 * What the gate finds, as the record is now; the same for whoever is still typing, for what is written, sent once more, and
 * about to leave. The words of an acknowledgement are the company's own and the customer's: they were looked at when they were
 * set and filled.
 */
export async function findingsIn(
  { tx, record, at }: Now,
  scope: Scope,
  letter: Asking,
): Promise<GateFinding[]> {
  const closed = await unreachable(tx, letter)
  const onTheWay = aboutTheWay(record, closed)
  if (letter.kind !== 'reply') return onTheWay
  const known = await knownAddresses(tx, letter.complaintId)
  const hasAttachments = letter.attachments.length > 0
  const held = { ...(await heldIn({ tx, record, at }, scope)), hasAttachments }
  const unsettled = letter.isBeingWritten ? await unsettledBy(tx, scope, letter.complaintId) : []
  const fallen = findingsOf(await standingOf({ tx, record, at }, letter.complaintId, letter.text))
  return [
    ...onTheWay,
    ...aboutComments(unsettled),
    ...unknownAddresses([...letter.to, ...letter.cc], known, record),
    ...inSubject(await wholeGate(tx, letter.subject, held)),
    ...(await inFileNames(tx, letter, held)),
    ...besides(await wholeGate(tx, letter.text, held), fallen),
  ]
}

/** Names of files are read as the letter is. Nobody writes them for the customer: only what must never leave is asked. */
async function inFileNames(
  tx: Tx,
  { complaintId, attachments }: Asking,
  held: Held,
): Promise<GateFinding[]> {
  if (attachments.length === 0) return []
  const wanted = attachments.map((each) => (typeof each === 'string' ? each : each.evidenceId))
  const files = await attachable(tx, complaintId)
  const names = files.filter(({ evidenceId }) => wanted.includes(evidenceId))
  const found = await Promise.all(
    names.map(async ({ name }) => inFileName(name, await wholeGate(tx, name, held))),
  )
  return found.flat()
}

/** What the words say, and whose words in them are somebody else's. */
async function wholeGate(tx: Tx, text: string, held: Held): Promise<GateFinding[]> {
  const others = await othersIn(tx, held.record, wordsOfSomebody(text))
  const found = [...gate(text, held), ...aboutOthers(text, others, held.kind === 'public-reply')]
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Whoever wrote to us about this, or was written to. */
async function knownAddresses(tx: Tx, complaintId: string): Promise<Set<string>> {
  const came = (await mailsOf(tx, complaintId)).flatMap(({ mail }) => [
    ...(mail.from ? [mail.from] : []),
    ...(mail.replyTo ? [mail.replyTo] : []),
    ...mail.cc,
  ])
  const went = await writtenTo(tx, complaintId)
  return new Set([...came.map(({ address }) => address), ...went].map((each) => each.toLowerCase()))
}

async function heldIn({ tx, record, at }: Now, scope: Scope) {
  const calendar = await calendarOf(tx, scope)
  const companyWords = await companyWordsOf(tx, scope)
  return { record, now: at, calendar, companyWords }
}

/** The same gate for words that are said at once, without a letter around them. */
export async function findingsInTalk(now: Now, scope: Scope, text: string): Promise<GateFinding[]> {
  const held = { ...(await heldIn(now, scope)), hasAttachments: false, kind: 'talk' as const }
  return wholeGate(now.tx, text, held)
}

/** The same gate for a text that is kept for cases to come: no record allows anything yet. */
export async function findingsBeforeAnyCase(
  tx: Tx,
  scope: Scope,
  text: string,
  at: string,
): Promise<GateFinding[]> {
  return findingsInTalk({ tx, record: emptyRecord, at }, scope, text)
}

/**
 * The same gate for words that everybody will read: nothing in them may say who the customer is. Whether somebody else has
 * approved them is asked by `remedies/approvals`.
 */
export async function findingsInPublic(
  now: Now,
  scope: Scope,
  { complaintId, text }: Pick<Asking, 'complaintId' | 'text'>,
): Promise<GateFinding[]> {
  return besides(
    await findingsInText(now, scope, { text, kind: 'public-reply' }),
    findingsOf(await standingOf(now, complaintId, text)),
  )
}

/** The same gate for words whose envelope nobody has written yet. */
export async function findingsInText(
  now: Now,
  scope: Scope,
  { text, kind }: Pick<Writing, 'text' | 'kind'>,
): Promise<GateFinding[]> {
  return wholeGate(now.tx, text, {
    ...(await heldIn(now, scope)),
    hasAttachments: kind === 'mail',
    kind,
  })
}

/** What was approved for just this text is not asked any more. */
export async function withApproved(
  now: Pick<Now, 'tx' | 'at'>,
  { complaintId, text }: Pick<Asking, 'complaintId' | 'text'>,
  findings: readonly GateFinding[],
): Promise<GateFinding[]> {
  const { reasons } = await openedBy(now, complaintId, text)
  const isApproved = (rule: string) => reasons.some((given) => given.rule === rule)
  return findings.map((each) =>
    isApproved(each.rule) ? { ...each, severity: 'info', need: 'nothing' } : each,
  )
}

/** Addresses that a bounce has closed, unless somebody wrote from there since. */
async function unreachable(tx: Tx, { complaintId, to, cc }: Asking): Promise<string[]> {
  const bounces = await bouncedIn(tx, complaintId)
  if (bounces.length === 0) return []
  const came = await mailsOf(tx, complaintId)
  const isClosed = (address: string) =>
    bounces.some(
      ({ at, addresses }) =>
        addresses.includes(address.toLowerCase()) &&
        !came.some(
          ({ mail, receivedAt }) =>
            mail.from?.address.toLowerCase() === address.toLowerCase() &&
            Temporal.Instant.compare(receivedAt, at) > 0,
        ),
    )
  return [...to, ...cc].filter(isClosed)
}

/** The whole gate. `skips`: rules that are no news at this moment. */
export async function whyHeld(
  now: Now,
  scope: Scope,
  letter: Asking & { readonly reasons: readonly KeptReason[] },
  skips: readonly string[] = [],
): Promise<Result<null>> {
  if (letter.text.trim() === '') return refuse('invalid', 'letters.empty', {})
  if (letter.subject.trim() === '') return refuse('invalid', 'letters.no-subject', {})
  const recipients = readRecipients(letter, await ownAddresses(now.tx))
  if (!recipients.ok) return recipients
  const found = await findingsIn(now, scope, letter)
  const reasons = letter.reasons.filter((each) => isAbout(each, letter.text))
  const left = obstacles(found, reasons).filter(({ rule }) => !skips.includes(rule))
  return left.length === 0 ? ok(null) : refuse('blocked', 'letters.gate', { findings: left })
}

/** What was approved is just these words: should a letter have others by now, its approval opens nothing. */
function isAbout({ ofText }: KeptReason, text: string): boolean {
  return ofText === undefined || ofText === textHash(text)
}

/** A letter on paper as far as the gate looks at it. */
type OnPaper = {
  readonly complaintId: string
  readonly kind: PaperKind
  readonly text: string
  /** Everything else the sheet says. */
  readonly beside: string
  /** With 様, as it stands on the sheet. */
  readonly addressee: string
  /** Where it goes; empty when nobody has typed it. */
  readonly address: string
  readonly reasons: readonly KeptReason[]
}

/** The whole gate for what is issued on paper. A report stays inside: nobody is told anything by it. */
export async function whyHeldOnPaper(
  now: Now,
  scope: Scope,
  letter: OnPaper,
): Promise<Result<null>> {
  if (letter.kind === 'accident-report') return ok(null)
  const findings = await findingsOnPaper(now, scope, letter)
  const left = obstacles(findings, letter.reasons)
  return left.length === 0 ? ok(null) : refuse('blocked', 'letters.gate', { findings: left })
}

/** Places are those of the text. What is enclosed is listed on the sheet, and asked for there. */
export async function findingsOnPaper(
  now: Now,
  scope: Scope,
  { complaintId, kind, text, beside, addressee, address }: Omit<OnPaper, 'reasons'>,
): Promise<GateFinding[]> {
  const held = { ...(await heldIn(now, scope)), hasAttachments: true }
  const head = `${addressee.replace('　様', '様')}\n\n`
  const whole = `${head}${text}\n${beside}`
  const asked = { ...held, kind: 'letter' as const, isFirm: kind === 'warning' }
  const found = await wholeGate(now.tx, whole, asked)
  const fallen = findingsOf(await standingOf(now, complaintId, whole))
  const placed = (place: number) => Math.min(Math.max(0, place - head.length), text.length)
  return [
    ...aboutTheWay(now.record, []),
    ...otherAddress(address, now.record),
    ...besides(found, fallen).map((each) => ({
      ...each,
      start: placed(each.start),
      end: placed(each.end),
    })),
  ]
}
