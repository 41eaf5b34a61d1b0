import { dictionary } from '#kernel/dictionary.ts'

export const auditMessages = dictionary({
  ja: {
    words: {
      title: '閲覧の記録',
      lead: 'お客様の情報を、誰がいつ見たか。新しい順です。',
      at: '時刻',
      who: '見た人',
      what: '見たもの',
      none: '閲覧の記録はまだありません',
      noneDetail: '苦情や引き継ぎ票を開くと、ここに残ります。',
      more: 'もっと前を見る',
    },
    refusals: {},
    events: {},
  },
  en: {
    words: {
      title: 'Readings',
      lead: "Who looked at customers' data, and when. Newest first.",
      at: 'When',
      who: 'Who',
      what: 'What',
      none: 'Nothing was read yet',
      noneDetail: 'Opening a complaint or a hand-over sheet is recorded here.',
      more: 'Earlier',
    },
    refusals: {},
    events: {},
  },
})
