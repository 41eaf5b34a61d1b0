import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpenAt, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { inquiryState, type InquiryState } from './contract.ts'
import {
  afterDeed,
  blotted,
  expiryOf,
  filesKeyOf,
  hashesOf,
  hoursOf,
  isOpen,
  isOverdue,
  mustNotLeave,
  nextReminder,
  opens,
  personalIn,
  proposedDue,
  remindersOf,
  type Deed,
} from './rules.ts'

const factory = hoursOf(japaneseOfficeCalendar, { opens: '08:00', closes: '17:00' })
const at = (text: string) => Temporal.Instant.from(`${text}+09:00`)
const iso = (text: string) => at(text).toString()

describe('いつまでに聞くか', () => {
  it.each([
    [
      '二営業日の部署は、二営業日あとの終業まで',
      '2026-11-24T10:00',
      2,
      null,
      '2026-11-26T17:00',
      false,
    ],
    [
      'その日のうちに答える部署は、その日の終業まで',
      '2026-11-24T10:00',
      0,
      null,
      '2026-11-24T17:00',
      false,
    ],
    ['夜に聞けば、次の営業日から数える', '2026-11-24T21:00', 1, null, '2026-11-26T17:00', false],
    ['祝日は数えない', '2026-11-20T10:00', 1, null, '2026-11-24T17:00', false],
    ['年末は年明けまで', '2026-12-28T10:00', 1, null, '2027-01-04T17:00', false],
    [
      'お客様への約束が先なら、その二時間前まで',
      '2026-11-24T10:00',
      2,
      '2026-11-25T15:00',
      '2026-11-25T13:00',
      true,
    ],
    [
      '約束が朝一番なら、前の日の終業まで',
      '2026-11-24T10:00',
      2,
      '2026-11-25T09:00',
      '2026-11-24T17:00',
      true,
    ],
    [
      '約束が後なら、いつもどおり',
      '2026-11-24T10:00',
      1,
      '2026-11-30T10:00',
      '2026-11-25T17:00',
      false,
    ],
    [
      'もう間に合わない約束は、日を決めない',
      '2026-11-24T10:00',
      1,
      '2026-11-24T10:30',
      '2026-11-25T17:00',
      false,
    ],
  ])('%s', (_, now, days, promise, due, isTight) => {
    const proposed = proposedDue(at(now), days, factory, promise && iso(promise))
    expect(proposed).toEqual({ dueAt: iso(due), isTight })
  })
})

describe('いつ知らせるか', () => {
  const reminders = (asked: string, due: string) =>
    remindersOf(iso(asked), iso(due), factory).map(({ reminder, at: when }) => [
      reminder,
      Temporal.Instant.from(when)
        .toZonedDateTimeISO('Asia/Tokyo')
        .toPlainDateTime()
        .toString()
        .slice(0, 16),
    ])
  it.each([
    [
      '期限の四時間前、期限のあと開いたとき、次の営業日',
      ['2026-11-24T10:00', '2026-11-26T15:00'],
      [
        ['before', '2026-11-26T11:00'],
        ['due', '2026-11-26T15:00'],
        ['late', '2026-11-27T08:00'],
      ],
    ],
    [
      '終業が期限なら、期限の知らせは次の朝',
      ['2026-11-24T10:00', '2026-11-26T17:00'],
      [
        ['before', '2026-11-26T13:00'],
        ['due', '2026-11-27T08:00'],
        ['late', '2026-11-30T08:00'],
      ],
    ],
    [
      '短い照会は、三分の一を残して',
      ['2026-11-24T10:00', '2026-11-24T13:00'],
      [
        ['before', '2026-11-24T12:00'],
        ['due', '2026-11-24T13:00'],
        ['late', '2026-11-25T08:00'],
      ],
    ],
    [
      '朝が期限なら、前の日の終わる一時間前',
      ['2026-11-24T10:00', '2026-11-26T09:00'],
      [
        ['before', '2026-11-25T16:00'],
        ['due', '2026-11-26T09:00'],
        ['late', '2026-11-27T08:00'],
      ],
    ],
    [
      '夜に聞いて朝が期限なら、前には知らせない',
      ['2026-11-25T20:00', '2026-11-26T08:30'],
      [
        ['due', '2026-11-26T08:30'],
        ['late', '2026-11-27T08:00'],
      ],
    ],
  ])('%s', (_, [asked = '', due = ''], expected) => {
    expect(reminders(asked, due)).toEqual(expected)
  })

  it('知らせはいつも、部署に人がいる時間で、順に並び、期限の前のものは期限の前にある', () => {
    const start = at('2026-11-02T00:00').epochMilliseconds
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        (from, length) => {
          const asked = Temporal.Instant.fromEpochMilliseconds(start + from * 60_000)
          const due = asked.add({ minutes: length })
          const all = remindersOf(asked.toString(), due.toString(), factory)
          const times = all.map((each) => Temporal.Instant.from(each.at))
          const isOpenThen = times.every((each) => isOpenAt(factory, each))
          const isInOrder = times.every((each, index) => {
            const before = times[index - 1]
            return before === undefined || Temporal.Instant.compare(before, each) < 0
          })
          const [first] = all
          const isBeforeDue =
            first?.reminder !== 'before' || Temporal.Instant.compare(first.at, due) < 0
          expect([isOpenThen, isInOrder, isBeforeDue]).toEqual([true, true, true])
        },
      ),
    )
  })

  it('同じ知らせは二度こない', () => {
    const all = remindersOf(iso('2026-11-24T10:00'), iso('2026-11-26T15:00'), factory)
    const sent: string[] = []
    let last: Parameters<typeof nextReminder>[1] = null
    for (let next = nextReminder(all, last); next; next = nextReminder(all, last)) {
      sent.push(next.reminder)
      last = next.reminder
    }
    expect(sent).toEqual(['before', 'due', 'late'])
  })
})

describe('照会のすがた', () => {
  const deeds = ['answer', 'ask-back', 'decline', 'move', 'tell', 'withdraw'] as const
  it.each([
    ['asked', 'answer', 'answered'],
    ['asked', 'ask-back', 'asked-back'],
    ['asked-back', 'tell', 'asked'],
    ['asked-back', 'answer', 'answered'],
    ['asked-back', 'move', 'asked-back'],
    ['asked', 'decline', 'declined'],
    ['asked', 'withdraw', 'withdrawn'],
    ['answered', 'answer', 'inquiries.answered-already'],
    ['withdrawn', 'answer', 'inquiries.over'],
    ['declined', 'move', 'inquiries.over'],
  ] as const)('%s のとき %s は %s', (state, deed, expected) => {
    const after = afterDeed(state, deed)
    expect('why' in after ? after.why : after.next).toBe(expected)
  })

  it('どう進めても、待っているか終わったかのどちらかで、終わったものは二度と変わらない', () => {
    const all = fc.array(fc.constantFrom<Deed>(...deeds), { maxLength: 20 })
    fc.assert(
      fc.property(all, (done) => {
        let state: InquiryState = 'asked'
        for (const deed of done) {
          const after = afterDeed(state, deed)
          const isSame = 'why' in after
          expect(isSame).toBe(!isOpen(state))
          if (!isSame) state = after.next
          expect(inquiryState.options).toContain(state)
        }
      }),
    )
  })

  it('期限を過ぎたと言うのは、待っているあいだだけ', () => {
    const due = iso('2026-11-24T10:00')
    const over = inquiryState.options.filter((state) => isOverdue(state, due, due))
    expect(over).toEqual(['asked', 'asked-back'])
    expect(isOverdue('asked', due, iso('2026-11-24T09:59'))).toBe(false)
  })
})

describe('リンク', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
  it('残るのはハッシュだけで、ファイルの鍵からリンクの鍵は分からない', () => {
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        const kept = hashesOf(one)
        expect(JSON.stringify(kept)).not.toContain(one)
        expect(filesKeyOf(one)).not.toBe(one)
        expect(hashesOf(filesKeyOf(one)).tokenHash).not.toBe(kept.tokenHash)
        expect(hashesOf(other).tokenHash === kept.tokenHash).toBe(one === other)
      }),
    )
  })

  it('開くのは、取り消されず、取り下げられず、期限の前だけ', () => {
    const states = fc.constantFrom(...inquiryState.options)
    const ends = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(states, ends, fc.boolean(), (state, minutes, isThere) => {
        const now = at('2026-11-24T10:00')
        const link = {
          state,
          tokenHash: isThere ? 'x' : null,
          expiresAt: now.add({ minutes }).toString(),
        }
        expect(opens(link, now.toString())).toBe(isThere && state !== 'withdrawn' && minutes > 0)
      }),
    )
  })

  it.each([
    ['2026-11-26T17:00', '2026-11-24T10:00', '2026-12-10T17:00'],
    ['2026-11-20T17:00', '2026-11-24T10:00', '2026-12-08T10:00'],
  ])('期限 %s を %s に開けば、%s まで', (due, now, until) => {
    const expires = Temporal.Instant.from(expiryOf(iso(due), iso(now), 14))
    expect(expires.equals(at(until))).toBe(true)
  })
})

describe('個人のこと', () => {
  const customer = {
    name: '森本 千尋',
    kana: 'モリモト チヒロ',
    phone: '090-1234-5678',
    email: 'mori@example.jp',
    address: '静岡市葵区1-2-3',
  }
  it.each([
    ['森本様から、急須の口が欠けていたと', '■■様から、急須の口が欠けていたと'],
    ['森本千尋様（090-1234-5678）', '■■様（■■）'],
    ['返事は mori@example.jp か other@example.com へ', '返事は ■■ か ■■ へ'],
    ['〒420-0001 静岡市葵区1-2-3 に配達', '■■ ■■ に配達'],
    ['別の番号 0541234567 にも', '別の番号 ■■ にも'],
    ['11月20日に3個、ロット A-2040-12', '11月20日に3個、ロット A-2040-12'],
  ])('「%s」は「%s」になる', (text, expected) => {
    expect(blotted(text, customer)).toBe(expected)
  })

  it.each([
    ['０９０−１２３４−５６７８ へ', '■■ へ'],
    ['メールは ｍｏｒｉ＠example.jp', 'メールは ■■'],
    ['〒420-0001 の葵区1-2-3', '■■ の■■'],
  ])('書き方が違っても「%s」は「%s」になる', (text, expected) => {
    expect(blotted(text, customer)).toBe(expected)
  })

  it('一字の名字は、様の前だけ。字の違う名字も同じ人', () => {
    expect(blotted('林様の林檎は、渡邊様の森から', { name: '林 一' })).toBe(
      '■■様の林檎は、渡邊様の森から',
    )
    expect(blotted('渡邊様から', { name: '渡辺 由紀子' })).toBe('■■様から')
  })

  it('選んだものだけが残る', () => {
    const text = '森本様（090-1234-5678、静岡市葵区追手町1-2-3）'
    const known = { ...customer, address: '静岡市葵区追手町1-2-3' }
    expect(blotted(text, known, { name: true, contacts: false })).toBe('森本様（■■、■■）')
    expect(blotted(text, known, { name: false, contacts: true })).toBe(
      '■■様（090-1234-5678、静岡市葵区追手町1-2-3）',
    )
    expect(blotted('追手町1-2-3の現場', known)).toBe('■■の現場')
  })

  it.each([
    ['森本様の件です。', ['森本']],
    ['お電話は090-9999-0000です。', ['090-9999-0000']],
    ['yamada@example.com の方です。', ['yamada@example.com']],
    ['店は 054-000-0000、窓口は desk@minato.example です。', []],
    ['このロット A-2040-12 の検査の記録を見せてください。', []],
  ])('「%s」から出してはならないもの', (text, expected) => {
    const left = { name: false, contacts: false }
    expect(mustNotLeave(text, customer, { left, own: ['desk@minato.example'] })).toEqual(expected)
  })

  it('消したあとには、もう見つからない', () => {
    const words = fc.array(
      fc.constantFrom('森本', '千尋', '様', '、', customer.phone, customer.email, '急須', ' '),
    )
    fc.assert(
      fc.property(words, (parts) => {
        expect(personalIn(blotted(parts.join(''), customer), customer)).toEqual([])
      }),
    )
  })
})
