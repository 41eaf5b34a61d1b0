import { expect, it } from 'vitest'
import { addNote } from '#features/complaints/handling/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk } from '#test/desk.ts'
import {
  changeAbsence,
  changeOrganisation,
  listMembers,
  readOrganisation,
  readViewer,
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
