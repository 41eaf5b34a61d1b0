import { dictionary } from '#kernel/dictionary.ts'

type Missed = {
  misses: readonly { sentence: string; expected: 'light' | 'dark'; isShipped: boolean }[]
}

/** The words a company adds to cues and wording rules: what the settings page and the refusals say. */
export const companyWordsMessages = dictionary({
  ja: {
    words: {
      title: '会社の言葉',
      lead: '業界や会社ならではの言い回しを、合図と言葉づかいの点検に加えます。保存すると、入力中の画面・応対ナビ・外部連携のすべてで働きます。',
      cue: '合図',
      rule: '言葉づかい',
      kindOf: (given: { kind: string; name: string }) => `${given.kind}：${given.name}`,
      none: 'まだ会社の言葉はありません',
      noneDetail:
        'お客様がよく使う呼び名や、社内で避けている言い方を加えられます。はじめから入っている合図や決まりは、そのまま働きます。',
      add: '言葉を加える',
      edit: '直す',
      editOf: (given: { phrase: string }) => `「${given.phrase}」を直す`,
      remove: '外す',
      removeOf: (given: { phrase: string }) => `「${given.phrase}」を外す`,
      list: '加えた言葉',
      tests: (given: { count: number }) => `ためしの文 ${given.count}件`,
      allGood: 'すべて狙いどおり',
      someMiss: (given: { count: number }) => `${given.count}件が狙いどおりではありません`,
      changedBy: (given: { name: string }) => `${given.name}が変更`,
      addTitle: '会社の言葉を加える',
      editTitle: '会社の言葉を直す',
      code: '何として扱うか',
      codeHint: '合図はお客様の言葉から聞き、言葉づかいはこちらの文面で見ます。',
      phrases: '言い回し',
      phrasesHint: '1行に1つ。全角・半角や、かなの違いは同じに扱います。',
      why: '理由',
      whyHint: '書かなくても保存できます。言葉づかいでは、指摘の文として表示します。',
      mustLight: '光るはずの文',
      mustNotLight: '光らないはずの文',
      sentencesHint: '1行に1文。実際にありそうな文にしてください。',
      darkHint: '1行に1文。打ち消し・引用・よその話など、間違えやすい文が役に立ちます。',
      preview: 'ためした結果',
      previewNone: '文を書くと、打つそばから結果が出ます。',
      allAsMeant: (given: { count: number }) => `${given.count}文すべてが狙いどおりです。`,
      notAsMeant: (given: { count: number; missed: number }) =>
        `${given.count}文のうち${given.missed}文が、狙いどおりではありません。`,
      lights: '光ります',
      dark: '光りません',
      shipped: '会社の言葉がなくても光ります',
      asMeant: '狙いどおり',
      notMeant: '狙いと違う',
      save: '保存する',
      saved: '会社の言葉を保存しました。',
      removed: (given: { phrase: string }) => `「${given.phrase}」を外しました。`,
      restored: (given: { phrase: string }) => `「${given.phrase}」を元に戻しました。`,
      history: '変更の記録',
      changes: {
        added: (given: { name: string; words: string }) =>
          `${given.name}が「${given.words}」を加えました。`,
        edited: (given: { name: string; words: string }) =>
          `${given.name}が「${given.words}」に直しました。`,
        removed: (given: { name: string; words: string }) =>
          `${given.name}が「${given.words}」を外しました。`,
      },
    },
    refusals: {
      'language.rule-without-phrases':
        'この決まりは、言い回しでは見つけません（書かれていないことや繰り返しを見ます）。別の決まりを選んでください。',
      'language.phrase-missing': '言い回しを、1行に1つ書いてください。',
      'language.phrase-too-short': ({ phrase }: { phrase: string }) =>
        `「${phrase}」だけでは、関係のない文でも光ってしまいます。2文字以上で、もう少し長く書いてください。`,
      'language.test-sentence-missing':
        '光るはずの文と、光らないはずの文を、1つずつは書いてください。言葉が狙いどおりに働くことを、これで確かめます。',
      'language.test-sentences-fail': ({ misses }: Missed) =>
        `次の文が狙いどおりになりません：${misses.map(missed).join('')}。言い回しか文を直してから、もう一度保存してください。`,
      'language.too-many-words': ({ most }: { most: number }) =>
        `会社の言葉は${most}件までです。使っていないものを外してから、加えてください。`,
    },
    events: {},
  },
  en: {
    words: {
      title: 'Company words',
      lead: 'Add your own phrases to cues and wording rules. Once saved they work on the screens as you type, in the guide and over the API.',
      cue: 'Cue',
      rule: 'Wording',
      kindOf: (given: { kind: string; name: string }) => `${given.kind}: ${given.name}`,
      none: 'No company words yet',
      noneDetail:
        'Add names that your customers use, or phrases your company avoids. What is built in goes on working.',
      add: 'Add words',
      edit: 'Edit',
      editOf: (given: { phrase: string }) => `Edit “${given.phrase}”`,
      remove: 'Remove',
      removeOf: (given: { phrase: string }) => `Remove “${given.phrase}”`,
      list: 'Added words',
      tests: (given: { count: number }) => `Test sentences: ${given.count}`,
      allGood: 'all as meant',
      someMiss: (given: { count: number }) => `${given.count} not as meant`,
      changedBy: (given: { name: string }) => `Changed by ${given.name}`,
      addTitle: 'Add company words',
      editTitle: 'Edit company words',
      code: 'What they stand for',
      codeHint: 'Cues are heard in the customer’s words, wording is checked in ours.',
      phrases: 'Phrases',
      phrasesHint: 'One per line. Widths and kana do not matter.',
      why: 'Why',
      whyHint: 'Optional. For wording it is shown as the finding.',
      mustLight: 'Sentences that must light',
      mustNotLight: 'Sentences that must not',
      sentencesHint: 'One per line, as somebody would really say it.',
      darkHint: 'One per line. Negations, quotations and talk about others are useful.',
      preview: 'Result',
      previewNone: 'Write a sentence and the result appears as you type.',
      allAsMeant: (given: { count: number }) => `All ${given.count} as meant.`,
      notAsMeant: (given: { count: number; missed: number }) =>
        `${given.missed} of ${given.count} not as meant.`,
      lights: 'lights',
      dark: 'does not light',
      shipped: 'lights without the company’s words',
      asMeant: 'As meant',
      notMeant: 'Not as meant',
      save: 'Save',
      saved: 'Company words saved.',
      removed: (given: { phrase: string }) => `Removed “${given.phrase}”.`,
      restored: (given: { phrase: string }) => `Restored “${given.phrase}”.`,
      history: 'Changes',
      changes: {
        added: (given: { name: string; words: string }) => `${given.name} added “${given.words}”.`,
        edited: (given: { name: string; words: string }) =>
          `${given.name} edited “${given.words}”.`,
        removed: (given: { name: string; words: string }) =>
          `${given.name} removed “${given.words}”.`,
      },
    },
    refusals: {
      'language.rule-without-phrases':
        'This rule does not look for words (it looks for what is missing or repeated). Choose another one.',
      'language.phrase-missing': 'Write the phrases, one per line.',
      'language.phrase-too-short': ({ phrase }: { phrase: string }) =>
        `“${phrase}” alone would light in unrelated sentences. Write at least two letters.`,
      'language.test-sentence-missing':
        'Write at least one sentence that must light and one that must not. They show that the words do what is meant.',
      'language.test-sentences-fail': ({ misses }: Missed) =>
        `These sentences do not come out as meant: ${misses.map(({ sentence }) => `“${sentence}”`).join(' ')}. Change the phrases or the sentences and save again.`,
      'language.too-many-words': ({ most }: { most: number }) =>
        `There can be ${most} entries at most. Remove what is not used first.`,
    },
    events: {},
  },
})

function missed({ sentence, expected, isShipped }: Missed['misses'][number]): string {
  if (expected === 'light') return `「${sentence}」（光るはずが、光りません）`
  return isShipped
    ? `「${sentence}」（会社の言葉がなくても、もともと光ります）`
    : `「${sentence}」（光らないはずが、光ります）`
}
