import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { forOneself } from '../actions.ts'
import type { Answers } from './contract.ts'
import { checksOf, deskNames, placeOfCheck, placeOfPassed, type PassedWords } from './queries.ts'
import { saveCheck, savePassed } from './store.ts'

type Oneself = May<'wellbeing.care-for-oneself'>

export function writeDown(
  ports: Ports,
  may: Oneself,
  { id, ...written }: Answers & { id: string; words: string },
): Promise<Result<Record<string, never>>> {
  return forOneself(ports, may, async (tx, memberId, at) => {
    const sealed = ports.vault.seal(JSON.stringify(written), placeOfCheck(memberId))
    await saveCheck(tx, may, { id, memberId, sealed, at })
    return ok({})
  })
}

/** Only what is chosen goes, in a copy of its own; removing the check later does not take it back from the desk. */
export function pass(
  ports: Ports,
  may: Oneself,
  { id, checkId, words }: { id: string; checkId: string | null; words: string },
): Promise<Result<Record<string, never>>> {
  return forOneself(ports, may, async (tx, memberId, at) => {
    if ((await deskNames(tx, may)).length === 0)
      return refuse('conflict', 'wellbeing.nobody-at-desk', {})
    const check = (await checksOf(tx, ports, memberId)).find((each) => each.id === checkId)
    if (checkId !== null && !check) return refuse('missing', 'wellbeing.check-missing', {})
    if (!check && words === '') return refuse('invalid', 'wellbeing.nothing-to-pass', {})
    const answers = check ? { body: check.body, mind: check.mind, on: check.on } : null
    const said: PassedWords = { words, answers }
    const sealed = ports.vault.seal(JSON.stringify(said), placeOfPassed(id))
    await savePassed(tx, may, { id, memberId, sealed, at })
    return ok({})
  })
}
