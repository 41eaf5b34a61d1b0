import { dictionary } from '#kernel/dictionary.ts'

/** Can it be done: asked of the company's own system, else of the person at the desk. */
export const feasibilityMessages = dictionary({
  ja: {
    words: {
      ask: '用意できるか確かめる',
      questions: {
        exchange: '同じ品の在庫はありますか。いつ届きますか。',
        redelivery: '手配できますか。いつ届きますか。',
        repair: '修理を受けられますか。いつお返しできますか。',
        other: 'ご用意できますか。いつになりますか。',
      },
      silent: '確認先から返事がありません。分かる方法で確かめて、ここに書いてください。',
      words: '確かめたこと',
      hint: '例：倉庫に在庫あり、水曜の午前着',
      can: 'できる',
      cannot: 'いまはできない',
      answer: '用意できるか',
      save: '書き留める',
      known: (given: { words: string }) => `用意できます：${given.words}`,
      unknownNow: (given: { words: string }) => `いまは用意できません：${given.words}`,
      change: '確かめ直す',
      connector: {
        title: '在庫と日にちの確認先',
        lead: '回復策を用意できるかを、会社の仕組みに尋ねる宛先です。3秒以内に返事がなければ、応対者に尋ねます。',
        url: '宛先（https）',
        isOn: '尋ねる',
        save: '宛先を保存する',
        saved: '宛先を保存しました。',
        secret: '署名の合い言葉',
        shown: {
          once: 'この合い言葉は、いまだけ表示します。確認先の設定に写してください。',
          secret: '署名の合い言葉',
          copy: '写す',
          copied: '合い言葉を写しました。',
          done: '写したので閉じる',
        },
      },
    },
    refusals: {
      'remedies.connector-barred':
        'この宛先には送れません。社外に公開された https の宛先を入れてください。',
    },
  },
  en: {
    words: {
      ask: 'Check whether it can be done',
      questions: {
        exchange: 'Is the same article in stock? When can it arrive?',
        redelivery: 'Can it be arranged? When can it arrive?',
        repair: 'Can it be repaired? When can it be back?',
        other: 'Can it be done? By when?',
      },
      silent: 'The connector does not answer. Find out another way and write it here.',
      words: 'What was found out',
      hint: 'Such as: in stock, arrives on Wednesday morning',
      can: 'Can be done',
      cannot: 'Not now',
      answer: 'Can it be done?',
      save: 'Write it down',
      known: (given: { words: string }) => `Can be done: ${given.words}`,
      unknownNow: (given: { words: string }) => `Cannot be done now: ${given.words}`,
      change: 'Check again',
      connector: {
        title: 'Connector for stock and dates',
        lead: 'The address of your own system that knows whether a remedy can be done. Without an answer within 3 seconds the operator is asked.',
        url: 'Address (https)',
        isOn: 'Ask it',
        save: 'Save the address',
        saved: 'The address is saved.',
        secret: 'Signing secret',
        shown: {
          once: 'This secret is shown only now. Copy it to the other system.',
          secret: 'Signing secret',
          copy: 'Copy',
          copied: 'Copied.',
          done: 'I have copied it',
        },
      },
    },
    refusals: {
      'remedies.connector-barred':
        'Nothing can be sent there. Enter an https address outside your own network.',
    },
  },
})
