import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

/** Bytes. Shorter answers are sent faster than they are compressed. */
export const worthPacking = 32_768
/** Bytes. What is longer is compressed piece by piece, by the streams of Hono, so that nobody waits for it. */
const mostAtOnce = 1_000_000

/**
 * JSON as it is sent, with its length: compressed in one go where that is worth it and whoever asks can read it. The lowest level
 * costs a third of the usual one and saves five sixths of a list; streams and a thread for each answer cost more than the compressing.
 */
export function packed(c: Context, text: string): Response {
  const length = Buffer.byteLength(text)
  const type = 'application/json'
  if (length < worthPacking || length > mostAtOnce)
    return c.body(text, 200, { 'content-type': type, 'content-length': String(length) })
  c.header('vary', 'Accept-Encoding')
  const supports = ['gzip']
  const coding = accepts(c, { header: 'Accept-Encoding', supports, default: 'identity' })
  if (coding !== 'gzip')
    return c.body(text, 200, { 'content-type': type, 'content-length': String(length) })
  const bytes = gzipSync(text, { level: 1 })
  return c.body(bytes, 200, {
    'content-type': type,
    'content-encoding': coding,
    'content-length': String(bytes.length),
  })
}
