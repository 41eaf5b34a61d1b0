import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { addressOf, calendarOf, organisationIn } from './rules.ts'

const now = '2026-11-24T01:00:00Z'
const promise = {
  id: '0197b2a0-0000-7000-8000-000000000001',
  words: '明日の17時までに、森本様へ割れた原因をお電話します',
  dueAt: '2026-11-25T08:00:00Z',
  dueOn: '2026-11-25',
  precision: 'minute' as const,
  complaintNumber: 'U26-00012',
  customerName: '森本 千尋',
  renegotiations: [],
}
const write = (promises: readonly (typeof promise)[], namesShown = true) =>
  calendarOf(promises, { ownerName: '松井 あかり', now, namesShown })
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))

describe('カレンダーに載る約束', () => {
  it('ほかの作りの読み手が、日本の時刻で読める', () => {
    const [event] = read(write([promise]))
    expect(event?.summary).toBe(`${promise.words}（森本 千尋 様、U26-00012）`)
    expect(event?.startDate.toString()).toBe('2026-11-25T16:30:00')
    expect(event?.endDate.toString()).toBe('2026-11-25T17:00:00')
    expect(event?.endDate.toJSDate().toISOString()).toBe('2026-11-25T08:00:00.000Z')
    expect(write([promise])).toContain('TZOFFSETTO:+0900\r\n')
  })

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-11-30', '2026-12-01'],
  ])('%sだけと言った約束は、その日一日（%sの前まで）', (dueOn, next) => {
    const [event] = read(write([{ ...promise, precision: 'day' as 'minute', dueOn }]))
    expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, dueOn])
    expect(event?.endDate.toString()).toBe(next)
  })

  it('会社が許さなければ、お客様のお名前も約束の言葉も出さない', () => {
    const unfolded = write([promise], false).replaceAll('\r\n ', '')
    expect(unfolded).toContain('SUMMARY:お客様との約束（U26-00012）\r\n')
    expect(unfolded).not.toMatch(/森本|割れた/)
  })

  it('約束がなくても、正しいカレンダー', () => {
    expect(read(write([]))).toEqual([])
    expect(write([])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  })

  it('どんな言葉でも、一行は75オクテットまでで、文字は割れず、元の言葉に戻る', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(!/\p{Cc}/u.test(text))
        const written = write([{ ...promise, words: text }])
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Cs}/u)
        }
        expect(read(written)[0]?.summary).toBe(`${text}（森本 千尋 様、U26-00012）`)
      }),
    )
  })
})

it('秘密のURLには、会社のしるしが入る', () => {
  const [secret, organisation] = ['a'.repeat(43), 'B'.repeat(22)]
  expect(organisationIn(addressOf(secret, organisation))).toBe(organisation)
  expect(organisationIn(`${secret}.ics`)).toBeUndefined()
})
