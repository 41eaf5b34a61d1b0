import { dictionary } from '#kernel/dictionary.ts'
import type { Permission } from '../contract.ts'

const permissions: {
  readonly ja: Record<Permission, string>
  readonly en: Record<Permission, string>
} = {
  ja: {
    'read-complaints': '苦情と経過を読む',
    'receive-complaints': '苦情を受け付ける',
    'send-transcripts': '文字起こしを送る',
    'bring-mail': '届いたメールを入れる',
    'bring-reviews': '口コミ・SNSの声を入れる',
    import: 'ほかの仕組みから取り込む',
    telephone: '電話の着信を知らせる',
  },
  en: {
    'read-complaints': 'read complaints and what happened',
    'receive-complaints': 'receive complaints',
    'send-transcripts': 'send transcripts',
    'bring-mail': 'bring in mail',
    'bring-reviews': 'bring in reviews and posts',
    import: 'import from other systems',
    telephone: 'tell of telephone calls',
  },
}

type Refused = { permissions: readonly Permission[] }
type Pace = { retryAfter: number; perMinute: number }

/** API keys: the settings page, and what a program is told that may not. */
export const keysMessages = dictionary({
  ja: {
    words: {
      title: 'APIキー',
      lead: 'ほかの仕組みが、人の代わりにうけとめを使うための鍵です。できることを、必要なものだけに絞って作ります。',
      permissions: permissions.ja,
      hints: {
        'read-complaints': 'お客様のお名前や言葉も読めます。読んだことは閲覧の記録に残ります',
        'receive-complaints': '新しい苦情を作れます。読むことはできません',
        'send-transcripts': '通話中の言葉を送れます。送った文字起こしと、通話の一覧は読めます',
        'bring-mail': '受け取ったメールをそのまま渡せます',
        'bring-reviews': '口コミやSNSの投稿を渡せます',
        import: '過去の苦情を、まとめて渡せます',
        telephone: '電話が鳴ったこと、つながったこと、切れたことを知らせます',
      },
      none: 'APIキーはまだありません',
      noneLead: '電話や文字起こし、ほかの業務システムとつなぐときに作ります。',
      make: 'キーを作る',
      makeTitle: '新しいAPIキー',
      name: '何に使うか',
      nameHint: '経過には「APIキー：この名前」と残ります。例：コールセンターの電話',
      may: 'できること',
      endsOn: '使える最後の日（決めなければ、取り消すまで）',
      pace: '1分あたりの回数',
      paceHint: 'これを超えた分は、少し待つように答えます。',
      paces: {
        '300': '300回',
        '1200': '1,200回（ふつう）',
        '6000': '6,000回',
        '30000': '30,000回',
      },
      chooseOne: 'できることを、一つ以上選んでください。',
      nameIt: '何に使うかを書いてください。',
      cancel: 'やめる',
      done: '写しました',
      made: (given: { name: string }) => `「${given.name}」のキーができました`,
      once: 'この文字は、いま一度だけ表示しています。写して、使う仕組みに入れてください。うけとめには残しません。',
      secret: 'APIキー',
      copy: 'コピーする',
      copied: 'コピーしました。',
      beginsWith: '始まり',
      lastUsed: '最後に使った時',
      never: 'まだ使われていません',
      ends: (given: { day: string }) => `${given.day} まで`,
      ended: (given: { day: string }) => `${given.day} で終わりました`,
      endless: '取り消すまで',
      perMinute: (given: { count: string }) => `1分に${given.count}回まで`,
      madeBy: (given: { name: string; day: string }) => `${given.day} ${given.name}さん作成`,
      revokedBy: (given: { name: string; day: string }) =>
        `${given.day} ${given.name}さんが取り消し`,
      revoke: '取り消す',
      revokeNamed: (given: { name: string }) => `「${given.name}」を取り消す`,
      revokeTitle: (given: { name: string }) => `「${given.name}」を取り消しますか`,
      revokeLead:
        '次の呼び出しから、すぐに断ります。元には戻せません。つながっている仕組みには、新しいキーを入れてください。',
      revoked: (given: { name: string }) => `「${given.name}」を取り消しました。`,
      old: '使えなくなったキー',
    },
    refusals: {
      'access.not-for-keys':
        'この操作は、APIキーではできません。サインインした人が、画面から行ってください。',
      'access.key-not-allowed': (given: Refused) =>
        `このAPIキーには「${given.permissions.map((each) => permissions.ja[each]).join('」か「')}」の許可がありません。設定の「APIキー」で、許可のあるキーを作ってください。`,
      'access.key-unknown':
        'このAPIキーは見つかりません。最後の文字まで写せているか確かめ、なければ設定の「APIキー」で作り直してください。',
      'access.key-revoked':
        'このAPIキーは取り消されています。管理者に新しいキーを作ってもらい、入れ替えてください。',
      'access.key-ended': (given: { endsOn: string }) =>
        `このAPIキーは ${given.endsOn} で終わっています。管理者に新しいキーを作ってもらい、入れ替えてください。`,
      'access.key-too-quick': (given: Pace) =>
        `このAPIキーは1分に${given.perMinute}回までです。${given.retryAfter}秒待って、もう一度送ってください。`,
      'access.key-ends-before': '使える最後の日は、きょうか、それより後の日にしてください。',
      'access.key-made-before':
        'このキーはもう作られています。表示は一度だけなので、写せていないときは取り消して、作り直してください。',
      'access.key-missing': 'そのAPIキーは見つかりません。一覧を開き直してください。',
      'access.key-reused':
        '同じ Idempotency-Key で、前と違う内容が送られました。新しい内容には、新しいキーを付けてください。',
      'access.answer-underway':
        '同じ Idempotency-Key の前の要求が、まだ終わっていません。少し待って、同じ内容で送り直してください。',
    },
    events: {},
  },
  en: {
    words: {
      title: 'API keys',
      lead: 'With a key another system uses Uketome instead of a person. Allow only what it needs.',
      permissions: permissions.en,
      hints: {
        'read-complaints':
          'also names and words of customers; every look is in the record of readings',
        'receive-complaints': 'makes new complaints; reads none',
        'send-transcripts':
          'sends what is said in a call; reads the transcript and the list of calls',
        'bring-mail': 'hands over messages as they came',
        'bring-reviews': 'hands over reviews and posts',
        import: 'hands over complaints of the past',
        telephone: 'tells when a telephone rings, is answered and ends',
      },
      none: 'There are no API keys yet',
      noneLead: 'Make one to connect a telephone, speech-to-text or another system.',
      make: 'Make a key',
      makeTitle: 'New API key',
      name: 'What it is for',
      nameHint: 'The record will name it. Example: telephone of the call centre',
      may: 'It may',
      endsOn: 'Last day it works (none: until it is revoked)',
      pace: 'Requests per minute',
      paceHint: 'Beyond this it is told to wait a little.',
      paces: { '300': '300', '1200': '1,200 (usual)', '6000': '6,000', '30000': '30,000' },
      chooseOne: 'Choose at least one thing it may do.',
      nameIt: 'Say what it is for.',
      cancel: 'Cancel',
      done: 'I have copied it',
      made: (given: { name: string }) => `The key for ${given.name} is ready`,
      once: 'This is shown once, now. Copy it into the system that will use it; Uketome does not keep it.',
      secret: 'API key',
      copy: 'Copy',
      copied: 'Copied.',
      beginsWith: 'Begins with',
      lastUsed: 'Last used',
      never: 'Never used',
      ends: (given: { day: string }) => `until ${given.day}`,
      ended: (given: { day: string }) => `ended on ${given.day}`,
      endless: 'until revoked',
      perMinute: (given: { count: string }) => `${given.count} a minute`,
      madeBy: (given: { name: string; day: string }) => `made by ${given.name}, ${given.day}`,
      revokedBy: (given: { name: string; day: string }) => `revoked by ${given.name}, ${given.day}`,
      revoke: 'Revoke',
      revokeNamed: (given: { name: string }) => `Revoke ${given.name}`,
      revokeTitle: (given: { name: string }) => `Revoke ${given.name}?`,
      revokeLead:
        'Its next request is refused. This cannot be taken back; give the system a new key.',
      revoked: (given: { name: string }) => `${given.name} is revoked.`,
      old: 'Keys that no longer work',
    },
    refusals: {
      'access.not-for-keys': 'An API key cannot do this. Somebody who is signed in can.',
      'access.key-not-allowed': (given: Refused) =>
        `This API key may not ${given.permissions.map((each) => permissions.en[each]).join(' or ')}. Make one that may, under API keys in the settings.`,
      'access.key-unknown':
        'There is no such API key. Check that all of it was copied, or make a new one in the settings.',
      'access.key-revoked': 'This API key was revoked. Ask an administrator for a new one.',
      'access.key-ended': (given: { endsOn: string }) =>
        `This API key ended on ${given.endsOn}. Ask an administrator for a new one.`,
      'access.key-too-quick': (given: Pace) =>
        `This API key may ask ${given.perMinute} times a minute. Wait ${given.retryAfter} s and send it again.`,
      'access.key-ends-before': 'The last day has to be today or later.',
      'access.key-made-before':
        'This key was made already and is shown only once. If you have no copy, revoke it and make another.',
      'access.key-missing': 'That API key was not found. Open the list again.',
      'access.key-reused':
        'The same Idempotency-Key came with something else in it. Give new content a new key.',
      'access.answer-underway':
        'The former request with this Idempotency-Key is not finished. Wait a little and send the same again.',
    },
    events: {},
  },
})
