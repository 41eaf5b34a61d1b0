import { describe, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { readComplaint } from '../contract.ts'
import { identifyCustomer } from '../handling/contract.ts'
import type { CustomerFields } from '../contract.ts'
import { findCustomers } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')

async function received(customer: CustomerFields, details = {}): Promise<string> {
  const body = {
    id: desk.newId(),
    channel: 'mail' as const,
    words: '困っています。',
    customer,
    details,
  }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}
const identify = (complaintId: string, more: { customer: CustomerFields; customerId?: string }) =>
  matsui.call(identifyCustomer, { params: { complaintId }, body: { id: desk.newId(), ...more } })
const customerOf = async (complaintId: string) =>
  value(await matsui.call(readComplaint, { params: { complaintId } })).customer
const found = async (words: string) =>
  value(await matsui.call(findCustomers, { query: { words } })).matches

describe('打ちながら、お客様を見つける', () => {
  it.each([
    ['０９０ー３３３３ー０００１', 'phone'],
    ['+81 90 3333', 'phone'],
    ['TAKASAKI@Example.jp', 'email'],
    ['takasaki@', 'email'],
    ['高崎', 'name'],
    ['髙﨑 斉', 'name'],
    ['高崎 齋 様', 'name'],
    ['ﾀｶｻｷ', 'kana'],
    ['たかさき', 'kana'],
    ['ｍ－２０２６－７７', 'order'],
  ])('%s', async (words, sign) => {
    if ((await found('高崎')).length === 0)
      await received(
        {
          name: '髙﨑 斎',
          kana: 'タカサキ ヒトシ',
          phone: '090-3333-0001',
          email: 'takasaki@example.jp',
        },
        { orderNumber: 'M2026-77' },
      )
    const matches = await found(words)
    expect(matches.map(({ name, matchedBy }) => [name, matchedBy])).toEqual([['髙﨑 斎', [sign]]])
    expect(matches[0]?.complaints).toHaveLength(1)
  })

  it('知らない言葉には、誰も当てない', async () => {
    expect(await found('そんな人はいない')).toEqual([])
    expect(await found('%')).toEqual([])
  })

  it('これまでの苦情も、新しい順に添える', async () => {
    const customer = { name: '浜口 梓', phone: '054-400-0001' }
    const first = await received(customer)
    desk.clock.advance({ minutes: 1 })
    const second = await received(customer)
    const [match] = await found('濵口')
    expect(match?.complaints.map(({ id }) => id)).toEqual([second, first])
  })
})

describe('どなたかを決める', () => {
  it('同じ番号なら同じお客様。あとから分かったお名前が足される', async () => {
    const first = await received({ phone: '054-500-0001' })
    const second = await received({})
    const { customerId } = value(
      await identify(second, { customer: { name: '西田 恵子', phone: '(054)500-0001' } }),
    )
    expect((await customerOf(first)).customerId).toBe(customerId)
    expect(await customerOf(second)).toMatchObject({ customerId, name: '西田 恵子' })
    expect((await found('西田'))[0]?.complaints).toHaveLength(2)
  })

  it('同じ番号でも、お名前が違えば別のお客様。番号だけなら決めつけない', async () => {
    const wife = await received({ name: '大沢 京子', phone: '054-600-0001' })
    const husband = await received({ name: '大澤 実', phone: '054-600-0001' })
    const [one, other] = [await customerOf(wife), await customerOf(husband)]
    expect(one.customerId).not.toBe(other.customerId)
    const unnamed = await received({ phone: '054-600-0001' })
    expect((await customerOf(unnamed)).customerId).toBeNull()
    expect(await found('0546000001')).toHaveLength(2)
  })

  it('候補から選べば、その方の控えが入り、前の方のものは残らない', async () => {
    const right = await received({ name: '久保 望', email: 'kubo@example.jp' })
    const { customerId } = await customerOf(right)
    const complaint = await received({ name: '窪 望', phone: '054-700-0001' })
    value(await identify(complaint, { customer: {}, customerId: customerId ?? '' }))
    expect(await customerOf(complaint)).toMatchObject({
      customerId,
      name: '久保 望',
      email: 'kubo@example.jp',
      phone: '',
    })
  })

  it('何も分からないままでは決められず、何を書けばよいかを言う', async () => {
    const answer = await identify(await received({}), { customer: {} })
    expect(answer.status).toBe(422)
    expect(answer.detail).toContain('電話番号')
    const unknown = await identify(await received({}), { customer: {}, customerId: desk.newId() })
    expect(unknown.ok ? '' : unknown.refusal.code).toBe('complaints.customer-unnamed')
  })

  it('同じ操作が二度届いても、お客様は増えない', async () => {
    const complaintId = await received({})
    const body = { id: desk.newId(), customer: { name: '二度 押子' } }
    const sent = { params: { complaintId }, body }
    const first = value(await matsui.call(identifyCustomer, sent))
    expect(value(await matsui.call(identifyCustomer, sent))).toEqual(first)
    expect(await found('二度')).toHaveLength(1)
  })

  it('同時に届いた二件も、一人のお客様', async () => {
    const customer = { name: '同時 届', phone: '054-800-0001' }
    const ids = await Promise.all([received(customer), received(customer), received(customer)])
    const customers = await Promise.all(ids.map(customerOf))
    expect(new Set(customers.map(({ customerId }) => customerId)).size).toBe(1)
  })

  it('分析の担当者や部署は、お客様を探せない', async () => {
    const asked = { query: { words: '西田' } }
    expect((await desk.as('okamoto').call(findCustomers, asked)).status).toBe(403)
  })
})
