import type { Language } from '#kernel/dictionary.ts'

type Given = { readonly key: string; readonly value: string }

/** What is wrong in a file of clocks, and how to mend it; the place stands before it. */
const japanese = {
  yaml: ({ value }: Given) =>
    `YAMLとして読めません（${value}）。字下げと引用符を見直してください。`,
  empty: () => '何も書かれていません。ほかのファイルを写して書き始めてください。',
  missing: ({ key }: Given) => `「${key}」がありません。書き足してください。`,
  'unknown-key': ({ key }: Given) =>
    `「${key}」という項目はありません。つづりを直すか、消してください。`,
  'unknown-value': ({ key, value }: Given) =>
    `「${key}」に書けるのは ${value} です。どれかに直してください。`,
  'wrong-form': ({ key, value }: Given) =>
    `「${key}」の書き方が違います（${value}）。ほかのファイルの同じ項目に合わせてください。`,
  'no-variant': ({ key, value }: Given) =>
    `「${key}」という区分はありません。variants にある ${value || '区分'} のどれかにしてください。`,
  twice: ({ key, value }: Given) =>
    `「${key}: ${value}」が二度あります。どちらかの名を変えてください。`,
}
export type ProblemCode = keyof typeof japanese

export const problemSentences: Readonly<
  Record<Language, Record<ProblemCode, (given: Given) => string>>
> = {
  ja: japanese,
  en: {
    yaml: ({ value }) => `This is not YAML (${value}). Look at indentation and quotes.`,
    empty: () => 'Nothing is written here. Begin with a copy of another file.',
    missing: ({ key }) => `"${key}" is missing. Add it.`,
    'unknown-key': ({ key }) => `There is no "${key}". Mend the spelling or take it out.`,
    'unknown-value': ({ key, value }) => `"${key}" may be ${value}. Choose one of them.`,
    'wrong-form': ({ key, value }) =>
      `"${key}" is not written as it should be (${value}). Do as the other files do.`,
    'no-variant': ({ key, value }) =>
      `There is no variant "${key}". Use one of variants: ${value || 'none yet'}.`,
    twice: ({ key, value }) => `"${key}: ${value}" is there twice. Rename one of them.`,
  },
}
