import { dictionary } from '#kernel/dictionary.ts'

type Size = { size: string }

/** What the screens say about mail. */
export const mailMessages = dictionary({
  ja: {
    words: {
      title: 'メール',
      from: '差出人',
      to: '宛先',
      cc: '写し',
      sent: '送信',
      noSubject: '件名なし',
      noSender: '差出人不明',
      quoted: '引用された部分',
      signature: '署名',
      enclosed: '添えられた文章',
      noText: '本文はありません。',
      open: 'メールを開く',
      close: 'メールを閉じる',
      original: '元のメールを保存',
      attachments: '添付',
      download: (given: { name: string }) => `${given.name} を保存`,
      size: ({ size }: Size) => size,
      notes: {
        winmail: 'Outlook独自の形式です。中の文書は、この一覧に並べてあります。',
        'winmail-broken':
          'Outlook独自の形式が壊れていて、中身を取り出せません。差出人にもう一度お送りいただくと確実です。',
      },
      reasons: {
        'too-large':
          '大きすぎるため、はじめの部分だけを残しています。全文は元のメールボックスにあります。',
        'too-slow': '読み取りに時間がかかりすぎたため、途中で止めました。もう一度読み直せます。',
        stopped: '読み取りの途中で、読み取る側が止まりました。もう一度読み直せます。',
        other:
          '読み取りの途中でつまずきました。もう一度読み直すか、元のメールを保存してご確認ください。',
      },
      holds: '中身',
      page: '差出人の見た目（HTML）で見る',
      plain: '文字だけに戻す',
      pageLead: 'リンクの右に、本当の行き先を添えています。',
      image: '画像',
      images: '外部の画像は止めてあります。読み込むと、開いたことが差出人に伝わることがあります。',
      loadImages: '画像を読み込む',
      suggestion: '同じ件かもしれません',
      waiting: '苦情にならなかったメール',
      lead: '読み取れなかったメールと、人が書いたものではないメールを残しています。',
      none: '残っているメールはありません。',
      reread: '読み直す',
      receive: '苦情として受け付ける',
      fromDepartment: '部署からのメール',
      fromDepartmentLead:
        '照会をお送りしている部署の方からのメールです。どの照会への返事かを、件名からは決められません。中身を確かめて、行き先を選んでください。',
      answer: (given: { number: string }) => `${given.number} の照会の返事にする`,
      entered: (given: { number: string }) => `${given.number} に入りました。`,
      still: '読み直しましたが、まだ苦情にはなっていません。',
      states: {
        stored: 'まだ読んでいません',
        entered: '受付済み',
        'set-aside': '取り分けました',
        'not-understood': '読み取れません',
      },
      kinds: {
        person: '人からのメール',
        'auto-reply': '自動返信',
        list: '一斉配信',
        bounce: '届かなかった知らせ',
        'no-reply': '返信できない差出人',
        own: '当社からのメール',
      },
    },
    refusals: {
      'intake.mail-empty': 'メールの中身がありません。元のファイルを確かめて、送り直してください。',
      'intake.mail-missing':
        'そのメールは見つかりません。個人情報の消去で、なくなったのかもしれません。',
    },
  },
  en: {
    words: {
      title: 'Mail',
      from: 'From',
      to: 'To',
      cc: 'Cc',
      sent: 'Sent',
      noSubject: 'No subject',
      noSender: 'Unknown sender',
      quoted: 'Quoted text',
      signature: 'Signature',
      enclosed: 'Enclosed text',
      noText: 'It has no text.',
      open: 'Open the mail',
      close: 'Close the mail',
      original: 'Save the original',
      attachments: 'Attachments',
      download: ({ name }) => `Save ${name}`,
      size: ({ size }) => size,
      notes: {
        winmail: 'A format of Outlook. The documents in it stand in this list.',
        'winmail-broken':
          'A format of Outlook, and it is damaged. Ask the sender to send it again.',
      },
      reasons: {
        'too-large':
          'It is too large: only its beginning is kept. All of it is in the mailbox it came to.',
        'too-slow': 'Reading took too long and was stopped. You can have it read again.',
        stopped: 'The reader stopped on the way. You can have it read again.',
        other: 'The reader stumbled. Have it read again, or save the original and look at it.',
      },
      holds: 'Holds',
      page: 'As the sender laid it out (HTML)',
      plain: 'Back to plain text',
      pageLead: 'Beside each link stands where it really leads.',
      image: 'Image',
      images:
        'Images from elsewhere are held back. Loading them may tell the sender that it was opened.',
      loadImages: 'Load images',
      suggestion: 'Perhaps the same matter',
      waiting: 'Mail that became no complaint',
      lead: 'Mail that could not be read, and mail that no person wrote, is kept here.',
      none: 'No mail is left here.',
      reread: 'Read again',
      receive: 'Receive as a complaint',
      fromDepartment: 'From a department',
      fromDepartmentLead:
        'It comes from somebody of a department that we asked something. Its subject does not say which question it answers. Look at it and choose where it belongs.',
      answer: ({ number }) => `It answers the question about ${number}`,
      entered: ({ number }) => `It is in ${number}.`,
      still: 'It was read again and is still no complaint.',
      states: {
        stored: 'Not read yet',
        entered: 'Received',
        'set-aside': 'Set aside',
        'not-understood': 'Cannot be read',
      },
      kinds: {
        person: 'From a person',
        'auto-reply': 'Automatic reply',
        list: 'Mailing list',
        bounce: 'Not delivered',
        'no-reply': 'No-reply sender',
        own: 'From ourselves',
      },
    },
    refusals: {
      'intake.mail-empty': 'The message has no bytes. Check the file and send it again.',
      'intake.mail-missing': 'That mail was not found. Perhaps it was erased with personal data.',
    },
  },
})
