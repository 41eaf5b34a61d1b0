import type { z } from 'zod'

/** What can happen in a room: event type → schema of what is said about it. Lives in the room's contract.ts. */
export type Events = { readonly [type: string]: z.ZodType }

/** One thing that is about to be written: its type decides the shape of its payload. */
export type EventOf<E extends Events> = {
  [T in keyof E & string]: { readonly type: T; readonly payload: z.output<E[T]> }
}[keyof E & string]
