import { saveTemplate } from '#features/letters/templates/contract.ts'
import { templates } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { must } from './steps.ts'

/** The words that the company always says in one way. */
export async function writeTemplates({ call, scopeOf, nextId }: Stage): Promise<void> {
  for (const content of templates) {
    const params = { templateId: nextId() }
    const body = { ...content, kinds: [...content.kinds], basedOn: 0 }
    await must(call(scopeOf('fujii'), saveTemplate, { params, body }))
  }
}
