import { addBusinessDays } from '#kernel/business-calendar.ts'
import type { Reader } from './mention.ts'

/** What is counted from a time said before: 翌日, その日まで. Without one, from today. */
export const followingReaders: readonly Reader[] = [
  days(/(?:その)?(?:翌日|翌朝|明くる(?:日|朝)|その次の日)(?:中|いっぱい|のうち)?/gu, 1),
  days(/翌々日/gu, 2),
  days(/(?<![おご]|発売)当日(?:中|のうち)?(?=[にのは、ま]|$)/gu, 0),
  {
    pattern: /(?:その|同)日(?:中|のうち)?(?=[にのは、ま]|$)/gu,
    read: () => ({ kind: 'day', on: (_, from) => from, basis: 'same-day' }),
  },
  {
    pattern: /それまで(?!は)|その(?:時刻?|時間|期[日限])(?=まで)/gu,
    read: () => ({ kind: 'day', on: (_, from) => from, basis: 'again' }),
  },
  {
    pattern: /(?:次の|翌)営業日中?/gu,
    read: () => ({
      kind: 'day',
      on: ({ calendar }, from) => addBusinessDays(calendar, from, 1),
      basis: 'following',
    }),
  },
]

function days(pattern: RegExp, count: number): Reader {
  return {
    pattern,
    read: () => ({ kind: 'day', on: (_, from) => from.add({ days: count }), basis: 'following' }),
  }
}
