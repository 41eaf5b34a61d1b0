import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from './contract.ts'
import {
  broughtUp,
  changesBetween,
  laidOver,
  lineDiff,
  merged,
  restingIn,
  stretchesOf,
  whyNotPublished,
} from './rules.ts'

const play = (over: Record<string, string> = {}) => {
  const told = { title: '題', one: 'はい。', two: 'いいえ。', ...over }
  return `# 見出し
play: 試し
title: ${told.title}
because:
  - 理由です。

moves:
  # 一つめ
  - id: 一
    say:
      - ${told.one}
  - id: 二
    say:
      - ${told.two}
`
}
const mine = (text: string, basedOn: string | null = null) => ({
  state: 'text' as const,
  text,
  basedOn,
})
const off = { state: 'off' as const, text: '', basedOn: null }
const shipped = [
  { name: '試し', file: '01-試し.yaml', text: play() },
  { name: '別', file: '02-別.yaml', text: '別の文' },
]

describe('重ねる', () => {
  it('変えた型だけが会社の文になり、足した型は後ろに並び、休止の型は読み終えてから外す', () => {
    const own: Content['plays'] = { 試し: mine('会社の文'), 足し: mine('足した文'), 別: off }
    expect(laidOver(shipped, own)).toEqual([
      { name: '試し', file: '01-試し.yaml', text: '会社の文' },
      { name: '別', file: '02-別.yaml', text: '別の文' },
      { name: '足し', file: '足し.yaml', text: '足した文' },
    ])
    expect(restingIn(own)).toEqual(['別'])
  })
})

describe('三つの文を合わせる', () => {
  it('会社が触れていない一手と項目は、新しい出荷時の文になる', () => {
    const own = play({ one: 'かしこまりました。' })
    const now = play({ title: '新しい題', two: '申し訳ございません。' })
    const merge = merged(play(), own, now)
    expect(merge.open).toEqual([])
    expect(merge.text).toBe(
      play({ title: '新しい題', one: 'かしこまりました。', two: '申し訳ございません。' }),
    )
  })

  it('両方が書き換えた一手は、選ぶまで会社の文のままで、選べばその文になる', () => {
    const [own, now] = [play({ two: '会社の言葉。' }), play({ two: '出荷時の言葉。' })]
    const merge = merged(play(), own, now)
    expect([merge.open, merge.text]).toEqual([['moves/二'], own])
    expect(merged(play(), own, now, { 'moves/二': 'shipped' })).toMatchObject({
      open: [],
      text: now,
    })
    expect(merged(play(), own, now, { 'moves/二': 'own' })).toMatchObject({ open: [], text: own })
  })

  it('会社が消した一手は消えたまま、出荷時が足した一手は前の一手の後ろに入る', () => {
    const own = play().replace(/ {2}# 一つめ\n {2}- id: 一\n[^]*?(?= {2}- id: 二)/, '')
    const now = play().replace('  - id: 二', '  - id: 間\n    say: []\n  - id: 二')
    const ids = stretchesOf(merged(play(), own, now).text).map(({ key }) => key)
    expect(ids).toEqual(['play', 'title', 'because', 'moves', 'moves/間', 'moves/二'])
  })

  it('会社が消し、出荷時が書き換えた一手は、どちらにするかを尋ねる', () => {
    const own = play().replace(/ {2}- id: 二\n[^]*$/, '')
    const now = play({ two: '新しい文。' })
    expect(merged(play(), own, now).open).toEqual(['moves/二'])
    expect(merged(play(), own, now, { 'moves/二': 'own' }).text).toBe(own)
  })

  it('字下げのない書き方でも、一手ごとに分かれる', () => {
    const text = 'play: x\nmoves:\n- id: 一\n  say:\n  - はい。\n- { id: 二, say: [] }\n'
    const keys = stretchesOf(text).map(({ key }) => key)
    expect(keys).toEqual(['play', 'moves', 'moves/一', 'moves/二'])
  })

  it('どんな文も、分けてつなげば元のまま', () => {
    const line = fc.constantFrom(
      'play: x',
      'moves:',
      '  - id: 一',
      '    say:',
      '      - はい',
      '#',
      '',
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.join('\n').replace(/\n*$/, '')}\n`
        const joined = stretchesOf(text).map((each) => each.text)
        expect(joined.length === 0 ? '' : joined.join('')).toBe(joined.length === 0 ? '' : text)
      }),
    )
  })

  it('会社が何も変えていなければ新しい文に、出荷時が変わらなければ会社の文になる', () => {
    const word = fc.constantFrom('はい。', 'いいえ。', '伺います。')
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const [base, other] = [play({ one: a, two: b }), play({ one: c, two: d })]
        expect(merged(base, base, other).text).toBe(other)
        expect(merged(base, other, base).text).toBe(other)
      }),
    )
  })
})

describe('新しい出荷時に合わせる', () => {
  const now = [{ name: '試し', file: '01-試し.yaml', text: play({ title: '新しい題' }) }]

  it('重ならなければ合わせた文になり、次からは新しい文を元にする', () => {
    const { plays, conflicts } = broughtUp(now, { 試し: mine(play({ one: '会社。' }), play()) })
    expect(conflicts).toEqual([])
    const text = play({ one: '会社。', title: '新しい題' })
    expect(plays).toEqual({ 試し: mine(text, now[0]?.text ?? '') })
  })

  it('重なれば名を挙げ、会社の文と元の文はそのままにする', () => {
    const own = { 試し: mine(play({ title: '会社の題' }), play()) }
    expect(broughtUp(now, own)).toEqual({ plays: own, conflicts: ['試し'] })
  })

  it('出荷時と同じになった文は、持たない。無くなった型の休止も、持たない', () => {
    const own = { 試し: mine(play({ title: '新しい題' }), play()), 昔: off }
    expect(broughtUp(now, own)).toEqual({ plays: {}, conflicts: [] })
  })
})

describe('差分と公開', () => {
  it('行ごとに、足した・消した・同じ、を言う', () => {
    expect(
      lineDiff('一\n二\n三', '一\n二半\n三\n四').map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['same', '一'],
      ['removed', '二'],
      ['added', '二半'],
      ['same', '三'],
      ['added', '四'],
    ])
    expect(lineDiff('', '')).toEqual([])
  })

  it('差分をたどれば、前の文も後の文も出てくる', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before.join('\n'), after.join('\n'))
        const side = (gone: string) =>
          lines.filter(({ kind }) => kind !== gone).map((each) => each.text)
        expect([side('added'), side('removed')]).toEqual([before, after])
      }),
    )
  })

  it('二つの版で違うところだけを挙げる', () => {
    const before: Content = { plays: { 甲: mine('一'), 乙: off }, stories: {} }
    const after: Content = { plays: { 甲: mine('二'), 乙: off }, stories: { 話: '文' } }
    expect(changesBetween(before, after)).toEqual([
      { part: 'play', name: '甲', before: '一', after: '二' },
      { part: 'story', name: '話', before: null, after: '文' },
    ])
  })

  const story = (name: string, passed: boolean, isOwn = false) => ({
    story: name,
    passed,
    isOwn,
    failures: [],
  })
  const because = (story: string) => [{ story, reason: '店では言わない' }]

  it('重なり、直すところ、期待と違う物語があれば、公開しない', () => {
    const problems = [{ name: '試し', line: 3, sentence: '直してください。' }]
    const code = (...given: Parameters<typeof whyNotPublished>) => {
      const why = whyNotPublished(...given)
      return why.ok ? null : why.refusal.code
    }
    expect(code({ problems, stories: [] }, ['試し'], [])).toBe('guide.conflicts-left')
    expect(code({ problems, stories: [] }, [], [])).toBe('guide.draft-unreadable')
    const failed = { problems: [], stories: [story('瓶', false), story('箱', true)] }
    expect(code(failed, [], [])).toBe('guide.stories-fail')
    expect(code(failed, [], because('箱'))).toBe('guide.stories-fail')
    expect(code(failed, [], because('瓶'))).toBeNull()
  })

  it('会社の物語は、承知のうえでも公開できない', () => {
    const failed = { problems: [], stories: [story('うち', false, true)] }
    expect(whyNotPublished(failed, [], because('うち')).ok).toBe(false)
  })
})
