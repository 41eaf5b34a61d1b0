import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import type { Member } from '#features/access/contract.ts'
import type { Standing } from './routing/contract.ts'
import {
  isLeader,
  keepingIn,
  minutesUnseen,
  modeOf,
  namedAs,
  nextRoundAt,
  receiverFor,
  takesOver,
  whyNotWindow,
} from './rules.ts'

const member = (id: string, name: string, more: Partial<Member> = {}): Member => ({
  id,
  name,
  businessName: null,
  kana: null,
  title: null,
  roles: ['operator'],
  teamName: null,
  isAway: false,
  substituteId: null,
  ...more,
})
const matsui = member('1', '松井 あかり')
const sasaki = member('2', '佐々木 恵', { roles: ['supervisor'], kana: 'ささき めぐみ' })
const takagi = member('3', '高木 誠', { roles: ['supervisor'], title: '室長' })
const fujii = member('4', '藤井 直子', { roles: ['admin'] })
const away = (person: Member, substituteId: string | null = null) => ({
  ...person,
  isAway: true,
  substituteId,
})
const everybody = [matsui, sasaki, takagi, fujii]
const nobodyWaits = new Map<string, number>()

describe('誰に頼むか', () => {
  const to = (
    members: Member[],
    wanted = {},
    waiting: ReadonlyMap<string, number> = nobodyWaits,
    at: ReadonlyMap<string, Standing> = new Map(),
    resting: readonly string[] = [],
  ) => {
    const seen = { at, waiting, open: nobodyWaits, resting: new Set(resting) }
    const receiver = receiverFor(members, seen, { askedById: '1', ...wanted })
    return receiver && `${receiver.member.name}${receiver.isAvailable ? '' : '（不在）'}`
  }

  test('待っている件数の少ないSV', () => {
    expect(to(everybody)).toBe('佐々木 恵')
    expect(
      to(
        everybody,
        {},
        new Map([
          ['2', 2],
          ['3', 1],
        ]),
      ),
    ).toBe('高木 誠')
  })
  test('頼んだ本人には戻さない', () => expect(to(everybody, { askedById: '2' })).toBe('高木 誠'))
  test('選ばれた人', () => expect(to(everybody, { toId: '4' })).toBe('藤井 直子'))
  test('名指しされた人', () => expect(to(everybody, { person: '高木さん' })).toBe('高木 誠'))
  test('いないSVは、代わりの人', () =>
    expect(to([matsui, away(sasaki, '4'), fujii])).toBe('藤井 直子'))
  test('いないSVより、いるSV', () => expect(to([matsui, away(sasaki), takagi])).toBe('高木 誠'))
  test('SVがいなければ、管理者', () =>
    expect(to([matsui, away(sasaki), away(takagi), fujii])).toBe('藤井 直子'))
  test('誰もいなければ、責任者の名前だけは分かる', () =>
    expect(to([matsui, away(sasaki), away(takagi)])).toBe('佐々木 恵（不在）'))
  const rested = (members: Member[], wanted: object, resting: readonly string[]) =>
    to(members, wanted, nobodyWaits, new Map(), resting)
  test.each([
    ['休んでいるSVには頼まない', everybody, {}, ['2'], '高木 誠'],
    ['名指しでも、いまは代わりの人', everybody, { person: '佐々木' }, ['2'], '高木 誠'],
    ['選んでも、いまは代わりの人', everybody, { toId: '2' }, ['2'], '高木 誠'],
    [
      '決まりで先に頼む人が休んでいるなら、その代わりの人',
      [matsui, { ...sasaki, substituteId: '4' }, takagi, fujii],
      { rule: { toId: '2', name: '夜間' } },
      ['2'],
      '藤井 直子',
    ],
    ['だれもいなければ、窓口が預かる', [matsui, sasaki], {}, ['2'], null],
  ])('%s', (_, members, wanted, resting, name) => {
    expect(rested(members, wanted, resting)).toBe(name)
  })
  test.each([
    ['画面の前にいる人が先', { '3': 'here' }, {}, '高木 誠'],
    ['通話中の人には、手の空いた人がいれば頼まない', { '2': 'on-call' }, {}, '高木 誠'],
    [
      'SVが二人とも通話中なら、手の空いた管理者',
      { '2': 'on-call', '3': 'on-call' },
      {},
      '藤井 直子',
    ],
    [
      '名指しの人が通話中なら、その人が折り返す',
      { '2': 'on-call' },
      { person: '佐々木' },
      '佐々木 恵（不在）',
    ],
    ['決まりで先に頼む人', {}, { rule: { toId: '4', name: '夜間' } }, '藤井 直子'],
    [
      '決まりの人が離席なら、ほかの人',
      { '4': 'out' },
      { rule: { toId: '4', name: '夜間' } },
      '佐々木 恵',
    ],
  ] as const)('%s', (_, at, wanted, name) =>
    expect(to(everybody, wanted, nobodyWaits, new Map(Object.entries(at)))).toBe(name),
  )
  test('どんな在席でも、一人か窓口のどちらかにある', () => {
    const standing = fc.constantFrom<Standing>('here', 'unseen', 'out', 'on-call', 'away')
    const people = fc.uniqueArray(fc.constantFrom(...everybody), { selector: ({ id }) => id })
    const tried = fc.subarray(['1', '2', '3', '4'])
    fc.assert(
      fc.property(
        people,
        fc.array(standing, { minLength: 4, maxLength: 4 }),
        tried,
        (all, at, had) => {
          const seen = {
            at: new Map(everybody.map(({ id }, index) => [id, at[index] ?? 'unseen'] as const)),
            waiting: nobodyWaits,
            open: nobodyWaits,
            resting: new Set<string>(),
          }
          const found = receiverFor(all, seen, { askedById: '1', tried: had })
          const left = all.filter(
            ({ id, roles }) => id !== '1' && !had.includes(id) && isLeader({ roles }),
          )
          // Null means: with the desk. It must not be said while somebody in charge is left to ask.
          expect(found === null).toBe(left.length === 0)
          expect([...had, '1']).not.toContain(found?.member.id ?? 'desk')
        },
      ),
    )
  })
  test('見なかった人には戻さない', () => {
    expect(to(everybody, { tried: ['2'] })).toBe('高木 誠')
    expect(to(everybody, { tried: ['2', '3', '4'] })).toBeNull()
  })
})

describe('○○を出せ', () => {
  test.each([
    ['佐々木', '佐々木 恵'],
    ['佐々木 恵さん', '佐々木 恵'],
    ['ささき様', '佐々木 恵'],
    ['室長', '高木 誠'],
  ])('%s は %s', (person, name) => expect(namedAs(everybody, person)?.name).toBe(name))
  test('同じ名字が二人いれば、決めつけない', () => {
    expect(namedAs([...everybody, member('5', '佐々木 健')], '佐々木さん')).toBeUndefined()
  })
  test('知らない名前', () => expect(namedAs(everybody, '山田さん')).toBeUndefined())
})

describe('すぐ替わるか、折り返すか、見守るか', () => {
  const heard = {
    start: 0,
    end: 1,
    words: 'あ',
    at: '2026-11-24T01:00:00Z',
    sequence: 3,
    speaker: 'customer' as 'customer' | 'operator',
  }
  const asked = {
    kind: 'supervisor',
    reason: '上司と話したい',
    isTalking: true,
    isAnybodyThere: true,
  } as const
  test('通話中で人がいれば、すぐ替わる', () => expect(modeOf(asked)).toBe('connect'))
  test('誰もいなければ、折り返す', () =>
    expect(modeOf({ ...asked, isAnybodyThere: false })).toBe('call-back'))
  test('誰もいないのに「すぐ」と言われても、折り返す', () =>
    expect(modeOf({ ...asked, mode: 'connect', isAnybodyThere: false })).toBe('call-back'))
  test('通話が終わっていれば、折り返す', () =>
    expect(modeOf({ ...asked, isTalking: false })).toBe('call-back'))
  test('折り返しと決まっていれば、手が空いていても折り返す', () =>
    expect(modeOf({ ...asked, mode: 'connect', rule: { mode: 'call-back' } })).toBe('call-back'))
  test('静かな助けは、見守り', () =>
    expect(modeOf({ ...asked, kind: 'silent-help' })).toBe('watch'))
  test.each(['own-mistake', 'caller-will-not-let-go', 'money-demanded'])(
    '%s は、応対者が続けてSVが見守る',
    (reason) => expect(modeOf({ ...asked, mode: 'connect', reason })).toBe('watch'),
  )
  test('お金を求められていると記録に見えれば、選ばないうちは見守り', () => {
    const keeping = 'money-demanded'
    expect(modeOf({ ...asked, keeping })).toBe('watch')
    expect(modeOf({ ...asked, mode: 'connect', keeping })).toBe('connect')
    expect(modeOf({ ...asked, kind: 'named-person', keeping })).toBe('connect')
  })
  test.each([
    ['何も', [], null],
    ['金品の求め', ['asks_compensation'], 'money-demanded'],
    ['誠意を見せろ', ['hints_money'], 'money-demanded'],
    ['終わらない話', ['prolonging'], 'caller-will-not-let-go'],
    ['脅しがあれば、一人では受けない', ['hints_money', 'threat_harm'], null],
    ['帰してもらえないなら、一人では受けない', ['prolonging', 'confinement'], null],
  ] as const)('続ける理由に見えるもの：%s', (_, codes, keeping) => {
    const cues = codes.map((each) => ({ ...heard, code: each }))
    expect(keepingIn({ cues })).toBe(keeping)
    expect(keepingIn({ cues: cues.map((cue) => ({ ...cue, speaker: 'operator' })) })).toBeNull()
  })
  test('見守りは、苦情の担当を替えない', () => {
    expect(takesOver({ kind: 'supervisor', mode: 'watch' })).toBe(false)
    expect(takesOver({ kind: 'silent-help', mode: 'watch' })).toBe(false)
    expect(takesOver({ kind: 'supervisor', mode: 'call-back' })).toBe(true)
  })
})

describe('誰も見ないとき', () => {
  test.each([
    ['supervisor', 'connect', true, 3],
    ['silent-help', 'watch', true, 3],
    ['named-person', 'call-back', false, 30],
    ['supervisor', 'watch', true, 3],
    ['supervisor', 'watch', false, null],
  ] as const)('%s %s 通話中=%s → %s分', (kind, mode, isTalking, minutes) =>
    expect(minutesUnseen(kind, mode, isTalking)).toBe(minutes),
  )
  test.each([
    ['営業中は30分あと', '2026-11-24T03:00:00Z', '2026-11-24T03:30:00Z'],
    ['閉まる直前は、翌朝', '2026-11-24T08:45:00Z', '2026-11-25T00:00:00Z'],
    ['金曜の夜は、月曜の朝', '2026-11-27T11:00:00Z', '2026-11-30T00:00:00Z'],
  ])('もう一度頼むのは、%s', (_, now, again) =>
    expect(nextRoundAt(japaneseOfficeCalendar, now)).toBe(again),
  )
})

describe('折り返しの時間', () => {
  test.each([
    ['これから', '2026-11-24T06:00:00Z', '2026-11-24T07:00:00Z', 'ok'],
    ['いま始まっている', '2026-11-24T02:00:00Z', '2026-11-24T04:00:00Z', 'ok'],
    ['もう過ぎた', '2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z', 'escalation.window-past'],
    ['逆さま', '2026-11-24T07:00:00Z', '2026-11-24T06:00:00Z', 'escalation.window-backwards'],
  ])('%s', (_, fromAt, untilAt, code) =>
    expect(whyNotWindow({ fromAt, untilAt }, '2026-11-24T03:00:00Z')?.refusal.code ?? 'ok').toBe(
      code,
    ),
  )
})
