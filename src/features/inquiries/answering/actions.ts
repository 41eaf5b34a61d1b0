import { endOfBusiness } from '#kernel/business-calendar.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { inside, type May } from '#features/access/door.ts'
import { change, commandFor, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { calendarFor } from '../departments/queries.ts'
import { heldByHash } from '../queries.ts'
import { hashesOf, opens } from '../rules.ts'
import {
  aboutOf,
  answerWith,
  askBack,
  decline,
  moveTo,
  placeOf,
  type Place,
} from '../standing/actions.ts'
import { saveInquiry, type Held } from '../store.ts'
import type { AnswerPage, Deed } from './contract.ts'
import { pageOf } from './queries.ts'

type Answering = May<'inquiries.answer'>
type Page = Promise<Result<AnswerPage>>
type Link = { readonly organisation: Organisation; readonly token: string }

/** The request a link opens now; the same answer for one that is unknown, over and taken back. */
export async function heldByToken(
  ports: Ports,
  may: Answering,
  token: string,
): Promise<Result<Held>> {
  return openOnly(ports, may, 'token_hash', hashesOf(token).tokenHash)
}

export async function openOnly(
  ports: Ports,
  may: Answering,
  column: 'token_hash' | 'files_hash',
  hash: string,
): Promise<Result<Held>> {
  const held = await inside(ports.db, may, (tx) => heldByHash(tx, column, hash))
  const now = ports.clock.now().toString()
  return held && opens(held, now) ? ok(held) : refuse('missing', 'inquiries.link-shut', {})
}

/** The first look is noted: whoever asked sees that somebody has read it. */
export async function look(ports: Ports, may: Answering, link: Link): Page {
  const found = await heldByToken(ports, may, link.token)
  if (!found.ok) return found
  const { id: inquiryId, complaintId, readAt, linkRound } = found.value
  if (readAt === null) {
    const id = commandFor(`${inquiryId}/${linkRound}`, 'inquiries.read')
    await change(ports, may, { complaintId, id }, async ({ tx, at }) => {
      const place = await placeOf(tx, may, inquiryId)
      if (!place || place.held.readAt !== null) return ok([])
      await saveInquiry(tx, { ...place.held, readAt: at })
      return ok([{ type: 'inquiries.read', payload: aboutOf(place) }])
    })
  }
  return page(ports, may, link)
}

async function page(ports: Ports, may: Answering, { organisation, token }: Link): Page {
  const found = await heldByToken(ports, may, token)
  if (!found.ok) return found
  const shown = await inside(ports.db, may, (tx) =>
    pageOf(ports, tx, may, { organisation, held: found.value, token }),
  )
  return shown ? ok(shown) : refuse('missing', 'inquiries.link-shut', {})
}

/** What the department does; the same id sent again, over a bad line, is done once. */
export async function act(
  ports: Ports,
  may: Answering,
  link: Link,
  { id, deed }: { readonly id: string; readonly deed: Deed },
): Page {
  const found = await heldByToken(ports, may, link.token)
  if (!found.ok) return found
  const { id: inquiryId, complaintId } = found.value
  // A stranger's id alone must not be taken for a command of the desk.
  const command = { complaintId, id: commandFor(`${inquiryId}/${id}`, 'inquiries.deed') }
  const done = await change(ports, may, command, async (situation) => {
    const place = await placeOf(situation.tx, may, inquiryId)
    return place
      ? decide(situation, may, place, deed)
      : refuse('missing', 'inquiries.link-shut', {})
  })
  return done.ok ? page(ports, may, link) : done
}

async function decide(
  situation: Situation,
  may: Answering,
  place: Place,
  deed: Deed,
): Promise<Result<ComplaintEvent[]>> {
  const { byName, text } = deed
  if (situation.record.closing) return refuse('conflict', 'inquiries.closed', {})
  if (deed.kind === 'answer') return answerWith(situation, may, place, deed)
  if (deed.kind === 'ask-back') return askBack(situation, may, place, { byName, text })
  if (deed.kind === 'decline') {
    const insteadName = deed.insteadName || null
    return decline(situation, may, place, { byName, text, insteadName })
  }
  const calendar = await calendarFor(situation.tx, may, place.department)
  const dueAt = endOfBusiness(calendar, Temporal.PlainDate.from(deed.on)).toString()
  return moveTo(situation, may, place, { byName, text, dueAt })
}
