import { understand } from '#platform/mail/understand.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { correspond } from '#features/letters/factory.ts'
import { value, type Desk } from '#test/desk.ts'
import type { PostOffice } from '#test/post-office.ts'
import { askDepartment, listComplaintInquiries, type Shown } from './contract.ts'

export const factoryAddress = 'factory@minato.example'
export const headAddress = 'head@minato.example'
export const factoryFields = {
  name: '製造部',
  address: factoryAddress,
  headName: '大石',
  headAddress,
  people: ['佐藤', '長谷川'],
  usualDays: 2,
  opens: '08:00',
  closes: '17:00',
  isOn: true,
}
export const nothingShown: Shown = {
  factIds: [],
  evidenceIds: [],
  particulars: [],
  withWords: false,
  withPersonal: false,
  contactFor: '',
}

type More = { question?: string; dueAt?: string; shown?: Shown; id?: string }

/** Complaints about which one department is asked, through this post office. */
export function askingAt(desk: Desk, office: PostOffice, departmentId: string) {
  const kobayashi = desk.as('kobayashi')
  const { received } = correspond(desk, office)
  const mailsTo = (address: string) => textsTo(office, address)
  async function asked(more: More = {}) {
    const complaint = await received()
    const { complaintId } = complaint
    const body = {
      id: more.id ?? desk.newId(),
      departmentId,
      question: more.question ?? 'このロットの出荷前検査の記録を見せてください。',
      dueAt: more.dueAt ?? Temporal.Instant.from('2026-12-31T15:00+09:00').toString(),
      shown: more.shown ?? nothingShown,
    }
    const answer = value(await kobayashi.call(askDepartment, { params: { complaintId }, body }))
    await desk.runJobs()
    return { ...complaint, ...answer, body, token: tokenIn(mailsTo(factoryAddress).at(-1) ?? '') }
  }
  const entriesOf = async (complaintId: string) =>
    value(await kobayashi.call(readTimeline, { params: { complaintId }, query: {} })).entries
  const listed = async (complaintId: string) =>
    value(await kobayashi.call(listComplaintInquiries, { params: { complaintId } })).inquiries
  return { asked, mailsTo, entriesOf, listed, received }
}

function textsTo({ posted }: PostOffice, address: string): string[] {
  const theirs = posted.filter(({ to }) => to.includes(address))
  return theirs.map(({ bytes }) =>
    understand(bytes)
      .passages.map(({ text }) => text)
      .join('\n'),
  )
}

/** The token in the link of a mail. */
export function tokenIn(text: string): string {
  return /#([0-9a-f]{64})/.exec(text)?.[1] ?? ''
}
