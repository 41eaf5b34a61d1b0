import { dictionary } from '#kernel/dictionary.ts'

export const callMessages = dictionary({
  ja: {
    words: {
      owed: 'お客様にお返しすること',
      noNext: '次にいつ、どちらから連絡するかが、まだ決まっていません。',
      promise: '次のご連絡を約束に書く',
      noReach: 'お返事の宛先（お電話かメール）が、まだ分かりません。',
      owner: (given: { name: string }) => `担当：${given.name}`,
      noOwner: '担当が、まだ決まっていません。',
      brokenPromise: '期限を過ぎたお約束があります。新しい期限をお知らせください。',
    },
  },
  en: {
    words: {
      owed: 'What they are owed',
      noNext: 'Nobody has settled yet who calls next, and when.',
      promise: 'Write down when they hear next',
      noReach: 'It is not known yet where to answer them.',
      owner: ({ name }) => `Looked after by ${name}`,
      noOwner: 'Nobody looks after it yet.',
      brokenPromise: 'A promise is overdue. Tell them the new time.',
    },
  },
})
