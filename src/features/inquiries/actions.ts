import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, toldAs, type May, type Scope } from '#features/access/door.ts'
import { promiseInside } from '#features/commitments/door.ts'
import {
  change,
  commandFor,
  othersIn,
  type Command,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { ownAddresses } from '#features/intake/mailboxes/door.ts'
import { wordsOfSomebody } from '#features/letters/door.ts'
import type { Inquiry, Shown } from './contract.ts'
import type { Department } from './departments/contract.ts'
import { departmentById, settingsOf } from './departments/queries.ts'
import { post, tokenPlace } from './mails/actions.ts'
import { askingMail, tellingMail } from './mails/rules.ts'
import { heldById, shownOf } from './queries.ts'
import { expiryOf, hashesOf, isOpen, leftIn, mustNotLeave } from './rules.ts'
import {
  aboutOf,
  answerWith,
  placeOf,
  questionOf,
  rearm,
  told,
  withdraw as withdrawn,
  type Place,
  type Said,
} from './standing/actions.ts'
import { insertInquiry, saveInquiry, type Held } from './store.ts'

type Asking = May<'inquiries.ask'>
type Order = Omit<Command, 'complaintId'>
type Answered = Promise<Result<{ inquiry: Inquiry; head: number }>>
type Events = Result<ComplaintEvent[]>
type Question = Order & {
  readonly departmentId: string
  readonly question: string
  readonly dueAt: string
  readonly shown: Shown
  readonly byHand?: boolean
}

/** A department is asked: the command's id is the request's. The mail with its link leaves at once. */
export async function ask(
  ports: Ports,
  may: Asking,
  complaintId: string,
  order: Question,
): Answered {
  const { id, basedOn } = order
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const { tx, at, record } = situation
    if (record.closing) return refuse('blocked', 'inquiries.closed', {})
    if (Temporal.Instant.compare(order.dueAt, at) <= 0)
      return refuse('invalid', 'inquiries.date-past', {})
    const department = await departmentById(tx, may, order.departmentId)
    if (!department?.isOn) return refuse('missing', 'inquiries.no-department', {})
    const typed = `${order.question}\n${order.shown.contactFor}`
    const clean = await withoutPersonal(situation, typed, order.shown)
    if (!clean.ok) return clean
    const held = await fresh(ports, may, situation, complaintId, order)
    await insertInquiry(tx, may, held)
    await rearm(tx, may, { held, department })
    return asked(ports, may, situation, { held, department }, order)
  })
  return done.ok ? answered(ports, may, id, done.value.head) : done
}

/** Words of ours to a department say no more of the customer than was chosen: neither the question, nor what is added. */
async function withoutPersonal(
  { tx, record }: Pick<Situation, 'tx' | 'record'>,
  text: string,
  shown: Shown,
): Promise<Result<null>> {
  const own = await ownAddresses(tx)
  const left = leftIn(shown)
  const theirs = mustNotLeave(text, record.customer, { left, own })
  const others = left.contacts ? [] : await othersIn(tx, record, wordsOfSomebody(text))
  const found = [...new Set([...theirs, ...others])]
  return found.length === 0
    ? ok(null)
    : refuse('blocked', 'inquiries.personal-in-words', { found: found.join('」「') })
}

async function fresh(
  ports: Ports,
  may: Asking,
  { tx, at }: Situation,
  complaintId: string,
  { id, departmentId, dueAt, shown }: Question,
): Promise<Held> {
  const { linkDays } = await settingsOf(tx)
  return {
    ...link(ports, id),
    id,
    complaintId,
    departmentId,
    askedById: may.viewer?.memberId ?? '',
    askedAt: at,
    dueAt,
    state: 'asked',
    shown,
    commitmentId: commandFor(id, 'inquiries.promise'),
    linkRound: 1,
    expiresAt: expiryOf(dueAt, at, linkDays),
    readAt: null,
    answeredAt: null,
    moves: [],
    reminded: null,
  }
}

/** 256 random bits, of which the database has a hash, and a sealed copy for the reminders. */
function link({ randomHex, vault }: Ports, inquiryId: string) {
  const token = randomHex(32)
  return { ...hashesOf(token), tokenSealed: vault.seal(token, tokenPlace(inquiryId)) }
}

async function asked(
  ports: Ports,
  may: Asking,
  situation: Situation,
  place: Place,
  { question, byHand = false }: Question,
): Promise<Events> {
  const { held, department } = place
  const byName = await nameOf(situation, may)
  const { dueAt, shown, commitmentId } = held
  const payload = { ...aboutOf(place), question, dueAt, shown, commitmentId, byName }
  const to = { cause: 'asked', to: department.address, mail: askingMail, question }
  const posted = byHand ? ok([]) : await post(ports, may, situation, place, to)
  if (!posted.ok) return posted
  return ok([
    { type: 'inquiries.asked', payload },
    ...(await promised(situation, may, held, department)),
    ...posted.value,
  ])
}

/** P4: what we ask a department for is a promise to us. Whoever asked watches over it. */
function promised(situation: Situation, may: Asking, held: Held, department: Department) {
  const { commitmentId: id, complaintId, dueAt, askedById } = held
  const dueOn = tokyoDay(Temporal.Instant.from(dueAt)).toString()
  const words = `${department.name}からの回答（部署照会）`
  const promise = { id, complaintId, words, madeTo: 'us' as const, dueAt, dueOn }
  return promiseInside(situation, may, { ...promise, precision: 'minute' }, askedById)
}

/** Departments know us by the name that customers know. */
async function nameOf({ tx }: Situation, may: Scope): Promise<string> {
  return (await toldAs(tx, may))(may.viewer?.name ?? '')
}

/** We answer what was asked back, or add something; it is mailed with the same link. */
export function tell(
  ports: Ports,
  may: Asking,
  inquiryId: string,
  order: Order & { readonly text: string },
): Answered {
  return decideOn(ports, may, inquiryId, order, async (situation, place) => {
    const { text } = order
    const clean = await withoutPersonal(situation, text, place.held.shown)
    if (!clean.ok) return clean
    const done = await told(situation, may, place, { byName: await nameOf(situation, may), text })
    if (!done.ok) return done
    const question = await questionOf(situation.tx, may, place.held)
    const mail = (about: Parameters<typeof tellingMail>[0]) => tellingMail(about, text)
    const to = { cause: `told/${order.id}`, to: place.department.address, mail, question }
    const posted = await post(ports, may, situation, place, to)
    return posted.ok ? ok([...done.value, ...posted.value]) : posted
  })
}

/** They answered on the telephone or by mail, and one of us writes it down. */
export function receive(
  ports: Ports,
  may: Asking,
  inquiryId: string,
  order: Order & Said & { readonly isConfirmed: boolean },
): Answered {
  return decideOn(ports, may, inquiryId, order, (situation, place) =>
    answerWith(situation, may, place, order),
  )
}

export function withdraw(
  ports: Ports,
  may: Asking,
  inquiryId: string,
  order: Order & { readonly reason: string },
): Answered {
  return decideOn(ports, may, inquiryId, order, (situation, place) =>
    withdrawn(situation, may, place, order.reason),
  )
}

/** The link before opens nothing from now on; the new one is mailed to the department's address of today. */
export function renewLink(ports: Ports, may: Asking, inquiryId: string, order: Order): Answered {
  return decideOn(ports, may, inquiryId, order, async (situation, { held: before, department }) => {
    if (!isOpen(before.state)) return refuse('conflict', 'inquiries.over', {})
    const { tx, at } = situation
    const { linkDays } = await settingsOf(tx)
    const expiresAt = expiryOf(before.dueAt, at, linkDays)
    const linkRound = before.linkRound + 1
    const held = { ...before, ...link(ports, inquiryId), linkRound, expiresAt }
    await saveInquiry(tx, held)
    const place = { held, department }
    const question = await questionOf(tx, may, held)
    const to = { cause: `link/${linkRound}`, to: department.address, mail: askingMail, question }
    const posted = await post(ports, may, situation, place, to)
    if (!posted.ok) return posted
    return ok([{ type: 'inquiries.link-renewed', payload: aboutOf(place) }, ...posted.value])
  })
}

export function revokeLink(ports: Ports, may: Asking, inquiryId: string, order: Order): Answered {
  return decideOn(ports, may, inquiryId, order, async ({ tx }, place) => {
    if (place.held.tokenHash === null) return refuse('conflict', 'inquiries.no-link', {})
    const closed = { tokenHash: null, filesHash: null, tokenSealed: null }
    await saveInquiry(tx, { ...place.held, ...closed })
    return ok([{ type: 'inquiries.link-revoked', payload: aboutOf(place) }])
  })
}

async function decideOn(
  ports: Ports,
  may: Asking,
  inquiryId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation, place: Place) => Promise<Events>,
): Answered {
  const before = await inside(ports.db, may, (tx) => heldById(tx, inquiryId))
  if (!before) return refuse('missing', 'inquiries.missing', {})
  const command = { complaintId: before.complaintId, id, basedOn }
  const done = await change(ports, may, command, async (situation) => {
    // Read again: between the look and the lock the department may have answered.
    const place = await placeOf(situation.tx, may, inquiryId)
    return place ? decide(situation, place) : refuse('missing', 'inquiries.missing', {})
  })
  return done.ok ? answered(ports, may, inquiryId, done.value.head) : done
}

async function answered(ports: Ports, may: Scope, inquiryId: string, head: number): Answered {
  const now = ports.clock.now().toString()
  const inquiry = await inside(ports.db, may, async (tx) => {
    const held = await heldById(tx, inquiryId)
    return held && (await shownOf(tx, may, [held], now))[0]
  })
  // Without it, the id was another command's and nothing was asked here.
  return inquiry ? ok({ inquiry, head }) : refuse('conflict', 'complaints.command-reused', {})
}
