import { dictionary } from '#kernel/dictionary.ts'

type Server = { server: string }
type Address = { address: string }

/** What the screens say about mailboxes. */
export const mailboxesMessages = dictionary({
  ja: {
    words: {
      title: 'メールボックス',
      lead: 'お客様からのメールは、ここに登録したアドレスから届きます。サーバーのメールは消しません。',
      list: '登録したメールボックス',
      none: 'メールボックスはまだありません',
      noneDetail:
        'アドレスと、メールサーバーの名前・ユーザー名・パスワードを用意して「追加」を押してください。',
      add: 'メールボックスを追加',
      addTitle: 'メールボックスを追加',
      editTitle: 'メールボックスを変更',
      edit: '変更',
      editOf: ({ address }: Address) => `${address} を変更`,
      switchOff: '止める',
      switchOffOf: ({ address }: Address) => `${address} を止める`,
      switchOn: '動かす',
      switchOnOf: ({ address }: Address) => `${address} を動かす`,
      switchedOff: ({ address }: Address) => `${address} を止めました。`,
      switchedOn: ({ address }: Address) => `${address} を動かしました。`,
      saved: ({ address }: Address) => `${address} を保存しました。`,
      save: '保存する',
      isDefault: '既定',
      states: {
        off: '止めています',
        waiting: 'つなごうとしています',
        connected: 'つながっています',
        trouble: 'つながっていません',
      },
      noImap: 'ここからは取りに行きません',
      takesLmtpToo: 'LMTPで受け取ります',
      lastMail: '最後に届いた日時',
      certificate: {
        lead: 'サーバーが示した証明書です。サーバーの担当者に指紋を確かめてから、受け入れてください。受け入れるのは、この一枚だけです。',
        subject: '名前',
        issuer: '発行者',
        until: '期限',
        fingerprint: '指紋（SHA-256）',
        accept: 'この証明書を受け入れる',
        accepted: '証明書を一枚、受け入れています。',
        forget: '受け入れをやめる',
      },
      problems: {
        'secret-unreadable':
          '保存したパスワードを開けません。UKETOME_SECRET が変わったようです。パスワードを入れ直してください。',
        'sign-in':
          'ユーザー名かパスワードが違うようです。メールの契約書を見て、入れ直してください。二段階認証のときは、アプリ用のパスワードが要ります。',
        'no-such-host': 'その名前のサーバーが見つかりません。サーバーの名前を確かめてください。',
        'nobody-listens':
          'サーバーが応じません。ポートの番号を確かめてください。合っているときは、少し待つと戻ることがあります。',
        'no-answer':
          'サーバーから返事がありません。ポートと暗号化の組み合わせと、通信の許可（ファイアウォール）を確かめてください。',
        certificate:
          'サーバーの証明書を確かめられません。サーバーの名前が証明書と同じか、期限が切れていないかを確かめてください。',
        'not-encrypted':
          '暗号化が合いません。「最初から暗号化」と「途中から暗号化」を入れ替えて、試してください。',
        'no-such-folder':
          'その名前のフォルダがありません。ふつうは「INBOX」です。大文字と小文字も確かめてください。',
        interrupted: '接続が切れました。つなぎ直しています。',
        other: 'つながりません。下の、サーバーからの言葉を確かめてください。',
      },
      said: 'サーバーからの言葉',
      address: 'メールアドレス',
      displayName: '差出人の名前',
      displayNameHint: 'お客様の画面に出る名前です。例：お客様相談室',
      signature: '署名',
      signatureHint: 'このアドレスから送るメールの末尾に付きます。',
      defaultLabel: '届いた先が分からないときは、ここから送る',
      receiving: '受け取り（IMAP）',
      fetches: 'このサーバーへ取りに行く',
      sending: '送信（SMTP）',
      sends: 'このサーバーから送る',
      lmtp: '同じ機械のメールサーバーから、LMTPで受け取る',
      host: 'サーバーの名前',
      port: 'ポート',
      security: '暗号化',
      securities: {
        tls: '最初から暗号化（TLS）',
        starttls: '途中から暗号化（STARTTLS）',
        none: 'なし（同じ機械だけ）',
      },
      user: 'ユーザー名',
      noUser: '空にすると、サインインせずに送ります。',
      password: 'パスワード',
      passwordKept: '保存してあります。変えるときだけ入れてください。',
      folder: 'フォルダ',
      marksSeen: '受け取ったメールに、既読の印を付ける',
      takesPast: '登録する前に届いていたメールも、すべて受け付ける',
      takesPastHint: 'はじめは、登録したあとに届いたメールだけを受け付けます。',
      try: 'つながるか試す',
      tried: '試した結果',
      works: 'つながりました。',
      worksWith: ({ messages }: { messages: number }) =>
        `つながりました。フォルダには ${messages.toLocaleString('ja')} 通あります。`,
      imap: '受け取り',
      smtp: '送信',
    },
    refusals: {
      'intake.mailbox-address':
        'メールアドレスを読み取れません。「@」の前後を確かめて、入れ直してください。',
      'intake.mailbox-host':
        'サーバーの名前がありません。メールの契約書や案内にある名前（例: imap.example.jp）を入れてください。',
      'intake.mailbox-sign-in': ({ server }: Server) =>
        `${server} のユーザー名かパスワードがありません。両方を入れてください。`,
      'intake.mailbox-twice': ({ address }: Address) =>
        `${address} はもう登録されています。一覧から選んで変更してください。`,
      'intake.mailbox-missing':
        'そのメールボックスは見つかりません。一覧を開き直して、選んでください。',
    },
  },
  en: {
    words: {
      title: 'Mailboxes',
      lead: 'Mail from customers comes from the addresses registered here. Nothing is deleted on the server.',
      list: 'Registered mailboxes',
      none: 'There is no mailbox yet',
      noneDetail:
        'Have the address, the name of the mail server, the user name and the password ready, and press “Add”.',
      add: 'Add a mailbox',
      addTitle: 'Add a mailbox',
      editTitle: 'Change the mailbox',
      edit: 'Change',
      editOf: ({ address }) => `Change ${address}`,
      switchOff: 'Switch off',
      switchOffOf: ({ address }) => `Switch ${address} off`,
      switchOn: 'Switch on',
      switchOnOf: ({ address }) => `Switch ${address} on`,
      switchedOff: ({ address }) => `${address} is off.`,
      switchedOn: ({ address }) => `${address} is on.`,
      saved: ({ address }) => `${address} is saved.`,
      save: 'Save',
      isDefault: 'Default',
      states: {
        off: 'Off',
        waiting: 'Connecting',
        connected: 'Connected',
        trouble: 'Not connected',
      },
      noImap: 'Nothing is fetched from here',
      takesLmtpToo: 'Takes mail over LMTP',
      lastMail: 'Last mail',
      certificate: {
        lead: 'The certificate that the server shows. Ask its administrator about the fingerprint before you accept it; this one only is accepted.',
        subject: 'Name',
        issuer: 'Issued by',
        until: 'Until',
        fingerprint: 'Fingerprint (SHA-256)',
        accept: 'Accept this certificate',
        accepted: 'One certificate is accepted.',
        forget: 'Accept it no longer',
      },
      problems: {
        'secret-unreadable':
          'The saved password cannot be opened. UKETOME_SECRET seems to have changed. Enter the password again.',
        'sign-in':
          'The user name or password seems to be wrong. Enter them again. With two-step sign-in a password for applications is needed.',
        'no-such-host': 'There is no server of that name. Check the name.',
        'nobody-listens':
          'The server does not answer there. Check the port. If it is right, the server may come back by itself.',
        'no-answer':
          'The server says nothing. Check port and encryption, and whether a firewall lets the connection through.',
        certificate:
          'The certificate of the server cannot be verified. Check that the name is the one in it, and that it has not expired.',
        'not-encrypted':
          'The encryption does not fit. Try the other of “from the start” and “after a while”.',
        'no-such-folder': 'There is no folder of that name. Usually it is INBOX.',
        interrupted: 'The connection ended and is being made again.',
        other: 'It does not connect. See below what the server said.',
      },
      said: 'What the server said',
      address: 'Address',
      displayName: 'Name of the sender',
      displayNameHint: 'What customers see, such as “Customer care”.',
      signature: 'Signature',
      signatureHint: 'Stands below what is sent from this address.',
      defaultLabel: 'Send from here what answers no mail',
      receiving: 'Receiving (IMAP)',
      fetches: 'Fetch from this server',
      sending: 'Sending (SMTP)',
      sends: 'Send through this server',
      lmtp: 'Take mail over LMTP from a mail server on this machine',
      host: 'Server',
      port: 'Port',
      security: 'Encryption',
      securities: {
        tls: 'From the start (TLS)',
        starttls: 'After a while (STARTTLS)',
        none: 'None (this machine only)',
      },
      user: 'User name',
      noUser: 'Left empty, it sends without signing in.',
      password: 'Password',
      passwordKept: 'It is saved. Enter one only to change it.',
      folder: 'Folder',
      marksSeen: 'Mark what was received as read',
      takesPast: 'Receive everything that came before, too',
      takesPastHint: 'Otherwise only what arrives from now on is received.',
      try: 'Try to connect',
      tried: 'What came of it',
      works: 'It connects.',
      worksWith: ({ messages }) => `It connects. There are ${messages} messages in the folder.`,
      imap: 'Receiving',
      smtp: 'Sending',
    },
    refusals: {
      'intake.mailbox-address': 'The address cannot be read. Check both sides of the @.',
      'intake.mailbox-host':
        'The name of the server is missing. Enter the one your provider names, such as imap.example.com.',
      'intake.mailbox-sign-in': ({ server }) =>
        `The user name or password for ${server} is missing. Enter both.`,
      'intake.mailbox-twice': ({ address }) =>
        `${address} is registered already. Choose it in the list to change it.`,
      'intake.mailbox-missing': 'That mailbox was not found. Open the list again and choose one.',
    },
  },
})
