import type { Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { ClockDefinition, DefinitionVersion, HeldDefinition } from './contract.ts'
import { inForce, nextCheckOf, readDefinitions, sentenceOfProblem, type Version } from './rules.ts'
import { shippedFiles } from './store.ts'

/** Two hours; the settings change it. */
const usualMinutes = 120

type Own = Version & { readonly code: string; readonly note: string; readonly by: string }

export const ownVersions = remembered(async (tx): Promise<readonly Own[]> => {
  const rows = await tx.selectFrom('assessment_definitions').selectAll().orderBy('at').execute()
  return rows.flatMap((row) => {
    const [definition] = readDefinitions([{ file: row.code, text: row.text }]).definitions
    const { code, note, at, by, effective_from: effectiveFrom, is_resting: isResting } = row
    return definition ? [{ definition, code, note, at, by, effectiveFrom, isResting }] : []
  })
})

/** What triage may offer on that day: the company's own over the shipped, without what it has nothing to do with. */
export async function definitionsInForce(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
): Promise<ClockDefinition[]> {
  const held = await heldDefinitions(tx, scope, now)
  return held.flatMap(({ definition, isResting }) => (isResting ? [] : [definition]))
}

export async function heldDefinitions(
  tx: Tx,
  scope: Scope,
  now: Temporal.Instant,
): Promise<HeldDefinition[]> {
  const own = Map.groupBy(await ownVersions.of(tx, scope.organisationId), ({ code }) => code)
  const shipped = new Map(
    readDefinitions(await shippedFiles()).definitions.map((each) => [each.code, each]),
  )
  const names = await memberNames(tx, scope)
  const today = tokyoDay(now).toString()
  const codes = [...new Set([...shipped.keys(), ...own.keys()])]
  return codes.flatMap((code) => {
    const versions = own.get(code) ?? []
    const found = held(shipped.get(code), versions, names, today)
    return found ? [found] : []
  })
}

function held(
  shipped: ClockDefinition | undefined,
  versions: readonly Own[],
  names: ReadonlyMap<string, string>,
  today: string,
): HeldDefinition | null {
  const now = inForce(versions, today)
  // A kind of the company's own that begins later can be looked at before.
  const definition = now?.definition ?? shipped ?? versions.at(0)?.definition
  if (!definition) return null
  const nextCheckOn = nextCheckOf(definition)
  return {
    definition,
    isOwn: now !== null,
    isResting: now?.isResting ?? shipped === undefined,
    nextCheckOn,
    isCheckDue: nextCheckOn <= today,
    changed: now && { at: now.at, byName: nameOf(now.by, names), note: now.note },
    coming: versions
      .filter(({ effectiveFrom }) => effectiveFrom > today)
      .map(({ effectiveFrom, note, by }) => ({ effectiveFrom, note, byName: nameOf(by, names) })),
  }
}

/** Every version that was saved, newest first, and the texts one may start from. */
export async function textsOf(tx: Tx, scope: Scope, code: string, now: Temporal.Instant) {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('assessment_definitions')
    .where('code', '=', code)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const versions = rows.map((row): DefinitionVersion => {
    const { id, effective_from: effectiveFrom, is_resting: isResting, text, note, at, by } = row
    return { id, effectiveFrom, isResting, text, note, at, byName: nameOf(by, names) }
  })
  const shippedText = (await shippedFiles()).find(({ text }) => codeIn(text) === code)?.text ?? null
  const today = tokyoDay(now).toString()
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= today)
  const latest = begun.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  return { text: latest?.text ?? shippedText ?? versions[0]?.text ?? '', shippedText, versions }
}

function codeIn(text: string): string | undefined {
  return readDefinitions([{ file: '', text }]).definitions[0]?.code
}

/** `file:line: …` of shipped files that cannot be read. */
export async function shippedProblems({ language }: Scope): Promise<string[]> {
  const { problems } = readDefinitions(await shippedFiles())
  return problems.map((problem) => sentenceOfProblem(problem, language))
}

export async function assessWithinOf(tx: Tx, { organisationId }: Scope): Promise<number> {
  const row = await tx
    .selectFrom('assessment_settings')
    .where('organisation_id', '=', organisationId)
    .select('assess_within')
    .executeTakeFirst()
  return row?.assess_within ?? usualMinutes
}

function nameOf(by: string, names: ReadonlyMap<string, string>): string {
  return names.get(by.replace('member:', '')) ?? '（退職者）'
}
