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
}): Endpoint<Params, Query, Body, Answer> {
  return described
}

export type ParamsOf<E> =
  E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never
export type QueryOf<E> =
  E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never
export type BodyOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never
export type AnswerOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never
