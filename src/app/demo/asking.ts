import { addBusinessDays, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import * as progress from '#features/commitments/progress/contract.ts'
import { sendDeed, type Deed } from '#features/inquiries/answering/contract.ts'
import * as inquiries from '#features/inquiries/contract.ts'
import { listDepartments } from '#features/inquiries/departments/contract.ts'
import { departments, type Step } from '#test/cast.ts'
import { dueOf, must, type Turn } from './steps.ts'

type Said<D extends Step['do']> = Extract<Step, { do: D }>

/** A department is asked; the demo has no mailbox, so whoever asks passes the link on. */
export async function askDepartment(
  { call, who, id, on, at }: Turn,
  { department, question, due }: Said<'inquire'>,
) {
  const { departments: all } = await must(call(who, listDepartments))
  const departmentId = all.find(({ name }) => name === departments[department].name)?.id ?? ''
  const { on: day, at: time } = dueOf(due, at)
  const dueAt = Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime('Asia/Tokyo')
    .toInstant()
    .toString()
  const shown = {
    factIds: [],
    evidenceIds: [],
    particulars: ['product' as const, 'orderNumber' as const, 'lot' as const],
    withWords: true,
    withPersonal: false,
  }
  const body = { id, departmentId, question, dueAt, shown, byHand: true }
  return must(call(who, inquiries.askDepartment, { params: on, body }))
}

/** The department does something on the page of its link. */
export async function doOnPage(turn: Turn, { key, deed }: Said<'on-page'>) {
  const { call, who, id, slug, named, at } = turn
  const { path } = await must(call(who, inquiries.readLink, { params: { inquiryId: named(key) } }))
  const token = path.split('#')[1] ?? ''
  const body = { token, id, deed: deedOf(deed, at) }
  return must(call(null, sendDeed, { params: { slug }, body }))
}

function deedOf(deed: Said<'on-page'>['deed'], at: Temporal.Instant): Deed {
  if (deed.kind !== 'move') return deed
  const { inDays, ...said } = deed
  return { ...said, on: dayAfter(at, inDays) }
}

export function tellProgress({ call, who, id, on }: Turn, step: Said<'interval'>) {
  return must(call(who, progress.tellProgress, { params: on, body: { ...step, id } }))
}

/** Without words of its own the note says what the house proposes. */
export async function giveNote(turn: Turn, { channel }: Said<'tell-progress'>) {
  const { call, who, id } = turn
  const params = await noteDue(turn)
  const { text } = await must(call(who, progress.draftNote, { params }))
  return must(call(who, progress.giveNote, { params, body: { id, text, channel } }))
}

export async function pauseProgress(turn: Turn, { inDays, ...step }: Said<'wait-for'>) {
  const { call, who, id, at } = turn
  const body = {
    ...step,
    id,
    on: dayAfter(at, inDays),
    toldBy: `${who.viewer?.name ?? ''}が電話で`,
  }
  return must(call(who, progress.pauseProgress, { params: await noteDue(turn), body }))
}

async function noteDue({ call, who, on }: Turn): Promise<{ commitmentId: string }> {
  const { progress: due } = await must(call(who, progress.readProgress, { params: on }))
  return { commitmentId: due?.commitmentId ?? '' }
}

function dayAfter(at: Temporal.Instant, businessDays: number): string {
  return addBusinessDays(japaneseOfficeCalendar, tokyoDay(at), businessDays).toString()
}
