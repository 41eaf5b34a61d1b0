import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { companyWords, mostEntries, type CompanyEntry, type CompanyWords } from './contract.ts'
import { entriesOf } from './queries.ts'
import { missesOf, whyIncomplete } from './rules.ts'
import { keepWords, noteChange, removeWords, type Change } from './store.ts'

type Changing = May<'language.change-words'>

/** Words are saved only when their own test sentences come out as meant; the same again changes nothing. */
export async function save(
  ports: Ports,
  may: Changing,
  wordsId: string,
  words: CompanyWords,
): Promise<Result<CompanyEntry>> {
  const complete = whyIncomplete(words)
  if (!complete.ok) return complete
  const entry = complete.value
  const misses = missesOf(entry)
  if (misses.length > 0) return refuse('invalid', 'language.test-sentences-fail', { misses })
  return decideWithinWall(ports.db, may, async (tx) => {
    const all = await entriesOf(tx, may)
    const before = all.find(({ id }) => id === wordsId)
    if (before && isSame(before, entry)) return ok(before)
    if (!before && all.length >= mostEntries)
      return refuse('conflict', 'language.too-many-words', { most: mostEntries })
    const change = changeOf(ports, wordsId, before ? 'edited' : 'added', entry)
    await keepWords(tx, may, change)
    await noteChange(tx, may, change)
    return ok({ id: wordsId, ...entry, changedAt: change.at, changedByName: nameOf(may) })
  })
}

export function remove(
  ports: Ports,
  may: Changing,
  wordsId: string,
): Promise<Result<{ wordsId: string }>> {
  return decideWithinWall(ports.db, may, async (tx: Tx) => {
    const before = (await entriesOf(tx, may)).find(({ id }) => id === wordsId)
    // Already gone: done once, however often it is sent.
    if (!before) return ok({ wordsId })
    await removeWords(tx, may, wordsId)
    await noteChange(tx, may, changeOf(ports, wordsId, 'removed', companyWords.parse(before)))
    return ok({ wordsId })
  })
}

function changeOf(
  ports: Ports,
  wordsId: string,
  what: Change['what'],
  entry: CompanyWords,
): Change {
  return { id: ports.ids.next(), wordsId, what, entry, at: ports.clock.now().toString() }
}

function isSame(before: CompanyEntry, { code, phrases, why, ...tests }: CompanyWords): boolean {
  const told = [before.code, before.phrases, before.why, before.mustLight, before.mustNotLight]
  const now = [code, phrases, why, tests.mustLight, tests.mustNotLight]
  return JSON.stringify(told) === JSON.stringify(now)
}

function nameOf(may: Changing): string {
  return may.viewer?.name ?? ''
}
