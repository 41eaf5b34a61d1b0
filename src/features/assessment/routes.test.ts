import { describe, expect, it } from 'vitest'
import { assessComplaint, checkSafety } from '#features/complaints/handling/contract.ts'
import { recordOf } from '#features/complaints/door.ts'
import { inside } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { changeAssessWithin } from './definitions/contract.ts'
import { listUnassessed, readAssessment } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const sasaki = desk.as('sasaki')
const fujii = desk.as('fujii')

async function received(words: string) {
  const body = { id: desk.newId(), channel: 'mail' as const, words, customer: {} }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

function assess(complaintId: string, given: Record<string, unknown>) {
  const body = {
    id: desk.newId(),
    severity: 'high' as const,
    isSafety: true,
    reason: '手に赤み',
    ...given,
  }
  return matsui.call(assessComplaint, { params: { complaintId }, body })
}

const read = async (complaintId: string) =>
  value(await matsui.call(readAssessment, { params: { complaintId } }))
const waiting = async () =>
  value(await sasaki.call(listUnassessed, { query: { limit: 100 } })).complaints.map(({ id }) => id)

describe('初期評価', () => {
  it('五つの見立てを、人と時と理由とともに残し、あとから変えても前が残る', async () => {
    const complaintId = await received('ケトルでやけどをしました。')
    expect((await read(complaintId)).current).toBeNull()
    const axes = { complexity: 'involved', impact: 'several' }
    const immediateAction = { isNeeded: true, words: '販売を止めるか工場に確かめる' }
    value(await assess(complaintId, { ...axes, immediateAction }))
    value(await assess(complaintId, { severity: 'critical', reason: '受診されると分かった' }))
    expect(await read(complaintId)).toMatchObject({
      current: { severity: 'critical', ...axes, immediateAction, byName: '松井 あかり' },
      history: [{ severity: 'high', reason: '手に赤み' }],
    })
    const record = await inside(desk.ports.db, matsui.scope, (tx) =>
      recordOf(tx, matsui.scope, complaintId),
    )
    expect(record?.assessment).toMatchObject({ severity: 'critical', impact: 'several' })
  })

  it('記録からの案は、理由とともに出るだけで、何も決めない', async () => {
    const complaintId = await received('注文と違うスプーンが届きました。')
    const body = { id: desk.newId(), harm: 'injured' as const, words: '指を切った' }
    value(await matsui.call(checkSafety, { params: { complaintId }, body }))
    const { suggestion, current } = await read(complaintId)
    expect(current).toBeNull()
    expect(suggestion.severity).toEqual({
      value: 'critical',
      because: [{ kind: 'harm', harm: 'injured', words: '指を切った' }],
    })
  })
})

describe('まだ見立てていない苦情', () => {
  it('安全の件はすぐに、ほかは決めた時間がたつと載り、見立てると消える', async () => {
    const plain = await received('スプーンが足りません。')
    const hurt = await received('ケトルでやけどをしました。')
    const ours = async () => (await waiting()).filter((id) => id === plain || id === hurt)
    expect(await ours()).toEqual([hurt])
    await desk.runJobs('2026-11-24T12:01:00+09:00')
    expect(await ours()).toEqual([hurt, plain])
    value(await assess(hurt, {}))
    expect(await ours()).toEqual([plain])
  })

  it('待つ時間は管理者が変えられる。ほかの人には変えられない', async () => {
    const complaintId = await received('箱がつぶれていました。')
    const body = { minutes: 15 }
    expect(code(await sasaki.call(changeAssessWithin, { body }))).toBe('access.not-allowed')
    value(await fujii.call(changeAssessWithin, { body }))
    await desk.runJobs('2026-11-24T12:17:00+09:00')
    expect(await waiting()).toContain(complaintId)
  })
})
