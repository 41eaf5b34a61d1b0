import { dictionary } from '#kernel/dictionary.ts'

/** What the screens say about who is complaining. */
export const customersMessages = dictionary({
  ja: {
    words: {
      title: 'お客様',
      find: 'お名前・電話・注文番号で探す',
      findHint: 'ひらがなでも、ハイフンなしでも見つかります',
      findShort: 'どなたからの電話か探す',
      none: '見つかりません。新しいお客様として書き留められます。',
      isThis: 'この方です',
      isThisNamed: (given: { name: string }) => `${given.name} 様として記録する`,
      asNew: '新しいお客様として書き留める',
      name: 'お名前',
      kana: 'ふりがな',
      phone: '電話番号',
      email: 'メールアドレス',
      save: 'お客様を書き留める',
      change: '直す',
      changeLong: 'お客様の情報を直す',
      cancel: 'やめる',
      matchedBy: {
        phone: '電話番号が同じ',
        email: 'メールが同じ',
        name: 'お名前が同じ',
        kana: 'ふりがなが同じ',
        order: '注文番号が同じ',
      },
      history: 'これまでのお申し出',
      noHistory: '初めてのお申し出です。',
      broken: (given: { count: number }) => `守れなかった約束 ${given.count} 件`,
      open: (given: { count: number }) => `約束中 ${given.count} 件`,
      phoneShown: (given: { phone: string }) => `お電話 ${given.phone}`,
      unknown: 'お名前はまだ伺っていません',
      openComplaint: (given: { number: string }) => `${given.number} を別のタブで開く`,
      page: 'お客様のページ',
    },
    events: {
      'complaints.customers-merged': ({ reason }: { reason: string }) =>
        `お客様をまとめました：${reason}`,
      'complaints.customers-merge-undone': ({ reason }: { reason: string }) =>
        `お客様のまとめを戻しました：${reason}`,
      'complaints.customer-split': ({ reason }: { reason: string }) =>
        `お客様を分けました：${reason}`,
      'complaints.customers-linked': ({ source }: { source: string }) =>
        `お客様のつながり：${source}`,
      'complaints.customers-unlinked': ({ reason }: { reason: string }) =>
        `つながりを終わりにしました：${reason}`,
      'complaints.proxy-named': ({ name, mayBeTold }: { name: string; mayBeTold: string }) =>
        `代わりの方：${name} 様（お伝えしてよいこと：${mayBeTold}）`,
      'complaints.proxy-ended': ({ reason }: { reason: string }) =>
        `代わりの方を終わりにしました：${reason}`,
      'complaints.caution-noted': ({ happenedOn, words }: { happenedOn: string; words: string }) =>
        `${happenedOn} の事実：${words}`,
      'complaints.caution-prolonged': ({
        reviewOn,
        reason,
      }: {
        reviewOn: string
        reason: string
      }) => `事実の見直しを ${reviewOn} に延ばしました：${reason}`,
      'complaints.caution-ended': ({ reason }: { reason: string }) =>
        `事実の表示を終わりにしました：${reason}`,
    },
  },
  en: {
    words: {
      title: 'Customer',
      find: 'Find by name, phone or order number',
      findHint: 'In any spelling',
      findShort: 'Find who is calling',
      none: 'Nobody found. You can write them down as a new customer.',
      isThis: 'This one',
      isThisNamed: (given: { name: string }) => `Record as ${given.name}`,
      asNew: 'Write down a new customer',
      name: 'Name',
      kana: 'Reading',
      phone: 'Phone',
      email: 'E-mail',
      save: 'Write down',
      change: 'Change',
      changeLong: 'Change the details of the customer',
      cancel: 'Cancel',
      matchedBy: {
        phone: 'same phone',
        email: 'same e-mail',
        name: 'same name',
        kana: 'same reading',
        order: 'same order',
      },
      history: 'Earlier complaints',
      noHistory: 'The first complaint.',
      broken: (given: { count: number }) => `${given.count} broken promises`,
      open: (given: { count: number }) => `${given.count} open promises`,
      phoneShown: (given: { phone: string }) => `Calling from ${given.phone}`,
      unknown: 'The name is not known yet',
      openComplaint: (given: { number: string }) => `Open ${given.number} in another tab`,
      page: 'All about this customer',
    },
    events: {
      'complaints.customers-merged': ({ reason }) => `Customers merged: ${reason}`,
      'complaints.customers-merge-undone': ({ reason }) => `Merge undone: ${reason}`,
      'complaints.customer-split': ({ reason }) => `Customer split: ${reason}`,
      'complaints.customers-linked': ({ source }) => `Customers linked: ${source}`,
      'complaints.customers-unlinked': ({ reason }) => `Link ended: ${reason}`,
      'complaints.proxy-named': ({ name, mayBeTold }) =>
        `Proxy: ${name} (may be told: ${mayBeTold})`,
      'complaints.proxy-ended': ({ reason }) => `Proxy ended: ${reason}`,
      'complaints.caution-noted': ({ happenedOn, words }) => `${happenedOn}: ${words}`,
      'complaints.caution-prolonged': ({ reviewOn, reason }) =>
        `Fact shown until ${reviewOn}: ${reason}`,
      'complaints.caution-ended': ({ reason }) => `Fact shown no longer: ${reason}`,
    },
  },
})
