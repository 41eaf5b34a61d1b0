import { dictionary } from '#kernel/dictionary.ts'

export const standardsMessages = dictionary({
  ja: {
    words: {
      title: 'カスハラ対応の当社基準',
      lead: '法律が決めた数ではありません。会社が決めて、根拠とともに示します。見立ての手がかりと段階の回数に使い、判断は人がします。',
      fields: {
        callMinutes: '同じ話の電話（分）',
        answerLoops: '同じ求めへの同じ答え（回）',
        visitMinutes: '窓口・訪問（分）',
        contactsAfterFinal: 'お断りのあとの連絡（回）',
        requestsBeforeFinal: '最終の警告までの中止のお願い（回）',
        reliefMinutes: '応対を終えた人が電話を離れる時間（分）',
      },
      deciders: 'SVと管理者のほかに、最終の警告からを決められる人',
      effectiveOn: 'いつから',
      from: ({ day }: { day: string }) => `${day}から`,
      reason: '変える理由',
      reasonHint: 'たとえば、安全衛生委員会の日付と結論',
      save: '当社基準にする',
      saved: '当社基準を変えました。',
      notSet: 'まだ会社で決めていません。はじめの値を使っています。',
      setBy: ({ name }: { name: string }) => `${name}さんが決めました`,
      history: 'これまでの当社基準',
      notAdvice: '法的助言ではありません。',
      values: (given: {
        callMinutes: number
        answerLoops: number
        visitMinutes: number
        contactsAfterFinal: number
        requestsBeforeFinal: number
        reliefMinutes: number
      }) =>
        `電話${given.callMinutes}分、同じ答え${given.answerLoops}回、窓口・訪問${given.visitMinutes}分、お断りのあと${given.contactsAfterFinal}回、お願い${given.requestsBeforeFinal}回、離れる${given.reliefMinutes}分`,
    },
  },
  en: {
    words: {
      title: 'Company standards against abuse',
      lead: 'No law gives these numbers: the company sets them and shows why. They suggest where to look and count the steps; people judge.',
      fields: {
        callMinutes: 'On the phone about the same thing (minutes)',
        answerLoops: 'Same answer to the same demand (times)',
        visitMinutes: 'Counter or visit (minutes)',
        contactsAfterFinal: 'Contacts after the refusal (times)',
        requestsBeforeFinal: 'Requests to stop before the final warning (times)',
        reliefMinutes: 'Off the phone after ending a talk (minutes)',
      },
      deciders:
        'Besides supervisors and administrators, these may decide from the final warning on',
      effectiveOn: 'From which day',
      from: ({ day }) => `from ${day}`,
      reason: 'Why it changes',
      reasonHint: 'For example the date and conclusion of the safety committee',
      save: 'Set as our standard',
      saved: 'The company standards have changed.',
      notSet: 'The company has not set them yet; these are the first values.',
      setBy: ({ name }) => `Set by ${name}`,
      history: 'Standards so far',
      notAdvice: 'No legal advice.',
      values: (given) =>
        `phone ${given.callMinutes} min, same answer ${given.answerLoops}, counter or visit ${given.visitMinutes} min, after the refusal ${given.contactsAfterFinal}, requests ${given.requestsBeforeFinal}, off the phone ${given.reliefMinutes} min`,
    },
  },
})
