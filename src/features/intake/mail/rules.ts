import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import { longestWords, readContact } from '../rules.ts'
import type { z } from 'zod'
import type { intakeEvents } from '../contract.ts'
import type { Understood } from './contract.ts'

/** What was written now, as the customer's own words; of a message without text its subject. */
export function wordsOf({ passages, subject, attachments }: Understood): string {
  const written = passages.filter(({ kind }) => kind === 'written').map(({ text }) => text.trim())
  const all = passages.map(({ text }) => text).join('\n')
  const words = (written.filter(Boolean).join('\n\n') || all || subject).trim()
  if (words !== '') return words.slice(0, longestWords).toWellFormed()
  return attachments.length > 0 ? attachments.map(({ name }) => name).join('\n') : '…'
}

export function customerOf({ from, replyTo, kind }: Understood): CustomerFields {
  const writer = kind === 'no-reply' ? (replyTo ?? null) : from
  if (!writer) return {}
  const { name } = writer
  const email = writer.address.slice(0, 200).toWellFormed()
  const isReachable = readContact({ email }).ok
  return {
    ...(name ? { name: name.slice(0, 100).toWellFormed() } : {}),
    ...(isReachable ? { email } : {}),
  }
}

/** What a reply has in common with what it answers. */
export function subjectKey(subject: string): string {
  const folded = normalise(subject).text.toLowerCase().replace(/\s+/gu, ' ').trim()
  return folded
    .replace(/^((re|fwd?|aw|返信|転送)(\[\d+\])?\s*[:：]\s*|\[[^\]]{0,40}\]\s*)+/u, '')
    .slice(0, 200)
}

/** Our number in the subject, or behind the plus of an address of ours. */
export function numberIn({ subject, to, cc }: Understood): string | null {
  const texts = [
    normalise(subject).text,
    ...[...to, ...cc].map(({ address }) => /\+([^@]+)@/u.exec(address)?.[1] ?? ''),
  ]
  const found = texts.map((text) => /\bU\d{2}-\d{5,}\b/iu.exec(text)?.[0]).find(Boolean)
  return found?.toUpperCase() ?? null
}

/** What may be a token of ours: behind the plus of the addresses it was sent to, or in the mark of its subject. */
export function tokensIn({ to, cc, subject }: Pick<Understood, 'to' | 'cc' | 'subject'>): string[] {
  const mark = markIn(subject)
  const behind = [...to, ...cc].flatMap(({ address }) => {
    const token = /\+([0-9a-z-]{16,64})@/iu.exec(address)?.[1]
    return token ? [token.toLowerCase()] : []
  })
  return mark ? [...behind, mark] : behind
}

/** Stands at the end of a subject, so that an answer finds its way although the mail program leaves the thread out. */
export function subjectMark(token: string): string {
  return `［照会番号 ${token}］`
}

/** The token of such a mark, however it came back (half width, without its brackets); null where there is none. */
export function markIn(subject: string): string | null {
  const found = /照会番号[\s:：]*([0-9a-f]{16})(?![0-9a-z])/iu.exec(normalise(subject).text)
  return found?.[1]?.toLowerCase() ?? null
}

type Inside = { readonly complaintId: string; readonly messageId: string }

/**
 * A mail from an address at which we asked a department something, without any thread: it answers the latest question
 * about the complaint that it names, or that a person says (`wantedId`); else it is nobody's complaint before somebody has
 * looked, and perhaps it is about the one they were asked about last. `asked`: newest first.
 */
export function fromDepartment(
  asked: readonly Inside[],
  wantedId: string | null,
): { answered: Inside | null; lastId: string } | null {
  const [latest] = asked
  if (!latest) return null
  const answered = asked.find(({ complaintId }) => complaintId === wantedId) ?? null
  return { answered, lastId: latest.complaintId }
}

type BounceOf = Omit<z.output<(typeof intakeEvents)['intake.mail-bounced']>, 'mailId' | 'messageId'>

/** Whom it did not reach, and whether it still may; null for a notice that it did arrive. */
export function bounceOf({ bounce }: Pick<Understood, 'bounce'>): BounceOf | null {
  const all = bounce?.recipients ?? []
  const failed = all.filter(({ action }) => !/^(delivered|relayed|expanded)$/u.test(action))
  if (all.length > 0 && failed.length === 0) return null
  const isPermanent =
    failed.length === 0 ||
    failed.some(({ action, status }) => action !== 'delayed' && !status.startsWith('4'))
  const { status = '', reason = '' } = failed[0] ?? {}
  const recipients = failed.map(({ address, status: code, reason: said }) => ({
    address,
    status: code,
    reason: said,
  }))
  return { isPermanent, recipients, why: isPermanent ? whyOf(status, reason) : 'delayed' }
}

/** RFC 3463; many servers say only 5.0.0 and tell the rest in words. */
function whyOf(status: string, reason: string): BounceOf['why'] {
  if (/^5\.1\.|^5\.4\.4/u.test(status)) return 'no-such-address'
  if (status.startsWith('5.2.2')) return 'mailbox-full'
  if (/^5\.(2\.3|3\.4)/u.test(status)) return 'too-large'
  if (/user unknown|unknown user|no such (user|domain)|does not exist/iu.test(reason))
    return 'no-such-address'
  if (/quota|mailbox (is )?full/iu.test(reason)) return 'mailbox-full'
  return status.startsWith('5.7.') ? 'refused' : 'other'
}

/** A message that no person wrote is no complaint by itself. */
export function isSetAside({ kind }: Understood): boolean {
  return kind !== 'person' && kind !== 'no-reply'
}

/** When it reached us: for mail from an archive the day it was sent, never a day to come. */
export function receivedAtOf(
  { sentAt }: Understood,
  arrivedAt: string,
  isArchive: boolean,
): string {
  if (!isArchive || !sentAt) return arrivedAt
  return Temporal.Instant.compare(sentAt, arrivedAt) > 0 ? arrivedAt : sentAt
}
