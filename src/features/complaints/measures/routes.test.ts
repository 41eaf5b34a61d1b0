import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { listComplaints } from '../contract.ts'
import { closeComplaint, erasePersonalData } from '../handling/contract.ts'
import { recordOf } from '../record/queries.ts'
import { readTimeline } from '../timeline/contract.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const [kobayashi, matsui, fujii] = [desk.as('kobayashi'), desk.as('matsui'), desk.as('fujii')]
const said = '箱を閉じる前に、二人で緩衝材の数を確かめる'
const terms = {
  words: said,
  answeringFunction: 'logistics' as const,
  ownerName: '大西',
  fromOn: '2026-11-20',
  dueOn: null,
}

async function received(): Promise<{ complaintId: string }> {
  const words = '届いた箱の中で瓶が割れていました。'
  const customer = { name: '森本 千尋', phone: '090-0000-1101' }
  const body = { id: desk.newId(), channel: 'mail' as const, words, customer }
  const { complaintId } = value(await matsui.call(receiveComplaint, { body }))
  return { complaintId }
}

type On = { complaintId: string }
const write = (params: On, more: object = {}) => {
  const id = desk.newId()
  return matsui.call(wall.writeMeasure, { params, body: { id, ...terms, ...more } })
}
const standing = async (params: On) => value(await matsui.call(wall.listMeasures, { params }))
const only = async (params: On) => {
  const [measure] = (await standing(params)).measures
  if (!measure) throw new Error('no measure')
  return measure
}
const move = async (params: On, state: wall.MeasureState, on = '2026-11-24', words = '') => {
  const { id: measureId } = await only(params)
  const body = { id: desk.newId(), state, on, byName: '品質保証部長 大西', words }
  return matsui.call(wall.moveMeasure, { params: { ...params, measureId }, body })
}

describe('再発防止策を記録に残す', () => {
  it('書けば検討中。決めた人と日が付いて、決定になる', async () => {
    const params = await received()
    expect(code(await write(params))).toBe('ok')
    expect(await only(params)).toMatchObject({ ...terms, state: 'considered', steps: [] })
    expect(code(await move(params, 'done'))).toBe('complaints.measure-undecided')
    expect(code(await move(params, 'decided', '2026-11-25'))).toBe('complaints.measure-day-ahead')
    expect(code(await move(params, 'decided', '2026-11-20'))).toBe('ok')
    expect(await only(params)).toMatchObject({
      state: 'decided',
      steps: [{ state: 'decided', on: '2026-11-20', byName: '品質保証部長 大西' }],
      changedByName: '松井 あかり',
    })
  })

  it('書くときに決めてあれば、一度で済む。同じ命令は二度書かれない', async () => {
    const params = await received()
    const decided = { on: '2026-11-18', byName: '大西' }
    const id = desk.newId()
    const body = { id, ...terms, decided }
    const first = value(await matsui.call(wall.writeMeasure, { params, body }))
    const second = value(await matsui.call(wall.writeMeasure, { params, body }))
    expect(second.head).toBe(first.head)
    expect(await only(params)).toMatchObject({ id, state: 'decided' })
  })

  it('どの変更も、誰が書いたかとともに経過に残る', async () => {
    const params = await received()
    value(await write(params))
    value(await move(params, 'decided'))
    value(await move(params, 'considered', '2026-11-24', '費用を見直すため'))
    const { entries } = value(await matsui.call(readTimeline, { params }))
    const own = entries.filter(({ type }) => type.startsWith('complaints.measure'))
    expect(own.map(({ type, payload }) => [type, payload?.['state']])).toEqual([
      ['complaints.measure-written', undefined],
      ['complaints.measure-moved', 'decided'],
      ['complaints.measure-moved', 'considered'],
    ])
  })

  it('効果は、実施済みのあとに、何で確かめたかを添えて残す', async () => {
    const params = await received()
    value(await write(params, { decided: { on: '2026-11-18', byName: '大西' } }))
    expect(code(await move(params, 'effective', '2026-11-24', '0件'))).toBe(
      'complaints.measure-not-done',
    )
    value(await move(params, 'done', '2026-11-20'))
    expect(code(await move(params, 'effective'))).toBe('complaints.measure-unchecked')
    expect(code(await move(params, 'effective', '2026-11-24', '32件に破損なし'))).toBe('ok')
    expect(code(await move(params, 'done'))).toBe('complaints.measure-back-without-reason')
  })

  it('日が逆さまの対策は書けない。取り下げたものは動かない', async () => {
    const params = await received()
    expect(code(await write(params, { dueOn: '2026-11-01' }))).toBe('complaints.measure-dates')
    value(await write(params))
    const { id: measureId } = await only(params)
    const on = { ...params, measureId }
    const gone = { id: desk.newId(), reason: '機械に替える' }
    value(await matsui.call(wall.withdrawMeasure, { params: on, body: gone }))
    expect(code(await move(params, 'decided'))).toBe('complaints.measure-missing')
    expect((await only(params)).state).toBe('withdrawn')
  })

  it('中身を書き直すと検討中に戻り、言い回しだけなら決定のまま', async () => {
    const params = await received()
    value(await write(params, { decided: { on: '2026-11-18', byName: '大西' } }))
    const { id: measureId } = await only(params)
    const change = (words: string, isRewording: boolean) => {
      const body = { id: desk.newId(), ...terms, words, isRewording }
      return matsui.call(wall.changeMeasure, { params: { ...params, measureId }, body })
    }
    value(await change(`${said}ことにする`, true))
    expect((await only(params)).state).toBe('decided')
    value(await change('緩衝材を三枚に増やす', false))
    expect(await only(params)).toMatchObject({ state: 'considered', steps: [] })
  })

  it('ほかの人が先に変えていたら止まり、書いた内容は残る', async () => {
    const params = await received()
    value(await write(params))
    const { head: basedOn } = await standing(params)
    const { id: measureId } = await only(params)
    const on = { params: { ...params, measureId } }
    const theirs = { id: desk.newId(), state: 'decided' as const, on: '2026-11-24', byName: '大西' }
    value(await kobayashi.call(wall.moveMeasure, { ...on, body: theirs }))
    const mine = { id: desk.newId(), reason: '費用が合わない', basedOn }
    const stale = await matsui.call(wall.withdrawMeasure, { ...on, body: mine })
    expect([stale.status, code(stale)]).toEqual([409, 'complaints.changed-meanwhile'])
  })
})

describe('対策は不要と決める', () => {
  const decision = () => ({
    id: desk.newId(),
    reason: 'ご注文の行き違いで、手順に直すところがない',
    on: '2026-11-24',
    byName: '大西',
  })

  it('理由と決めた人が残り、取り消せる。対策があるあいだは決められない', async () => {
    const params = await received()
    value(await matsui.call(wall.decideNoMeasure, { params, body: decision() }))
    expect((await standing(params)).unneeded).toMatchObject({ byName: '大西' })
    const back = { id: desk.newId(), reason: '同じ件がもう一件あった' }
    value(await matsui.call(wall.liftNoMeasure, { params, body: back }))
    const again = { ...back, id: desk.newId() }
    expect(code(await matsui.call(wall.liftNoMeasure, { params, body: again }))).toBe(
      'complaints.measures-not-unneeded',
    )
    value(await write(params))
    expect(code(await matsui.call(wall.decideNoMeasure, { params, body: decision() }))).toBe(
      'complaints.measures-stand',
    )
  })

  it('対策を書けば、不要の決定は消える', async () => {
    const params = await received()
    value(await matsui.call(wall.decideNoMeasure, { params, body: decision() }))
    value(await write(params))
    expect((await standing(params)).unneeded).toBeNull()
  })
})

describe('だれの目に触れるか', () => {
  it('書けるのは応対の机だけ。読むだけの役割には断る', async () => {
    const params = await received()
    const analyst = desk.as('nakano')
    const body = { id: desk.newId(), ...terms }
    expect((await analyst.call(wall.writeMeasure, { params, body })).status).toBe(403)
    expect((await analyst.call(wall.listMeasures, { params })).status).toBe(200)
  })

  it('対策の言葉からも、苦情を探せる', async () => {
    const params = await received()
    value(await write(params, { words: '虹色の札を箱に貼る' }))
    const found = value(await matsui.call(listComplaints, { query: { words: '虹色の札' } }))
    expect(found.complaints.map(({ id }) => id)).toEqual([params.complaintId])
  })

  it('個人情報を消すと、対策の言葉も消える', async () => {
    const params = await received()
    value(await write(params))
    const over = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'もうよいとのこと' }
    value(await matsui.call(closeComplaint, { params, body: over }))
    const body = { id: desk.newId(), reason: 'お客様のご請求' }
    value(await fujii.call(erasePersonalData, { params, body }))
    const { complaintId } = params
    const record = await inside(desk.ports.db, fujii.scope, (tx) =>
      recordOf(tx, fujii.scope, complaintId),
    )
    expect(record?.measures).toEqual([])
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(JSON.stringify(entries)).not.toContain('緩衝材')
  })
})
