import { dictionary } from '#kernel/dictionary.ts'

export const letterSettingsMessages = dictionary({
  ja: {
    words: {
      title: 'メールの返事',
      lead: 'お客様へのメールを取り消せる時間と、受け付けたときに自動で送るご連絡を決めます。',
      undo: '取り消せる時間（秒）',
      undoHint: '送るボタンを押してから、実際に出るまでの時間です。0から600まで。',
      attachments: '添付できる大きさ（MB）',
      attachmentsHint:
        '一通に添えるファイルの合計です。1から18まで。大きすぎると、お客様のメールサーバーが受け取れません。',
      acknowledges: '受付のご連絡を自動で送る',
      acknowledgesHint:
        'メールとWebフォームで届いた苦情に、番号と次のご連絡の期限をお知らせします。自動返信や一斉配信には送りません。同じ方には一日3通までです。',
      silent: '自動で送らない窓口',
      text: '受付のご連絡の文面',
      placeholders: '使える言葉',
      insert: ({ name }: { name: string }) => `${name} を入れる`,
      shipped: '出荷時の文面に戻す',
      preview: '見本',
      subject: '件名',
      unknown: ({ names }: { names: string }) =>
        `「${names}」は埋められません。このままでは送られないので、使える言葉に直してください。`,
      save: '保存する',
      saved: '保存しました。次のメールから変わります。',
      noMailbox: '送れるメールの窓口がまだありません。決まるまで、ご連絡は送られません。',
    },
  },
  en: {
    words: {
      title: 'Mail to customers',
      lead: 'How long a letter can be taken back, and what is sent by itself when a complaint arrives.',
      undo: 'Undo window (seconds)',
      undoHint: 'From pressing send until it leaves. 0 to 600.',
      attachments: 'Attachments (MB)',
      attachmentsHint: 'All files of one letter together, 1 to 18. Larger ones may not arrive.',
      acknowledges: 'Acknowledge by itself',
      acknowledgesHint:
        'Complaints by mail and web form are told their number and the next date. Never automatic mail or lists; at most three a day to one address.',
      silent: 'Mailboxes that stay silent',
      text: 'Text of the acknowledgement',
      placeholders: 'What can be filled in',
      insert: ({ name }) => `Insert ${name}`,
      shipped: 'Back to the shipped text',
      preview: 'Preview',
      subject: 'Subject',
      unknown: ({ names }) => `Nothing fills “${names}”. It would not be sent; mend it.`,
      save: 'Save',
      saved: 'Saved. The next mail is different.',
      noMailbox: 'No mailbox can send yet; until then nothing is acknowledged.',
    },
  },
})
