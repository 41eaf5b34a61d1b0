import { saveDepartment } from '#features/inquiries/departments/contract.ts'
import { departments } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { must } from './steps.ts'

/** The departments of the cast, as an administrator would name them. */
export async function nameDepartments({
  call,
  scopeOf,
  nextId,
}: Pick<Stage, 'call' | 'scopeOf' | 'nextId'>) {
  for (const { people, ...fields } of Object.values(departments)) {
    const body = { ...fields, people: [...people] }
    await must(call(scopeOf('fujii'), saveDepartment, { params: { departmentId: nextId() }, body }))
  }
}
