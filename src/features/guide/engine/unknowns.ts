import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Guidance } from '../contract.ts'
import { guideMessages } from '../messages.ts'
import type { Knowable } from './conditions.ts'
import { isKnown } from './holds.ts'
import { remedies, type PlainlySaid } from './plainly-said.ts'
import type { Situation } from './situation.ts'

/** In the order in which one would ask. */
const asked = [
  'what',
  'when',
  'where',
  'product',
  'purchasedOn',
  'price',
  'order',
  'customer',
  'contact',
  'expectedOutcome',
] as const satisfies readonly Knowable[]
type Asked = (typeof asked)[number]

/** What is not in the record yet; what was said of it, to be written down with one key. */
export function unknownsOf({ record, context, told }: Situation): Guidance['unknowns'] {
  const { language } = context.playbook
  const labels = (language === 'en' ? guideMessages.en : guideMessages.ja).words.unknowns
  const said: ReadonlyMap<string, PlainlySaid> = told
  const concern = record.concerns.length === 0 ? [{ key: 'concern', label: labels.concern }] : []
  const open = asked.filter((key) => !isKnown(record, key) && isAsked(key, record, said))
  return [
    ...concern,
    ...open.map((key) => {
      const heard = said.get(key)
      return { key, label: labels[key], ...(heard === undefined ? {} : { heard }) }
    }),
  ]
}

/** When and for how much it was bought is asked for a remedy, and for nothing else. */
function isAsked(key: Asked, record: CaseRecord, said: ReadonlyMap<string, PlainlySaid>): boolean {
  if (key !== 'purchasedOn' && key !== 'price') return true
  return said.has(key) || record.cues.some(({ code }) => remedies.includes(code))
}
