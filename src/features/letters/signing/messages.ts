import { dictionary } from '#kernel/dictionary.ts'

type At = { at: string }
type Host = { host: string }

export const signingMessages = dictionary({
  ja: {
    words: {
      title: '送るメールの署名（DKIM）',
      lead: '当社から出たことを、受け取る側が確かめられるようにします。鍵を作り、下のレコードをドメインのDNSに公開し、確かめてから署名を始めてください。送信のサーバーが署名しているときは、要りません。',
      none: 'まだ鍵はありません。署名を付けずに送ります。',
      domain: 'ドメイン',
      selector: 'セレクタ',
      make: '鍵を作る',
      signing: '署名しています',
      notSigning: '署名していません',
      host: 'レコードの名前（TXT）',
      record: 'レコードの中身',
      copyHost: '名前をコピー',
      copyRecord: '中身をコピー',
      copied: 'コピーしました。',
      notCopied: 'コピーできません。文字を選んでコピーしてください。',
      check: '公開を確かめる',
      start: 'この鍵で署名する',
      stop: '署名をやめる',
      drop: '鍵を消す',
      dropNamed: ({ host }: Host) => `${host} の鍵を消す`,
      made: ({ at, by }: At & { by: string }) => `${at} に ${by} さんが作りました`,
      outcomes: {
        published: ({ at }: At) => `公開されています（${at} に確かめました）。`,
        absent: ({ at }: At) =>
          `まだ公開されていません（${at} に確かめました）。DNSに加えたあと、広まるまで1時間ほどかかることがあります。`,
        different: ({ at }: At) =>
          `別のレコードが公開されています（${at} に確かめました）。下の中身に直してください。`,
        unreachable: ({ at }: At) =>
          `このサーバーからはDNSを調べられません（${at}）。ほかの端末で確かめてから、署名を始めてください。`,
      },
      unchecked: 'まだ確かめていません。',
      found: 'いま公開されているもの',
      another: '新しい鍵に替える',
      anotherWhy: '新しい鍵を公開してから切り替えるまで、いまの鍵で署名を続けます。',
    },
  },
  en: {
    words: {
      title: 'Signature of outgoing mail (DKIM)',
      lead: 'Lets receivers see that a mail is ours. Make a key, publish the record below in the DNS of the domain, check it, then start to sign. Not needed where the outgoing server signs.',
      none: 'There is no key yet. Mail leaves unsigned.',
      domain: 'Domain',
      selector: 'Selector',
      make: 'Make a key',
      signing: 'Signing',
      notSigning: 'Not signing',
      host: 'Name of the record (TXT)',
      record: 'What it says',
      copyHost: 'Copy the name',
      copyRecord: 'Copy what it says',
      copied: 'Copied.',
      notCopied: 'It could not be copied. Select the text and copy it.',
      check: 'Check the record',
      start: 'Sign with this key',
      stop: 'Stop signing',
      drop: 'Destroy',
      dropNamed: ({ host }) => `Destroy the key of ${host}`,
      made: ({ at, by }) => `Made ${at} by ${by}`,
      outcomes: {
        published: ({ at }) => `It is published (checked ${at}).`,
        absent: ({ at }) => `It is not published yet (checked ${at}). That may take an hour.`,
        different: ({ at }) => `Another record is published (checked ${at}). Mend it as below.`,
        unreachable: ({ at }) =>
          `DNS cannot be asked from this server (${at}). Check it elsewhere before you sign.`,
      },
      unchecked: 'Not checked yet.',
      found: 'What is published now',
      another: 'Change to a new key',
      anotherWhy: 'Until you switch, the old key goes on signing.',
    },
  },
})
