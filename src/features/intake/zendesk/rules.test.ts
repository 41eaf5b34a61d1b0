import { describe, expect, test } from 'vitest'
import { entryOfTicket } from '../other-desks/rules.ts'
import { zendeskTicket, zendeskTickets } from './rules.ts'

const plain = (html: string) => html.replaceAll(/<[^>]*>/gu, '').trim()
const now = '2026-11-24T01:00:00Z'

const customer = { id: 901, name: '杉浦 髙志', email: 'sugiura@example.jp', role: 'end-user' }
const agent = { id: 902, name: '松井 里佳', email: 'matsui@example.jp', role: 'agent' }
const comments = [
  {
    id: 3,
    author_id: 902,
    body: '写真では欠けが確認できる。倉庫に確認中。',
    public: false,
    created_at: '2025-04-02T02:00:00Z',
  },
  {
    id: 1,
    author_id: 901,
    body: '急須の口が欠けて届きました。\n\n①番の箱です。',
    public: true,
    created_at: '2025-04-01T01:30:00Z',
    attachments: [{ file_name: '写真①.jpg', content_url: 'https://kura.zendesk.example/a/1' }],
  },
  {
    id: 4,
    author_id: 902,
    html_body: '<p>新しい急須をお送りします。</p>',
    public: true,
    created_at: '2025-04-02T05:00:00Z',
  },
]
const ticket = {
  id: 35436,
  url: 'https://kura.zendesk.example/api/v2/tickets/35436.json',
  subject: '急須の口',
  description: '急須の口が欠けて届きました。',
  requester_id: 901,
  status: 'solved',
  via: { channel: 'email' },
  tags: ['破損', '急須'],
  custom_fields: [
    { id: 77, value: '港北倉庫' },
    { id: 78, value: null },
  ],
  created_at: '2025-04-01T01:30:00Z',
  priority: 'high',
}

const one = (documents: unknown[]) => {
  const [raw = {}] = zendeskTickets(documents)
  return zendeskTicket(raw, plain)
}
const entry = (documents: unknown[], system = '') => {
  const read = entryOfTicket(one(documents), system, now)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

describe('Zendeskの書き出し', () => {
  test('一行に一つのチケットと人、コメントはチケットの中', () => {
    const read = entry([{ ...ticket, comments }, customer, agent])
    expect(read).toMatchObject({
      words: '急須の口が欠けて届きました。\n\n①番の箱です。',
      receivedAt: '2025-04-01T01:30:00Z',
      channel: 'mail',
      customer: { name: '杉浦 髙志', email: 'sugiura@example.jp' },
      details: { subject: '急須の口' },
      closedAs: 'solved',
      sourceKey: 'import:kura.zendesk.example:35436',
      attachments: [{ name: '写真①.jpg', url: 'https://kura.zendesk.example/a/1' }],
    })
    expect(read.messages).toEqual([
      {
        speaker: 'internal',
        text: '写真では欠けが確認できる。倉庫に確認中。',
        at: '2025-04-02T02:00:00Z',
        byName: '松井 里佳',
      },
      {
        speaker: 'operator',
        text: '新しい急須をお送りします。',
        at: '2025-04-02T05:00:00Z',
        byName: '松井 里佳',
      },
    ])
    expect(read.source.row).toMatchObject({
      tags: '破損、急須',
      'field 77': '港北倉庫',
      priority: 'high',
    })
  })

  test('APIで集めた一覧。コメントはチケットの番号で結ばれる', () => {
    const loose = comments.map((comment) => ({ ...comment, ticket_id: 35436 }))
    const read = entry([{ tickets: [ticket], comments: loose, users: [customer, agent] }])
    expect(read.messages.map(({ speaker }) => speaker)).toEqual(['internal', 'operator'])
    expect(read.words).toContain('①番の箱です。')
  })

  test('コメントがなければ説明を、説明もなければ件名を、お客様の言葉とする', () => {
    expect(entry([ticket]).words).toBe('急須の口が欠けて届きました。')
    expect(entry([{ ...ticket, description: '' }]).words).toBe('急須の口')
  })

  test('取り込み元の名前は言い直せる', () => {
    expect(entry([ticket], '旧窓口').sourceKey).toBe('import:旧窓口:35436')
  })

  test.each([
    ['言葉がどこにもない', { ...ticket, subject: '', description: '' }, 'intake.words-missing'],
    ['これから先', { ...ticket, created_at: '2099-01-01T00:00:00Z' }, 'intake.received-in-future'],
  ])('%sものは断る', (_, raw, code) => {
    const read = entryOfTicket(one([raw]), '', now)
    expect(read.ok ? '' : read.refusal.code).toBe(code)
  })

  test.each([[null], [42], ['x'], [[]], [{ tickets: 'x' }], [{ tickets: [null, 1, {}] }]])(
    '%j でも倒れない',
    (document) =>
      expect(() =>
        zendeskTickets([document]).map((raw) => zendeskTicket(raw, plain)),
      ).not.toThrow(),
  )
})
