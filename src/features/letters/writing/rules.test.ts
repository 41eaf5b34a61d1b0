import { assert, property, array, integer, boolean, constantFrom, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReplyContent, SharedDraft } from './contract.ts'
import { courseOf, differences, mostPoints, othersWith, sizeOfChange, thinned } from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T10:00:00+09:00')
const ago = (seconds: number) => now.subtract({ seconds }).toString()
const point = (seconds: number, savedBy = 'a', isAside = false) => {
  return { savedAt: ago(seconds), savedBy, isAside }
}
const left = (points: ReturnType<typeof point>[]) => thinned(points, now.toString())

describe('前の文面は、古くなるほどまばらに残る', () => {
  it('この2分はすべて、それより前は間をおいて残り、最初と最後は必ず残る', () => {
    const every3Seconds = Array.from({ length: 1200 }, (_, at) => point(3600 - at * 3))
    const kept = left(every3Seconds)
    const within = (from: number, to: number) =>
      kept.filter(({ savedAt }) => savedAt > ago(from) && savedAt <= ago(to)).length
    expect(within(115, 0)).toBe(38)
    expect(within(600, 130)).toBeLessThan(20)
    expect(within(3500, 700)).toBeLessThan(12)
    expect([kept[0], kept.at(-1)]).toEqual([every3Seconds[0], every3Seconds.at(-1)])
  })

  it('別の人が続きを書く前の文面と、選ばれなかった文面は、間を詰めない', () => {
    const a = [point(5000), point(4990), point(4980, 'b'), point(4975, 'b', true), point(4970, 'b')]
    expect(left(a)).toEqual(a.filter((_, at) => at !== 2))
    expect(left([point(5000), point(4990), point(4980), point(4970, 'b')])).toHaveLength(3)
  })

  it('何度保存しても、決めた数を超えず、新しいものから残り、もう一度かけても変わらない', () => {
    const saves = array(
      record({ gap: integer({ min: 1, max: 4000 }), by: constantFrom('a', 'b') }),
      {
        maxLength: 300,
      },
    )
    assert(
      property(saves, boolean(), (gaps, isAside) => {
        let age = gaps.reduce((all, { gap }) => all + gap, 0)
        const points = gaps.map(({ gap, by }) => point((age -= gap), by, isAside && gap % 7 === 0))
        const kept = left(points)
        expect(kept.length).toBeLessThanOrEqual(mostPoints)
        expect(points.filter((each) => kept.includes(each))).toEqual(kept)
        expect(left(kept)).toEqual(kept)
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)])
      }),
    )
  })
})

const content = (text: string): ReplyContent => {
  return { text, subject: 'Re:', to: 'a@example.jp', cc: '', reasons: {}, attachments: [] }
}
const server = (text: string, version = 2, hand = 'other'): SharedDraft => {
  const by = { begunByName: '小林', savedAt: ago(1), savedById: 'k', savedByName: '小林' }
  return { id: 'd', version, content: content(text), hand, ...by }
}
const mine = (text: string, version: number | null, isSaved = false) => ({
  content: content(text),
  base: version === null ? null : { draftId: 'd', version },
  isSaved,
  isTouched: true,
})

describe('この画面の文面と、サーバーの文面', () => {
  const there = (draft: SharedDraft | null) => ({ draft, closed: null, hands: [] })
  const closed = { id: 'd', state: 'sent', at: ago(1), byName: '松井' } as const
  it.each([
    [
      '何も書いていなければ、ある文面を見せる',
      { ...mine('', null), isTouched: false },
      server('あ'),
      'take',
    ],
    ['同じ文面なら、同じと記す', mine('あ', null), server('あ'), 'adopt'],
    ['保存し終えたあとに人が進めたら、その文面になる', mine('あ', 1, true), server('あい'), 'take'],
    ['書きかけているときは、断りなく置き換えない', mine('あう', 1), server('あい'), 'push'],
    ['自分の保存の知らせでは、何も起きない', mine('あ', 1, true), server('あい', 2, 'me'), 'keep'],
    ['古い知らせでは、何も起きない', mine('あう', 3, true), server('あ', 2), 'keep'],
    ['まだ届いていない文面は、届ける', mine('あ', null), null, 'push'],
  ])('%s', (_, local, draft, course) => {
    expect(courseOf(local, there(draft), 'me')).toBe(course)
  })

  it('ほかの人が送ったら終わり、まだ届いていない文面があれば新しい書きかけになる', () => {
    const gone = { draft: null, closed, hands: [] }
    expect(courseOf(mine('あ', 2, true), gone, 'me')).toBe('over')
    expect(courseOf(mine('あい', 2), gone, 'me')).toBe('anew')
    expect(courseOf(mine('あい', null, true), gone, 'me')).toBe('keep')
  })
})

describe('文面の違い', () => {
  it('句ごとに、消えたものと加わったものを示す', () => {
    expect(
      differences('確かめます。少しお待ちください。', '確かめます。明日お電話します。'),
    ).toEqual([
      { kind: 'same', text: '確かめます。' },
      { kind: 'removed', text: '少しお待ちください。' },
      { kind: 'added', text: '明日お電話します。' },
    ])
    expect(sizeOfChange('𠮷野家です。', '𠮷野です。')).toEqual({ added: 5, removed: 6 })
  })

  it('違いから、前の文面とあとの文面がそのまま組み立つ', () => {
    const text = string({
      unit: constantFrom('あ', 'い', '、', '。', '\n', ' ', '𠮷'),
      maxLength: 60,
    })
    assert(
      property(text, text, (before, after) => {
        const pieces = differences(before, after)
        const without = (kind: string) =>
          pieces.flatMap((each) => (each.kind === kind ? [] : [each.text])).join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })
})

it('開いている人は一人に一度、書いている人が先。自分は数えない', () => {
  const hand = (id: string, doing: 'open' | 'typing' | 'reading') => {
    return { id: `${id}-${doing}`, memberId: id, name: id, doing }
  }
  const others = othersWith([hand('a', 'open'), hand('b', 'open'), hand('b', 'typing')], 'a')
  expect(others.map(({ id }) => id)).toEqual(['b-typing'])
})
