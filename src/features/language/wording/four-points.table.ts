import type { Point } from './four-points.ts'
import { why as causeWhy } from './missing-cause.ts'
import { why as impactWhy } from './missing-impact.ts'
import { why as preventionWhy } from './missing-prevention.ts'
import { why as responseWhy } from './missing-response.ts'
import type { Row, Table } from './table.ts'

const openings = [
  'お届けした掃除機に傷がございましたこと、お詫び申し上げます。',
  '11月分のご請求が二重になっておりましたこと、誠に申し訳ございませんでした。',
  'ご予約が承れておりませんでしたこと、深くお詫びいたします。',
  'お料理に髪の毛が入っておりましたこと、心よりお詫び申し上げます。',
  'お返事が三日遅れましたこと、申し訳ございません。',
]
const sentences: Readonly<Record<Point, readonly string[]>> = {
  cause: [
    '原因は、梱包の緩衝材の不足でございました。',
    '調査の結果、締めの処理が二度行われたことが分かりました。',
    '予約の表への書き写しが漏れていたことによるものでございます。',
    '帽子を正しく着けていなかったためと判明いたしました。',
    'このようなことになりました理由は、担当の間の伝え漏れでございます。',
    '原因は現在、品質の担当が調べております。',
    '検品の工程で見落としていたことが原因でございます。',
    '経緯をご説明いたします。最初の担当が記録を残しておりませんでした。',
    '受付の控えが、別の棚に置かれていました。',
    '型番の末尾を読み違えておりました。',
    '予備の電池が、充電されておりませんでした。',
    '新しい料金が、窓口の一覧に載っていませんでした。',
    '袋の口が、最後まで閉じていなかったためです。',
    '二つの注文の札が、入れ替わっていました。',
    '点検の印が、前日の日付のままでした。',
    '荷台の温度計が、止まっておりました。',
  ],
  impact: [
    '影響は、同じ日に出荷した12件に限られております。',
    '対象は11月1日から5日のご請求でございます。',
    'ほかのお客様のご予約には問題がないことを確かめております。',
    '同様の事象は確認されておりません。',
    '該当する商品は、この1台のみでございます。',
    '同じロットの商品は、すべて点検いたしました。',
    '影響の範囲は、関東の店舗でございます。',
    '同じ時期にお送りした30名の方にも、お知らせいたしました。',
    'ご出張の朝に、お召しになれませんでした。',
    'お子様の遠足に間に合わなかったと伺いました。',
    'ご家族で二時間お待ちになりました。',
    'お取引先へのご説明に、半日をお使いになったと承りました。',
    'お引っ越しが一日延びることになりました。',
    'ご昼食を召し上がれませんでした。',
    '何度もお電話をおかけくださったと伺いました。',
    '雨の中を、駅までお戻りになりました。',
  ],
  response: [
    '新しい品を、本日発送いたしました。',
    '差額は、本日取り消しの手続きをいたしました。',
    '代わりのお席をご用意いたします。',
    'お代は、ご指定の口座へお振り込みいたします。',
    'お品は、担当の者が引き取りに伺いますので、ご都合をお聞かせください。修理してお返しいたします。',
    '交換の品を手配しております。',
    '訂正した書類をお送りいたします。',
    '部品の交換は、無償で承り、すでに手配いたしました。',
    '新しい袋に詰め直しました。',
    '料金の差を、ご指定の口座へお戻ししました。',
    '代わりの一着を、当日の便でお届けしました。',
    'お席を窓側へ移し、お料理を温め直しました。',
    '動かなかった部品を取り替え、音を確かめました。',
    'ご予約の日を、お望みの週に取り直しました。',
    'お預かりの品は、洗い直してお返ししました。',
    'ご説明の場に、担当の技術者を同席させました。',
  ],
  prevention: [
    '今後は、出荷の前に二人で梱包を確かめます。',
    '再発防止のため、処理の前に件数を照らし合わせる手順に改めました。',
    '同じことを繰り返さないよう、予約の表を一つにまとめました。',
    '全員に、身だしなみの研修を行いました。',
    '受付の仕組みを見直し、当日のうちに必ず二人目が読む形に変えました。',
    '検品の手順書を改訂し、点検の項目を三つ増やして再発を防ぎます。',
    '以後、同様の事態を招かぬよう、確認を徹底いたします。',
    '工程の管理を強化し、毎朝の点検に加えました。',
    '札は色で分け、閉店の前に二人で数えます。',
    '電池は、毎朝の点検の項目に加えます。',
    '料金が変わる月には、窓口の一覧を前日に差し替えます。',
    '袋を閉じる機械に、止まる仕掛けを付けました。',
    'お名前を画面に映し、お客様と読み合わせてから承ります。',
    '荷台の温度は、出発の前に運転士が記録することに改めます。',
    '控えは紙をやめ、その場で画面に打ち込む決まりにしました。',
    '型番は、二つの機械で読み取ってから出荷いたします。',
  ],
}
/** Each on its own, as they are learnt. */
export const pointSentences = (['cause', 'impact', 'response', 'prevention'] as const).flatMap(
  (point) => sentences[point].map((text) => ({ text, point })),
)

const order = ['cause', 'impact', 'response', 'prevention'] as const
const variants = 48

const whole =
  '11月20日にお送りした品に傷がございましたこと、お詫び申し上げます。原因は、梱包の緩衝材の不足でございました。影響は同じ日に出荷した12件に限られております。新しい品を11月26日にお届けいたします。今後は、出荷の前に二人で梱包を確かめます。'
const bare =
  'お送りした品に傷がございましたこと、お詫び申し上げます。ご指摘をいただき、ありがとうございました。'

const whys = {
  cause: causeWhy,
  impact: impactWhy,
  response: responseWhy,
  prevention: preventionWhy,
}

/** Letters that say a point in their trade's own verbs, and letters that only seem to. */
const ownWords: Partial<Record<Point, { said: readonly string[]; unsaid: readonly string[] }>> = {
  impact: {
    said: [
      'お預かりした着物の裾に染みが残り、お宮参りの席でお召しになれなかったこと、お詫び申し上げます。乾かす棚の布が湿っておりました。染みは抜いて、昨日お返しいたしました。棚の布は毎朝取り替えております。',
      '検定の会場を誤ってお知らせし、試験の一科目をお受けいただけなかったこと、深くお詫び申し上げます。前年の地図を載せたことが原因です。追試験のお席を12日にご用意いたしました。地図は年ごとに作り直します。',
      'レンタルの車椅子の片輪が固く、ご旅行の初日を宿でお過ごしになる思いをさせましたこと、申し訳ございません。軸の油が切れておりました。別の一台を当日の夕方にお届けしました。貸し出しの前に二十歩押して確かめる決まりといたしました。',
    ],
    unsaid: [
      'お預かりした着物の裾に染みが残りましたこと、お詫び申し上げます。乾かす棚の布が湿っておりました。染みは抜いて、昨日お返しいたしました。棚の布は毎朝取り替えております。',
      '検定の会場を誤ってお知らせしたこと、深くお詫び申し上げます。前年の地図を載せたことが原因です。訂正のお知らせを12日にお送りいたしました。地図は年ごとに作り直します。',
    ],
  },
  prevention: {
    said: [
      '研ぎに出された包丁の柄にひびが入り、仕込みに間に合わなかったこと、お詫び申し上げます。万力の締めすぎでございました。柄は朴の木で付け替え、昨日お返ししました。万力には木の当てを噛ませております。',
      'お頼みの印鑑の一画が欠け、ご契約の席でお使いになれなかったこと、お詫び申し上げます。刃先の欠けに気づけませんでした。彫り直した印を一昨日お届けしております。刃は一本ごとに拡大鏡で見ております。',
      '貸し切りの船に浮き輪が一つ足りず、お子さまが乗れなかったこと、申し訳ございません。前の組が陸に置き忘れたためです。午後の便にお乗りいただきました。浮き輪には席の番号を書きました。',
    ],
    unsaid: [
      '研ぎに出された包丁の柄にひびが入り、仕込みに間に合わなかったこと、お詫び申し上げます。万力の締めすぎでございました。柄は朴の木で付け替え、昨日お返ししました。この先のことは店内で検討いたします。',
      'お頼みの印鑑の一画が欠け、ご契約の席でお使いになれなかったこと、お詫び申し上げます。刃先の欠けに気づけませんでした。彫り直した印を一昨日お届けしております。届きましたらお知らせください。',
    ],
  },
}

export const missingPointTables: readonly Table[] = order.map((point) => ({
  rule: `missing-${point}`,
  kind: 'mail',
  why: whys[point],
  ok: [whole],
  ng: [bare],
  rows: [...lettersWithout(point), ...owingNothing(`missing-${point}`), ...inOwnWords(point)],
}))

/** Letters made of one opening and the four points; each point is left out of a quarter of them in turn. */
function lettersWithout(point: Point): Row[] {
  const rule = `missing-${point}` as const
  return Array.from({ length: variants + 20 }, (_, i): Row => {
    const isFound = i < variants
    const text = [
      openings[i % openings.length],
      ...order
        .filter((each) => !(isFound && each === point))
        .map((each, k) => sentences[each][(i + k * 3) % sentences[each].length]),
    ].join('')
    const isHeldOut = i % 5 === 4
    return { rule, kind: i % 3 === 0 ? 'letter' : 'mail', text, isFound, isHeldOut }
  })
}

/** What owes no four points: talk, replies in public, and mail that does not apologise. */
function owingNothing(rule: Row['rule']): Row[] {
  const apology = `${openings[0]}新しい品を、本日発送いたしました。`
  const thanks =
    'ご注文をいただき、ありがとうございます。お品は本日発送いたしました。明日お手元に届く予定でございます。'
  const request =
    '申し訳ございませんが、お電話番号をお知らせいただけますでしょうか。お調べするために必要でございます。'
  return [
    { rule, kind: 'talk', text: apology, isFound: false, isHeldOut: false },
    { rule, kind: 'public-reply', text: apology, isFound: false, isHeldOut: false },
    { rule, kind: 'mail', text: thanks, isFound: false, isHeldOut: false },
    { rule, kind: 'letter', text: thanks, isFound: false, isHeldOut: true },
    { rule, kind: 'mail', text: request, isFound: false, isHeldOut: false },
  ]
}

function inOwnWords(point: Point): Row[] {
  const rule = `missing-${point}` as const
  const { said, unsaid } = ownWords[point] ?? { said: [], unsaid: [] }
  const row = (text: string, isFound: boolean, isHeldOut: boolean): Row => {
    return { rule, kind: 'letter', text, isFound, isHeldOut }
  }
  return [
    ...said.map((text, i) => row(text, false, i === 2)),
    ...unsaid.map((text, i) => row(text, true, i === 1)),
  ]
}
