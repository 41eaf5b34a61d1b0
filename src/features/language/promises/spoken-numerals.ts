import { type MappedText, rewrite } from '#kernel/japanese-text/mapped-text.ts'

const digits: Readonly<Record<string, number>> = {
  いち: 1,
  いっ: 1,
  に: 2,
  さん: 3,
  よん: 4,
  よ: 4,
  し: 4,
  ご: 5,
  ろく: 6,
  ろっ: 6,
  なな: 7,
  しち: 7,
  はち: 8,
  はっ: 8,
  きゅう: 9,
  く: 9,
}
const digit = Object.keys(digits)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const number = `(${digit})?(じゅう|じゅっ|じっ)?(${digit})?`
const units: Readonly<Record<string, string>> = {
  じかん: '時間',
  えいぎょうび: '営業日',
  しゅうかん: '週間',
  かげつ: 'か月',
  ぷん: '分',
  ふん: '分',
  じ: '時',
}
const spoken = new RegExp(
  `(?<=^|[、。\\sのはにで、前後日朝夕晩夜]|ごぜん|ごご)${number}(${Object.keys(units).join('|')})(いない|はん)?(?=以内|後|まで|に(?!な)|ごろ|頃|ほど|くらい|ぐらい|半|から|、|お|ご)`,
  'gu',
)
const days = 'ひとつ ふつ みっ よっ いつ むい なの よう ここの とお'.split(' ')
const counted = new RegExp(
  `(?:(${days.slice(1).join('|')})か|とおか)(?=以内|いない|後[にのはで]|のうちに|中に|で[おご])`,
  'gu',
)
const whole: Readonly<Record<string, string>> = {
  ひと月: '1か月',
  ひとつき: '1か月',
  一月: '1か月',
  ふた月: '2か月',
  半月: '15日',
  半年: '6か月',
  半時間: '30分',
  小一時間: '1時間',
  丸一日: '1日',
  一昼夜: '1日',
}
const named = new RegExp(
  `(?:${Object.keys(whole).join('|')})(?=以内|ほど|程度|くらい|後|で|の?お時間)`,
  'gu',
)

const hint =
  /[ぁ-ん](?:じ(?!め)|ぷん|ふん|しゅうかん|かげつ|えい)|(?:ふつ|みっ|よっ|いつ|むい|なの|よう|ここの|とお)か|ひとつき|ひと月|ふた月|[一半][月年]|[小半]一?時間|丸一日|一昼夜/u

/** 「さんじかんいない」, 「みっか後」, 「ひと月」: in figures, as the readers of days and hours know them. */
export function inFigures(mapped: MappedText): MappedText {
  // Most texts have none of it, and rewriting compiles each pattern anew.
  if (!hint.test(mapped.text)) return mapped
  const figures = rewrite(mapped, named, (words) => whole[words] ?? words)
  const dated = rewrite(figures, counted, (words) => `${days.indexOf(words.slice(0, -1)) + 1}日`)
  return rewrite(dated, spoken, (words) => {
    const unit = Object.keys(units).find((each) => words.includes(each)) ?? ''
    const at = words.lastIndexOf(unit)
    const count = valueOf(words.slice(0, at))
    const rest = words
      .slice(at + unit.length)
      .replace('いない', '以内')
      .replace('はん', '半')
    return unit === '' || count === 0 ? words : `${count}${units[unit]}${rest}`
  })
}

function valueOf(words: string): number {
  const [, tens, ten, ones] = new RegExp(`^${number}$`, 'u').exec(words) ?? []
  const one = (digits[ones ?? ''] ?? 0) + (ten ? 0 : (digits[tens ?? ''] ?? 0))
  return (ten ? 10 * (digits[tens ?? ''] ?? 1) : 0) + one
}
