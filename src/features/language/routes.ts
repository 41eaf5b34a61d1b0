import { ok } from '#kernel/result.ts'
import type { Example, Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, deskRoute, inside, type Scope } from '#features/access/door.ts'
import { companyWordsOf } from './company-words/queries.ts'
import { companyWordsRoutes } from './company-words/routes.ts'
import { lintEndpoint, listenEndpoint, promisesEndpoint } from './contract.ts'
import { canAskLanguage } from './policy.ts'
import { findPromises, lint, listen } from './rules.ts'

export function languageRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...companyWordsRoutes(ports),
    {
      example: examples.listen,
      ...deskRoute(listenEndpoint, canAskLanguage, ({ may, body }) =>
        inside(ports.db, may, async (tx) => ok(listen(body, await companyWordsOf(tx, may)))),
      ),
    },
    {
      example: examples.lint,
      ...deskRoute(lintEndpoint, canAskLanguage, ({ may, body }) =>
        inside(ports.db, may, async (tx) => {
          const [words, calendar] = [await companyWordsOf(tx, may), await calendarOf(tx, may)]
          return ok(lint(body, body.context, words, calendar))
        }),
      ),
    },
    {
      example: examples.promises,
      ...deskRoute(promisesEndpoint, canAskLanguage, ({ may, body }) =>
        inside(ports.db, may, async (tx) => ok(findPromises(body, await calendarOf(tx, may)))),
      ),
    },
  ]
}

const examples = {
  listen: {
    body: { speaker: 'customer', text: '責任者を出してください' },
    answer: {
      cues: [{ code: 'asks_supervisor', start: 0, end: 11, words: '責任者を出してください' }],
    },
  },
  lint: {
    body: { kind: 'talk', text: '了解しました。' },
    answer: {
      findings: [
        {
          rule: 'casual',
          severity: 'warning',
          start: 0,
          end: 6,
          message:
            'くだけた言葉です。軽く扱われたと受け取られます。「承知いたしました」と言い換えてください。',
          fix: '承知いたしました',
        },
      ],
    },
  },
  promises: {
    body: { now: '2026-11-24T10:00:00+09:00', text: '明日の17時までにお電話いたします。' },
    answer: {
      promises: [
        {
          words: '明日の17時までにお電話いたします',
          due: '2026-11-25T17:00:00+09:00',
          precision: 'minute',
        },
      ],
    },
  },
} satisfies Record<string, Example>
