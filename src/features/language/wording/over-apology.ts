import { type Apology, apologiesIn } from './apologies.ts'
import { type Flaw, flawsOf, type Rule, type Words } from './rule.ts'

const message =
  'お詫びの重ねすぎは、かえって軽く聞こえます。一つの事柄に一度だけ詫び、あとは何をするかを書いてください。'
const abasement =
  '自分を卑しめる言葉は、お客様を困らせます。出来事を名指しして一度詫び、これからすることを書いてください。'

const words: readonly Words[] = [
  {
    match:
      /穴があったら入りたい|万死に値|(?:弁解|弁明|申し開き|言い訳|言いわけ)の(?:余地|しよう)(?:も|は|が)?(?:ござい|あり|な)|汗顔の至り|身の置き(?:所|どころ)|一生をかけて|(?:お詫び|謝)[^。]{0,14}言葉(?:も|が)(?:見[つ当]|あり|ござ|な)|恐縮の(?:極み|至り)|恥(?:でござ|です|じ入り)|[慚慙]愧(?:の念)?に堪え|土下座|平身低頭|平謝り|死んで(?:お詫び|も)|お恥ずかしい限り|面目次第も|(?:どんな|いかなる|どのような)(?:罰|お叱り|処分)(?:で?も)|私(?:ども)?(?:が|は)(?:すべて|全て|全部|何もかも)悪(?:い|う|かった)|腹を切|愚か(?:な|で|者)|無能(?:な|で)|合わせる顔が|顔向けでき|不徳の(?:致す|いたす)ところ|(?:お詫び|おわび|謝罪)の(?:しよう|言葉|申し上げよう)(?:も|が)(?:ござい|あり|な|見つ|出)|頭を(?:地|床)に|額を(?:地|床)に|(?:お詫び|謝罪|謝)(?:し|っ|いたし|申し上げ)?ても(?:お詫び|謝)?(?:し|り|いたし)?(?:きれ|足り|尽くせ)|(?:資格|値打ち|価値|立場|面目)(?:も|は|が)(?:な[いく]|ござい?ません|ありません)|(?:頭を下げる|恥じ入る|お詫びする|恐縮する)(?:ばかり|ほか|しか)|お詫びの申し上げよう|情けない限り|失格|恥さらし|ひれ伏し|(?:会社|店|看板)を(?:畳|たた)|三流|出来損ない|(?:私|弊社|当店)(?:ども|など)?のような[^。、]{0,6}(?:者|店|会社)|(?:恥ずかし|情けな|愚か)い?[、な]?[^。、]{0,6}(?:店|会社|者|社員|対応|人間)|頭が上がりません|風上にも|潰れてしま|最低の(?:人間|会社|対応)|私ごとき|生きた心地|身の(?:縮む|細る)思い/gu,
    message: abasement,
  },
  {
    match:
      /(?:誠に|まことに|(?:本当|ほんとう)に|大変|心(?:より|から)|深く|重ね重ね|重ねて|平に|伏して|謹んで|ひたすら|ただただ|幾重にも){2}(?=[^。]{0,12}(?:お詫び|申し訳|謝|すみま|ごめん|ご容赦|お許し))|(誠に|本当に|大変|心より|心から|深く|平に)、\1/gu,
  },
  {
    match:
      /(?:申し?訳(?:なく|ございません|ございませんでした|ありません|ありませんでした)|お詫び(?:申し上げ|いたし)(?:ます|ますとともに|ると(?:とも|共)に)?|陳謝(?:いたし|し)(?:ます)?|すみません(?:でした)?|ごめんなさい)[、。!]?\s*(?:本当に|誠に|心より|心から|深く|重ねて|ただただ|大変|謹んで){0,2}(?:お詫び|申し?訳|陳謝|謝罪|深謝|すみません|ごめん|[、平にどうか何卒]{1,4}(?:ご容赦|お許し|ご海容))/gu,
  },
]

export const overApology: Rule = {
  code: 'over-apology',
  find: (draft) => {
    const piled = flawsOf(draft, words, { severity: 'warning', message })
    let next = 0
    const apart = repeated(apologiesIn(draft)).filter(({ start, end }) => {
      while ((piled[next]?.end ?? Infinity) <= start) next += 1
      return end <= (piled[next]?.start ?? Infinity)
    })
    return [...piled, ...apart]
  },
}

/** Each matter carries one apology; what names no matter belongs to the ones already said. */
function repeated(apologies: readonly Apology[]): Flaw[] {
  const matters: Set<string>[] = []
  return apologies.flatMap((apology, i) => {
    const matter = kanjiOf(apology.before)
    const isKnown = matters.some((known) => shares(known, matter))
    const isFirst = i === 0 || (apology.namesMatter && !isKnown)
    if (!isKnown) matters.push(matter)
    // A bare apology and then the named one is the same matter said twice only if it was said with words between.
    if (isFirst) return []
    return [{ start: apology.start, end: apology.end, severity: 'warning' as const, message }]
  })
}

const common = /[度今回誠大変本当心深重迷惑配不便快客様皆思申訳致]/u

function kanjiOf(words: string): Set<string> {
  return new Set(
    [...words].filter((letter) => /[一-龯ァ-ヶ]/u.test(letter) && !common.test(letter)),
  )
}

function shares(a: Set<string>, b: Set<string>): boolean {
  const same = [...b].filter((letter) => a.has(letter)).length
  return same >= 2 || (same > 0 && same === a.size && same === b.size)
}
