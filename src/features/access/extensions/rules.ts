import { normalise } from '#kernel/japanese-text/normalise.ts'

/** １０１ and 101 are one extension; null for nothing. */
export function extensionKey(typed: string): string | null {
  return (
    normalise(typed)
      .text.replace(/[^\w*#]/gu, '')
      .toLowerCase() || null
  )
}
