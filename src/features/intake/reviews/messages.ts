import { dictionary } from '#kernel/dictionary.ts'

type Seen = { site: string; author: string }
type How = { how: 'answered' | 'moved-to-private' | 'left-alone' }

/** What is said about reviews and posts in public. */
export const reviewsMessages = dictionary({
  ja: {
    words: {
      title: '口コミ・SNS',
      short: '口コミ',
      lead: '人目に触れるところに書かれた声です。見つけたら貼ってください。お客様の記録とは、人が確かめるまで結びつきません。',
      paste: '口コミをそのまま貼る',
      pasteHint: 'ページから写した文字を、URLや星や日付ごと貼ってください。読み取って分けます。',
      understood: '読み取った内容',
      words: '書かれた言葉',
      site: 'サイト',
      url: 'URL',
      author: '投稿者',
      stars: '星の数',
      noStars: '星なし',
      starsOf: (given: { stars: number }) => `星${given.stars}`,
      postedOn: '投稿日',
      postedTime: '時刻',
      receive: '苦情として受け付ける',
      received: (given: { number: string }) => `${given.number} として受け付けました。`,
      known: (given: { number: string }) => `同じ口コミが、すでに ${given.number} にあります。`,
      list: '口コミの一覧',
      none: 'この状態の口コミはありません。',
      noneHint: '見つけた口コミを上の欄に貼ると、ここに並びます。',
      seen: '確認',
      posted: '投稿',
      noSite: 'サイト不明',
      noAuthor: '投稿者不明',
      open: '元のページ',
      settle: 'どうしたかを記す',
      how: 'どうしましたか',
      reason: 'メモ',
      reasonNeeded: '理由',
      save: '記す',
      takeBack: '取り消す',
      all: 'すべて',
      statuses: {
        open: 'これから',
        answered: '返信した',
        'moved-to-private': '個別のやりとりへ',
        'left-alone': 'そっとしておく',
      },
      precisions: { minute: '', day: '', month: '（月まで）', about: '（およそ）' },
    },
    refusals: {
      'intake.review-missing':
        'その口コミは見つかりません。一覧を開き直して、もう一度お選びください。',
      'intake.review-why-left-alone':
        'そっとしておくときは、理由を書いてください。あとで見た人が迷いません。',
    },
    events: {
      'intake.review-seen': ({ site, author }: Seen) =>
        `${site || 'インターネット'}で${author ? `${author}さんの` : ''}書き込みを確認しました。`,
      'intake.review-settled': ({ how, reason }: How & { reason: string }) =>
        `口コミを「${settledJa[how]}」としました${reason ? `：${reason}` : '。'}`,
      'intake.review-reopened': () => '口コミの扱いを「これから」に戻しました。',
    },
  },
  en: {
    words: {
      title: 'Reviews and posts',
      short: 'Reviews',
      lead: 'What was written in public. Paste it here when you find it; it belongs to no customer until a person says so.',
      paste: 'Paste the review as it stands',
      pasteHint: 'With its address, stars and date, as copied from the page. It is taken apart.',
      understood: 'What was understood',
      words: 'What was written',
      site: 'Site',
      url: 'URL',
      author: 'Author',
      stars: 'Stars',
      noStars: 'No stars',
      starsOf: ({ stars }) => `${stars} stars`,
      postedOn: 'Posted on',
      postedTime: 'Time',
      receive: 'Receive as a complaint',
      received: ({ number }) => `Received as ${number}.`,
      known: ({ number }) => `The same review is here already as ${number}.`,
      list: 'Reviews',
      none: 'There are no such reviews.',
      noneHint: 'A review pasted above appears here.',
      seen: 'Seen',
      posted: 'Posted',
      noSite: 'Unknown site',
      noAuthor: 'Unknown author',
      open: 'The page itself',
      settle: 'Say what was done',
      how: 'What was done?',
      reason: 'Note',
      reasonNeeded: 'Reason',
      save: 'Write down',
      takeBack: 'Take back',
      all: 'All',
      statuses: {
        open: 'To do',
        answered: 'Answered',
        'moved-to-private': 'Moved to private',
        'left-alone': 'Left alone',
      },
      precisions: { minute: '', day: '', month: ' (month)', about: ' (about)' },
    },
    refusals: {
      'intake.review-missing': 'That review was not found. Open the list again and choose one.',
      'intake.review-why-left-alone': 'Say why it is left alone, for whoever looks at it later.',
    },
    events: {
      'intake.review-seen': ({ site, author }) =>
        `Seen on ${site || 'the internet'}${author ? `, written by ${author}` : ''}.`,
      'intake.review-settled': ({ how, reason }) =>
        `The review: ${settledEn[how]}${reason ? ` (${reason})` : ''}.`,
      'intake.review-reopened': () => 'The review waits again.',
    },
  },
})

const settledJa = {
  answered: '返信した',
  'moved-to-private': '個別のやりとりへ',
  'left-alone': 'そっとしておく',
}
const settledEn = {
  answered: 'answered',
  'moved-to-private': 'moved to private',
  'left-alone': 'left alone',
}
