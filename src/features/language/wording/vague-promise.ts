import type { Rule } from './rule.ts'

// Found as promises without a date, but not vague in their words: 折り返し, 改めて, 「到着後3日以内」, a bare 「持ち帰ります」.
const notVague =
  /^(?:折り?返し|改めて|あらためて|また|[\d〇一二三四五六七八九十]|明日|来週|[^、。]{0,8}(?:より|から|以降)順次|持ち帰ります$)/u

const message =
  '期限のない約束です。お客様はすぐにと受け取り、守れたかどうかも決まりません。日付と時刻で約束してください。'

export const vaguePromise: Rule = {
  code: 'vague-promise',
  alsoWeighed: { message },
  find: (draft) =>
    draft
      .promises()
      .filter(
        ({ precision, words }) => precision === 'vague' && !notVague.test(words.normalize('NFKC')),
      )
      .map(({ start, end }) => ({
        start,
        end,
        severity: 'warning',
        message,
      })),
}
