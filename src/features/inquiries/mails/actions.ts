import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { organisationOf, toldAs, type Scope } from '#features/access/door.ts'
import { commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { writeInside } from '#features/letters/door.ts'
import type { Department } from '../departments/contract.ts'
import { settingsOf } from '../departments/queries.ts'
import type { Held } from '../store.ts'
import { linkOf, type About, type Mail } from './rules.ts'

/** Of which mail, and to whom: `cause` makes the same one leave once. */
export type Posting = {
  readonly cause: string
  readonly to: string
  readonly mail: (about: About) => Mail
  readonly question: string
}

/** A mail with the link of this request. Refused when it cannot be sent, or there is no link to send. */
export async function post(
  ports: Ports,
  scope: Scope,
  situation: Situation,
  place: { readonly held: Held; readonly department: Department },
  { cause, to, mail, question }: Posting,
): Promise<Result<ComplaintEvent[]>> {
  const { tx } = situation
  const { held, department } = place
  const { deskUrl } = await settingsOf(tx)
  if (deskUrl === '') return refuse('blocked', 'inquiries.no-address', {})
  const token = tokenOf(ports, held)
  if (token === null) return refuse('conflict', 'inquiries.no-link', {})
  const { slug } = await organisationOf(tx, scope)
  const about = await aboutOf(situation, scope, { held, department, question })
  return writeInside(ports, scope, situation, {
    id: commandFor(`${held.id}/${cause}`, 'inquiries.mail'),
    complaintId: held.complaintId,
    aboutId: held.id,
    to,
    ...mail(about),
    link: linkOf(deskUrl, slug, token),
  })
}

export async function aboutOf(
  { tx, record, names }: Pick<Situation, 'tx' | 'record' | 'names'>,
  scope: Scope,
  {
    held,
    department,
    question,
  }: {
    held: Pick<Held, 'askedById' | 'dueAt'>
    department: Department
    question: string
  },
): Promise<About> {
  const { name: organisation } = await organisationOf(tx, scope)
  const told = await toldAs(tx, scope)
  return {
    organisation,
    department: department.name,
    number: record.number,
    askedBy: told((await names()).get(held.askedById) ?? ''),
    question,
    dueAt: held.dueAt,
  }
}

/** Sealed for this request alone. */
export function tokenPlace(inquiryId: string): string {
  return `inquiries/${inquiryId}/token`
}

/** The same link as in the mail, for whoever passes it on; refused when there is none any more. */
export async function linkByHand(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  held: Held,
): Promise<Result<{ path: string; url: string | null }>> {
  const token = tokenOf(ports, held)
  if (token === null) return refuse('conflict', 'inquiries.no-link', {})
  const { slug } = await organisationOf(tx, scope)
  const { deskUrl } = await settingsOf(tx)
  const path = linkOf('', slug, token)
  return ok({ path, url: deskUrl === '' ? null : linkOf(deskUrl, slug, token) })
}

function tokenOf({ vault }: Ports, { id, tokenSealed }: Held): string | null {
  return tokenSealed === null ? null : vault.open(tokenSealed, tokenPlace(id))
}
