import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { TemplateContent } from './contract.ts'

export type Edition = {
  readonly id: string
  readonly templateId: string
  readonly revision: number
  readonly content: TemplateContent
  readonly isRetired: boolean
  readonly at: string
}

/** One more edition; false when somebody else has just made the same one. */
export async function keepEdition(
  tx: Tx,
  { organisationId, actor }: Scope,
  { id, templateId, revision, content, isRetired, at }: Edition,
): Promise<boolean> {
  const kept = await tx
    .insertInto('letters_templates')
    .values({
      id,
      template_id: templateId,
      organisation_id: organisationId,
      revision,
      content: JSON.stringify(content),
      is_retired: isRetired,
      changed_at: at,
      changed_by: actor,
    })
    .onConflict((each) => each.columns(['organisation_id', 'template_id', 'revision']).doNothing())
    .executeTakeFirst()
  return Number(kept.numInsertedOrUpdatedRows ?? 0) > 0
}
