import { bytesOf, leavesOf, type Part } from './tree.ts'
import { headerOf } from './headers.ts'
import type { Address } from './addresses.ts'

/** Who or what wrote: only what a person wrote may ever be answered by itself (RFC 3834). */
export type MailKind = 'person' | 'auto-reply' | 'list' | 'bounce' | 'no-reply' | 'own'

export type Bounce = {
  readonly recipients: readonly {
    readonly address: string
    /** failed, delayed, delivered … (RFC 3464 §2.3.3); '' when it does not say. */
    readonly action: string
    readonly status: string
    readonly reason: string
  }[]
  /** Message-ID of what did not arrive. */
  readonly originalId: string | null
}

/** `own`: addresses of the desk in lower case, and the mark that its own mail carries in X-Uketome-Organisation. */
export function kindOf(
  root: Part,
  from: Address | null,
  subject: string,
  own: readonly string[],
  answersTo: Address | null = null,
): MailKind {
  const header = (name: string) => (headerOf(root.headers, name) ?? '').toLowerCase()
  const address = from?.address.toLowerCase() ?? ''
  const [house, returnPath] = [header('x-uketome-organisation'), header('return-path')]
  if (house !== '' && own.includes(house)) return 'own'
  if (own.includes(address)) return isFromOurForm(answersTo, own) ? 'no-reply' : 'own'
  if (isBounce(root, address, returnPath, subject)) return 'bounce'
  const submitted = header('auto-submitted')
  if ((submitted !== '' && !submitted.startsWith('no')) || returnPath === '<>') return 'auto-reply'
  const named = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from']
  if (named.some((name) => header(name) !== '')) return 'auto-reply'
  if (/auto[-_]?reply/u.test(header('precedence')) || automatic.test(subject)) return 'auto-reply'
  if (
    ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list'].some((name) => header(name) !== '')
  )
    return 'list'
  if (/^(list|bulk|junk)/u.test(header('precedence'))) return 'list'
  return /^(no|do[-_.]?not)[-_.]?reply\b|^(no|do[-_.]?not)[-_.]?reply@/u.test(address)
    ? 'no-reply'
    : 'person'
}

/** Forms of a web site send from the address of the company and let the answer go to whoever filled them in. */
function isFromOurForm(answersTo: Address | null, own: readonly string[]): boolean {
  const address = answersTo?.address.toLowerCase().replace(/\+[^@]*@/u, '@') ?? ''
  return address !== '' && !own.includes(address)
}

const automatic =
  /^\s*(re:\s*)?[[【(（]?\s*(自動返信|自動応答|自動送信|自動配信|不在通知|不在のお知らせ|休暇中|auto(matic)?[- ]?repl(y|ies)|out of (the )?office|auto:|vacation)/iu

function isBounce(root: Part, address: string, returnPath: string, subject: string): boolean {
  if (
    root.type.value === 'multipart/report' &&
    (root.type.named.get('report-type') ?? '').toLowerCase() !== 'disposition-notification'
  )
    return true
  if (headerOf(root.headers, 'x-failed-recipients')) return true
  const isDaemon = /^(mailer-daemon|postmaster|mail-daemon)(@|$)/u.test(address)
  const isUndelivered =
    /undeliver|delivery (status|failure|has failed)|returned mail|failure notice|配信(不能|できません|エラー)|送信できません/iu
  return isDaemon && (returnPath === '<>' || isUndelivered.test(subject))
}

/** RFC 3464: whom it did not reach and why, and which message it was. */
export function bounceOf(root: Part): Bounce {
  const recipients: Bounce['recipients'][number][] = []
  let originalId: string | null = null
  for (const leaf of leavesOf(root)) {
    const text = bytesOf(leaf)
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/\r?\n[ \t]+/gu, ' ')
    if (
      leaf.type.value.startsWith('message/delivery-status') ||
      leaf.type.value === 'message/global-delivery-status'
    ) {
      for (const block of text.split(/\r?\n\r?\n/u).slice(0, 200))
        recipients.push(...recipientIn(block))
    } else if (/^(message\/(rfc822|global)|text\/rfc822-headers)/u.test(leaf.type.value)) {
      originalId ??= /^message-id:\s*(<[^<>\s]+>)/imu.exec(text)?.[1] ?? null
    }
  }
  return { recipients, originalId }
}

function recipientIn(block: string): Bounce['recipients'] {
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*(?:[\\w-]+\\s*;)?\\s*(.*)$`, 'imu').exec(block)?.[1]?.trim()
  const address = field('final-recipient') ?? field('original-recipient')
  if (!address) return []
  return [
    {
      address,
      action: (field('action') ?? '').toLowerCase(),
      status: field('status') ?? '',
      reason: (field('diagnostic-code') ?? '').slice(0, 500),
    },
  ]
}
