import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { passOn, receiversOf } from '#features/consultation/door.ts'
import { forOneself } from '../actions.ts'
import type { Answers } from './contract.ts'
import { checksOf, placeOfCheck } from './queries.ts'
import { passedText } from './rules.ts'
import { saveCheck } from './store.ts'

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

/** Only what is chosen goes, and lies at the desk alone; removing the check later does not take it back. */
export function pass(
  ports: Ports,
  may: Oneself,
  { id, checkId, words }: { id: string; checkId: string | null; words: string },
): Promise<Result<Record<string, never>>> {
  return forOneself(ports, may, async (tx, memberId) => {
    if ((await receiversOf(tx, may)).names.length === 0)
      return refuse('conflict', 'wellbeing.nobody-at-desk', {})
    const check = (await checksOf(tx, ports, memberId)).find((each) => each.id === checkId)
    if (checkId !== null && !check) return refuse('missing', 'wellbeing.check-missing', {})
    if (!check && words === '') return refuse('invalid', 'wellbeing.nothing-to-pass', {})
    const text = passedText(words, check ?? null, may.language)
    const passed = await passOn(ports, tx, may, { id, words: text })
    return passed.ok ? ok({}) : passed
  })
}
