import { createHash } from 'node:crypto'
import type { Picture } from '#kernel/document.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { pictureForPaper } from '#platform/files/small-picture.ts'
import { typesetToKeep } from '#platform/paper/typeset.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { change, type Situation } from '#features/complaints/door.ts'
import { openedBy } from '#features/remedies/approvals/door.ts'
import { keptBy, seenAll } from '../actions.ts'
import { attachable, bytesIn } from '../attachments/queries.ts'
import type { ReasonGiven } from '../gate/contract.ts'
import { whyHeldOnPaper } from '../gate/queries.ts'
import { withReasons } from '../gate/rules.ts'
import { typedLetter, type Paper, type PaperFormat, type TypedLetter } from './contract.ts'
import type { Letterhead } from '../letterhead/contract.ts'
import { letterheadOf } from '../letterhead/queries.ts'
import { setFor } from '../press/rules.ts'
import { addresseeOf, besideText, needsOf, saidBy, toldBy } from './rules.ts'
import { documentOf, logoFile, pictureFile } from '../sheet/rules.ts'
import { papersOf } from './queries.ts'
import { insertPaper } from './store.ts'

type Writing = May<'letters.write'>
export type Printed = { readonly name: string; readonly bytes: Buffer<ArrayBuffer> }

/** On each page of what has passed no gate. */
const draftMark = '下書き — 送れません'

/** To look at, or to show around: marked as a draft. What is still missing does not stop somebody from looking. */
export async function typesetDraft(
  ports: Ports,
  may: Writing,
  order: { letter: TypedLetter; format: PaperFormat; complaintId: string | null },
): Promise<Result<Printed>> {
  const { letter, format, complaintId } = order
  const letterhead = await inside(ports.db, may, (tx) => letterheadOf(tx, may))
  const needs = format === 'svg' ? [] : needsOf(letter, letterhead)
  if (needs.length > 0) return refuse('invalid', 'letters.paper-incomplete', { needs })
  const pictures = await picturesFor(ports, may, { letter, letterhead, complaintId })
  return pictures.ok
    ? print(letter, letterhead, { format, pictures: pictures.value, mark: draftMark })
    : pictures
}

type Issuing = {
  readonly id: string
  readonly letter: TypedLetter
  readonly format: Paper['format']
  readonly basedOn: number
  readonly reasons: readonly ReasonGiven[]
}

/** A letter is issued: it passes the gate of letters, and its bytes are kept before anybody has them. */
export async function issue(
  ports: Ports,
  may: Writing,
  complaintId: string,
  order: Issuing,
): Promise<Result<{ paper: Paper; head: number }>> {
  const { letter, format } = order
  const letterhead = await inside(ports.db, may, (tx) => letterheadOf(tx, may))
  const needs = needsOf(letter, letterhead)
  if (needs.length > 0) return refuse('invalid', 'letters.paper-incomplete', { needs })
  const pictures = await picturesFor(ports, may, { letter, letterhead, complaintId })
  if (!pictures.ok) return pictures
  // Set before the lock of the complaint is taken: it may take a second.
  const printed = await print(letter, letterhead, { format, pictures: pictures.value, mark: '' })
  if (!printed.ok) return printed
  const done = await change(ports, may, { complaintId, id: order.id }, (situation) =>
    keep(situation, may, complaintId, { ...order, bytes: printed.value.bytes }),
  )
  if (!done.ok) return done
  const papers = await inside(ports.db, may, (tx) => papersOf(tx, may, complaintId))
  const paper = papers.find(({ id }) => id === order.id)
  return paper
    ? ok({ paper, head: done.value.head })
    : refuse('missing', 'letters.paper-missing', {})
}

async function keep(
  situation: Situation,
  may: Writing,
  complaintId: string,
  order: Issuing & { readonly bytes: Buffer },
) {
  const { id, letter, format, bytes } = order
  const { kind, subject, text, recipient } = letter
  const seen = await seenAll(situation, may, complaintId, order.basedOn)
  if (!seen.ok) return seen
  const [addressee, beside] = [addresseeOf(letter), besideText(letter)]
  const approved = await openedBy(situation, complaintId, saidBy(letter))
  const reasons = withReasons(keptBy(may, order.reasons), approved.reasons)
  const to = { addressee, address: recipient.address }
  const asked = { complaintId, kind, text, beside, ...to, reasons }
  const passed = await whyHeldOnPaper(situation, may, asked)
  if (!passed.ok) return passed
  const told = { kind, format, subject, addressee, ...hashed(bytes) }
  const held = { id, complaintId, ...told, letter, reasons, bytes, madeAt: situation.at }
  await insertPaper(situation.tx, may, held)
  const payload = { paperId: id, ...told, text: toldBy(letter), reasons: [...order.reasons] }
  return ok([{ type: 'letters.printed' as const, payload }, ...(await approved.spend(id))])
}

function hashed(bytes: Buffer) {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

type Setting = {
  readonly format: PaperFormat
  readonly pictures: readonly Picture[]
  readonly mark: string
}

async function print(
  letter: TypedLetter,
  letterhead: Letterhead,
  { format, pictures, mark }: Setting,
): Promise<Result<Printed>> {
  // What has passed no gate says so itself, should somebody think of sending it.
  const isFor = letter.kind === 'accident-report' ? '社内限り' : ''
  const document = documentOf(letter, letterhead, [mark, isFor].filter(Boolean).join('　'))
  const name = `${letter.subject.slice(0, 60) || 'letter'}.${format}`
  if (format === 'docx') {
    const { asWord } = await import('#platform/paper/word.ts')
    return ok({ name, bytes: Buffer.from(await asWord(document, pictures, letterhead.name)) })
  }
  const { source, given } = setFor(document, { author: letterhead.name, on: letter.dateOn })
  const set = await typesetToKeep(source, given, pictures)
  if ('unprintable' in set)
    return refuse('invalid', 'letters.paper-unprintable', { words: set.unprintable })
  return ok({ name, bytes: Buffer.from(format === 'pdf' ? set.pdf : set.svg()) })
}

type Wanted = {
  readonly letter: TypedLetter
  readonly letterhead: Letterhead
  readonly complaintId: string | null
}

const sample = {
  kind: 'answer' as const,
  recipient: { postcode: '150-0001', address: '東京都渋谷区神宮前1-2-3', name: '山田 花子' },
  subject: 'お申し出へのご回答',
  text: 'このたびは、ご不便をおかけいたしました。お申し出について確かめた結果をお知らせいたします。\nこの手紙は、差出人の設定を確かめるための見本です。',
}

/** A letter to nobody under a letterhead that somebody is still setting, as SVG. */
export async function letterheadSample(
  letterhead: Letterhead,
  direction: TypedLetter['direction'],
): Promise<Result<Printed>> {
  const letter = typedLetter.parse({ ...sample, direction, dateOn: '2026-11-24' })
  const logo =
    letterhead.logo && (await drawnAs(logoFile, Buffer.from(letterhead.logo, 'base64'), 800))
  if (letterhead.logo !== null && !logo) return refuse('invalid', 'letters.logo-unreadable', {})
  const pictures = logo ? [logo] : []
  return print(letter, letterhead, { format: 'svg', pictures, mark: '見本' })
}

/** The logo, and the pictures of a report from the evidence of its complaint. */
async function picturesFor(
  ports: Ports,
  scope: Scope,
  { letter, letterhead, complaintId }: Wanted,
): Promise<Result<Picture[]>> {
  const logo = letterhead.logo && Buffer.from(letterhead.logo, 'base64')
  const drawn = logo ? [await drawnAs(logoFile, logo, 800)] : []
  const there = complaintId
    ? await inside(ports.db, scope, (tx) => attachable(tx, complaintId))
    : []
  for (const [at, { evidenceId }] of letter.pictures.entries()) {
    const found = there.find((each) => each.evidenceId === evidenceId)
    const bytes = found && (await bytesIn(ports, scope, found))
    drawn.push(bytes ? await drawnAs(pictureFile(at), bytes, 1400) : null)
  }
  const pictures = drawn.filter((each) => each !== null)
  return pictures.length === drawn.length
    ? ok(pictures)
    : refuse('conflict', 'letters.paper-picture', {})
}

async function drawnAs(file: string, bytes: Uint8Array, most: number): Promise<Picture | null> {
  const type = file === logoFile ? 'png' : 'jpg'
  const drawn = await pictureForPaper(bytes, type, most)
  return drawn && { file, type, ...drawn }
}
