import { monotonicIds } from '#kernel/ids.ts'

export const systemIds = monotonicIds(Date.now, (length) =>
  crypto.getRandomValues(new Uint8Array(length)),
)
