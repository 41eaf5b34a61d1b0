import { dictionary } from '#kernel/dictionary.ts'

type Missed = {
  misses: readonly { sentence: string; expected: 'light' | 'dark'; isShipped: boolean }[]
}

/** The words a company adds to cues and wording rules: what the settings page and the refusals say. */
export const companyWordsMessages = dictionary({
  ja: {
    words: {
      title: '会社の言葉',
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
