import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { ok } from '#kernel/result.ts'
import { address, problem, refused, type Answered, type Given, type Loose } from '#kit/call.ts'
import { preferences } from '#kit/preferences.ts'
import { saveBlob } from '#kit/save.ts'

type Where = Pick<Loose, 'params' | 'query'>

/** A file to an endpoint that `takes` one; the answer as `call` gives it. */
export async function sendFile<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, where: Where, file: Blob): Promise<Answered<z.output<A>>> {
  const type = endpoint.takes?.type ?? 'application/octet-stream'
  const reply = await ask(endpoint, where, { body: file, headers: { 'content-type': type } })
  if (!(reply instanceof Response)) return reply
  const said: unknown = await reply.json().catch(() => undefined)
  if (!reply.ok) return problem(reply.status, said)
  const read = endpoint.answer.safeParse(said)
  return read.success ? ok(read.data) : refused('unexpected', 'kit.unexpected-answer', read.error)
}

/** A file from an endpoint that `gives` one, kept where the browser keeps what is saved. */
export async function keepFile(endpoint: Endpoint, where: Where): Promise<Answered<null>> {
  const reply = await ask(endpoint, where, {})
  return reply instanceof Response ? keep(reply) : reply
}

/** A file that is made of what is sent, kept in the same way. */
export async function keepMade(
  endpoint: Endpoint,
  body: unknown,
  params: unknown = {},
): Promise<Answered<null>> {
  const headers = { 'content-type': 'application/json' }
  const reply = await ask(endpoint, { params }, { body: JSON.stringify(body), headers })
  return reply instanceof Response ? keep(reply) : reply
}

async function keep(reply: Response): Promise<Answered<null>> {
  if (!reply.ok) return problem(reply.status, await reply.json().catch(() => undefined))
  const coded = /filename\*=UTF-8''([^;]+)/u.exec(reply.headers.get('content-disposition') ?? '')
  saveBlob(decodeURIComponent(coded?.[1] ?? 'file'), await reply.blob())
  return ok(null)
}

/** The text of a file from an endpoint that `gives` one; only an aborted signal throws. */
export async function readFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  { body, ...where }: Given<P, Q, B> & { readonly body: unknown },
  signal: AbortSignal,
): Promise<Answered<string>> {
  const headers = { 'content-type': 'application/json' }
  const reply = await ask(endpoint, where, { body: JSON.stringify(body), headers, signal })
  signal.throwIfAborted()
  if (!(reply instanceof Response)) return reply
  if (!reply.ok) return problem(reply.status, await reply.json().catch(() => undefined))
  return ok(await reply.text())
}

async function ask(endpoint: Endpoint, where: Where, more: RequestInit) {
  const headers = { 'accept-language': preferences().language, ...more.headers }
  const method = endpoint.method.toUpperCase()
  try {
    return await fetch(address(endpoint.path, where), { ...more, method, headers })
  } catch {
    return refused('unreachable', 'kit.unreachable', null)
  }
}
