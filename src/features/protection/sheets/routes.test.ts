import { expect, it } from 'vitest'
import { verifyFiles } from '../sealing/queries.ts'
import { asHouse } from '../reading/actions.ts'
import { systemScope } from '#features/access/door.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { readProtection } from '../contract.ts'
import { protectingAt } from '../factory.ts'
import { keepSheet } from './contract.ts'

const desk = await openDesk()
const { name, received } = protectingAt(desk)
const [matsui, sasaki, fujii] = [desk.as('matsui'), desk.as('sasaki'), desk.as('fujii')]
await name()

const lines = [
  { label: '場所（目印・階）', words: '静岡駅前店 一階' },
  { label: '何があったか', words: '「殺すぞ」' },
]
const keep = (complaintId: string, act: 'opened' | 'printed', id = desk.newId()) =>
  matsui.call(keepSheet, { params: { complaintId }, body: { id, number: '110', act, lines } })
const read = (complaintId: string) =>
  sasaki.call(readProtection, { params: { complaintId }, body: { reason: '警察から問い合わせ' } })

it('開いた人と印刷した人、時刻、そのときの内容が、保護の記録の鎖に足される', async () => {
  const complaintId = await received()
  const id = desk.newId()
  expect(value(await keep(complaintId, 'opened', id))).toEqual({ isKept: true })
  value(await keep(complaintId, 'opened', id))
  value(await keep(complaintId, 'printed'))
  const { sheets } = value(await read(complaintId)).record
  expect(sheets).toMatchObject([
    { act: 'opened', number: '110', byName: '松井 あかり', lines },
    { act: 'printed', number: '110', byName: '松井 あかり', lines },
  ])
  const scope = systemScope(matsui.scope.organisationId, 'protection')
  const { findings } = await asHouse(desk.ports, scope, (tx) => verifyFiles(tx, scope))
  expect(findings).toEqual([])
})

it('書く人には中身が見えず、ふだんの記録にも、票の言葉は入らない', async () => {
  const complaintId = await received()
  value(await keep(complaintId, 'printed'))
  const refused = await fujii.call(readProtection, {
    params: { complaintId },
    body: { reason: '見たい' },
  })
  expect(refused.ok).toBe(false)
  const asOperator = await matsui.call(readProtection, {
    params: { complaintId },
    body: { reason: '見たい' },
  })
  expect(asOperator.ok).toBe(false)
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId }, query: {} }))
  expect(JSON.stringify(entries)).not.toContain('静岡駅前店 一階')
})

it('ない苦情の票は、残せない', async () => {
  expect(await keep(desk.newId(), 'opened')).toMatchObject({
    ok: false,
    refusal: { code: 'complaints.missing' },
  })
})
