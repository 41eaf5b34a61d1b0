import { isNationalHoliday } from '#kernel/national-holidays.ts'
import type { PromisePhrase } from '../contract.ts'
import { type Draft, sentenceAt, sentenceIndexAt } from './draft.ts'
import { placesOf, type Rule } from './rule.ts'

const coming = {
  match:
    /(?:お?伺い(?:いた|致|し(?=ます|、|て)|申し上げ|させて|に(?:上が|あが|参))|(?<!最後まで|お話を|お話しを|ご意見を|ご事情を|お名前を|状況を|お気持ちを|ご用件を|ご希望を|ご要望を|声を|経緯を|様子を|内容を|をお)(?:伺い|うかがい)ます|伺わせ|うかがわせて|伺う(?:予定|こと(?:に|と)|つもり)|お?伺いする(?:予定|こと(?:に|と)|つもり)|ご?訪問(?:いた|致|し(?=ます|、|て)|させて|の予定|する(?:予定|こと))|(?:お宅|ご自宅|お住まい|ご実家|御社|貴社|そちら|会社|お店|事務所)(?:まで|に|へ)(?:も)?(?:直接)?(?:お?詫びに|謝罪に|お?引き取りに|回収に|ご説明に|お届けに)?(?:参り|まいり|行き|行か|上が[りら]|あがり|お邪魔|向かい|向かわ|持参)|(?:お?詫びに|謝罪に|ご説明に|ご挨拶に|お?引き取りに|回収に|お?受け取りに|点検に|お届け(?:に|がてら|かたがた)|集金に|修理に|お?取り替えに|確認に|集荷に|お?見舞いに|見に|調査に)(?:参り|まいり|お?伺|上がり|あがり|上がら|あがら|参ら|行(?:き|か)|お邪魔)|お邪魔(?:いた|し(?=ます|、)|させて)|参上(?:いた|し)|(?:工事|作業|点検)に(?:入ら|入り)|(?:を|と)(?:持って|連れて|携えて)(?:参り|伺|お邪魔|上が|まい)|(?:今|これ)から[^。]{0,12}(?:着き|到着し|向かい)ます|(?:出向|足を運|駆け(?:つけ|付け)|立ち寄り|寄ら(?:せ))[^。、]{0,8}ます|(?:出向|駆け(?:つ|付)け|立ち寄)[きりか]?ます|(?:ご?持参|お持ち)(?:いたします|します|して参り|しにまい)|(?:スタッフ|担当者?|営業|社員|業者|[一-龯]{1,3}員|の者|上司|店長|責任者|私)(?:の者)?(?:[がをにと])[^。、]{0,8}(?:行か(?:せ|し)|向かわせ|向かい|参らせ|参り(?=ます)|行きます|派遣(?:し|いた|させ)|訪問(?:し|いた|させ)))/gu,
  unless:
    /よろしい(?:でしょう|です)|いかがでしょう|ご都合|差し支え|お時間を?(?:いただけ|頂け|頂戴でき|いただいて)|構いません(?:でしょう)?か|ご希望の(?:日|お?時間|お日にち)|ご指定|お決め|お約束(?:の|した|いた|ど)|ご了承をいただ|お許しをいただ|ご迷惑でなければ|よろしければ|お申し付け|伺っても|参ってもよ|ご在宅(?:でしょう|の|です|か)|伺いました|訪問(?:いたし|し)ました|参りました|(?:伺|参り|訪問[^。]{0,4})(?:い)?(?:でき|いたしかね|かね)|できません|できかね|かねます|させて(?:いただ|頂)け(?:ます(?:か|で)|れば|ない|ません)|でしょうか|お伺いしたい(?:こと|の|点)|こと(?:は|が)ござ|ご来店|どなた|お話を伺|場合(?:は|に)/u,
}
const when =
  /今日|本日|明日|明後日|あす|あした|あさって|今から|これから|ただいまから|すぐ|直ちに|至急|後日|近日|近いうち|改めて|今週|来週|再来週|週末|週明け|[月火水木金土日]曜|祝日|休日|連休|土日|元日|正月|大みそか|年末|今晩|今夜|夕方|朝|午前|午後|\d{1,2}[月日時:/]|[一二三四五六七八九十]+[日時]|分後|時間後|以内|のちほど|後ほど/u
const holiday = /土曜|日曜|祝日|休日|連休|土日|週末|元日|正月|大みそか|お盆/u

const unasked =
  'ご都合を伺わずに訪ねる日を決めています。押しかけられると受け取られます。「ご都合のよい日時を伺えますでしょうか」と先に尋ねてください。'
const unaskedOnHoliday =
  'お休みの日に、ご都合を伺わず訪ねることになります。ご家族の時間に押しかけると受け取られます。まず、伺ってよいかと、ご都合のよい日をお尋ねください。'

export const visitUnasked: Rule = {
  code: 'visit-unasked',
  alsoWeighed: { message: unasked, isSettled: ({ context }) => context.visitAgreed === true },
  find: (draft) => {
    if (draft.context.visitAgreed) return []
    return placesOf(draft, coming)
      .filter(({ start }) => when.test(sentenceOf(draft, start)) && !isAskedBeside(draft, start))
      .map(({ start, end }) =>
        isOnHoliday(draft, start)
          ? { start, end, severity: 'error', message: unaskedOnHoliday }
          : { start, end, severity: 'warning', message: unasked },
      )
  },
}

function sentenceOf(draft: Draft, at: number): string {
  const { start, end } = sentenceAt(draft, at)
  return draft.text.slice(start, end)
}

/** 「明日伺いたく存じます。ご都合はいかがでしょうか。」 */
function isAskedBeside(draft: Draft, at: number): boolean {
  const next = draft.sentences[sentenceIndexAt(draft, at) + 1]
  return (
    next !== undefined &&
    /ご都合|よろしいでしょうか|いかがでしょうか|差し支え|ご在宅/u.test(
      draft.text.slice(next.start, next.end),
    )
  )
}

function isOnHoliday(draft: Draft, at: number): boolean {
  const sentence = sentenceAt(draft, at)
  if (holiday.test(draft.text.slice(sentence.start, sentence.end))) return true
  const place = draft.typed(at, at + 1)
  return (
    draft.context.now !== undefined &&
    draft.promises().some((promise) => isThere(promise, place.start) && isDayOff(promise))
  )
}

const isThere = ({ start, end }: PromisePhrase, at: number) => start <= at && at < end

function isDayOff({ due }: PromisePhrase): boolean {
  if (due === null) return false
  const day = Temporal.PlainDate.from(due.slice(0, 10))
  return day.dayOfWeek > 5 || isNationalHoliday(day)
}
