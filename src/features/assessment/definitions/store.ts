import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '#platform/db/database.ts'
import { shippedFolder } from '#platform/shipped.ts'
import type { Scope } from '#features/access/door.ts'
import type { DefinitionFile } from './rules.ts'

const folder = shippedFolder('clocks/')

let shipped: Promise<readonly DefinitionFile[]> | undefined

/** The files that come with the product, read once. `file` is `clocks/<name>.yaml`. */
export function shippedFiles(): Promise<readonly DefinitionFile[]> {
  shipped ??= readShipped()
  return shipped
}

async function readShipped(): Promise<DefinitionFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      file: `clocks/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}

export type NewVersion = {
  readonly id: string
  readonly code: string
  readonly effectiveFrom: string
  readonly text: string
  readonly isResting: boolean
  readonly note: string
  readonly at: string
}

/** False: this very version was saved before. */
export async function insertVersion(tx: Tx, scope: Scope, version: NewVersion): Promise<boolean> {
  const { effectiveFrom: effective_from, isResting: is_resting, ...rest } = version
  const row = await tx
    .insertInto('assessment_definitions')
    .values({
      ...rest,
      effective_from,
      is_resting,
      organisation_id: scope.organisationId,
      by: scope.actor,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveAssessWithin(tx: Tx, scope: Scope, minutes: number, at: string) {
  const told = { assess_within: minutes, changed_at: at, changed_by: scope.actor }
  await tx
    .insertInto('assessment_settings')
    .values({ organisation_id: scope.organisationId, ...told })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(told))
    .execute()
}
