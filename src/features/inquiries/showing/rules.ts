import type { Details } from '#features/complaints/contract.ts'
import type { Evidence } from '#features/complaints/evidence/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { particular, type Particular, type Seen, type Showable, type Shown } from '../contract.ts'
import { blotted, leftIn, personalIn } from '../rules.ts'

type Files = readonly Pick<Evidence, 'id' | 'name' | 'kind' | 'type' | 'size'>[]

/** Everything of a record that a department may be shown, for whoever chooses. */
export function showableOf(record: CaseRecord, files: Files): Showable {
  const facts = record.facts.filter(({ status }) => status !== 'withdrawn')
  return {
    facts: facts.map(({ id, statement, status }) => ({
      id,
      statement,
      isConfirmed: status === 'confirmed',
      isPersonal: personalIn(statement, record.customer).length > 0,
    })),
    evidence: files.map(({ id, name, kind }) => ({ id, name, kind })),
    particulars: particularsOf(record.details),
    words: record.ownWords,
  }
}

function particularsOf(details: Details): { name: Particular; value: string }[] {
  return particular.options.flatMap((name) => {
    const value = details[name] ?? ''
    return value === '' ? [] : [{ name, value }]
  })
}

/** What of it the department sees: only what was chosen, and without personal data unless they were chosen, too. */
export function seenOf(record: CaseRecord, files: Files, question: string, shown: Shown): Seen {
  const { customer } = record
  const clean = (text: string) => blotted(text, customer, leftIn(shown))
  const all = showableOf(record, files)
  return {
    number: record.number,
    question,
    facts: all.facts
      .filter(({ id }) => shown.factIds.includes(id))
      .map(({ statement, isConfirmed }) => ({ statement: clean(statement), isConfirmed })),
    particulars: all.particulars
      .filter(({ name }) => shown.particulars.includes(name))
      .map(({ name, value }) => ({ name, value: clean(value) })),
    words: shown.withWords && record.ownWords !== '' ? clean(record.ownWords) : null,
    customerName: shown.withPersonal ? (customer.name ?? null) : null,
    contactFor: shown.contactFor || null,
    evidence: files
      .filter(({ id }) => shown.evidenceIds.includes(id))
      .map(({ id, name, type, size, kind }) => ({
        id,
        name: clean(name),
        type,
        size,
        isPictured: kind === 'photo',
      })),
  }
}

/**
 * The record as it was when the department was asked: what was learned since, it is not shown by a link that it has already. What
 * was taken back since is gone, and who the customer is counts as known today.
 */
export function asAsked(then: CaseRecord, now: CaseRecord): CaseRecord {
  const facts = then.facts.filter(({ id }) =>
    now.facts.some((each) => each.id === id && each.status !== 'withdrawn'),
  )
  const customer = { ...then.customer, ...now.customer }
  return { ...then, facts, customer }
}
