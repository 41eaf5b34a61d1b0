import { describe, expect, test } from 'vitest'
import { entryOfTicket } from '../other-desks/rules.ts'
import { freshdeskTicket, freshdeskTickets } from './rules.ts'

const plain = (html: string) => html.replaceAll(/<[^>]*>/gu, '').trim()
const now = '2026-11-24T01:00:00Z'
const read = (documents: unknown[]) => {
  const [raw = {}] = freshdeskTickets(documents)
  const entry = entryOfTicket(freshdeskTicket(raw, plain), '', now)
  if (!entry.ok) throw new Error(entry.refusal.code)
  return entry.value
}

const ticket = {
  id: 20,
  subject: '卓上加湿器が止まる',
  description: '<div>夜中に止まります。<br>三度目です。</div>',
  description_text: '夜中に止まります。\n三度目です。',
  requester_id: 5,
  requester: { id: 5, name: '西田 斎', email: 'nishida@example.jp', phone: '045-900-0001' },
  source: 3,
  status: 5,
  tags: ['加湿器'],
  custom_fields: { cf_model: 'KS-2', cf_none: null },
  created_at: '2025-06-01T02:00:00Z',
  attachments: [{ name: '銘板.jpg', attachment_url: 'https://files.example/1' }],
  conversations: [
    {
      body_text: '「仕様です」と案内済み。要折返し。',
      private: true,
      incoming: false,
      user_id: 9,
      created_at: '2025-06-01T03:00:00Z',
    },
    {
      body_text: '仕様とだけ言われても困ります。',
      private: false,
      incoming: true,
      user_id: 5,
      from_email: 'nishida@example.jp',
      created_at: '2025-06-02T03:00:00Z',
    },
    {
      body: '<p>交換いたします。</p>',
      private: false,
      incoming: false,
      user_id: 9,
      created_at: '2025-06-01T05:00:00Z',
    },
  ],
}

describe('Freshdeskの書き出し', () => {
  test('APIの形。会話は時の順に並び、社内の書き込みは社内のまま', () => {
    const entry = read([[ticket]])
    expect(entry).toMatchObject({
      words: '夜中に止まります。\n三度目です。',
      channel: 'phone',
      customer: { name: '西田 斎', email: 'nishida@example.jp', phone: '045-900-0001' },
      closedAs: 'Closed',
      sourceKey: 'import:freshdesk:20',
      attachments: [{ name: '銘板.jpg', url: 'https://files.example/1' }],
      source: { row: { tags: '加湿器', cf_model: 'KS-2' } },
    })
    expect(entry.messages.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['internal', '「仕様です」と案内済み。要折返し。'],
      ['operator', '交換いたします。'],
      ['customer', '仕様とだけ言われても困ります。'],
    ])
  })

  test('全件書き出しの形。チケットも書き込みも一段包まれている', () => {
    const note = {
      body: '折り返しました。',
      private: false,
      incoming: false,
      created_at: '2025-06-01T04:00:00Z',
    }
    const { description_text: text, ...rest } = { ...ticket, conversations: [] }
    const wrapped = {
      ...rest,
      display_id: 21,
      description: text,
      status: 2,
      helpdesk_notes: [{ note }],
    }
    const entry = read([[{ helpdesk_ticket: wrapped }]])
    expect(entry).toMatchObject({
      words: '夜中に止まります。\n三度目です。',
      closedAs: null,
      sourceKey: 'import:freshdesk:21',
      messages: [{ speaker: 'operator', text: '折り返しました。' }],
    })
  })

  test('読めない連絡先があっても、言葉は受け取る', () => {
    const requester = { name: '匿名', email: 'なし', phone: '1' }
    expect(read([[{ ...ticket, requester }]]).customer).toEqual({ name: '匿名' })
  })

  test.each([[null], [{}], [[{ helpdesk_ticket: null }]], [[{ subject: 1, conversations: {} }]]])(
    '%j でも倒れない',
    (document) =>
      expect(() =>
        freshdeskTickets([document]).map((raw) => freshdeskTicket(raw, plain)),
      ).not.toThrow(),
  )
})
