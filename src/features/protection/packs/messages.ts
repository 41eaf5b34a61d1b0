import { dictionary } from '#kernel/dictionary.ts'

const partsJa = {
  talk: '応対の経過',
  letters: '送った文面',
  judgement: 'カスハラ対応（判断・段階）',
  notes: 'あったこと',
  posts: '投稿',
} as const
const partsEn = {
  talk: 'What was said and done',
  letters: 'Letters sent',
  judgement: 'Harassment: judgement and steps',
  notes: 'Notes of danger',
  posts: 'Posts',
} as const

export const packsMessages = dictionary({
  ja: {
    words: {
      title: '証拠一式を作る',
      lead: '警察や弁護士に渡す一つの ZIP です。紙の記録、ファイル、改変を見つける署名が入ります。',
      forWhom: 'お渡し先',
      purpose: '目的',
      parts: partsJa,
      include: '入れるもの',
      files: 'ファイル',
      notes: 'あったこと',
      posts: '投稿',
      others: '同じお客様のほかの苦情も入れる',
      mask: '伏せる第三者のお名前（一行に一人）',
      look: '中身を見る',
      preview: '入る記録',
      withheld: (given: { count: number }) =>
        `${given.count} 行は言葉を入れません（順番の証拠だけが残ります）。`,
      fingerprint: '署名の鍵の指紋。表紙にも載ります。',
      make: '作って保存する',
      made: '証拠一式を作りました。作ったことも記録しました。',
    },
  },
  en: {
    words: {
      title: 'Make an evidence pack',
      lead: 'One ZIP for the police or a lawyer: the record on paper, the files, and a signature that shows any change.',
      forWhom: 'For whom',
      purpose: 'Purpose',
      parts: partsEn,
      include: 'What goes in',
      files: 'Files',
      notes: 'Notes',
      posts: 'Posts',
      others: 'Other complaints of the same customer',
      mask: 'Names of third persons to cover (one per line)',
      look: 'Look at the contents',
      preview: 'Entries in it',
      withheld: ({ count }) =>
        `${count} entries come without their words (their place is still proven).`,
      fingerprint: 'Fingerprint of the signing key. It stands on the cover, too.',
      make: 'Make and save',
      made: 'The pack was made, and that it was is on record.',
    },
  },
})
