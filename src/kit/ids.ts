import { monotonicIds } from '#kernel/ids.ts'

/** The browser makes the id of what it asks for: a repeated request is then the same request. */
export const browserIds = monotonicIds(Date.now, (length) =>
  crypto.getRandomValues(new Uint8Array(length)),
)

/** 256 random bits in lower-case hex: what only this browser knows. */
export function browserToken(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(32))]
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
