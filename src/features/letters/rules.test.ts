import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import {
  nextAttempt,
  readRecipients,
  referencesOf,
  replySubject,
  unseenBy,
  whyNotCancelled,
  whyNotSent,
} from './rules.ts'

const entry = (type: string, by: string, payload: Record<string, unknown> = {}): TimelineEntry => ({
  id: '00000000-0000-7000-8000-000000000001',
  complaintId: '00000000-0000-7000-8000-000000000002',
  sequence: 5,
  type,
  at: '2026-11-24T01:00:00Z',
  by,
  byName: '',
  payload,
})
const writer = 'member:00000000-0000-7000-8000-00000000000a'
const other = 'member:00000000-0000-7000-8000-00000000000b'

describe('書き手がまだ見ていないもの', () => {
  it.each([
    ['お客様のメール', entry('intake.mail-received', 'system:intake'), true],
    ['お客様の言葉', entry('complaints.noted', 'system:intake', { speaker: 'customer' }), true],
    ['届かなかった知らせ', entry('letters.bounced', 'system:letters'), true],
    ['同僚の返事', entry('letters.written', other), true],
    ['同僚のメモ', entry('complaints.noted', other, { speaker: 'internal' }), true],
    ['お客様のフォーム', entry('complaints.described', 'customer'), true],
    ['自分のメモ', entry('complaints.noted', writer, { speaker: 'internal' }), false],
    ['約束の予告', entry('commitments.warned', 'system:commitments'), false],
    ['受付のご連絡', entry('letters.sent', 'system:letters'), false],
    ['ささやき', entry('supervision.whispered', other), false],
    ['通話の文字起こし', entry('complaints.noted', other, { utterance: { id: 'x' } }), false],
  ])('%s', (_, given, isUnseen) => {
    expect(unseenBy(writer, [given]).length === 1).toBe(isUnseen)
  })
})

describe('あて先', () => {
  const own = ['desk@example.com']
  it('全角は直し、同じものは一度にする', () => {
    const read = readRecipients(
      { to: ['ｍｏｒｉ＠example.jp', 'mori@example.jp', ''], cc: [] },
      own,
    )
    expect(read).toEqual({ ok: true, value: { to: ['mori@example.jp'], cc: [] } })
  })
  it.each([
    ['ない', [], 'letters.no-recipient'],
    ['空白だけ', [' '], 'letters.no-recipient'],
    ['改行を含む', ['mori@example.jp\r\nBcc: x@y.jp'], 'letters.address-unreadable'],
    ['二つが一つの欄に', ['a@example.jp,b@example.jp'], 'letters.address-unreadable'],
    ['名前つき', ['森 <mori@example.jp>'], 'letters.address-unreadable'],
    ['当社の窓口', ['Desk@example.com'], 'letters.to-ourselves'],
  ])('%s', (_, to, code) => {
    const read = readRecipients({ to, cc: [] }, own)
    expect(read.ok ? 'ok' : read.refusal.code).toBe(code)
  })
})

it.each([
  ['急須が欠けていた', 'Re: 急須が欠けていた [U26-00123]'],
  ['Re: RE: 返信：急須', 'Re: 急須 [U26-00123]'],
  ['Re: 急須 [U26-00123]', 'Re: 急須 [U26-00123]'],
  ['', 'Re: お申し出の件 [U26-00123]'],
])('返事の件名 %s', (subject, expected) => {
  expect(replySubject(subject, 'U26-00123')).toBe(expected)
})

it('Referencesは、はじめの一通と、新しいほうから十九通', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `<${i}@x>`)
  const named = referencesOf([...ids, '<39@x>'])
  expect([named.length, named[0], named[1], named.at(-1)]).toEqual([
    20,
    '<0@x>',
    '<21@x>',
    '<39@x>',
  ])
})

it('送り直しは、間をあけながら一日まで', () => {
  const start = Temporal.Instant.from('2026-11-24T01:00:00Z')
  let at = start.toString()
  let attempts = 0
  for (let next = nextAttempt(1, at); next !== null; next = nextAttempt(attempts + 1, at)) {
    expect(Temporal.Instant.compare(next, at)).toBe(1)
    at = next
    attempts += 1
  }
  expect(attempts).toBe(13)
  expect(start.until(at).total('hours')).toBeCloseTo(23.3, 1)
})

it('出ていないものだけが取り消せ、止まったものだけが送り直せる', () => {
  const states = [
    'waiting',
    'sending',
    'sent',
    'failed',
    'unknown',
    'stopped',
    'cancelled',
  ] as const
  expect(states.filter((state) => whyNotCancelled(state) === null)).toEqual([
    'waiting',
    'failed',
    'stopped',
  ])
  expect(states.filter((state) => whyNotSent(state) === null)).toEqual([
    'failed',
    'unknown',
    'stopped',
  ])
})
