import { dictionary } from '#kernel/dictionary.ts'

export const checksMessages = dictionary({
  ja: {
    words: {
      title: 'いまの調子',
      lead: '3つだけ。答えるのも、やめるのも自由です。封をして残すので、読めるのはあなただけです。',
      questions: {
        body: 'からだは、どうですか',
        mind: 'さっきの話は、頭に残っていますか',
        on: 'このあと、続けられそうですか',
      },
      levels: {
        body: { well: '軽い', some: 'ふつう', much: '重い', hard: 'つらい' },
        mind: { well: '残っていない', some: '少し', much: 'かなり', hard: '離れない' },
        on: { well: '続けられる', some: '休めば続く', much: 'むずかしい', hard: '続けられない' },
      },
      words: '書いておきたいこと（なくてもかまいません）',
      save: '自分のために残す',
      saved: '残しました。読めるのはあなただけです。',
      trend: 'これまで',
      none: 'まだありません。勤務の終わりや、きつい話のあとに残すと、変わり方が見えます。',
      remove: '消す',
      removeNamed: ({ at }: { at: string }) => `${at}の確認を消す`,
      heavy: '「つらい」「続けられない」が続くときは、ひとりで抱えず、下の窓口に話してください。',
      short: { body: 'からだ', mind: '頭', on: '続き' },
      pass: {
        title: '相談窓口に渡す',
        lead: ({ names }: { names: string }) =>
          `ここで渡したものだけが、${names}さんに届きます。ほかの誰にも見えません。`,
        which: '一緒に渡す確認',
        nothing: '渡さない',
        words: '伝えたいこと',
        send: '相談窓口に渡す',
        sent: '相談窓口に渡しました。返事は「相談窓口」の画面に届きます。',
        exactly: '窓口に届く文',
        fresh: '新しい相談として届きます。',
        going: ({ day }: { day: string }) => `${day}からの相談の続きとして届きます。`,
        check: (given: { month: number; day: number; answers: string }) =>
          `いまの調子（${given.month}/${given.day}）　${given.answers}`,
      },
    },
  },
  en: {
    words: {
      title: 'How you are',
      lead: 'Three questions, if you like. What you answer is sealed; nobody else can read it.',
      questions: {
        body: 'How is your body?',
        mind: 'Does the talk stay in your head?',
        on: 'Can you go on from here?',
      },
      levels: {
        body: { well: 'Light', some: 'As usual', much: 'Heavy', hard: 'Bad' },
        mind: { well: 'No', some: 'A little', much: 'Quite', hard: 'All the time' },
        on: { well: 'Yes', some: 'After a rest', much: 'Hardly', hard: 'No' },
      },
      words: 'Anything you want to keep (optional)',
      save: 'Keep it for myself',
      saved: 'Kept. Nobody else can read it.',
      trend: 'So far',
      none: 'Nothing yet. Kept at the end of a shift or after a hard talk, it shows how things change.',
      remove: 'Remove',
      removeNamed: ({ at }) => `Remove the check of ${at}`,
      heavy: 'If it stays this heavy, please do not carry it alone: talk to somebody below.',
      short: { body: 'Body', mind: 'Mind', on: 'Going on' },
      pass: {
        title: 'Pass to the consultation desk',
        lead: ({ names }) => `Only what you pass on here reaches ${names}. Nobody else sees it.`,
        which: 'A check to go with it',
        nothing: 'None',
        words: 'What you want to say',
        send: 'Pass to the desk',
        sent: 'Passed to the desk. The answer comes to the page of the consultation desk.',
        exactly: 'What the desk receives',
        fresh: 'It arrives as a new consultation.',
        going: ({ day }) => `It goes on with your consultation since ${day}.`,
        check: ({ month, day, answers }) => `Condition check (${month}/${day}): ${answers}`,
      },
    },
  },
})
