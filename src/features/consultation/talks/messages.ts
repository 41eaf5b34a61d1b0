import { dictionary } from '#kernel/dictionary.ts'

/** The page of the person who consults: short, warm, and exact about who reads it. */
export const talksMessages = dictionary({
  ja: {
    words: {
      title: '相談窓口',
      lead: 'つらかったこと、迷っていることを、そのまま書いてください。まとまっていなくて大丈夫です。',
      readers: (given: { names: string }) =>
        `読むのは、相談窓口の${given.names}だけです。上司にも管理者にも見えません。あなたがよいと言うまで、ほかの人には伝えません。`,
      nobody: '相談窓口の担当が、まだ決まっていません。下の、外の相談先も使えます。',
      noHarm: '相談したことで、評価や勤務が不利になることはありません。',
      about: '何についてですか',
      abouts: {
        harassment: 'お客様の言動',
        suspected: 'カスハラか迷っている',
        other: 'そのほかの困りごと',
      },
      text: '相談したいこと',
      naming: 'お名前',
      named: '名前を伝える',
      unnamed: '名前を伝えない',
      namedHint: '返事は、この画面に届きます。',
      unnamedHint:
        '名前も、端末の記録も残しません。返事は、下の合い言葉を使って読みます。合い言葉をなくすと、誰にも開けません。',
      code: '合い言葉',
      copy: '控える',
      copied: '写しました。安全なところに貼り付けてください。',
      noted: '合い言葉を控えました',
      more: '知らせたくない担当がいる・苦情の番号がある',
      exclude: 'この相談を知らせたくない担当',
      excludeHint: '選んだ人には、相談があることも分かりません。',
      number: '関係する苦情の番号（なくてもかまいません）',
      send: '相談を送る',
      sentNamed: '受け取りました。窓口が読んで、この画面に返事を書きます。',
      sentUnnamed: '受け取りました。返事は、合い言葉で読めます。',
      own: 'あなたの相談',
      began: (given: { day: string }) => `${given.day}からの相談`,
      news: '返事があります',
      closed: '終わった相談',
      you: 'あなた',
      desk: (given: { name: string }) => `相談窓口 ${given.name}`,
      open: '開く',
      openLabel: (given: { day: string }) => `${given.day}からの相談を開く`,
      reply: '続きを書く',
      sendReply: '送る',
      replied: '送りました。',
      byCode: '合い言葉で続きを読む',
      toDesk: '窓口の机へ',
      kept: '書きかけは、このタブを閉じるまで残ります。',
      hints: {
        danger: {
          title: 'いま危ないときは、先に離れて、110番へ。',
          detail:
            '急がない警察への相談は #9110。ひとりで帰らず、近くの人や責任者に声をかけてください。',
        },
        hurt: {
          title: 'けがや体の異変は、先に手当てを。119番へ。',
          detail: '相談は、そのあとで大丈夫です。病院では、仕事中に起きたことだと伝えてください。',
        },
        alone: {
          title: 'いま、とてもつらい中にいるのですね。今すぐ話せるところがあります。',
          detail:
            'よりそいホットライン 0120-279-338（24時間・無料）。命の危険があるときは119番へ。窓口もここにいます。',
        },
      },
      outside: '外の相談先',
      outsideText:
        '都道府県労働局の総合労働相談コーナー（無料・秘密を守ります）。会社に知られずに相談できます。2026年11月に確かめました。',
      policy: {
        title: '会社の方針',
        version: (given: { version: number; on: string }) => `第${given.version}版（${given.on}）`,
        read: '方針を読む',
        confirm: '読みました',
        confirmed: 'ありがとうございます。誰が読んだかは表示されません。',
      },
      erase: {
        kept: (given: { span: string }) =>
          `終わった相談は、${given.span}たつと消します。消してほしいときは、いつでも伝えてください。`,
        years: (given: { count: number }) => `${given.count}年`,
        months: (given: { count: number }) => `${given.count}か月`,
        wish: 'この相談を消してほしい',
        sure: '窓口が確かめてから、言葉もファイルもすべて消します。消したあとは、元に戻せません。',
        not: 'やめる',
        tell: '消してほしいと伝える',
        wished: (given: { day: string }) =>
          `${given.day}に、消してほしいと伝えました。窓口が消すと、この画面からもなくなります。`,
        takeBack: 'やはり残してほしい',
      },
      files: {
        sending: 'ファイルを送っています。届くまで、この画面を閉じないでください。',
      },
      page: {
        title: '合い言葉で開く',
        lead: '名前を伝えずに相談した方のページです。サインインはいりません。',
        field: '合い言葉',
        fieldHint: '控えた文字を入れてください。小文字でも、区切りがなくてもかまいません。',
        open: '開く',
        wrong: '文字は20文字です。控えと見比べてください。',
        leave: 'この画面を閉じる',
      },
    },
  },
  en: {
    words: {
      title: 'Consultation desk',
      lead: 'Write down what hurt you or what you are unsure about. It need not be in order.',
      readers: (given: { names: string }) =>
        `Only ${given.names} of the desk will read it. No supervisor and no administrator sees it. Nobody is told until you agree.`,
      nobody: 'Nobody works at the desk yet. The outside help below is open to you.',
      noHarm: 'Consulting never counts against you.',
      about: 'What is it about?',
      abouts: {
        harassment: 'Conduct of a customer',
        suspected: 'Unsure if it is harassment',
        other: 'Something else',
      },
      text: 'What you want to say',
      naming: 'Your name',
      named: 'With my name',
      unnamed: 'Without my name',
      namedHint: 'The answer comes to this page.',
      unnamedHint:
        'Neither your name nor your device is kept. You read the answer with the code below. If you lose it, nobody can open it.',
      code: 'Code',
      copy: 'Copy',
      copied: 'Copied. Paste it somewhere safe.',
      noted: 'I have noted the code',
      more: 'Somebody must not know / there is a complaint number',
      exclude: 'Who at the desk must not know',
      excludeHint: 'They do not even learn that there is a consultation.',
      number: 'Number of a complaint, if any',
      send: 'Send to the desk',
      sentNamed: 'We have it. The desk reads it and answers on this page.',
      sentUnnamed: 'We have it. Read the answer with your code.',
      own: 'Your consultations',
      began: (given: { day: string }) => `Since ${given.day}`,
      news: 'There is an answer',
      closed: 'Closed',
      you: 'You',
      desk: (given: { name: string }) => `Desk: ${given.name}`,
      open: 'Open',
      openLabel: (given: { day: string }) => `Open the one since ${given.day}`,
      reply: 'Write more',
      sendReply: 'Send',
      replied: 'Sent.',
      byCode: 'Go on with a code',
      toDesk: 'To the desk',
      kept: 'What you write stays until this tab is closed.',
      hints: {
        danger: {
          title: 'In danger now? Get away first and call 110.',
          detail:
            'For advice of the police that can wait: #9110. Do not go home alone; tell somebody near you.',
        },
        hurt: {
          title: 'Hurt or unwell? Care comes first: call 119.',
          detail: 'This can wait. Tell the doctor that it happened at work.',
        },
        alone: {
          title: 'You are carrying a lot. Somebody will talk with you right now.',
          detail:
            'Yorisoi Hotline 0120-279-338 (24 hours, free). In danger of life call 119. The desk is here, too.',
        },
      },
      outside: 'Outside the company',
      outsideText:
        'The labour consultation corner of your prefectural labour bureau: free and confidential; the company is not told. Numbers checked in November 2026.',
      policy: {
        title: 'The company’s policy',
        version: (given: { version: number; on: string }) =>
          `Version ${given.version} (${given.on})`,
        read: 'Read the policy',
        confirm: 'I have read it',
        confirmed: 'Thank you. Who has read it is not shown.',
      },
      erase: {
        kept: ({ span }) =>
          `A closed consultation is erased after ${span}. Tell us whenever you want it erased.`,
        years: ({ count }) => (count === 1 ? '1 year' : `${count} years`),
        months: ({ count }) => `${count} months`,
        wish: 'I want this erased',
        sure: 'The desk makes sure, then erases all words and files. It cannot be undone.',
        not: 'Not now',
        tell: 'Ask the desk to erase it',
        wished: ({ day }) =>
          `On ${day} you asked for it to be erased. Once it is, it is gone from this page, too.`,
        takeBack: 'Keep it after all',
      },
      files: {
        sending: 'Files are being sent. Keep this page open until they have arrived.',
      },
      page: {
        title: 'Open with a code',
        lead: 'For those who consulted without a name. No sign-in.',
        field: 'Code',
        fieldHint: 'As you noted it; small letters and missing dashes do not matter.',
        open: 'Open',
        wrong: 'It has 20 letters. Compare it with your note.',
        leave: 'Close this page',
      },
    },
  },
})
