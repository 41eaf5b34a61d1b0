import type { Language } from '#kernel/dictionary.ts'
import type { Because } from '../contract.ts'
import type { Goal } from '../targets/contract.ts'

export const goalNames = {
  ja: { first: '最初のお返事', next: '次のお返事', resolution: '解決' },
  en: { first: 'First answer', next: 'Next answer', resolution: 'Resolution' },
} as const satisfies Record<Language, Record<Goal, string>>

const skillNames: Readonly<Record<string, { ja: string; en: string }>> = {
  expectation: { ja: '期待とのギャップ', en: 'expectations' },
  defect: { ja: '製品・サービスの欠陥', en: 'defects' },
  attitude: { ja: '応対', en: 'handling' },
  misunderstanding: { ja: '誤解・情報不足', en: 'misunderstandings' },
  emotion: { ja: '感情的要因', en: 'emotions' },
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  phone: { ja: '電話', en: 'phone' },
  mail: { ja: 'メール', en: 'mail' },
  'web-form': { ja: 'Webフォーム', en: 'web form' },
  chat: { ja: 'チャット', en: 'chat' },
  counter: { ja: '窓口', en: 'counter' },
  letter: { ja: '手紙', en: 'letters' },
  visit: { ja: '訪問', en: 'visits' },
  review: { ja: '口コミ', en: 'reviews' },
  import: { ja: '取り込み', en: 'import' },
  api: { ja: 'API', en: 'API' },
}

/** What a skill is called; a product is called what the company calls it. */
export function skillName(word: string, language: Language): string {
  return skillNames[word]?.[language] ?? word
}

function known(words: string | undefined, language: Language): string {
  return skillName(words?.split(':').slice(1).join(':') ?? '', language)
}

/** 「冷蔵庫の担当、いま3件、席にいる」 */
export const becauseWords = {
  ja: ({ kind, words, count }: Because): string =>
    ({
      skill: `${known(words, 'ja')}の担当`,
      load: `いま${count ?? 0}件`,
      here: '席にいる',
      'only-one': 'いま受けられるのは一人だけ',
      'stands-in': `${words ?? ''}さんの代わり`,
      taken: '自分で受け持った',
      chosen: '選ばれた',
    })[kind],
  en: ({ kind, words, count }: Because): string =>
    ({
      skill: `knows ${known(words, 'en')}`,
      load: `${count ?? 0} open now`,
      here: 'at the desk',
      'only-one': 'the only one free now',
      'stands-in': `stands in for ${words ?? ''}`,
      taken: 'took it',
      chosen: 'was chosen',
    })[kind],
}
