import { dictionary } from '#kernel/dictionary.ts'

/** What the roof says: navigation, sign-in, and the sentences for when something is wrong. */
export const webMessages = dictionary({
  ja: {
    product: 'うけとめ',
    navigation: 'メインメニュー',
    today: 'きょう',
    inbox: '受信箱',
    paper: '手紙・窓口を登録する',
    shift: '申し送り・不在の引き渡し',
    consultation: '相談窓口',
    promises: '約束台帳',
    approvals: '承認',
    board: 'SVボード',
    visits: '訪問',
    reviews: '口コミ',
    remedies: '規定',
    settings: '設定',
    settingsList: '設定の一覧へ',
    settingsGroups: {
      company: '会社と人',
      intake: '受付',
      handling: '応対と決まり',
      system: 'つなぐ・記録を守る',
      own: 'この画面',
    },
    promisesShort: '約束',
    go: '移動',
    goTo: (given: { page: string }) => `${given.page}へ移動`,
    signIn: {
      title: 'サインイン',
      lead: 'お客様の声を受けとめて、最後まで見届けるための机です。',
      email: 'メールアドレス',
      password: 'パスワード',
      submit: 'サインインする',
      signingIn: 'サインインしています',
      wrong: 'メールアドレスかパスワードが違います。全角になっていないかも、お確かめください。',
      tooMany: '続けて何度も試されたため、しばらく止めています。1分ほど待ってからお試しください。',
      unreachable: 'サーバーに届きませんでした。通信を確かめて、もう一度お試しください。',
      missing: 'メールアドレスとパスワードの両方を入れてください。',
      demo: 'お試し用のサインイン',
      demoHint: '選ぶと、その人としてすぐに始まります。中身は架空の会社の記録です。',
      again: 'サインインの期限が切れました',
      againHint: 'この画面に書いた内容は残っています。サインインすると、そのまま続けられます。',
    },
    account: {
      menu: (given: { name: string }) => `${given.name}さんのメニュー`,
      signOut: 'サインアウト',
      light: '明るい表示',
      dark: '暗い表示',
      system: '端末の設定に合わせる',
      comfortable: 'ゆったり表示',
      compact: 'コンパクト表示',
      english: 'English',
      japanese: '日本語',
      shortcuts: 'ショートカット一覧',
    },
    call: {
      start: '電話を受ける',
      live: '通話中',
      held: '保留中',
      back: (given: { time: string }) => `通話に戻る（${given.time}）`,
    },
    search: '探す・コマンド',
    searchComplaint: (given: { number: string; customer: string }) =>
      given.customer ? `${given.number} ${given.customer} 様` : given.number,
    escalation: {
      title: 'SVへのお願い',
      none: 'いま待っているお願いはありません。',
      bell: (given: { count: number }) =>
        given.count === 0 ? 'SVへのお願いはありません' : `SVへのお願いが${given.count}件`,
      arrived: (given: { name: string; number: string }) =>
        `${given.name}さんが助けを求めています（${given.number}）`,
      look: '引き継ぎ票を見る',
    },
    day: {
      waiting: '待っている方',
      next: (given: {
        count: number
        late: number
        time: string
        words: string
        customer: string
      }) =>
        `きょうの約束は${given.count}件${given.late > 0 ? `、うち${given.late}件は時刻を過ぎています` : ''}。次は${given.time}、${given.customer ? `${given.customer} 様に` : ''}「${given.words}」です。`,
      passed: (given: { count: number }) =>
        `きょうの約束${given.count}件の時刻が過ぎています。先にお客様へご連絡ください。`,
      none: 'きょうの約束はありません。落ち着いて、次の声をお待ちください。',
    },
    appearance: {
      title: '表示とキーボード',
      lead: 'このブラウザーだけの好みです。ほかの人の画面は変わりません。',
      theme: '明るさ',
      density: '行の間隔',
      language: '言葉',
      singleKeys: '1文字のショートカットを使う',
      singleKeysHint:
        '音声入力などで誤って動くときは、外してください。Ctrl や ⌘ を使うものは残ります。',
    },
    lost: {
      title: 'このページは見つかりません',
      detail: 'アドレスが変わったか、閲覧の権限がない可能性があります。',
      back: 'きょうの画面へ',
    },
    broken: {
      title: '画面を表示できませんでした',
      detail:
        'うけとめの不具合です。記録は失われていません。もう一度開いても直らないときは、管理者に時刻とこの画面の名前を伝えてください。',
      again: 'もう一度開く',
    },
    offline: 'サーバーとの接続が切れています。書いたものは残ります。つなぎ直しています。',
  },
  en: {
    product: 'Uketome',
    navigation: 'Main menu',
    today: 'Today',
    inbox: 'Inbox',
    paper: 'Register a letter or a visit',
    shift: 'Next shift and absence',
    consultation: 'Consultation desk',
    promises: 'Promises',
    approvals: 'Approvals',
    board: 'Board',
    visits: 'Visits',
    reviews: 'Reviews',
    remedies: 'Rules',
    settings: 'Settings',
    settingsList: 'All settings',
    settingsGroups: {
      company: 'Company and people',
      intake: 'Intake',
      handling: 'Handling and rules',
      system: 'Connections and record',
      own: 'This screen',
    },
    promisesShort: 'Promises',
    go: 'Go to',
    goTo: (given: { page: string }) => `Go to ${given.page}`,
    signIn: {
      title: 'Sign in',
      lead: 'The desk that receives a complaint and carries it through.',
      email: 'E-mail address',
      password: 'Password',
      submit: 'Sign in',
      signingIn: 'Signing in',
      wrong: 'The e-mail address or the password is wrong.',
      tooMany: 'Too many attempts. Wait about a minute and try again.',
      unreachable: 'The server could not be reached. Check the connection and try again.',
      missing: 'Enter both the e-mail address and the password.',
      demo: 'Demo sign-ins',
      demoHint: 'Choose one to start as that person. The company is invented.',
      again: 'Your session has ended',
      againHint: 'What you wrote on this page is still there. Sign in to go on.',
    },
    account: {
      menu: (given: { name: string }) => `Menu of ${given.name}`,
      signOut: 'Sign out',
      light: 'Light',
      dark: 'Dark',
      system: 'Follow the system',
      comfortable: 'Comfortable',
      compact: 'Compact',
      english: 'English',
      japanese: '日本語',
      shortcuts: 'Keyboard shortcuts',
    },
    call: {
      start: 'Take a call',
      live: 'On the phone',
      held: 'On hold',
      back: (given: { time: string }) => `Back to the call (${given.time})`,
    },
    search: 'Find or do',
    searchComplaint: (given: { number: string; customer: string }) =>
      given.customer ? `${given.number} ${given.customer}` : given.number,
    escalation: {
      title: 'Requests to supervisors',
      none: 'Nobody is waiting for a supervisor.',
      bell: (given: { count: number }) =>
        given.count === 0 ? 'No requests to supervisors' : `${given.count} requests to supervisors`,
      arrived: (given: { name: string; number: string }) =>
        `${given.name} asks for help (${given.number})`,
      look: 'See the hand-over sheet',
    },
    day: {
      waiting: 'Who waits',
      next: (given: {
        count: number
        late: number
        time: string
        words: string
        customer: string
      }) =>
        `Promises today: ${given.count}${given.late > 0 ? `, ${given.late} of them late` : ''}. Next at ${given.time}: ${given.words}${given.customer ? ` (${given.customer})` : ''}.`,
      passed: (given: { count: number }) =>
        `The time of ${given.count} promises has passed. Contact the customers first.`,
      none: 'No promises today. Be ready for the next voice.',
    },
    appearance: {
      title: 'Appearance and keyboard',
      lead: 'For this browser only. Nobody else sees a change.',
      theme: 'Theme',
      density: 'Density',
      language: 'Language',
      singleKeys: 'Use shortcuts of a single letter',
      singleKeysHint: 'Switch them off if voice input triggers them. Those with Ctrl or ⌘ stay.',
    },
    lost: {
      title: 'This page was not found',
      detail: 'The address may have changed, or you may not be allowed to see it.',
      back: 'Go to Today',
    },
    broken: {
      title: 'The page could not be shown',
      detail:
        'This is a fault of Uketome. Nothing recorded was lost. If opening it again does not help, tell your administrator the time and the name of this page.',
      again: 'Open again',
    },
    offline: 'The connection to the server is lost. What you write is kept. Reconnecting.',
  },
})
