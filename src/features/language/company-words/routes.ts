import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canAskLanguage, canChangeWords } from '../policy.ts'
import { remove, save } from './actions.ts'
import {
  listCompanyWords,
  listCompanyWordsChanges,
  removeCompanyWords,
  saveCompanyWords,
  tryCompanyWords,
} from './contract.ts'
import { changesOf, entriesOf } from './queries.ts'
import { tried } from './rules.ts'

export function companyWordsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listCompanyWords, canAskLanguage, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ entries: await entriesOf(tx, may) })),
    ),
    deskRoute(listCompanyWordsChanges, canChangeWords, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ changes: await changesOf(tx, may) })),
    ),
    deskRoute(tryCompanyWords, canChangeWords, async ({ body }) => ok({ results: tried(body) })),
    deskRoute(saveCompanyWords, canChangeWords, ({ may, params, body }) =>
      save(ports, may, params.wordsId, body),
    ),
    deskRoute(removeCompanyWords, canChangeWords, ({ may, params }) =>
      remove(ports, may, params.wordsId),
    ),
  ]
}
