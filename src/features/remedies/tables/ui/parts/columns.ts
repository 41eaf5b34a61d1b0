import type { Language } from '#kernel/dictionary.ts'
import { choicesOf, headingOf } from '#features/remedies/cells/rules.ts'
import { columns, type Column } from '#features/remedies/tables/contract.ts'
import type { SheetColumn } from '#kit/Sheet.tsx'

/** In rem; those that are not named are as wide as their heading. */
const widths: Readonly<Partial<Record<Column, number>>> = {
  code: 5,
  name: 14,
  causes: 14,
  functions: 8,
  productContains: 12,
  label: 13,
  say: 20,
  clause: 14,
  clauseText: 20,
  evidence: 14,
  kind: 7,
}
const numbers: readonly Column[] = [
  'fromDays',
  'withinDays',
  'priceFrom',
  'priceTo',
  'maxYen',
  'maxPercent',
  'priority',
]

export function sheetColumns(language: Language): SheetColumn[] {
  return columns.map((id) => ({
    id,
    name: headingOf(id, language),
    width: widths[id] ?? 6,
    isNumber: numbers.includes(id),
    choices: choicesOf(id, language),
  }))
}
