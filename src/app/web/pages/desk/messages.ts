import { dictionary } from '#kernel/dictionary.ts'

/** What only the case desk says: the names of its places. */
export const deskMessages = dictionary({
  ja: {
    words: {
      places: '表示するもの',
      record: '経過',
      pinned: '要点',
      guide: '応対ナビ',
      callBack: '折り返し電話',
      addPromise: '約束を加える',
      sheet: '引き継ぎ票',
      mailReply: 'メールで返す',
      publicReply: '公開の返信を書く',
      promisesInMail: 'この返事にある約束',
      chatReply: 'チャットで返す',
    },
  },
  en: {
    words: {
      places: 'What to show',
      record: 'History',
      pinned: 'Key points',
      guide: 'Guide',
      callBack: 'Call back',
      addPromise: 'Add a promise',
      sheet: 'Hand-over sheet',
      mailReply: 'Reply by mail',
      publicReply: 'Reply in public',
      promisesInMail: 'Promises in this reply',
      chatReply: 'Reply in the chat',
    },
  },
})
