import { tokyo } from '#kernel/tokyo.ts'
import type { Outcome } from './contract.ts'

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u

/** Domain and selector as they stand in DNS, or what is wrong with them. The address says which domains may sign for it. */
export function readNames(
  given: { readonly domain: string; readonly selector: string },
  address: string,
): { domain: string; selector: string } | 'letters.signing-domain' | 'letters.signing-selector' {
  const [domain, selector] = [given.domain, given.selector].map((name) =>
    name.normalize('NFKC').trim().toLowerCase().replace(/\.$/u, ''),
  )
  if (!domain || !isAligned(domain, address)) return 'letters.signing-domain'
  if (!selector || !label.test(selector)) return 'letters.signing-selector'
  return { domain, selector }
}

/** Does a signature of this domain speak for the address (RFC 7489 §3.1.1, relaxed)? Its own domain or one above. */
export function isAligned(domain: string, address: string): boolean {
  const own = domainOf(address)
  const isAbove = own === domain || own.endsWith(`.${domain}`)
  const labels = domain.split('.')
  return isAbove && labels.length > 1 && labels.every((each) => label.test(each))
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** A selector that tells when its key was made: whoever reads DNS in two years knows which one is old. */
export function suggestedSelector(now: Temporal.Instant, taken: readonly string[]): string {
  const { year, month } = now.toZonedDateTimeISO(tokyo)
  const name = `uketome${year}${String(month).padStart(2, '0')}`
  const isFree = (each: string) => !taken.includes(each)
  return (
    [name, ...'bcdefgh'].map((each, at) => (at === 0 ? name : name + each)).find(isFree) ?? name
  )
}

export function hostOf({ domain, selector }: { domain: string; selector: string }): string {
  return `${selector}._domainkey.${domain}`
}

export function recordOf(publicKey: string): string {
  return `v=DKIM1; k=rsa; p=${publicKey}`
}

/** What stands in DNS, held against the key (RFC 6376 §3.6.1). `records`: null when nobody answered. */
export function outcomeOf(
  records: readonly string[] | null,
  publicKey: string,
): { outcome: Outcome; found: string | null } {
  if (!records) return { outcome: 'unreachable', found: null }
  const keys = records.filter((record) => /(?:^|;)\s*p\s*=/u.test(record))
  const [first] = keys
  if (first === undefined) return { outcome: 'absent', found: records[0] ?? null }
  const isOurs = keys.length === 1 && valueOf(first, 'p') === publicKey && isForRsa(first)
  return { outcome: isOurs ? 'published' : 'different', found: isOurs ? null : keys.join('\n') }
}

function isForRsa(record: string): boolean {
  return ['', 'DKIM1'].includes(valueOf(record, 'v')) && ['', 'rsa'].includes(valueOf(record, 'k'))
}

function valueOf(record: string, tag: string): string {
  const found = record
    .split(';')
    .map((each) => each.split(/=(.*)/su))
    .find(([name = '']) => name.trim() === tag)
  return (found?.[1] ?? '').replace(/\s+/gu, '')
}

/** A key whose record is missing or wrong would make every letter look forged. */
export function whyNotUsed(outcome: Outcome | null) {
  if (outcome === null) return 'letters.signing-unchecked'
  return outcome === 'absent' || outcome === 'different' ? 'letters.signing-unpublished' : null
}
