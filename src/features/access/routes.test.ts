import { expect, it } from 'vitest'
import { addNote } from '#features/complaints/handling/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { promisesEndpoint } from '#features/language/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { readWebForm, receiveComplaint, startCall } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import {
  changeAbsence,
  changeBusinessName,
  changeOrganisation,
  listMembers,
  readOrganisation,
  readViewer,
  type CalendarSettings,
} from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const sasaki = desk.as('sasaki')
const fujii = desk.as('fujii')

it('サインインした人は、自分の役割とチームを知る', async () => {
  const viewer = await matsui.call(readViewer)
  expect(viewer.ok && viewer.value).toMatchObject({
    name: '松井 あかり',
    roles: ['operator'],
    teams: [{ name: 'お客様相談室' }],
    organisation: { slug: 'demo' },
  })
  const nobody = await desk.customer.call(readViewer)
  expect(nobody.status).toBe(401)
  expect(nobody.detail).toContain('サインイン')
})

it('部門の人は苦情に書きこめず、何をすればよいかを言われる', async () => {
  const id = desk.newId()
  const body = { id, channel: 'mail' as const, words: '箱がつぶれていた' }
  await matsui.call(receiveComplaint, { body })
  const note = { id: desk.newId(), speaker: 'internal' as const, text: '確かめます' }
  const refused = await desk
    .as('okamoto')
    .call(addNote, { params: { complaintId: id }, body: note })
  expect(refused.status).toBe(403)
  expect(refused.detail).toContain('頼んでください')
})

it('営業日を変えられるのは管理者だけで、変えた休みはすぐに効く', async () => {
  const now = await fujii.call(readOrganisation)
  if (!now.ok) throw new Error(now.refusal.code)
  const { name, calendar } = now.value
  const body = { name, calendar: { ...calendar, closedOn: ['2026-12-28'] } }
  expect((await matsui.call(changeOrganisation, { body })).status).toBe(403)
  const changed = await fujii.call(changeOrganisation, { body })
  expect(changed.ok && changed.value.calendar.closedOn).toEqual(['2026-12-28'])
})

it('早く閉まる曜日と日は、約束の期限にも、受付の返事の日時にも効く', async () => {
  const calendar = await calendarNow()
  const workdays = [1, 2, 3, 4, 5, 6]
  const half = { halfWeekdays: { 6: '12:00' }, halfDays: { '2026-11-25': '15:00' } }
  const changed = await fujii.call(changeOrganisation, {
    body: { name: 'みなと食卓', calendar: { ...calendar, workdays, ...half } },
  })
  expect(changed.ok && changed.value.calendar).toMatchObject(half)

  const now = desk.clock.now().toString()
  const text = '4営業日以内に返金いたします。'
  const read = await matsui.call(promisesEndpoint, { body: { now, text } })
  expect(read.ok && read.value.promises.map(({ due }) => due)).toEqual(['2026-11-28'])

  const complaintId = desk.newId()
  const told = { id: complaintId, channel: 'mail' as const, words: '返金がまだです' }
  await matsui.call(receiveComplaint, { body: told })
  const making = { id: desk.newId(), words: '返金する', due: { phrase: '4営業日以内' } }
  const made = await matsui.call(makeCommitment, { params: { complaintId }, body: making })
  expect(made.ok && made.value.commitment.dueAt).toBe('2026-11-28T03:00:00Z')

  const form = await desk.customer.call(readWebForm, { params: { slug: 'demo' } })
  expect(form.ok && form.value.answeredBy).toBe('2026-11-25T06:00:00Z')
})

it('数えられない営業日は、何を直せばよいかを言って断る', async () => {
  const calendar = await calendarNow()
  const detailOf = async (change: Partial<CalendarSettings>) => {
    const body = { name: 'みなと食卓', calendar: { ...calendar, ...change } }
    const { status, detail } = await fujii.call(changeOrganisation, { body })
    return [status, detail]
  }
  expect(await detailOf({ halfWeekdays: { 6: '19:00' } })).toEqual([
    422,
    '土曜日に閉まる時刻は、09:00 より後、18:00 より前にしてください。',
  ])
  expect(await detailOf({ halfWeekdays: { 7: '12:00' } })).toEqual([
    422,
    '日曜日は休みの曜日です。営業する曜日に加えるか、「早く閉まる曜日」から外してください。',
  ])
  expect(await detailOf({ halfDays: { '2026-12-30': '12:00' } })).toEqual([
    422,
    '12月30日(水)は休みの日です。「休日でも営業する日」に加えるか、「早く閉まる日」から外してください。',
  ])
  expect((await detailOf({ halfWeekdays: { 8: '12:00' } }))[0]).toBe(422)
  expect((await detailOf({ halfDays: { '2026-12-28': '25:00' } }))[0]).toBe(422)
  expect(await calendarNow()).toEqual(calendar)
})

async function calendarNow(): Promise<CalendarSettings> {
  const now = await fujii.call(readOrganisation)
  if (!now.ok) throw new Error(now.refusal.code)
  return now.value.calendar
}

it('不在の人には代わりの人を立てる。本人は代わりになれない', async () => {
  const params = { memberId: matsui.memberId }
  const self = { isAway: true, substituteId: matsui.memberId }
  const refused = await sasaki.call(changeAbsence, { params, body: self })
  expect(refused.ok ? '' : refused.refusal.code).toBe('access.own-substitute')
  const body = { isAway: true, substituteId: desk.as('kobayashi').memberId }
  expect((await sasaki.call(changeAbsence, { params, body })).ok).toBe(true)
  const members = await matsui.call(listMembers)
  const away = members.ok ? members.value.members.filter(({ isAway }) => isAway) : []
  expect(away.map(({ name }) => name)).toEqual(['松井 あかり'])
})

it('お客様に名乗る名前は、本人とSVが決められ、応対ナビの言葉と約束の担当もその名になる', async () => {
  const params = { memberId: matsui.memberId }
  const called = (businessName: string | null) => ({ params, body: { businessName } })
  expect(code(await desk.as('kobayashi').call(changeBusinessName, called('木下')))).toBe(
    'access.not-your-name',
  )
  expect(code(await matsui.call(changeBusinessName, called('　')))).toBe('http.not-understood')
  const chosen = value(await matsui.call(changeBusinessName, called(' 木下 ')))
  expect(chosen).toMatchObject({ name: '松井 あかり', businessName: '木下' })

  const ids = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await matsui.call(startCall, { body: ids }))
  const place = { params: { complaintId: call.complaintId } }
  const said = async () =>
    JSON.stringify(value(await matsui.call(readGuidance, place)).current?.say ?? [])
  expect(await said()).toContain('木下')
  expect(await said()).not.toContain('松井')

  value(await sasaki.call(changeBusinessName, called(null)))
  expect(await said()).toContain('松井')
})
