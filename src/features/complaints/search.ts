import type { CaseRecord } from './record/contract.ts'

/** Everything a person may remember of a complaint when they look for it again. */
export function searchText(record: CaseRecord): string {
  const { customer, details } = record
  return [
    record.number,
    record.ownWords,
    ...Object.values(customer),
    ...Object.values(details),
    ...record.notes.map(({ text }) => text),
    ...record.concerns.map(({ words }) => words),
    ...record.measures.map(({ words }) => words),
    ...record.facts.map(({ statement }) => statement),
    ...record.demands.map(({ words }) => words),
    ...record.commitments.map(({ words }) => words),
  ].join('\n')
}
