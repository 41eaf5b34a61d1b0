import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from 'hono'
import type { Language } from '#kernel/dictionary.ts'
import type { No } from '#kernel/result.ts'
import { addressOf, answer, languageOf, type Mounting } from './mount.ts'

export type StreamCall<Who> = {
  readonly who: Who
  readonly language: Language
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly address: string | undefined
}

/** What is no JSON: bytes that flow in or out. The handler is given the request itself, and answers it or refuses. */
export type Stream<Who> = {
  /** A HEAD comes as a GET whose request says HEAD. */
  readonly methods: readonly ('GET' | 'POST' | 'PATCH' | 'DELETE')[]
  readonly path: `/${string}`
  /** For somebody who does not want to be known: the server does not look who is signed in. */
  readonly isUnnamed?: true
  readonly handle: (call: StreamCall<Who>) => Promise<Response | No>
}

export function mountStreams<Who, E extends Env>(
  app: OpenAPIHono<E>,
  streams: readonly Stream<Who>[],
  { identify, unnamed, sentence }: Pick<Mounting<Who>, 'identify' | 'unnamed' | 'sentence'>,
): void {
  for (const { methods, path, isUnnamed, handle } of streams) {
    app.on([...methods], path, async (c) => {
      const language = languageOf(c)
      const who = isUnnamed ? await unnamed() : await identify(c)
      const params: Record<string, string> = { ...c.req.param() }
      const asked = { language, request: c.req.raw, params, address: addressOf(c) }
      const done = who.ok ? await handle({ who: who.value, ...asked }) : who
      if (done instanceof Response) return done
      return answer(c, done, (refusal) => sentence(refusal, language))
    })
  }
}
