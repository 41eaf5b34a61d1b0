import { describe, expect, it, test } from 'vitest'
import { openDesk } from '#test/desk.ts'
import {
  lintEndpoint,
  listenEndpoint,
  longestText,
  promisesEndpoint,
  promiseText,
  utterance,
  writing,
} from './contract.ts'
import { languageRoutes } from './routes.ts'
import { findPromises, lint, listen } from './rules.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')

describe('OpenAPI の例', () => {
  const examples = languageRoutes(desk.ports).flatMap(({ endpoint, example }) =>
    example ? [{ path: endpoint.path, ...example }] : [],
  )
  const { paths = {} } = desk.app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Uketome', version: '1' },
  })

  it('三つとも例がある', () => {
    expect(examples.map(({ path }) => path)).toEqual([
      '/api/language/listen',
      '/api/language/lint',
      '/api/language/promises',
    ])
  })

  test.each(examples)(
    '$path の例は載っていて、そのとおりに答える',
    async ({ path, body, answer }) => {
      const json = { 'application/json': { example: answer } }
      expect(paths[path]?.post).toMatchObject({
        requestBody: { content: { 'application/json': { example: body } } },
        responses: { 200: { content: json } },
      })
      const answers: Record<string, () => Promise<unknown>> = {
        '/api/language/listen': () => matsui.call(listenEndpoint, { body: utterance.parse(body) }),
        '/api/language/lint': () => matsui.call(lintEndpoint, { body: writing.parse(body) }),
        '/api/language/promises': () =>
          matsui.call(promisesEndpoint, { body: promiseText.parse(body) }),
      }
      expect(await answers[path]?.()).toMatchObject({ ok: true, value: answer })
    },
  )
})

it('HTTP の答えは、画面やフィルターと同じ', async () => {
  const text =
    '何度言えばわかるんだ。責任者を出せ。明日までに返事をしろ。\n了解しました。後日ご連絡します。'
  const said = { speaker: 'customer', text } as const
  expect(await matsui.call(listenEndpoint, { body: said })).toMatchObject({ value: listen(said) })
  const written = { kind: 'mail', text } as const
  const firm = { firm: true }
  expect(await matsui.call(lintEndpoint, { body: { ...written, context: firm } })).toMatchObject({
    value: lint(written, firm),
  })
  const told = { now: '2026-12-31T23:59:00+09:00', text: '三が日明けの1月4日にお送りします。' }
  const promises = findPromises(told).promises.map(({ words, due, precision }) => ({
    words,
    due,
    precision,
  }))
  expect(await matsui.call(promisesEndpoint, { body: told })).toMatchObject({ value: { promises } })
})

it('長すぎる文と、サインインしていない人には、理由を答える', async () => {
  const body = { speaker: 'customer', text: 'あ'.repeat(longestText + 1) } as const
  expect(await matsui.call(listenEndpoint, { body })).toMatchObject({
    status: 422,
    refusal: { code: 'http.not-understood', data: { fields: ['text'] } },
  })
  const short = { ...body, text: 'はい' }
  expect(await desk.customer.call(listenEndpoint, { body: short })).toMatchObject({ status: 401 })
})
