import { describe, expect, test } from 'vitest'
import { cueCodes } from '#features/language/contract.ts'
import { lint } from '#features/language/door.ts'
import { loadPlaybook } from '../store.ts'
import type { Condition } from './conditions.ts'
import { placeholder } from './phrases.ts'
import { placeholders } from './values.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const { plays } = read.value

const due = '11月25日（水）17時'
const values: Readonly<Record<string, string>> = {
  お客様名: '西田',
  自社名: 'みなと食品',
  担当名: '中村',
  受付番号: 'U-2026-000101',
  商品: '炭酸水24本',
  注文番号: 'A-1001',
  お客様の言葉: '楽しみにしていたのに残念で',
  お気持ちの言葉: 'とても残念で',
  合図の言葉: '上司を出して',
  最初の言葉: '瓶が割れていました',
  懸念: '子どもが危ない思いをした',
  懸念の数: '2',
  望み: '木曜までに新しいものがほしい',
  いつ: '木曜の夜',
  どこ: 'ご自宅',
  なに: '届いた箱の瓶が割れていた',
  確認した事実: '別の品をお送りした',
  原因: '箱の緩衝材の不足',
  代替案1: '交換品の発送',
  代替案2: '着払いでの返品',
  できること: '交換品の発送、または着払いでの返品',
  受け入れた案: '交換品の発送',
  合意: '水曜着で交換品をお届けする',
  条項: '約款12条',
  約束: '原因を調べて電話する',
  期限: due,
  約束の担当: '松井',
  破れた約束: '金曜17時までに折り返す',
  破れた期限: '11月20日（金）17時',
  提案期限: due,
  引き継ぎ先: '佐々木',
  指名: '松井',
  回数: '2',
  経過分: '15',
  ご連絡の回数: '3',
  お使いの言葉: '英語',
}

const sentences = plays.flatMap((play) =>
  play.moves.flatMap((move) =>
    move.say.map(({ text, when }) => ({
      name: `${play.play}/${move.id}`,
      template: text,
      text: text.replace(placeholder, (_all, name: string) => values[name] ?? `{${name}}`),
      isForFault: needsFault(when),
      isFirm: play.tier === 'protect',
    })),
  ),
)

const spoken = plays.flatMap((play) =>
  play.moves
    .filter(({ say }) => say.length > 0)
    .map(({ id, say }) => ({ name: `${play.play}/${id}`, say })),
)

/** How much two sentences share of their pairs of letters, from 0 to 1; without what the record fills in. */
function likeness(one: string, other: string): number {
  const [mine, theirs] = [pairs(one), pairs(other)]
  const rest = [...theirs]
  const shared = mine.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return mine.length < 4 ? 0 : (2 * shared.length) / (mine.length + theirs.length)
}

function pairs(text: string): string[] {
  const bare = [...text.replace(placeholder, '').replace(/[、。「」]/g, '')]
  return bare.slice(1).map((letter, index) => `${bare[index]}${letter}`)
}

function needsFault(condition: Condition | undefined): boolean {
  return condition?.apology === 'fault'
}

describe('配る型の言葉', () => {
  test('この検査は、どの差し込みも埋めている', () => {
    expect(Object.keys(values).toSorted()).toEqual(placeholders.toSorted())
  })

  test('どの文も、うけとめ自身の言葉づかいの審判を通る', () => {
    const found = sentences.flatMap(({ name, text, isForFault, isFirm }) =>
      lint(
        { kind: 'talk', text },
        {
          now: '2026-11-24T10:00:00+09:00',
          promisedDues: ['2026-11-25T17:00:00+09:00', '2026-11-25', '2026-11-20T17:00:00+09:00'],
          admissionApproved: isForFault,
          remedyApproved: true,
          firm: isFirm,
        },
      )
        .findings.filter(({ severity }) => severity !== 'info')
        .map(({ rule, message }) => `${name} [${rule}] ${text} — ${message}`),
    )
    expect(found).toEqual([])
  })

  test.each([
    '規則ですので',
    '規定ですので',
    'ご迷惑をおかけ',
    'なるべく早く',
    '後日',
    '絶対',
    '必ず',
    'すみません',
    '落ち着いて',
    'ご理解ください',
    '先ほども申し上げ',
    'させていただ',
    '！',
  ])('「%s」とは言わない', (words) => {
    expect(sentences.filter(({ text }) => text.includes(words)).map(({ name }) => name)).toEqual([])
  })

  test('話しながら読める長さに収まる', () => {
    const long = sentences.filter(
      ({ template }) => [...template.replace(placeholder, '')].length > 75,
    )
    expect(long.map(({ name, template }) => `${name} ${template}`)).toEqual([])
  })

  test('どの文も、句点か問いで終わる一息の文になっている', () => {
    const open = sentences.filter(({ text }) => !text.endsWith('。'))
    expect(open.map(({ text }) => text)).toEqual([])
  })

  test('ほとんどの文は、聴きながら読める45字までに収まる', () => {
    const long = sentences.filter(
      ({ template }) => [...template.replace(placeholder, '')].length > 45,
    )
    expect(long.length / sentences.length).toBeLessThan(0.05)
  })

  test('話す一手には四つ以上の言い方があり、半分以上は記録に頼らずに言える', () => {
    const alwaysThere = /\{(?:自社名|担当名|提案期限)\}/g
    const few = spoken.filter(({ say }) => {
      const free = say.filter(({ text }) => !text.replace(alwaysThere, '').includes('{'))
      return say.length < 4 || free.length * 2 < say.length
    })
    expect(few.map(({ name }) => name)).toEqual([])
  })

  test('同じ一手の中に、同じ骨組みの文はない', () => {
    const alike = spoken.flatMap(({ name, say }) =>
      say.flatMap((one, index) =>
        say
          .slice(index + 1)
          .filter((other) => likeness(one.text, other.text) > 0.7)
          .map((other) => `${name} ${one.text} ／ ${other.text}`),
      ),
    )
    expect(alike).toEqual([])
  })

  test('人前に出る返信は、公開の返信としての審判も通る', () => {
    const found = sentences
      .filter(({ name }) => name.startsWith('口コミ/'))
      .flatMap(({ name, text }) =>
        lint(
          { kind: 'public-reply', text },
          { now: '2026-11-24T10:00:00+09:00', promisedDues: [], remedyApproved: true },
        )
          .findings.filter(({ severity }) => severity !== 'info')
          .map(({ rule }) => `${name} [${rule}] ${text}`),
      )
    expect(found).toEqual([])
  })

  test('どの合図にも型があり、どの一手にも言わないことと根拠がある', () => {
    const called = new Set(plays.flatMap(({ cues }) => cues))
    expect(cueCodes.filter((code) => !called.has(code))).toEqual([])
    const bare = plays.flatMap((play) =>
      play.moves.filter(({ avoid }) => avoid.length === 0).map(({ id }) => `${play.play}/${id}`),
    )
    expect(bare).toEqual([])
  })

  test('相談窓口の番号には、確かめた年月が添えてある', () => {
    const crisis = plays.find(({ cues }) => cues.includes('customer_crisis'))
    const asks = crisis?.moves.flatMap(({ ask }) => ask.map(({ text }) => text)) ?? []
    const numbered = asks.filter((text) => /0120-\d{3}-\d{3}/.test(text))
    expect(numbered).toHaveLength(3)
    expect(numbered.filter((text) => !/20\d\d年\d{1,2}月/.test(text))).toEqual([])
  })

  test('電話へのお礼は、電話で受けたときだけ言う', () => {
    const thanks = plays
      .flatMap(({ moves }) => moves.flatMap(({ say }) => say))
      .filter(({ text }) => text.includes('お電話ありがとうございます'))
    expect(thanks.length).toBeGreaterThan(0)
    expect(thanks.every(({ when }) => when?.direction?.includes('in') === true)).toBe(true)
  })

  test('同じ一手の中に、同じ文はない', () => {
    const twice = plays.flatMap((play) =>
      play.moves
        .filter(({ say }) => new Set(say.map(({ text }) => text)).size < say.length)
        .map(({ id }) => `${play.play}/${id}`),
    )
    expect(twice).toEqual([])
  })
})
