import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { isMailAddress } from '#features/letters/door.ts'
import type { Department, DepartmentFields } from './contract.ts'
import { departmentById, departmentsOf } from './queries.ts'
import { saveDepartment, saveSettings } from './store.ts'

type Changing = May<'inquiries.change-departments'>

export function putDepartment(
  ports: Ports,
  may: Changing,
  departmentId: string,
  typed: DepartmentFields,
): Promise<Result<Department>> {
  const fields = {
    ...typed,
    address: typed.address.normalize('NFKC'),
    headAddress: typed.headAddress.normalize('NFKC'),
  }
  return inside(ports.db, may, async (tx) => {
    for (const address of [fields.address, fields.headAddress].filter(Boolean))
      if (!isMailAddress(address))
        return refuse('invalid', 'inquiries.address-unreadable', { address })
    if (fields.opens >= fields.closes) return refuse('invalid', 'inquiries.hours-backwards', {})
    const others = (await departmentsOf(tx, may)).filter(({ id }) => id !== departmentId)
    if (others.some(({ name }) => name === fields.name))
      return refuse('conflict', 'inquiries.name-taken', { name: fields.name })
    const changed = { at: ports.clock.now().toString(), by: may.actor }
    await saveDepartment(tx, may, departmentId, fields, changed)
    const saved = await departmentById(tx, may, departmentId)
    return saved ? ok(saved) : refuse('missing', 'inquiries.no-department', {})
  })
}

/** Only an address of the web, without a path: the page's own comes behind it. */
export function putSettings(
  ports: Ports,
  may: Changing,
  typed: { deskUrl: string; linkDays: number },
): Promise<Result<{ deskUrl: string; linkDays: number }>> {
  const url = URL.parse(typed.deskUrl.normalize('NFKC').trim())
  if (!url || !/^https?:$/u.test(url.protocol))
    return Promise.resolve(refuse('invalid', 'inquiries.url-unreadable', {}))
  const settings = { deskUrl: url.origin, linkDays: typed.linkDays }
  const changed = { at: ports.clock.now().toString(), by: may.actor }
  return inside(ports.db, may, async (tx) => {
    await saveSettings(tx, may, settings, changed)
    return ok(settings)
  })
}
