import { describe, expect, test } from 'vitest'
import { entryOfTicket } from '../other-desks/rules.ts'
import { zammadTicket, zammadTickets } from './rules.ts'

const plain = (html: string) => html.replaceAll(/<[^>]*>/gu, '').trim()
const now = '2026-11-24T01:00:00Z'
const read = (documents: unknown[]) => {
  const [raw = {}] = zammadTickets(documents)
  const entry = entryOfTicket(zammadTicket(raw, plain), '', now)
  if (!entry.ok) throw new Error(entry.refusal.code)
  return entry.value
}

const articles = [
  {
    id: 11,
    ticket_id: 3,
    sender: 'Customer',
    type: 'email',
    internal: false,
    from: '長谷川 髙 <hasegawa@example.jp>',
    content_type: 'text/plain',
    body: '羽毛布団の縫い目から羽が出ます。',
    created_at: '2025-02-01T00:00:00Z',
    attachments: [{ id: 5, filename: '縫い目.png' }],
  },
  {
    id: 12,
    ticket_id: 3,
    sender: 'Agent',
    type: 'note',
    internal: true,
    content_type: 'text/html',
    body: '<div>前回の修理と同じ箇所</div>',
    created_at: '2025-02-01T01:00:00Z',
    created_by_id: 8,
  },
  {
    id: 13,
    ticket_id: 3,
    sender: 'Agent',
    type: 'email',
    internal: false,
    content_type: 'text/html',
    body: '<div>お預かりして直します。</div>',
    created_at: '2025-02-01T02:00:00Z',
    created_by_id: 8,
  },
  {
    id: 14,
    ticket_id: 3,
    sender: 'System',
    type: 'note',
    internal: false,
    body: '自動で担当を割り当て',
    created_at: '2025-02-01T00:00:01Z',
  },
]
const ticket = {
  id: 3,
  number: '90003',
  title: '羽が出る',
  customer_id: 7,
  state: 'closed',
  tags: ['布団'],
  created_at: '2025-02-01T00:00:00Z',
  warranty_until: '2026-01-01',
}
const staff = { id: 8, login: 'nakano', firstname: '亜紀', lastname: '中野' }
const person = {
  id: 7,
  login: 'hasegawa',
  firstname: '髙',
  lastname: '長谷川',
  email: 'hasegawa@example.jp',
  mobile: '09000001111',
}

const expected = [
  ['internal', '自動で担当を割り当て'],
  ['internal', '前回の修理と同じ箇所'],
  ['operator', 'お預かりして直します。'],
]

describe('Zammadの書き出し', () => {
  test('チケットと記事と人の一覧', () => {
    const entry = read([{ tickets: [ticket], articles, users: [person, staff] }])
    expect(entry).toMatchObject({
      words: '羽毛布団の縫い目から羽が出ます。',
      channel: 'mail',
      customer: { name: '長谷川 髙', email: 'hasegawa@example.jp', phone: '09000001111' },
      closedAs: 'closed',
      sourceKey: 'import:zammad:90003',
      attachments: [{ name: '縫い目.png', url: '/api/v1/ticket_attachment/3/11/5' }],
      source: { row: { tags: '布団', warranty_until: '2026-01-01' } },
    })
    expect(entry.messages.map(({ speaker, text }) => [speaker, text])).toEqual(expected)
    expect(entry.messages[2]?.byName).toBe('中野 亜紀')
  })

  test('assetsに種類ごとに並ぶ答え', () => {
    const TicketArticle = Object.fromEntries(articles.map((each) => [each.id, each]))
    const Ticket = { 3: { ...ticket, state: undefined, state_id: 4 } }
    const assets = {
      Ticket,
      TicketArticle,
      User: { 7: person, 8: staff },
      TicketState: { 4: { id: 4, name: 'closed' } },
    }
    const entry = read([{ ticket_ids: [3], assets }])
    expect(entry.closedAs).toBe('closed')
    expect(entry.messages.map(({ speaker, text }) => [speaker, text])).toEqual(expected)
  })

  test('記事を抱えたチケット。お客様の名前は差出人から', () => {
    const entry = read([[{ ...ticket, state: 'open', customer: 'hasegawa@example.jp', articles }]])
    expect(entry.closedAs).toBeNull()
    expect(entry.customer).toEqual({ name: '長谷川 髙', email: 'hasegawa@example.jp' })
  })

  test.each([
    [null],
    [{ assets: 3 }],
    [{ tickets: [null] }],
    [[{ title: null, articles: [null, 'x'] }]],
  ])('%j でも倒れない', (document) =>
    expect(() => zammadTickets([document]).map((raw) => zammadTicket(raw, plain))).not.toThrow(),
  )
})
