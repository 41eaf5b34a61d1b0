import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import {
  customerScope,
  inside,
  memberNames,
  organisationBySlug,
  organisationOf,
  type Scope,
} from '#features/access/door.ts'
import type { FormSettings, ShownFormSettings } from './contract.ts'

const asShipped = { isOpen: true, framedBy: [], prepare: '' }

function row(tx: Tx) {
  return tx
    .selectFrom('intake_web_forms')
    .select(['is_open as isOpen', 'framed_by as framedBy', 'prepare'])
    .select(['changed_at as changedAt', 'changed_by as changedBy'])
    .executeTakeFirst()
}

export async function formSettingsOf(tx: Tx): Promise<FormSettings> {
  return (await row(tx)) ?? asShipped
}

export async function shownSettings(tx: Tx, scope: Scope): Promise<ShownFormSettings> {
  const [found, { slug }] = [await row(tx), await organisationOf(tx, scope)]
  if (!found) return { ...asShipped, slug, changedAt: null, changedByName: null }
  const { changedBy, ...settings } = found
  const names = await memberNames(tx, scope)
  return { ...settings, slug, changedByName: names.get(changedBy.replace('member:', '')) ?? null }
}

/** Origins of the sites that may show the form at this address in a frame; none when there is no such form. */
export async function framersOfForm({ db }: Ports, slug: string): Promise<readonly string[]> {
  const organisation = await organisationBySlug(db, slug)
  if (!organisation) return []
  return (await inside(db, customerScope(organisation.id, 'ja'), formSettingsOf)).framedBy
}
