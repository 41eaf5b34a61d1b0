import { describe, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { readComplaint, type CustomerFields } from '../contract.ts'
import { findCustomers } from '../customers/contract.ts'
import { closeComplaint, erasePersonalData } from '../handling/contract.ts'
import { readTimeline } from '../timeline/contract.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const fujii = desk.as('fujii')

async function received(customer: CustomerFields): Promise<{ id: string; customerId: string }> {
  const id = desk.newId()
  const body = { id, channel: 'mail' as const, words: '困っています。', customer, details: {} }
  value(await matsui.call(receiveComplaint, { body }))
  desk.clock.advance({ minutes: 1 })
  const { customerId } = (await complaint(id)).customer
  return { id, customerId: customerId ?? '' }
}
const complaint = async (complaintId: string) =>
  value(await matsui.call(readComplaint, { params: { complaintId } }))
const page = async (customerId: string) =>
  value(await matsui.call(wall.readCustomer, { params: { customerId } }))
const timeline = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId } })).entries
const found = async (words: string) =>
  value(await matsui.call(findCustomers, { query: { words } })).matches
const merge = (intoId: string, fromId: string, more: object = {}) =>
  matsui.call(wall.mergeCustomers, {
    params: { customerId: intoId },
    body: { id: desk.newId(), fromId, reason: '電話番号が同じ', ...more },
  })
const undo = (customerId: string, mergeId: string) =>
  matsui.call(wall.undoMerge, {
    params: { customerId, mergeId },
    body: { id: desk.newId(), reason: '別の方だった' },
  })
const split = (customerId: string, more: object) =>
  matsui.call(wall.splitCustomer, {
    params: { customerId },
    body: { id: desk.newId(), complaintIds: [], reason: '別の方だった', ...more },
  })
async function erase(complaintId: string) {
  const params = { complaintId }
  const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'お取り下げ' }
  value(await matsui.call(closeComplaint, { params, body: closing }))
  const body = { id: desk.newId(), reason: 'ご本人のご依頼' }
  value(await fujii.call(erasePersonalData, { params, body }))
}

describe('二つの記録をまとめる', () => {
  it('まとめたあとの姿を先に見せ、選んだとおりにまとめ、経過に残す', async () => {
    const into = await received({ name: '沖田 葵', phone: '054-111-0001' })
    const from = await received({ name: '沖田 あおい', email: 'aoi@example.jp' })
    const seen = value(
      await matsui.call(wall.previewMerge, {
        params: { customerId: into.customerId },
        query: { fromId: from.customerId },
      }),
    )
    expect(seen).toMatchObject({
      result: { name: '沖田 葵', phone: '054-111-0001', email: 'aoi@example.jp' },
      movingComplaints: 1,
      stayingComplaints: 1,
    })
    const sent = { choices: { name: 'from' }, version: seen.version, id: desk.newId() }
    value(await merge(into.customerId, from.customerId, sent))
    value(await merge(into.customerId, from.customerId, sent))
    const merged = await page(into.customerId)
    expect(merged.customer).toEqual({
      name: '沖田 あおい',
      phone: '054-111-0001',
      email: 'aoi@example.jp',
    })
    expect(merged.complaints.map(({ id }) => id)).toEqual([from.id, into.id])
    expect(merged.merges).toMatchObject([
      { complaints: 1, canBeUndone: true, byName: '松井 あかり' },
    ])
    expect((await complaint(from.id)).customer).toMatchObject({ customerId: into.customerId })
    for (const { id } of [into, from]) {
      const last = (await timeline(id)).at(-1)
      expect(last).toMatchObject({ type: 'complaints.customers-merged', byName: '松井 あかり' })
      expect(last?.payload).toMatchObject({ reason: '電話番号が同じ' })
    }
    expect((await found('沖田')).map(({ customerId }) => customerId)).toEqual([into.customerId])
  })

  it('まとめられた記録のURLは、何度まとめても、いまの記録を開く', async () => {
    const [first, second, third] = [
      await received({ name: '送田 一', phone: '054-112-0001' }),
      await received({ name: '送田 壱', phone: '054-112-0002' }),
      await received({ name: '送田 いち', phone: '054-112-0003' }),
    ]
    const id = desk.newId()
    value(await merge(second.customerId, first.customerId, { id }))
    value(await merge(third.customerId, second.customerId))
    expect((await page(first.customerId)).customerId).toBe(third.customerId)
    expect((await page(second.customerId)).customerId).toBe(third.customerId)
    const nobody = { customerId: desk.newId() }
    expect(code(await matsui.call(wall.readCustomer, { params: nobody }))).toBe(
      'complaints.customer-missing',
    )
  })

  it('元に戻せば、お申し出もご連絡先も、まとめる前のとおり', async () => {
    const into = await received({ name: '戻田 一', phone: '054-222-0001' })
    const from = await received({ name: '戻田 始', email: 'hajime@example.jp' })
    const before = [await page(into.customerId), await page(from.customerId)]
    const id = desk.newId()
    value(await merge(into.customerId, from.customerId, { id, choices: { name: 'from' } }))
    const later = await received({ name: '戻田 始', phone: '054-222-0001' })
    expect(later.customerId).toBe(into.customerId)
    value(await undo(into.customerId, id))
    const after = [await page(into.customerId), await page(from.customerId)]
    expect(after.map(({ customer }) => customer)).toEqual(before.map(({ customer }) => customer))
    expect(after.map(({ complaints }) => complaints.map((each) => each.id))).toEqual([
      [later.id, into.id],
      [from.id],
    ])
    expect((await complaint(from.id)).customer).toEqual({
      customerId: from.customerId,
      name: '戻田 始',
      email: 'hajime@example.jp',
    })
    expect(code(await undo(into.customerId, id))).toBe('complaints.merge-undone-already')
  })

  it('14日を過ぎたら、戻すかわりに分ける道を言う', async () => {
    const into = await received({ name: '遅田 一', phone: '054-333-0001' })
    const from = await received({ name: '遅田 二', phone: '054-333-0002' })
    const id = desk.newId()
    value(await merge(into.customerId, from.customerId, { id }))
    desk.clock.advance({ hours: 14 * 24 })
    const late = await undo(into.customerId, id)
    expect([late.status, late.detail]).toEqual([409, expect.stringContaining('「分ける」')])
  })

  it('見ているあいだに変わった記録は、まとめない。自分自身とも、まとめない', async () => {
    const into = await received({ name: '変田 一', phone: '054-444-0001' })
    const from = await received({ name: '変田 二', phone: '054-444-0002' })
    const { version } = value(
      await matsui.call(wall.previewMerge, {
        params: { customerId: into.customerId },
        query: { fromId: from.customerId },
      }),
    )
    await received({ name: '変田 二', phone: '054-444-0002' })
    const stale = await merge(into.customerId, from.customerId, { version })
    expect(code(stale)).toBe('complaints.customer-changed')
    expect(code(await merge(into.customerId, into.customerId))).toBe('complaints.merge-with-itself')
  })

  it('同時に逆向きでまとめても、お申し出は一件もなくならない', async () => {
    const one = await received({ name: '同田 一', phone: '054-555-0001' })
    const other = await received({ name: '同田 二', phone: '054-555-0002' })
    const answers = await Promise.all([
      merge(one.customerId, other.customerId),
      merge(other.customerId, one.customerId),
    ])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const [kept] = answers.flatMap((answer) => (answer.ok ? [answer.value.customerId] : []))
    const ids = (await page(kept ?? '')).complaints.map(({ id }) => id)
    expect(ids).toEqual([other.id, one.id])
  })
})

describe('一つの記録を分ける', () => {
  it('選んだお申し出とご連絡先だけが移り、どちらの経過にも残る', async () => {
    const customer = { name: '分田 家', phone: '054-666-0001', email: 'bun@example.jp' }
    const stays = await received(customer)
    const goes = await received(customer)
    const { version } = await page(stays.customerId)
    const { customerId } = value(
      await split(stays.customerId, {
        complaintIds: [goes.id],
        details: { phone: 'both', email: 'goes' },
        name: '分田 妻',
        version,
      }),
    )
    expect(await page(customerId)).toMatchObject({
      customer: { name: '分田 妻', phone: '054-666-0001', email: 'bun@example.jp' },
      complaints: [{ id: goes.id }],
    })
    const left = await page(stays.customerId)
    expect(left.customer).toEqual({ name: '分田 家', phone: '054-666-0001' })
    expect(left.complaints.map(({ id }) => id)).toEqual([stays.id])
    for (const { id } of [stays, goes])
      expect((await timeline(id)).at(-1)?.type).toBe('complaints.customer-split')
  })

  it('分けたのを戻せば、元のご連絡先に、そのあと伺ったことが残る。URLも元の方を開く', async () => {
    const customer = { name: '再田 家', phone: '054-667-0001', email: 'sai@example.jp' }
    const stays = await received(customer)
    const goes = await received(customer)
    const details = { email: 'goes' as const }
    const parts = { complaintIds: [goes.id], details, name: '再田 妻' }
    const { customerId: splitId } = value(await split(stays.customerId, parts))
    const shown = await page(stays.customerId)
    expect(shown.splits).toMatchObject([{ splitId, name: '再田 妻', canBeUndone: true }])
    const later = await received({ name: '再田 妻', email: 'sai@example.jp' })
    expect(later.customerId).toBe(splitId)
    const back = (customerId: string) =>
      matsui.call(wall.undoSplit, {
        params: { customerId, splitId },
        body: { id: desk.newId(), reason: '同じ方だった' },
      })
    expect(code(await back(splitId))).toBe('complaints.split-elsewhere')
    value(await back(stays.customerId))
    const whole = await page(splitId)
    expect(whole).toMatchObject({ customerId: stays.customerId, customer, splits: [] })
    expect(whole.complaints.map(({ id }) => id)).toEqual([later.id, goes.id, stays.id])
    expect(code(await back(stays.customerId))).toBe('complaints.split-undone-already')
  })

  it('全部は移せない。手がかりのない方も作らない', async () => {
    const one = await received({ name: '全田 一', phone: '054-777-0001' })
    expect(code(await split(one.customerId, { complaintIds: [one.id] }))).toBe(
      'complaints.split-takes-all',
    )
    await received({ name: '全田 一', phone: '054-777-0001' })
    expect(code(await split(one.customerId, { complaintIds: [one.id] }))).toBe(
      'complaints.split-unnamed',
    )
  })
})

describe('つながり・代わりの方・日付のある事実', () => {
  it('つながりは、両方から見え、終わりにすれば両方から消える', async () => {
    const mother = await received({ name: '結田 母', phone: '054-888-0001' })
    const son = await received({ name: '結田 子', phone: '054-888-0002' })
    const linkId = desk.newId()
    const body = { id: linkId, otherId: mother.customerId, kind: 'proxy-for' as const }
    const said = { since: '2026-10-01', source: '委任状' }
    const params = { customerId: son.customerId }
    value(await matsui.call(wall.linkCustomers, { params, body: { ...body, ...said } }))
    expect((await page(son.customerId)).links).toMatchObject([
      { name: '結田 母', kind: 'proxy-for', ...said },
    ])
    expect((await page(mother.customerId)).links).toMatchObject([
      { name: '結田 子', kind: 'represented-by' },
    ])
    const ending = { id: desk.newId(), reason: '委任が終わった' }
    value(await matsui.call(wall.unlinkCustomers, { params: { ...params, linkId }, body: ending }))
    expect((await page(son.customerId)).links).toEqual([])
    expect((await page(mother.customerId)).links).toEqual([])
  })

  it('代わりの方には、何を伝えてよいかと、確かめた方法がある', async () => {
    const { customerId } = await received({ name: '代田 一', phone: '054-999-0001' })
    const proxy = { name: '代田 二', relation: '長男', mayBeTold: '修理の日程', evidence: '委任状' }
    const body = { id: desk.newId(), ...proxy, until: '2027-03-31' }
    value(await matsui.call(wall.nameProxy, { params: { customerId }, body }))
    expect((await page(customerId)).proxies).toMatchObject([{ ...proxy, isOver: false }])
    const params = { customerId, proxyId: body.id }
    const ending = { id: desk.newId(), reason: '取り消しのお電話' }
    value(await matsui.call(wall.endProxy, { params, body: ending }))
    expect((await page(customerId)).proxies).toEqual([])
    const again = await matsui.call(wall.endProxy, {
      params,
      body: { ...ending, id: desk.newId() },
    })
    expect(code(again)).toBe('complaints.said-no-longer')
  })

  it('事実には日付と出どころと書いた人があり、呼び名は書けない', async () => {
    const { customerId } = await received({ name: '事田 一', phone: '054-999-0002' })
    const today = desk.clock.now().toString().slice(0, 10)
    const next = Temporal.PlainDate.from(today).add({ days: 90 }).toString()
    const fact = { happenedOn: '2026-10-02', words: '電話で30分怒鳴った', source: '通話の記録' }
    const note = (more: object) =>
      matsui.call(wall.noteCaution, {
        params: { customerId },
        body: { id: desk.newId(), ...fact, reviewOn: next, ...more },
      })
    value(await note({}))
    expect((await page(customerId)).cautions).toMatchObject([
      { ...fact, byName: '松井 あかり', isOver: false },
    ])
    expect(code(await note({ words: 'ｸﾚｰﾏｰ' }))).toBe('complaints.caution-is-a-label')
    expect(code(await note({ happenedOn: next }))).toBe('complaints.caution-in-the-future')
    expect(code(await note({ reviewOn: '2026-10-03' }))).toBe('complaints.caution-review-day')
    desk.clock.advance({ hours: 24 * 92 })
    expect((await page(customerId)).cautions).toMatchObject([{ isOver: true }])
  })
})

describe('事実を延ばす', () => {
  it('名前と理由と新しい日を添えて延ばし、苦情の画面には、いま効いているものだけが出る', async () => {
    const { customerId, id: complaintId } = await received({
      name: '延田 一',
      phone: '054-998-0002',
    })
    const inForce = async () =>
      value(await matsui.call(wall.readInForce, { params: { complaintId } })).cautions
    const day = (days: number) =>
      Temporal.PlainDate.from(desk.clock.now().toString().slice(0, 10)).add({ days }).toString()
    const fact = { happenedOn: day(-3), words: '30分どなった', source: '通話の記録' }
    const body = { id: desk.newId(), ...fact, reviewOn: day(30) }
    value(await matsui.call(wall.noteCaution, { params: { customerId }, body }))
    expect(await inForce()).toMatchObject([{ ...fact, prolonged: [] }])
    const prolong = (reviewOn: string) =>
      desk.as('sasaki').call(wall.prolongCaution, {
        params: { customerId, cautionId: body.id },
        body: { id: desk.newId(), reviewOn, reason: '先週も同じことがあった' },
      })
    expect(code(await prolong(day(20)))).toBe('complaints.caution-not-longer')
    expect(code(await prolong(day(400)))).toBe('complaints.caution-review-day')
    const until = day(90)
    value(await prolong(until))
    desk.clock.advance({ hours: 24 * 60 })
    expect(await inForce()).toMatchObject([
      {
        reviewOn: until,
        byName: '松井 あかり',
        prolonged: [{ byName: '佐々木 恵', reason: '先週も同じことがあった' }],
      },
    ])
    desk.clock.advance({ hours: 24 * 31 })
    expect(await inForce()).toEqual([])
    value(await prolong(day(30)))
    expect(await inForce()).toHaveLength(1)
    const params = { customerId, cautionId: body.id }
    const ending = { id: desk.newId(), reason: 'もう起きていない' }
    value(await matsui.call(wall.endCaution, { params, body: ending }))
    expect(await inForce()).toEqual([])
    expect(code(await prolong(day(60)))).toBe('complaints.said-no-longer')
  })
})

describe('消去と壁', () => {
  it('まとめた方の最後のお申し出を消せば、そこから来たご連絡先も残らない', async () => {
    const into = await received({ name: '消田 一', phone: '054-121-0001' })
    const from = await received({ name: '消田 二', email: 'keshida@example.jp' })
    value(await merge(into.customerId, from.customerId))
    await erase(from.id)
    const left = await page(into.customerId)
    expect(left.customer).toEqual({ name: '消田 一', phone: '054-121-0001' })
    expect(JSON.stringify([left, await timeline(into.id), await timeline(from.id)])).not.toContain(
      'keshida',
    )
  })

  it('つながりの言葉は、相手のお申し出を消せば、こちらの記録からも消える', async () => {
    const here = await received({ name: '縁田 一', phone: '054-131-0001' })
    const there = await received({ name: '縁田 二', phone: '054-131-0002' })
    const said = { kind: 'family' as const, source: '縁田 二の夫とうかがった' }
    const body = { id: desk.newId(), otherId: there.customerId, ...said }
    value(await matsui.call(wall.linkCustomers, { params: here, body }))
    await erase(there.id)
    expect((await page(here.customerId)).links).toEqual([])
    expect(JSON.stringify(await timeline(here.id))).not.toContain('縁田 二')
  })

  it('部署の人は見られず、まとめられない', async () => {
    const one = await received({ name: '壁田 一', phone: '054-141-0001' })
    const okamoto = desk.as('okamoto')
    expect((await okamoto.call(wall.readCustomer, { params: one })).status).toBe(403)
    const body = { id: desk.newId(), fromId: one.customerId, reason: '試し' }
    expect((await okamoto.call(wall.mergeCustomers, { params: one, body })).status).toBe(403)
  })
})
