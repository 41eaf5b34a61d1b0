import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import type { HeldDefinition } from './contract.ts'
import { heldDefinitions, ownVersions, textsOf } from './queries.ts'
import { checkedAgain, readDefinitions, sentenceOfProblem } from './rules.ts'
import { insertVersion, saveAssessWithin, type NewVersion } from './store.ts'

type Changing = May<'assessment.change-definitions'>
type Saving = Omit<NewVersion, 'code' | 'at'>

/** A text that cannot be read is refused with its lines, and nothing is changed. */
export function save(
  ports: Ports,
  may: Changing,
  code: string,
  saving: Saving,
): Promise<Result<HeldDefinition>> {
  const { definitions, problems } = readDefinitions([{ file: `${code}.yaml`, text: saving.text }])
  const sentences = problems.map((problem) => sentenceOfProblem(problem, may.language))
  if (sentences.length > 0)
    return Promise.resolve(
      refuse('invalid', 'assessment.definition-unreadable', { problems: sentences }),
    )
  const [definition] = definitions
  if (definition?.code !== code)
    return Promise.resolve(
      refuse('invalid', 'assessment.other-code', { code, written: definition?.code ?? '' }),
    )
  return decideWithinWall(ports.db, may, async (tx) => {
    if (saving.effectiveFrom < today(ports) && (await isKnown(tx, may, code, ports)))
      return refuse('invalid', 'assessment.effective-before-today', {})
    return keep(ports, tx, may, { ...saving, code })
  })
}

/** Only a clock that nobody has known yet may have begun before today. */
async function isKnown(tx: Tx, may: Changing, code: string, ports: Ports): Promise<boolean> {
  const known = await heldDefinitions(tx, may, ports.clock.now())
  return known.some(({ definition }) => definition.code === code)
}

/** Compared with its source today: the same text, with today's date. */
export function check(
  ports: Ports,
  may: Changing,
  code: string,
  { id, note }: { id: string; note: string },
): Promise<Result<HeldDefinition>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    const held = await heldOne(ports, tx, may, code)
    if (!held) return refuse('missing', 'assessment.definition-missing', {})
    const { text } = await textsOf(tx, may, code, ports.clock.now())
    const effectiveFrom = today(ports)
    const { isResting } = held
    const checked = checkedAgain(text, effectiveFrom)
    return keep(ports, tx, may, { id, code, effectiveFrom, text: checked, isResting, note })
  })
}

export function changeWithin(
  ports: Ports,
  may: Changing,
  minutes: number,
): Promise<Result<{ minutes: number }>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await saveAssessWithin(tx, may, minutes, ports.clock.now().toString())
    return ok({ minutes })
  })
}

async function keep(
  ports: Ports,
  tx: Tx,
  may: Changing,
  version: Omit<NewVersion, 'at'>,
): Promise<Result<HeldDefinition>> {
  await insertVersion(tx, may, { ...version, at: ports.clock.now().toString() })
  ownVersions.forget(may.organisationId)
  const held = await heldOne(ports, tx, may, version.code)
  return held ? ok(held) : refuse('missing', 'assessment.definition-missing', {})
}

async function heldOne(ports: Ports, tx: Tx, may: Changing, code: string) {
  const all = await heldDefinitions(tx, may, ports.clock.now())
  return all.find(({ definition }) => definition.code === code)
}

function today({ clock }: Ports): string {
  return tokyoDay(clock.now()).toString()
}
