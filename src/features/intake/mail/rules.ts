import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import { longestWords, readContact } from '../rules.ts'
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
  const email = writer.address.slice(0, 200)
  const isReachable = readContact({ email }).ok
  return { ...(name ? { name: name.slice(0, 100) } : {}), ...(isReachable ? { email } : {}) }
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
