import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { kindOf } from '#platform/mail/kinds.ts'
import { readTree } from '#platform/mail/tree.ts'
import {
  countedAddress,
  countedSubject,
  fill,
  shippedText,
  subjectOf,
  unknownIn,
  valuesOf,
  whyNotAcknowledged,
  type Circumstances,
} from './rules.ts'

const usual: Circumstances = {
  channel: 'mail',
  isOn: true,
  isMailboxSilent: false,
  isImported: false,
  mail: { kind: 'person', asksForSilence: false },
  address: 'mori@example.jp',
  own: ['desk@example.com', 'shop@example.com'],
  told: { today: 0, thisMonth: 0, thread: 0 },
}

describe('黙っているとき', () => {
  it.each<[string, Partial<Circumstances>, string | null]>([
    ['人からのメール', {}, null],
    ['Webフォーム', { channel: 'web-form', mail: null }, null],
    ['切ってある', { isOn: false }, 'off'],
    ['この窓口では送らない', { isMailboxSilent: true }, 'off'],
    ['電話', { channel: 'phone', mail: null }, 'not-written'],
    ['取り込み', { isImported: true }, 'imported'],
    ['自動返信', { mail: { kind: 'auto-reply', asksForSilence: false } }, 'automatic'],
    ['一斉配信', { mail: { kind: 'list', asksForSilence: false } }, 'automatic'],
    ['届かなかった知らせ', { mail: { kind: 'bounce', asksForSilence: false } }, 'automatic'],
    ['返信できない差出人', { mail: { kind: 'no-reply', asksForSilence: false } }, 'automatic'],
    ['差出人が空', { mail: { kind: 'person', asksForSilence: true } }, 'automatic'],
    ['アドレスなし', { address: null }, 'no-address'],
    ['配達係', { address: 'MAILER-DAEMON@mx.example.jp' }, 'nobody-reads'],
    ['no-reply', { address: 'no-reply+x@example.jp' }, 'nobody-reads'],
    ['名簿の係', { address: 'tea-request@lists.example.jp' }, 'nobody-reads'],
    ['当社のほかの窓口', { address: 'Shop+a@example.com' }, 'ourselves'],
    ['同じ件で今日すでに', { told: { today: 1, thisMonth: 1, thread: 1 } }, 'thread-today'],
    ['今日は三通', { told: { today: 3, thisMonth: 3, thread: 0 } }, 'address-today'],
    ['今月は十通', { told: { today: 0, thisMonth: 10, thread: 0 } }, 'address-month'],
  ])('%s', (_, given, expected) => {
    expect(whyNotAcknowledged({ ...usual, ...given })).toBe(expected)
  })
})

const values = valuesOf({
  number: 'U26-00123',
  name: '森本 千尋',
  receivedAt: '2026-11-20T09:05:00Z',
  subject: '急須',
  organisation: '茶の香',
  desk: 'お客様相談室',
  calendar: japaneseOfficeCalendar,
})

it('番号、次に起きること、期限を言う', () => {
  const { text, unknown } = fill(shippedText, values)
  expect(unknown).toEqual([])
  expect(text).toContain('森本 千尋様')
  expect(text).toContain('受付番号　U26-00123')
  expect(text).toContain('受付日時　11月20日（金）18時05分')
  // The 21st to 23rd are a weekend and a national holiday.
  expect(text).toContain('11月24日（火）18時までに')
  expect(text).toContain('月曜から金曜の9時から18時')
  expect(text).not.toMatch(/[{｛]/u)
})

it('埋められない言葉は名を挙げ、全角の括弧も読む', () => {
  expect(unknownIn('｛お名前｝様 {担当者} {受付番号} {担当者}')).toEqual(['担当者'])
})

it('お客様が書いた括弧は、文面の言葉にならない', () => {
  const tricky = valuesOf({
    number: 'U26-00123',
    name: '{会社名}様',
    receivedAt: '2026-11-20T09:05:00Z',
    subject: '{受付番号}\r\nBcc: x',
    organisation: '茶の香',
    desk: '窓口',
    calendar: japaneseOfficeCalendar,
  })
  expect(fill('{お名前}様／{件名}', tricky).text).toBe('会社名様／受付番号 Bcc: x')
})

it('名がなければ「お客様」になり、様は二度付かない', () => {
  const nobody = valuesOf({
    number: 'U26-1',
    name: '',
    receivedAt: '2026-11-20T09:05:00Z',
    subject: '',
    organisation: '茶の香',
    desk: '窓口',
    calendar: japaneseOfficeCalendar,
  })
  expect(fill('{お名前}様', nobody).text).toBe('お客様')
})

it('件名だけでも、機械からと分かる', () => {
  const from = { name: '', address: 'desk@example.com' }
  expect(kindOf(readTree(''), from, subjectOf('U26-00123', 'Re: 急須'), [])).toBe('auto-reply')
})

it('数えるときは、別名も、番号も、返信の印も同じもの', () => {
  expect(countedAddress('Mori+tea@Example.jp')).toBe('mori@example.jp')
  expect(countedSubject('Re: 【自動返信】急須が欠けた [U26-00123] 2')).toBe(
    countedSubject('急須が、欠けた'),
  )
})

describe('だれでも、だれのアドレスでもフォームに書ける', () => {
  const told = {
    number: 'U26-00123',
    receivedAt: '2026-11-24T01:00:00Z',
    organisation: 'みなと食卓株式会社',
    desk: 'お客様相談室',
    calendar: japaneseOfficeCalendar,
  }
  it.each([
    'ご当選 https://evil.example',
    'ｈｔｔｐｓ：／／evil.example を開いて',
    'ご当選は evil.example.com/a へ',
    'kensho@evil.example へご返信',
    'おめでとうございます'.repeat(10),
  ])('「%s」は、こちらの手紙には載らない', (typed) => {
    const text = fill('{お名前}様 {件名}', valuesOf({ ...told, name: typed, subject: typed })).text
    expect(text).toBe('お客様 お申し出の件')
  })

  it.each(['急須の口が欠けていた', 'Re: 注文 A-2040 の件', '髙橋 由紀子', 'Dr. Smith'])(
    '「%s」は、そのまま載る',
    (typed) => {
      const { text } = fill('{お名前}様 {件名}', valuesOf({ ...told, name: typed, subject: typed }))
      expect(text).toBe(`${typed}様 ${typed}`)
      expect(subjectOf('U26-00123', 'https://evil.example')).toBe(
        '【自動返信】お申し出を受け付けました [U26-00123]',
      )
    },
  )
})
