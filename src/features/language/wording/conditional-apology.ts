import { type Draft, sentenceAt } from './draft.ts'
import { type Flaw, flawsOf, type Rule, type Words } from './rule.ts'

const sorry =
  '(?:お詫び|おわび|謝罪|陳謝|申し?訳(?:ござ|あり|な)|すみません|ごめんなさい|謝り(?:ます|たい)|反省|残念(?:です|に|で)|ご容赦|お許し)'
const condition =
  '(?:(?:の|ん)?でしたら|(?:の|ん)?であ(?:れば|ったなら|りましたら|るなら|ったとすれば|るとすれば|るのなら)|(?:の|ん)?なら(?:ば)?|たとし(?:たら|ましたら|ますと|て(?:も|いましたら)?)|(?:た|だ|る)とすれば|としたら|とすれば|ましたら|(?:っ|い|し|せ|れ|け|め|て|え|ん)たら|(?:た|る|の)場合(?:に)?は?|ようでしたら|ようなら|ようであれば|かもしれ(?:ません|ない)(?:が|ことは?)|ことがあ(?:れば|りましたら|ったなら)|点があ(?:れば|りましたら)|れば|と(?:感じ|思わ|お感じになら)れ(?:た)?(?:の)?(?:なら|であれば|でしたら))'
// Another event is the condition, not the fault: 「届かない場合はご連絡ください」.
const otherwise =
  /(?:場合|ましたら|れば|たら|でしたら)[^。、]{0,3}、?[^。]{0,40}(?:ください|お申し付け|お願い(?:いた|し|申)|ご連絡(?:いた|を)|お知らせ|お送り|交換いた|返金いた|いただけ(?:れば|ますと))[^。]*$|行き違い|入れ違い|ご容赦/u

const words: readonly Words[] = [
  {
    match: new RegExp(`${condition}[、,]?(?:[^。]{0,24}?)${sorry}`, 'gu'),
    unless: otherwise,
  },
  {
    match: /遺憾(?!ながら(?:でき|お断り))(?:に|で|の(?:意|念)|です|と)/gu,
    message:
      '「遺憾」は、お詫びではなく他人事に聞こえます。「申し訳ございません」と、何についてかを書いてください。',
  },
  {
    match: /遺憾ながら/gu,
    message: '「遺憾」は、他人事に聞こえます。「申し訳ございませんが」と書いてください。',
    fix: '申し訳ございませんが',
  },
]

const message =
  '条件つきのお詫びです。「そう思うなら」と聞こえます。条件を取り、何についてかを名指しして詫びてください。'

export const conditionalApology: Rule = {
  code: 'conditional-apology',
  alsoWeighed: { message },
  find: (draft) =>
    flawsOf(draft, words, {
      severity: 'warning',
      message,
    }).map((flaw) => withItsCondition(draft, flaw)),
}

/** The condition starts where its sentence does; 40 characters are enough to see it. */
function withItsCondition(draft: Draft, flaw: Flaw): Flaw {
  const sentence = sentenceAt(draft, flaw.start)
  const lead = /^[\s、。]*/u.exec(draft.text.slice(sentence.start, flaw.start))?.[0].length ?? 0
  return { ...flaw, start: Math.max(sentence.start + lead, flaw.start - 40) }
}
