import { describe, expect, test } from 'vitest'
import { readPlaybook } from './load.ts'

const good = `play: 試し
title: 試しの型
about: 読めるかを試します。
tier: cue
cues: [anger_high]
because:
  - 「{合図の言葉}」と言われました。
  - お怒りです。
moves:
  - id: 聴く
    stage: listen
    goal: 聴く
    say: [はい。, ええ。, はい、どうぞ。]
    reasons: [傾聴の基本]
`
const read = (text: string, file = 'a.yaml') => readPlaybook([{ file, text }], 'ja')
const problems = (text: string) => {
  const result = read(text)
  return result.ok ? [] : result.refusal.data.problems
}
/** The good play with one line in place of another. */
const changed = (from: string, to: string) => problems(good.replace(from, to))

describe('型を読む', () => {
  test('正しい型は読め、版は中身だけで決まる', () => {
    const [here, there] = [read(good, '/x/a.yaml'), read(good, '/y/z/a.yaml')]
    expect(here.ok && there.ok && here.value.version === there.value.version).toBe(true)
    const other = read(good.replace('聴く', '黙って聴く'))
    expect(here.ok && other.ok && here.value.version !== other.value.version).toBe(true)
  })

  test('改行の書き方が違っても、同じ版になる', () => {
    const [unix, windows] = [read(good), read(good.replaceAll('\n', '\r\n'))]
    expect(unix.ok && windows.ok && unix.value.version === windows.value.version).toBe(true)
  })

  test('ファイル名の順に並ぶ', () => {
    const second = good.replace('play: 試し', 'play: 先')
    const result = readPlaybook(
      [
        { file: '20-b.yaml', text: good },
        { file: '10-a.yaml', text: second },
      ],
      'ja',
    )
    expect(result.ok && result.value.plays.map(({ play }) => play)).toEqual(['先', '試し'])
  })
})

describe('間違いは、行番号と直し方つきで言う', () => {
  test('YAMLとして壊れている', () => {
    expect(changed('goal: 聴く', 'goal: "聴く')[0]).toMatch(/^a\.yaml:\d+: YAMLとして読めません/)
  })
  test('空のファイル', () => {
    expect(problems('# まだ書いていません\n')).toEqual([
      expect.stringMatching(/^a\.yaml:1: 中身がありません/),
    ])
  })
  test('足りない項目', () => {
    expect(changed('    goal: 聴く\n', '')).toEqual([
      'a.yaml:10: 「goal」がありません。書き足してください。',
    ])
  })
  test('知らない項目には、使える項目を添える', () => {
    expect(changed('goal:', 'gaol:')).toContainEqual(
      expect.stringMatching(
        /^a\.yaml:12: 「gaol」という項目はありません。使えるのは id、stage、goal/,
      ),
    )
  })
  test('知らない段階', () => {
    expect(changed('stage: listen', 'stage: listning')).toEqual([
      expect.stringMatching(/^a\.yaml:11: 「listning」は使えません。receive、listen/),
    ])
  })
  test('知らない合図', () => {
    expect(changed('anger_high', 'angry')[0]).toMatch(/^a\.yaml:5: 「angry」は使えません。/)
  })
  test('言い方が二つしかない', () => {
    expect(changed(', はい、どうぞ。]', ']')).toEqual([
      expect.stringMatching(/^a\.yaml:13: 言い方が足りません。/),
    ])
  })
  test('長すぎる言い方', () => {
    expect(changed('はい。', 'あ'.repeat(301))[0]).toMatch(/^a\.yaml:13: 長すぎます。/)
  })
  test('知らない差し込み', () => {
    expect(changed('ええ。', "'{お客樣名}様'")).toContainEqual(
      expect.stringMatching(/^a\.yaml:13: \{お客樣名\} という差し込みはありません。/),
    )
  })
  test('知らない条件には、使える条件を添える', () => {
    const when = good.replace('    reasons:', '    when: { herd: anger_high }\n    reasons:')
    expect(problems(when)).toContainEqual(
      expect.stringMatching(/^a\.yaml:14: 「herd」という項目はありません。使えるのは heard、known/),
    )
  })
  test('条件の入れ子の中でも、その行を言う', () => {
    const when = good.replace(
      '    reasons:',
      '    when:\n      - talk: live\n      - not:\n          any:\n            - safety: maybe\n    reasons:',
    )
    expect(problems(when)).toContainEqual(
      expect.stringMatching(/^a\.yaml:18: 「maybe」は使えません/),
    )
  })
  test('空の条件', () => {
    const when = good.replace('    reasons:', '    when: {}\n    reasons:')
    expect(problems(when)).toEqual([expect.stringMatching(/^a\.yaml:14: 条件が空です/)])
  })
  test('知らない書き込み先', () => {
    const write = good.replace(
      '    reasons:',
      '    write: [{ into: memo, label: 覚え }]\n    reasons:',
    )
    expect(problems(write)).toEqual([
      expect.stringMatching(/^a\.yaml:14: 「memo」という書き込み先/),
    ])
  })
  test('行き先のない次の一手', () => {
    const next = good.replace('    reasons:', '    next: どこか\n    reasons:')
    expect(problems(next)).toEqual([expect.stringMatching(/^a\.yaml:14: 次の一手「どこか」/)])
  })
  test('said の先がない', () => {
    const done = good.replace('    reasons:', '    done: { said: どこか }\n    reasons:')
    expect(problems(done)).toEqual([expect.stringMatching(/said の「どこか」/)])
  })
  test('同じ名前の一手', () => {
    const twice = good + good.slice(good.indexOf('  - id: 聴く'))
    expect(problems(twice)).toEqual([expect.stringMatching(/^a\.yaml:15: 一手「聴く」が/)])
  })
  test('別のファイルに同じ型', () => {
    const result = readPlaybook(
      [
        { file: 'a.yaml', text: good },
        { file: 'b.yaml', text: good },
      ],
      'ja',
    )
    expect(!result.ok && result.refusal.data.problems).toEqual([
      expect.stringMatching(/^b\.yaml:1: 型「試し」は a\.yaml にもあります/),
    ])
  })
  test('差し込みのない言い方が一つもない', () => {
    expect(changed('[はい。, ええ。, はい、どうぞ。]', "['{商品}', '{懸念}', '{望み}']")).toEqual([
      expect.stringMatching(/差し込みのない言い方がありません/),
    ])
  })
  test('理由の最後に差し込みがある', () => {
    expect(changed('  - お怒りです。\n', '')).toEqual([expect.stringMatching(/because の最後/)])
  })
})

describe('どの型にも置けない言葉', () => {
  test('落ち度を認める言葉は、確認した事実を条件に付けるまで置けない', () => {
    expect(changed('ええ。', '私どもの手違いです。')).toEqual([
      expect.stringMatching(/^a\.yaml:13: 当方の落ち度を認める言葉です。/),
    ])
    const gated = '{ text: 私どもの手違いです。, when: { apology: fault } }'
    expect(changed('ええ。', gated)).toEqual([])
  })
  test('金品を口にする言葉は、規定からの差し込みに替える', () => {
    expect(changed('ええ。', 'クーポンを差し上げます。')).toEqual([
      expect.stringMatching(/^a\.yaml:13: 金品を口にする言葉です。/),
    ])
  })
  test('支払いの約束', () => {
    expect(changed('ええ。', 'お支払いいたします。')).toEqual([
      expect.stringMatching(/^a\.yaml:13: 支払いを約束する言葉/),
    ])
  })
  test('避ける言葉としてなら、置ける', () => {
    const avoid = good.replace(
      '    reasons:',
      '    avoid: [{ words: お支払いします, why: 約束になる }]\n    reasons:',
    )
    expect(problems(avoid)).toEqual([])
  })
})
