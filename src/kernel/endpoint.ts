import type { z } from 'zod'

/**
 * One wall crossing, described once: the server mounts it (platform/http), the browser calls it (kit/call),
 * the OpenAPI page prints it. Lives in a room's contract.ts.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Hono style, without the leading host: `/api/complaints/:complaintId/facts`. */
  readonly path: `/api/${string}`
  /** One English sentence for the OpenAPI page. */
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** The body is no JSON but a file of this type, of at most so many bytes; the handler is given a Uint8Array. */
  readonly takes?: { readonly type: string; readonly most: number }
  /** The answer is a file to keep: `fileAnswer` of platform/http/file.ts. */
  readonly gives?: 'file'
  /** The answer holds a secret: it is not kept for an Idempotency-Key. */
  readonly isShownOnce?: true
  /** For somebody who does not want to be known: sent without cookies, and the server does not look who is signed in. */
  readonly isUnnamed?: true
}

export function endpoint<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(described: {
  method: 'get' | 'post' | 'put' | 'delete'
  path: `/api/${string}`
  summary: string
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  takes?: { readonly type: string; readonly most: number }
  gives?: 'file'
  isShownOnce?: true
  isUnnamed?: true
}): Endpoint<Params, Query, Body, Answer> {
  return described
}
