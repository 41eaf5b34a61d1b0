import { dictionary } from '#kernel/dictionary.ts'

/** How a promise came to be what it is, and how it is withdrawn. */
export const courseMessages = dictionary({
  ja: {
    words: {
      withdrawTitle: '約束を取り下げる',
      withdrawLead:
        '期限の前に要らなくなった約束だけを取り下げます。お客様とお話しした理由は、台帳に残ります。',
      withdrawReason: '取り下げる理由',
      withdrawHint: '例：お客様から、もう連絡はいらないとお電話があった',
      withdrew: (given: { words: string }) => `「${given.words}」を取り下げました。`,
      because: (given: { reason: string }) => `理由：${given.reason}`,
      said: {
        talk: (given: { name: string }) => `${given.name}がお伝えした言葉`,
        chat: (given: { name: string }) => `${given.name}がチャットでお伝えした言葉`,
        letter: (given: { name: string }) => `${given.name}が文面でお伝えした言葉`,
      },
      lateLead:
        'お約束の期限は過ぎています。お詫びと理由、代わりにできることをお客様にお伝えしてから記録します。',
      history: (given: { count: number }) => `期限の変更${given.count}回`,
      why: '理由',
      told: 'お伝えした人',
      wasBroken: '過ぎてからの変更',
    },
  },
  en: {
    words: {
      withdrawTitle: 'Withdraw the promise',
      withdrawLead:
        'Only one that is not needed any more before its date. The reason agreed with the customer stays in the ledger.',
      withdrawReason: 'Reason',
      withdrawHint: 'E.g. the customer called and needs no call back',
      withdrew: (given: { words: string }) => `"${given.words}" was withdrawn.`,
      because: (given: { reason: string }) => `Reason: ${given.reason}`,
      said: {
        talk: (given: { name: string }) => `Said by ${given.name}`,
        chat: (given: { name: string }) => `Said by ${given.name} in the chat`,
        letter: (given: { name: string }) => `Written by ${given.name}`,
      },
      lateLead:
        'The date has passed. Apologise, tell the customer why and what can be done instead, then record it.',
      history: (given: { count: number }) => `Moved ${given.count} times`,
      why: 'Reason',
      told: 'Told by',
      wasBroken: 'After its date',
    },
  },
})
