import { z } from 'zod'

/** Fields that cross walls everywhere; every contract uses these, so that one word has one shape. */
export const id = z
  .uuid()
  .meta({ description: 'UUID; made by the client (v7) for everything it creates' })
/** Instant, ISO 8601 with Z. */
export const instant = z.iso.datetime({ offset: true })
/** Calendar day in Asia/Tokyo. */
export const day = z.iso.date()
/** Words somebody said or typed, kept as they are; only the emptiness is checked. */
export const words = z.string().trim().min(1).max(20_000)
export const line = z.string().trim().min(1).max(500)
/** The last timeline sequence the writer has seen; stale writes are stopped with what happened since. */
export const basedOn = z.int().nonnegative().optional()
/** Every command carries its own id: sending it twice does it once. */
export const command = z.object({ id, basedOn })
