import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Guidance } from '../contract.ts'
import { guideMessages } from '../messages.ts'
import { isKnown } from './holds.ts'

/** In the order in which one would ask. */
const asked = [
  'what',
  'when',
  'where',
  'product',
  'order',
  'customer',
  'contact',
  'expectedOutcome',
] as const

export function unknownsOf(record: CaseRecord, language: string): Guidance['unknowns'] {
  const labels = (language === 'en' ? guideMessages.en : guideMessages.ja).words.unknowns
  const concern = record.concerns.length === 0 ? [{ key: 'concern', label: labels.concern }] : []
  return [
    ...concern,
    ...asked.filter((key) => !isKnown(record, key)).map((key) => ({ key, label: labels[key] })),
  ]
}
