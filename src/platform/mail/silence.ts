import { headerOf, readHead } from './headers.ts'

/** Bytes of a message that can hold its head. */
const headBytes = 512_000

/**
 * Whether a message asks that nothing answers it by itself, in a way that does not change what it is (see kinds.ts):
 * an empty return path (RFC 3834 §2), Exchange's wish to be spared, or a machine's mark in any of its forms.
 */
export function asksForSilence(bytes: Buffer): boolean {
  const { headers } = readHead(bytes.subarray(0, headBytes).toString('latin1'), 0)
  const header = (name: string) => (headerOf(headers, name) ?? '').trim().toLowerCase()
  const submitted = header('auto-submitted')
  return (
    header('return-path') === '<>' ||
    (submitted !== '' && submitted !== 'no') ||
    /\b(all|oof|autoreply)\b/u.test(header('x-auto-response-suppress')) ||
    /^(bulk|junk|list|auto)/u.test(header('precedence')) ||
    headers.some(
      ([name]) => name.startsWith('list-') || name === 'x-loop' || name === 'feedback-id',
    )
  )
}
