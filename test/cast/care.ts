import type { StaffKey } from './people.ts'

type Written = { readonly daysAgo: number; readonly of: StaffKey }

/** How somebody was; each from 0 (well) to 3 (hard). */
export const ownChecks: readonly (Written & {
  readonly body: number
  readonly mind: number
  readonly on: number
  readonly words: string
})[] = [
  { daysAgo: 6, of: 'matsui', body: 1, mind: 0, on: 0, words: '' },
  {
    daysAgo: 3,
    of: 'matsui',
    body: 2,
    mind: 2,
    on: 1,
    words: '帰りの電車でも声が耳に残っていた。早めに寝る。',
  },
  {
    daysAgo: 1,
    of: 'matsui',
    body: 1,
    mind: 1,
    on: 0,
    words: '佐々木さんに替わってもらえて、助かった。',
  },
]

/** What colleagues said to each other. */
export const warmWords: readonly (Written & { readonly to: StaffKey; readonly text: string })[] = [
  {
    daysAgo: 3,
    of: 'kobayashi',
    to: 'matsui',
    text: 'おつかれさまでした。最後まで落ち着いた声で、となりで聞いていて心強かったです。',
  },
  {
    daysAgo: 1,
    of: 'kawabata',
    to: 'matsui',
    text: 'お茶をいれておきました。よかったらどうぞ。',
  },
  {
    daysAgo: 2,
    of: 'matsui',
    to: 'sasaki',
    text: 'きのうは替わってくださって、ありがとうございました。',
  },
]
