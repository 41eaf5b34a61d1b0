import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
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
    deskRoute(listenEndpoint, canAskLanguage, ({ may, body }) =>
      inside(ports.db, may, async (tx) => ok(listen(body, await companyWordsOf(tx)))),
    ),
    deskRoute(lintEndpoint, canAskLanguage, ({ may, body }) =>
      inside(ports.db, may, async (tx) =>
        ok(lint(body, body.context, await companyWordsOf(tx))),
      ),
    ),
    deskRoute(promisesEndpoint, canAskLanguage, ({ may, body }) =>
      inside(ports.db, may, async (tx) => ok(findPromises(body, await calendarOf(tx, may)))),
    ),
  ]
}
