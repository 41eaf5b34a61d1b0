import { isQuoted, oncePerDraft, sentenceAt } from './draft.ts'

/** One apology: where its words stand, and what it is said to be for. */
export type Apology = {
  readonly start: number
  readonly end: number
  /** The part of the sentence before the words of apology. */
  readonly before: string
  readonly sentence: { readonly start: number; readonly end: number }
  readonly namesMatter: boolean
}

export const apologyWords =
  /(?:お詫び|おわび|お侘び|謝罪|陳謝|深謝)(?:を|も)?(?:いた(?:し|す)|致|申し?上げ|申し?あげ|する|し(?:ます|たい|たく|て))|申し?訳(?:が|も)?(?:ござ|御座|あり|な[いくかし])|もうしわけ(?:ござ|あり)|す[みい]ませ[ー〜]*ん|済みません|ごめんなさい|ごめんね|お許し(?:くださ|を|下さ)|ご容赦(?:くださ|下さ|を|願)|(?:心から|心より|深く)(?:お詫び|おわび)(?=。|$|を|と)|(?:大変|誠に|まことに|たいへん)(?:ご?無礼|失礼)(?:を)?(?:いた|致)しました/gu

// 「申し訳ございませんが、…」 opens a request or a refusal: manners, not an apology.
const cushion =
  /^[^。、]{0,12}?(?:が|けれど|けど)[、,]?|^[^。、]{0,8}(?:とは存じ|ですが|でございますが)/u
const call = /^(?:、|$)(?!平に|どうか|何卒)[^。]{0,20}(?:ますか|でしょうか|ください)/u

const empty =
  /至ら[なぬず](?:い|かった)?|点|行き届[かき]|ご気分|害し|お怒り|お叱り|残念な|重く受け止め|ご?不愉快でした(?:よね)?|でした(?:よね)?|(?:ご?満足)?いただけ[ずな]い?|お役に立てず?|力不足|及ばず|不徳|気持ち|損[なねい]+(?:って)?|信頼|何と|よいか|言葉|重ね重ね|の(?=ご)|ご?期待[をに]|添え[ずな]い?|沿え[ずな]い?|認め|書[中面]|不快に?|思われ|対応|応対|不手際|不始末|煩わせ|貴重な|お時間|裏切|お詫び(?:する)?|陳謝|謝罪|いろいろ(?:と)?|色々(?:と)?|何かと|たびたび|度々|再三|このたび|この度|今回|今般|先般|先日|先月|先週|昨日|昨年|当方|弊社|当社|私ども|わたくしども|店舗|スタッフ一同|一同|お客様(?:方)?|皆様(?:方)?|関係者|各位|[一-龯]{1,4}様|にも|には|多大(?:なる|な)?|大変(?:な)?|大きな|誠に|まことに|本当に|心から|心より|深く|重ねて|改めて|謹んで|衷心より|伏して|ただただ|ひたすら|まずは|何卒|どうか|ほんとうに|とても|非常に|ご?(?:迷惑|心配|不便|不快な思い|不快|面倒|負担|不安|足労|苦労|厄介|心労|不愉快な思い)|不愉快な思い|不快な思い|嫌な思い|お(?:手数|手間|気持ち|騒がせ)|思い|ならびに|および|並びに|とともに|と共に|おかけ|お掛け|かけ|掛け|及ぼ|させ|(?:いた|致)し|しまい|しまった|ござい|おり|まし(?:て|た)|ます|いる|した|して|こと|事態|件|結果|状況|もの|ところ|このような|こういった|そのような|このよう|以上|本件|形|となり|になり|なった|ため|ので|に(?:対し|関し|つき)|につきまして|つきましては|に関しまして/gu

// What the customer did for us is no matter to apologise for.
const favour =
  /^[^。]*?(?:にも?(?:かか|拘)わらず|いただきながら|お忙しい(?:ところ|中)|ご多忙(?:の)?(?:ところ|中))、?|(?:ご|お)(?:購入|注文|利用|来店|予約|契約|買い?上げ|連絡|指摘|電話|問い?合わ?せ)(?:を)?(?:いただき|いただいた|頂き|頂いた|くださった)(?:ところ|お客様)?(?:に(?!は)|、)?/gu

export const apologiesIn = oncePerDraft((draft): Apology[] => {
  const found: Apology[] = []
  apologyWords.lastIndex = 0
  const { text } = draft
  for (let match = apologyWords.exec(text); match !== null; match = apologyWords.exec(text)) {
    const [start, wordsEnd] = [match.index, match.index + match[0].length]
    const after = text.slice(wordsEnd, wordsEnd + 60)
    if (
      isQuoted(draft, start) ||
      isManners(match[0], after, text.slice(Math.max(0, start - 24), start))
    )
      continue
    const end = wordsEnd + (/^[^。、!?\n]{0,14}/u.exec(after)?.[0].length ?? 0)
    const sentence = sentenceAt(draft, start)
    const before = text.slice(sentence.start, start)
    found.push({ start, end, before, sentence, namesMatter: names(before) || namesAfter(after) })
  }
  return found
})

/** Does it say what happened, beyond 「ご迷惑をおかけし」? */
export function names(before: string): boolean {
  const rest = before
    .replaceAll(favour, '')
    .replaceAll(/[「」『』""、。,・!\s]/gu, '')
    .replaceAll(empty, '')
  return (
    (rest.match(/[一-龯ァ-ヶ]/gu)?.length ?? 0) > (rest.length > 4 ? 0 : 1) ||
    /[ぁ-ん]{7}|おまた|まちが|おくれ|[待遅忘壊汚失欠漏違誤損傷割]/u.test(rest)
  )
}

/** 「お詫び申し上げます、配送の遅れにつきまして」, 「申し訳ございません、お名前を違えておりました」 */
function namesAfter(after: string): boolean {
  const told = /^[^。、]{0,14}、([^。]{4,50})/u.exec(after)?.[1]
  if (told && /(?:まし|でし|ませんでし)た(?:ね|よね)?$/u.test(told) && names(told)) return true
  const tail = /^[^。、]{0,14}、([^。]{2,24}?)(?:につきまして|について|の件|に関して|こと)/u.exec(
    after,
  )?.[1]
  return tail !== undefined && names(tail)
}

function isManners(words: string, after: string, before: string): boolean {
  if (/^す[みい]ません$/u.test(words) && /^(?:、|が|けど)/u.test(after)) return true
  const isSorry = /^(?:申|もうし|すみ|すい|済み)/u.test(words)
  if (
    isSorry &&
    (cushion.test(
      after.replace(/^(?:いません|ません|いませんでした|ませんでした|いです|く)/u, ''),
    ) ||
      call.test(after))
  )
    return true
  if (/^(?:ご容赦|お許し)/u.test(words)) return !/(?:どうか|何卒|伏して)[^。]{0,6}$/u.test(before)
  // 「お詫びに伺う」, 「お詫びの言葉」, or what somebody else wants.
  return /^[^。]{0,8}(?:ても(?:し|いたし)?(?:きれ|足り)|べき|ほどのこと|必要は|つもりは|いただきたい|ください|いただけ|て(?:ほし|欲し)|しろ|ろ|れば|ればいい|いわれ|言われ)/u.test(
    after,
  )
}
