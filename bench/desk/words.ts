import type { Dice } from './dice.ts'

/** Earlier ones are said more often: the n-th about 1/n as often as the first. */
const products = [
  '深皿',
  '保温水筒',
  '炊飯器',
  '綿毛布',
  '卓上扇風機',
  'ブレンド珈琲',
  '折りたたみ傘',
  '加湿器',
  '南部鉄瓶',
  '電気毛布',
  '木の弁当箱',
  'ホーロー鍋',
  '子ども用上着',
  '掃除機',
  '空気清浄機',
  '冷凍うどん',
  '化粧水',
  '腕時計',
  '革靴',
  '通学かばん',
  '組み立て棚',
  '羽毛布団',
  '血圧計',
  '自転車用ヘルメット',
  '圧力なべ',
  '延長コード',
  '植木ばさみ',
  '湯たんぽ',
  '万年筆',
  '歯ブラシ',
]
const colours = ['藍色', '白', '生成り', '桜色', '黒', '若草色', '灰色', '紅色', '山吹色', '紺']
const sizes = ['大', '中', '小', '特大', '二人用', '五合炊き', '一人用', '二枚組', '六個入り']
const beside = [...'上下左右内外前後表裏中底縁角奥横']
const parts = [...'蓋枠板棒軸溝弁管網脚柄紐帯袋箱札栓輪鍵面布糸線球筒']
const faults = [
  '欠けていました',
  '音が止まりません',
  '色がはがれてきました',
  '開けたときから湿っていました',
  '熱くなりすぎます',
  '一週間で動かなくなりました',
  '説明と違う形でした',
  '数が足りませんでした',
  'においが取れません',
  '留め具が外れました',
  '傷だらけでした',
  '水がもれてきます',
  '縫い目がほどけました',
  '目盛りが読めません',
]
const services = [
  '時間を決めていたのに、午後ずっと待たされました',
  '電話が三回も別の係へ回されました',
  '玄関先に置いたままで、雨にぬれていました',
  '店の方の言い方がとても冷たく感じました',
  '請求の金額が前に聞いたものと違います',
  '折り返すと言われて、四日たちました',
  '別の方あてのものが入っていました',
  '交換の手順が二つの案内で食い違っています',
  '予約したはずの日に取り置きがありませんでした',
  '解約したのに案内がまだ届きます',
]
const feelings = [
  '楽しみにしていたので、残念です',
  '母への贈り物でした',
  '子どもが使うものなので心配です',
  '毎朝使うので困っています',
  '長く買ってきただけに、がっかりしました',
  '責めるつもりはありませんが、理由を知りたいです',
  'このままでは使えません',
  '近所の人にもすすめていました',
]
const wishes = [
  '代わりのものを送ってください',
  '直せるかどうか教えてください',
  'どうしてこうなったのか説明をお願いします',
  '引き取りに来てもらえますか',
  '担当の方から一度お電話をください',
  '同じことが起きないようにしてください',
]
const places = [
  '仙台',
  '金沢',
  '浜松',
  '松山',
  '熊本',
  '高崎',
  '長野',
  '岡山',
  '青森',
  '那覇',
  '奈良',
]
const families = [
  '高橋',
  '佐野',
  '森下',
  '大西',
  '石川',
  '戸田',
  '宮本',
  '浅野',
  '堀',
  '栗原',
  '長沢',
]
const givens = ['恵', '一郎', '由美', '誠', '里奈', '健', '春香', '文雄', '千代', '航', '真由']

export function productOf(dice: Dice): string {
  return `${products[dice.zipf(products.length)]}（${colours[dice.zipf(colours.length)]}・${sizes[dice.zipf(sizes.length)]}）`
}

export function nameOf(dice: Dice): string {
  return `${families[dice.zipf(families.length)]} ${givens[dice.zipf(givens.length)]}`
}

/** About `length` characters, as somebody writes who wants to be understood. */
export function complaintAbout(dice: Dice, product: string, length: number): string {
  const half = length / 2
  return `${openingOf(dice, product, half)}${bodyOf(dice, half)}`
}

/** What was bought where, and some `length` characters of what is wrong with it. */
export function openingOf(dice: Dice, product: string, length: number): string {
  const day = `${dice.below(12) + 1}月${dice.below(28) + 1}日`
  return `${day}に${pick(dice, places)}の店で${product}を買いました。${told(dice, length)}`
}

/** Some `length` characters more, and what should be done. */
export function bodyOf(dice: Dice, length: number): string {
  return `${told(dice, length)}${pick(dice, wishes)}。`
}

function told(dice: Dice, length: number): string {
  let text = ''
  while (text.length < length) text += `${sentences[dice.zipf(sentences.length)]?.(dice) ?? ''}。`
  return text
}

export function remark(dice: Dice): string {
  return `${pick(dice, feelings)}。${part(dice)}が${pick(dice, faults)}。`
}

export function wish(dice: Dice): string {
  return pick(dice, wishes)
}

const sentences: readonly ((dice: Dice) => string)[] = [
  (dice) => `${part(dice)}が${pick(dice, faults)}`,
  (dice) => pick(dice, services),
  (dice) => pick(dice, feelings),
  (dice) => `${dice.below(20) + 2}回ほど使ったところで${part(dice)}が${pick(dice, faults)}`,
  (dice) =>
    `${pick(dice, places)}に住む${pick(dice, families)}さんの家でも${part(dice)}が同じだそうです`,
  (dice) => `${dice.below(90) * 100 + 980}円も払ったのに、${pick(dice, services)}`,
  (dice) =>
    `箱の${part(dice)}には${dice.below(9000) + 1000}と書いてあり、${part(dice)}とは合いません`,
]

/** Some four hundred words, the common ones common. */
function part(dice: Dice): string {
  return `${beside[dice.zipf(beside.length)]}${parts[dice.zipf(parts.length)]}`
}

function pick(dice: Dice, words: readonly string[]): string {
  return words[dice.zipf(words.length)] ?? ''
}
