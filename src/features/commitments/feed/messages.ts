import { dictionary } from '#kernel/dictionary.ts'

/** The dialog by which promises come into a calendar. */
export const feedMessages = dictionary({
  ja: {
    words: {
      open: 'カレンダーに載せる',
      title: '自分の約束をカレンダーに載せる',
      lead: 'このURLをGoogleカレンダー、Outlook、iPhoneなどに「URLで追加」すると、これからの約束と過ぎた約束が載ります。URLを知る人は誰でも読めるので、ほかの人に渡さないでください。',
      none: 'まだカレンダーには載せていません。',
      madeAt: 'URLを作った日時',
      readAt: '最後に読まれた日時',
      notRead: 'まだ読まれていません',
      make: 'URLを作る',
      again: 'URLを作り直す',
      againLead:
        'URLを作り直すか止めると、いまのURLを追加したカレンダーには、新しい約束が届かなくなります。',
      revoke: '止める',
      revoked: 'カレンダーへの公開を止めました。前のURLでは、もう読めません。',
      names: 'お客様のお名前と約束の内容も載せる（会社全体）',
      namesOff:
        'カレンダーに載るのは受付番号と期限だけです。お客様のお名前と約束の内容は載りません。',
      namesOn: '会社の設定により、お客様のお名前と約束の内容も載ります。',
      close: '閉じる',
      shown: {
        once: 'このURLが表示されるのは、いまだけです。カレンダーに追加してから閉じてください。前のURLでは、もう読めません。',
        secret: 'カレンダーのURL',
        copy: '写す',
        copied: 'URLを写しました。',
        done: '追加しました',
      },
    },
  },
  en: {
    words: {
      open: 'Put in my calendar',
      title: 'My promises in a calendar',
      lead: 'Add this address by URL to Google Calendar, Outlook or a phone: it shows what you owe. Whoever knows it can read it, so give it to nobody.',
      none: 'Not in any calendar yet.',
      madeAt: 'Address made',
      readAt: 'Last read',
      notRead: 'Not read yet',
      make: 'Make an address',
      again: 'Make a new address',
      againLead: 'After that, calendars with the present address learn of no new promise.',
      revoke: 'Stop',
      revoked: 'The address does not work any more.',
      names: 'Also what was promised and to whom (for the whole organisation)',
      namesOff: 'Calendars hold only numbers and dates, no customers and no words.',
      namesOn: 'By the settings of your organisation, words and customers are included.',
      close: 'Close',
      shown: {
        once: 'This address is shown only now. Add it to your calendar before you close this. The one before it does not work any more.',
        secret: 'Address of the calendar',
        copy: 'Copy',
        copied: 'Copied.',
        done: 'Added',
      },
    },
  },
})
