import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { contentById, keyOf, piecesOf, storeOf, type Look } from './queries.ts'
import { saveOutside } from './store.ts'

/**
 * Carries a whole file from here to the store outside. Done again it changes nothing; should the node die in the middle,
 * the pieces are still here. Answers whether it went.
 */
export async function keepOutside(
  ports: Ports,
  organisationId: string,
  contentId: string,
): Promise<boolean> {
  const house = systemScope(organisationId, 'complaints')
  const look: Look = (work) => inside(ports.db, house, work)
  const content = await look((tx) => contentById(tx, contentId))
  if (!content?.sha256 || content.isOutside) return false
  const { size, sha256 } = content
  const key = keyOf(organisationId, contentId)
  const files = storeOf(ports.files)
  const isStillWanted = async () => (await look((tx) => contentById(tx, contentId))) !== undefined
  try {
    await files.put(key, piecesOf(look, content), { size, sha256 })
  } catch (error) {
    if (await isStillWanted()) throw error
    return false
  }
  if (await look((tx) => saveOutside(tx, contentId))) return true
  // Erased while it was on its way: nothing of it may be left. Another node may have carried it, too.
  if (!(await isStillWanted())) await files.remove(key)
  return false
}

/** Nothing of it is here any more. Throws where it cannot be reached: what is to be forgotten is tried again. */
export async function forgetOutside(
  ports: Ports,
  organisationId: string,
  contentId: string,
): Promise<void> {
  await storeOf(ports.files).remove(keyOf(organisationId, contentId))
}
