import { addBusinessDays } from '#kernel/business-calendar.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { n, type Reader, type Said } from './mention.ts'

const number =
  '(?<![\\d〇一二三四五六七八九十百.])(?:(?:\\d{1,4}|[〇一二三四五六七八九十百]{1,5})(営業日|日間?|時間|分間?|週間?|年間?|[かヶカケヵ箇ヵ]月)?(?:[〜、,か・-]|から|または|もしくは|ないし))?(\\d{1,4}(?:\\.\\d)?|[〇一二三四五六七八九十百]{1,5})'
const unit = '(営業日|日間?|時間半?|分間?|週間|年間?|[かヶカケヵ箇ヵ]月間?)'
const within =
  '(?:ほど|程度?|くらい|ぐらい|前後|弱|少々|余り?)?(?:以内|(?:の)?うち(?=に)|内(?=に|で)|後(?!半|日)|したら|しましたら|で(?=$|。|、|[^もはすしきなあご]|ご(?!ざ)|お|あら|完)|を(?:めど|目処|目途)(?:に)?)'
const takes =
  '(?:ほど|程度?|くらい|ぐらい|だけ)?(?=(?:を|は)?、?(?:(?:の?お?時間|お?日にち|ご?猶予)を?)?(?:いただ(?!い)|頂(?!い)|ちょうだい|賜|くださ[いれ]|お待ちくだ|お待ちいただ[きけ])|(?<=ど|い)で(?:す|ございます))'

export const durationReaders: readonly Reader[] = [
  {
    pattern: new RegExp(
      `(?:[土日祝祭休]|定休|休業|・){1,8}を(?:除[くき]|除いて|含めず|含まず)、?${number}日以内`,
      'gu',
    ),
    read: ([, , count]) => lasting(parseNumeral(count ?? '') ?? 0, '営業日'),
  },
  {
    pattern: new RegExp(`${number}${unit}(?:${within}|${takes})`, 'gu'),
    // 「30日をめどに」 is a day of the month.
    read: ([all, , count, of]) =>
      of === '日' && all?.includes('を')
        ? undefined
        : lasting(parseNumeral(count ?? '') ?? 0, of ?? '日'),
  },
  {
    // 「2、3日中に」: within; 「27日中に」 is a day of the month.
    pattern: new RegExp(`${number}(営業)?日中(?=に)`, 'gu'),
    read: ([all, , count, business]) => {
      if (business) return lasting(parseNumeral(count ?? '') ?? 0, '営業日')
      const days = parseNumeral(count ?? '') ?? 0
      return days <= 3 || /[〜、,か・]/u.test(all ?? '') ? lasting(days, '日') : undefined
    },
  },
  {
    // 「中2日」: two days lie between.
    pattern: new RegExp(
      `(?<![月週年日])中${n}(日間?|営業日)(?=で|以内|いただ|頂|ほど|くらい|、|の|に|後|お?あ|置)`,
      'gu',
    ),
    read: ([, count, of]) => lasting((parseNumeral(count ?? '') ?? -1) + 1, of ?? '日'),
  },
]

function lasting(count: number, unit: string): Said | undefined {
  if (count <= 0 || count > 400) return undefined
  if (unit.startsWith('時間'))
    return { kind: 'minutes', minutes: count * 60 + (unit.endsWith('半') ? 30 : 0) }
  if (unit.startsWith('分')) return { kind: 'minutes', minutes: count }
  const whole = Math.ceil(count)
  return {
    kind: 'day',
    on: ({ calendar }, from) =>
      unit === '営業日' ? addBusinessDays(calendar, from, whole) : from.add(lengthOf(whole, unit)),
    basis: 'counted',
  }
}

function lengthOf(count: number, unit: string): Temporal.DurationLike {
  if (unit === '週間') return { weeks: count }
  if (unit.includes('月')) return { months: count }
  return unit.startsWith('年') ? { years: count } : { days: count }
}
