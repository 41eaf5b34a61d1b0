import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { findingsOnPaper, withApproved } from '../gate/queries.ts'
import { letterheadOf } from '../letterhead/queries.ts'
import { paper, recipient, type Paper, type PaperOpening, type TypedLetter } from './contract.ts'
import { addresseeOf, besideText, needsOf, saidBy, warningsOf } from './rules.ts'

function papers(tx: Tx) {
  return tx
    .selectFrom('letters_papers')
    .select(['id', 'complaint_id', 'kind', 'format', 'subject', 'addressee', 'sha256', 'size'])
    .select(['made_at', 'made_by', 'posted_on', 'posted_how', 'posted_tracking'])
    .select(['posted_at', 'posted_by'])
    .select((each) => each('bytes', 'is not', null).as('has_bytes'))
}

type Row = Awaited<ReturnType<ReturnType<typeof papers>['execute']>>[number]

export async function papersOf(tx: Tx, scope: Scope, complaintId: string): Promise<Paper[]> {
  const names = await memberNames(tx, scope)
  const rows = await papers(tx)
    .where('complaint_id', '=', complaintId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => shown(row, names))
}

export async function paperById(tx: Tx, scope: Scope, paperId: string): Promise<Paper | undefined> {
  const row = await papers(tx).where('id', '=', paperId).executeTakeFirst()
  return row && shown(row, await memberNames(tx, scope))
}

function shown(row: Row, names: ReadonlyMap<string, string>): Paper {
  const nameOf = (actor: string | null) => names.get((actor ?? '').replace('member:', '')) ?? ''
  const { posted_on: on, posted_how: how, posted_tracking: tracking, posted_at: at } = row
  return paper.parse({
    id: row.id,
    complaintId: row.complaint_id,
    kind: row.kind,
    format: row.format,
    subject: row.subject,
    addressee: row.addressee,
    sha256: row.sha256,
    size: row.size,
    madeAt: row.made_at,
    madeByName: nameOf(row.made_by),
    posting: on === null ? null : { on, how, tracking, at, byName: nameOf(row.posted_by) },
    hasOriginal: row.has_bytes,
  })
}

/** To whom, as the record knows the customer; undefined when this organisation has no such complaint. */
export async function openingOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  today: string,
): Promise<PaperOpening | undefined> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return undefined
  const { name = '', postcode = '', address = '' } = record.customer
  const { era, hasWindow } = await letterheadOf(tx, scope)
  const to = recipient.parse({ name, postcode, address })
  return { head: record.head, recipient: to, dateOn: today, era, hasWindow }
}

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

/** All that is asked about a letter before it is issued. What was approved for just these words is not asked any more. */
export async function checked(now: Now, scope: Scope, complaintId: string, letter: TypedLetter) {
  const letterhead = await letterheadOf(now.tx, scope)
  const [beside, addressee] = [besideText(letter), addresseeOf(letter)]
  const said = saidBy(letter)
  const { kind, text, recipient } = letter
  const asked = { complaintId, kind, text, beside, addressee, address: recipient.address }
  const found = kind === 'accident-report' ? [] : await findingsOnPaper(now, scope, asked)
  return {
    needs: needsOf(letter, letterhead),
    warnings: warningsOf(letter),
    findings: await withApproved(now, { complaintId, text: said }, found),
    said,
  }
}

/** Undefined: no such paper for this organisation, or its bytes were erased. */
export async function paperBytes(tx: Tx, paperId: string) {
  const row = await tx
    .selectFrom('letters_papers')
    .select(['bytes', 'format', 'subject'])
    .where('id', '=', paperId)
    .executeTakeFirst()
  return row?.bytes ? { ...row, bytes: row.bytes } : undefined
}
