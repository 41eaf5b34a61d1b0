import { dictionary } from '#kernel/dictionary.ts'

/** What the screen says around the draft of an apology. */
export const apologyMessages = dictionary({
  ja: {
    words: {
      title: 'お詫びの下書き',
      lead: '記録にあることだけで書いています。お客様にお伝えする言葉に直してから、お使いください。自動では送られません。',
      text: 'お詫びの言葉',
      newDate: '新しい日時の案',
      copy: '写す',
      copied: 'お詫びの言葉を写しました。メールやチャットの欄に貼り付けられます。',
      agreed: 'お客様に伝えて、日時を改める',
    },
  },
  en: {
    words: {
      title: 'Draft of an apology',
      lead: 'It holds only what is on record. Make the words your own before you use them; nothing is sent by itself.',
      text: 'Words of apology',
      newDate: 'A date that can be kept',
      copy: 'Copy',
      copied: 'Copied. Paste it into the mail or the chat.',
      agreed: 'Tell the customer and move the date',
    },
  },
})
