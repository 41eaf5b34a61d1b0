import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import { pictureForPaper } from '#platform/files/small-picture.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { findingsBeforeAnyCase } from '../gate/queries.ts'
import type { Letterhead, ShownLetterhead } from './contract.ts'
import { isWindowUsable } from './rules.ts'
import { shownLetterhead } from './queries.ts'
import { keepLetterhead } from './store.ts'

/** A logo is drawn anew, so that nothing but a picture is kept. */
export async function changeLetterhead(
  ports: Ports,
  may: May<'letters.change-settings'>,
  given: Letterhead,
): Promise<Result<ShownLetterhead>> {
  if (given.hasWindow && !isWindowUsable(given.window))
    return refuse('invalid', 'letters.window-unusable', {})
  const logo = given.logo === null ? null : await redrawn(given.logo)
  if (given.logo !== null && logo === null) return refuse('invalid', 'letters.logo-unreadable', {})
  return decideWithinWall<ShownLetterhead>(ports.db, may, async (tx) => {
    const at = ports.clock.now().toString()
    const found = await findingsBeforeAnyCase(tx, may, saidBy(given), at)
    const findings = found.filter(({ rule, need }) => need === 'change' && neverRight.has(rule))
    if (findings.length > 0) return refuse('blocked', 'letters.letterhead-held', { findings })
    await keepLetterhead(tx, may, { id: ports.ids.next(), at, content: { ...given, logo } })
    return ok(await shownLetterhead(tx, may))
  })
}

// It stands on every letter: what no single one might say.
const neverRight = new Set(['internal-words', 'admits-liability', 'placeholder'])

function saidBy({ name, address, department, person, telephone }: Letterhead): string {
  return [name, address, department, person, telephone].join('\n')
}

async function redrawn(logo: string): Promise<string | null> {
  const drawn = await pictureForPaper(Buffer.from(logo, 'base64'), 'png', 800)
  return drawn && drawn.bytes.toString('base64')
}
