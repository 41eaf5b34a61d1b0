import { describe, expect, test } from 'vitest'
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

  test('同じ一手の中に、同じ文はない', () => {
    const twice = plays.flatMap((play) =>
      play.moves
        .filter(({ say }) => new Set(say.map(({ text }) => text)).size < say.length)
        .map(({ id }) => `${play.play}/${id}`),
    )
    expect(twice).toEqual([])
  })
})
