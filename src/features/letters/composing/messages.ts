import { dictionary } from '#kernel/dictionary.ts'

/** What helps while a letter is being written. */
export const composingWords = dictionary({
  ja: {
    words: {
      group: '文面を書く',
      next: '次の気になる所へ',
      previous: '前の気になる所へ',
      fixHere: 'いまの所を、すすめる言い方に直す',
      fix: ({ fix }: { fix: string }) => `「${fix}」に直す`,
      fixed: ({ fix }: { fix: string }) => `「${fix}」に直しました。`,
      none: '気になる所はありません。',
      nothingToFix: '言い換えを出せる所はありません。',
      deleted: '選んだ所を消しました。',
    },
  },
  en: {
    words: {
      group: 'Writing a letter',
      next: 'To the next place that was found',
      previous: 'To the place before',
      fixHere: 'Put the suggestion for this place',
      fix: ({ fix }) => `Write “${fix}”`,
      fixed: ({ fix }) => `Now it says “${fix}”.`,
      none: 'Nothing was found.',
      nothingToFix: 'There is no suggestion to put in.',
      deleted: 'The selection was deleted.',
    },
  },
})
