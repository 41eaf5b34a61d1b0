import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import { apologiesIn } from './apologies.ts'
import { type Draft, oncePerDraft } from './draft.ts'
import { weighedPoints } from './weighed.ts'

/** The four points of a letter of apology (原因・影響・対応・再発防止), and the sentences that carry them. */
export type Point = 'cause' | 'impact' | 'response' | 'prevention'

export type Part = { readonly start: number; readonly end: number; readonly carries: Point[] }

/** Words that name their point, whatever the sentence is like. */
const named: Readonly<Record<Point, RegExp>> = {
  cause:
    /原因|要因|理由(?:は|と|につ)|起因|経緯|(?:手違い|誤り|ミス|不備|漏れ|不足|遅れ|不具合|間違い|取り違え|見落とし|行き違い|停電)(?:に|が)(?:よ(?:り|る|って)|招い)|(?:ため|こと)(?:に)?(?:に|と)?(?:発生|生じ|起き|起こ|です|でございま|と判明|と(?:分|わ)か)|による(?:もの|こと)で|(?:もの|の|こと|て(?:い|お)た(?:もの|の|こと)|[たる]の?)(?:と|が)(?:判明|(?:分|わ)かり)|ことに(?:ございます|あります)|(?<=[たるい])(?:の|ん)です$|(?:調査|確認|お調べ)(?:いたし|し)?(?:の|た)結果/u,
  impact:
    /影響(?!力)|対象(?:と|は|の|外|商品|期間)|該当(?:する|の|は|商品)|(?:ほか|他|別)の(?:お客様|ご予約|ご注文|商品|お品|店舗|方|製品)(?:の|に|へ|から|方)[^。]{0,10}(?:問題|影響|も|同)|同じ(?:時期|ロット|期間|日)(?:に|の)|同様の(?:事象|不具合|お申し出|事例|問題|症状)|範囲|被害|のみ(?:で|に|と)(?:ござ|あ|発|確|限)|限られ|限定|ご?(?:迷惑|不便)を(?:おかけした|受けられた)(?:お客様|のは|方)/u,
  response:
    /(?:返金|お返し|同封|ご用意|交換|取り替え|お送り|発送|送付|お届け|再送|修理|お直し|引き取り|訂正|再発行|振り?込み?|払い戻し|お渡し|差し替え|取り消し|手配)(?:の?(?:手続き|手配|処理))?(?:を|は|も)?(?:、?すでに)?(?:いたしま|致しま|させていただきま|しま|いたして|し、|いたし、|して|申し上げ|進め|済み|終え)/u,
  prevention:
    /再発|今後(?:は|、|の|も|このような|同)|これから(?:は|、)|以後|二度と|(?:繰り返さ|起こさ|起き|発生し|生じ)(?:ない|ぬ|ません)よう|徹底|見直|強化|教育|研修|(?:手順|仕組み|体制|決まり|形|運用|方法|よう|こと)に[^。、]{0,4}(?:改め|変え)|(?:手順|仕組み|体制|決まり|運用)に(?:いた)?しま|改めま|改善|ようにい?た?しま/u,
}

const greeting =
  /^[\s「]*(?:拝啓|敬具|謹啓|謹白|敬白|前略|草々|お世話|平素|いつも|今後とも)|ありがとう|お喜び|このようなことになりました$|(?:お待ちして|お願い(?:いたし|申し上げ)|ご(?:了承|容赦))[^。]{0,10}$|(?:と存じ|と思い)ます$/u
/** What the customer went through: heard from them, or told in honorifics, or put on them. */
const suffered =
  /(?<!ご?(?:指摘|意見|要望|申し出)を)(?:と(?:伺|うかが|承|お聞き|聞いて)|を伺いました)|お[^、。お]{1,8}にな(?:り(?:まし|ませ)|れ)|お[^、。]{1,12}られ(?:ました|ません)|なさ(?:る|い|っ)|召し上が|ご[一-龯]{2,4}(?:にな(?:り|る|れ)|なさ)|(?:お客様|様|先生|ご家族|皆様|さん|おばあ様)[^。]{0,30}(?:られ|され|[かがさたなまらわ]れ)(?:ました|ません|る)|(?:せて|けて)しま|ことになりました|間に合(?:いません|わな)|おかけ(?:し|いた)|ご負担|お手間|お手数/u
/** How things were, without anybody acting for the customer. */
const state =
  /(?:て|で)(?:い|お)り?ま(?:した|せんでした)$|で(?:ございま)?した$|(?:ござい|あり)ました$|ませんでした$|(?:ため|から)です$/u
const done = /ました$|(?:済|ず)み(?:です|でございます)$|(?:て|で)(?:お|い)り?ます$/u
const forthcoming = /(?<!ござい|おり|てい|でい|あり|存じ|なり)ます$/u
const remedy =
  /送|届|渡|お?返|直し|直させ|交換|替え|修理|引き取|連絡|電話(?!を取)|手配|用意|説明|案内|伺|報告|回答|知らせ|払|取り消|発行|お調べ|お?伝え|対応|処置|振り?込|答え/u
const habit =
  /とき|際|場合|たび|都度|ごと|前[にの日]|事前|毎[日朝週月回]|必ず|[二三2-4](?:名|人|重|回)|全員|定期|[月週日]に[一二\d]/u
/** A deed that lasts. */
const installed =
  /(?:増や|設け|導入|定め|決め|加え|配置|義務|廃止|やめ|一本化|統一|新設|貼り|備え|付け)[^。、]{0,6}ました$/u

/** Which points each sentence carries. The sentences that only apologise carry none. */
export const pointsOf = oncePerDraft((draft: Draft): Part[] =>
  withLastDeed(
    draft.text,
    draft.sentences.map(({ start, end }, at) => ({
      start,
      end,
      carries: carriedBy(draft, { start, end }, at),
    })),
  ),
)

/** By its words, or by what sentences like it are learnt to carry: a point that is told is not asked for again. */
function carriedBy(draft: Draft, { start, end }: Span, at: number): Point[] {
  const words = draft.text.slice(start, end).replace(/[\s。!」]+$/u, '')
  const said = pointsIn(words)
  // An apology names the fault; only its own words make a cause of it.
  const weighed = weighedPoints(draft, at).filter(
    (each) => each !== 'cause' || !apology.test(words),
  )
  return [...new Set([...said, ...weighed])]
}

/** The second of two deeds that nobody is named in is what keeps it from happening again. */
function withLastDeed(text: string, parts: Part[]): Part[] {
  const deeds = parts.filter(({ carries }) => carries.includes('response'))
  const last = deeds.at(-1)
  if (deeds.length < 2 || !last || parts.some(({ carries }) => carries.includes('prevention')))
    return parts
  const isOurs = !/[おご][一-龯]|お客様|様|代金|差額|返金|交換|新しい/u.test(
    text.slice(last.start, last.end),
  )
  return isOurs
    ? parts.map((part) => (part === last ? { ...part, carries: ['prevention'] } : part))
    : parts
}

/** The same, but a paragraph of its own that tells a cause tells nothing else, however it goes on. */
export function pointsByParagraph(draft: Draft): Part[] {
  const paragraphs: Part[][] = [[]]
  for (const part of pointsOf(draft)) {
    paragraphs.at(-1)?.push(part)
    if (/\n\s*$/u.test(draft.text.slice(part.start, part.end))) paragraphs.push([])
  }
  return paragraphs.flatMap((parts) => {
    const words = draft.text.slice(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0)
    const isCause =
      (parts.length > 3 && apology.test(draft.text)) ||
      parts.some(({ carries }) => carries.includes('cause'))
    return parts.length > 2 && isCause && !apology.test(words)
      ? parts.map((part) => ({ ...part, carries: ['cause'] }))
      : parts
  })
}

const apology = /お詫び|申し?訳|陳謝/u

function pointsIn(words: string): Point[] {
  if (greeting.test(words)) return []
  const explicit = (['cause', 'impact', 'prevention'] as const).filter((p) => named[p].test(words))
  if (explicit.length > 0 || apology.test(words))
    return named.response.test(words) && !/(?:よう|こと)に/u.test(words)
      ? [...explicit, 'response']
      : explicit
  const point = toldBy(words)
  return point ? [point] : []
}

/** Nobody writes 「原因」 over a cause: it is told as a state that was, help as a deed, prevention as a habit. */
function toldBy(words: string): Point | undefined {
  if (suffered.test(words)) return 'impact'
  if (state.test(words)) return 'cause'
  if (done.test(words) && !/通常(?:どおり|通り)/u.test(words))
    return !installed.test(words) ? 'response' : 'prevention'
  if (!forthcoming.test(words)) return undefined
  return named.response.test(words) || (remedy.test(words.slice(-14)) && !habit.test(words))
    ? 'response'
    : 'prevention'
}

/** Does this text owe the four points? Mail and letters that apologise, once there is more than a line. */
export function owesFourPoints(draft: Draft): boolean {
  return (
    (draft.kind === 'mail' || draft.kind === 'letter') &&
    draft.sentences.filter(({ start, end }) => draft.text.slice(start, end).trim().length > 3)
      .length > 1 &&
    draft.text.trim().length >= 40 &&
    apologiesIn(draft).length > 0
  )
}
