import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { customerScope, inside, organisationBySlug } from '#features/access/door.ts'

/** Origins of the sites that may show the form of this organisation in a frame. */
export async function framersOf(tx: Tx): Promise<string[]> {
  const row = await tx.selectFrom('intake_web_forms').select('framed_by').executeTakeFirst()
  return row?.framed_by ?? []
}

/** The same for a page that is asked for by its address; none when there is no such form. */
export async function framersOfForm({ db }: Ports, slug: string): Promise<string[]> {
  const organisation = await organisationBySlug(db, slug)
  return organisation ? inside(db, customerScope(organisation.id, 'ja'), framersOf) : []
}
