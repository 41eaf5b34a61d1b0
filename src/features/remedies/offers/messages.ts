import { dictionary } from '#kernel/dictionary.ts'

/** What the first look at a case says of its agreement. */
export const offersMessages = dictionary({
  ja: {
    words: {
      agreement: '合意',
      noAgreement: 'まだ合意はありません',
      waiting: (given: { labels: string }) => `お返事待ち：${given.labels}`,
    },
  },
  en: {
    words: {
      agreement: 'Agreement',
      noAgreement: 'No agreement yet',
      waiting: (given: { labels: string }) => `Waiting for an answer: ${given.labels}`,
    },
  },
})
