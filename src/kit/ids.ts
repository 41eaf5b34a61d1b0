import { monotonicIds } from '#kernel/ids.ts'

/** The browser makes the id of what it asks for: a repeated request is then the same request. */
export const browserIds = monotonicIds(Date.now, (length) =>
  crypto.getRandomValues(new Uint8Array(length)),
)
