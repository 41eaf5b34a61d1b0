import { commitmentOf, entryHash, GENESIS } from '#kernel/chain.ts'
import { toHex } from '#kernel/hash.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { keysOf, orderKey } from '#features/complaints/customers/rules.ts'
import type { CaseRecord, ComplaintEvent, Recorded } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/rules.ts'
import {
  excerptOf,
  isSafetyMatter,
  nextDueOf,
  stateOf,
  subjectOf,
} from '#features/complaints/rules.ts'
import { searchText, termsOf } from '#features/complaints/search.ts'
import { diceOf } from './dice.ts'
import { story, type Happened } from './story.ts'
import { nameOf } from './words.ts'

export type Company = {
  readonly organisationId: string
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly rows: number
  readonly seed: number
  /** ISO instant of the last complaint; the first came two years before. */
  readonly until: string
}

export type Made = {
  readonly record: CaseRecord
  readonly text: string
  readonly isOpen: boolean
  /** Values of columns, in the order of `columns`. */
  readonly rows: Readonly<Record<Table, readonly (readonly Field[])[]>>
}

export type Table = keyof typeof columns
export type Field = string | number | boolean | null

export const columns = {
  complaints_customers: 'id organisation_id name phone name_key phone_key created_at',
  complaints:
    'id organisation_id number head head_hash channel state subject excerpt customer_id customer_name order_number received_at severity is_safety cause owner_id next_due_at closed_at',
  complaints_timeline:
    'organisation_id complaint_id sequence id command_id type at by payload salt commitment previous hash',
  complaints_search: 'complaint_id organisation_id received_at terms',
} as const

const twoYears = 2 * 365 * 24 * 3600 * 1000

/** The n-th complaint of the company with its whole chain: eight entries, as the product seals them. */
export function complaintAt(company: Company, index: number): Made {
  const happened = whatHappened(company, index)
  const { isOpen } = happened
  const complaintId = happened.newId()
  const entries = sealed(company, happened, complaintId, story(company, happened))
  const record = fold(entries.map(({ recorded }) => recorded))
  const head = entries.at(-1)?.hash ?? GENESIS
  const { organisationId } = company
  const text = searchText(record)
  const rows = {
    complaints_customers: [person(organisationId, happened)],
    complaints: [line(organisationId, complaintId, head, record)],
    complaints_timeline: entries.map(({ row }) => row),
    complaints_search: [[complaintId, organisationId, record.receivedAt, vector(termsOf(record))]],
  }
  return { record, isOpen, text, rows }
}

function whatHappened({ rows, seed, until }: Company, index: number): Happened {
  const dice = diceOf(seed, index)
  const receivedMs = Math.floor(Date.parse(until) - twoYears + (twoYears * index) / rows)
  const newId = () => uuidv7(receivedMs, dice.bytes(10))
  const phone = `090-${1000 + dice.below(9000)}-${1000 + dice.below(9000)}`
  const customer = { name: nameOf(dice), phone, customerId: newId() }
  const isOpen = index >= rows * 0.97 || dice.below(200) === 0
  return { dice, index, receivedMs, newId, isOpen, customer }
}

function person(organisationId: string, { customer, receivedMs }: Happened): Field[] {
  const { customerId, name, phone } = customer
  const keys = keysOf({ name, phone })
  return [customerId, organisationId, name, phone, keys.name, keys.phone, instant(receivedMs)]
}

function sealed(
  company: Company,
  happened: Happened,
  complaintId: string,
  events: ComplaintEvent[],
) {
  const { organisationId, members } = company
  const { dice, receivedMs, newId } = happened
  const member = members[dice.below(members.length)] ?? { id: '', name: '' }
  const by = `member:${member.id}`
  let previous = GENESIS
  return events.map((event, at) => {
    const salt = toHex(dice.bytes(16))
    const commitment = commitmentOf(event.payload, salt)
    const place = { sequence: at + 1, at: instant(receivedMs + at * 3_600_000), by }
    const id = newId()
    const { type } = event
    const fields = { organisationId, complaintId, id, type, commitment, previous, ...place }
    const hash = entryHash(fields)
    const row = [organisationId, complaintId, place.sequence, id, newId(), type, place.at, by]
    row.push(JSON.stringify(event.payload), salt, commitment, previous, hash)
    previous = hash
    const recorded: Recorded = { ...event, ...place, byName: member.name }
    return { hash, row, recorded }
  })
}

/** As the database prints it, without empty fractions: the hash is over the text that is read back. */
function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z')
}

function line(organisationId: string, id: string, headHash: string, record: CaseRecord) {
  return [
    id,
    organisationId,
    record.number,
    record.head,
    headHash,
    record.channel,
    stateOf(record),
    subjectOf(record),
    excerptOf(record.ownWords, 120),
    record.customer.customerId ?? null,
    record.customer.name ?? null,
    orderKey(record.details.orderNumber ?? '') || null,
    record.receivedAt,
    record.severity,
    isSafetyMatter(record),
    record.cause?.cause ?? null,
    record.ownerId,
    nextDueOf(record),
    record.closing?.at ?? null,
  ]
}

/** As COPY reads a tsvector. Terms are letters, digits, @ and hyphens alone: none needs quotes. */
function vector(terms: readonly string[]): string {
  return terms.join(' ')
}
