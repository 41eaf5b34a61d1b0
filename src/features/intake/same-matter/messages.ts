import { dictionary } from '#kernel/dictionary.ts'

export const sameMatterMessages = dictionary({
  ja: {
    words: {
      open: (given: { number: string }) => `${given.number} を開く`,
      join: (given: { number: string }) => `${given.number} に加える`,
      joined: (given: { number: string }) =>
        `お客様の言葉を ${given.number} に加えました。お返事の約束を一つにまとめてから、この件を終えてください。`,
    },
  },
  en: {
    words: {
      open: (given) => `Open ${given.number}`,
      join: (given) => `Add to ${given.number}`,
      joined: (given) =>
        `The customer’s words were added to ${given.number}. Bring the promises together before you close this one.`,
    },
  },
})
