import { dictionary } from '#kernel/dictionary.ts'

type Given = { readonly key: string; readonly value: string }

export const definitionsMessages = dictionary({
  ja: {
    /** What is wrong in a file of clocks, and how to mend it; the place stands before it. */
    problems: {
      yaml: ({ value }: Given) =>
        `YAMLとして読めません（${value}）。字下げと引用符を見直してください。`,
      empty: '何も書かれていません。ほかのファイルを写して書き始めてください。',
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
    },
    words: {
      title: '法令の期限',
      lead: '苦情から始まることのある、法律の決まりによる期限です。出どころと確認した日とともに持ち、当てはまるかどうかは人が決めます。',
      notAdvice: '法的助言ではありません。届出や報告の前に、法令の原文か専門家に確かめてください。',
      problems: '読めないファイルがあります。ほかの期限は使えます。',
      checkDue: '確認の時期です',
      checkedOn: (given: { day: string }) => `確認 ${given.day}`,
      nextCheck: (given: { day: string }) => `次の確認 ${given.day}`,
      own: '自社の版',
      resting: '使わない',
      coming: (given: { day: string }) => `${given.day}から変わります`,
      changedBy: (given: { name: string; note: string }) => `${given.name}さん：${given.note}`,
      open: '定義を開く',
      openNamed: (given: { name: string }) => `「${given.name}」の定義を開く`,
      check: '確認した',
      checkTitle: '出どころと照らし合わせましたか',
      checkNote: '何と照らし合わせましたか',
      checkHint: '例：e-Govで条文を読んだ。変わりなし',
      checked: '確認した日を、きょうに改めました。',
      edit: '直す',
      editTitle: (given: { name: string }) => `${given.name}の定義`,
      text: '定義',
      effectiveFrom: '適用を始める日',
      note: '変える理由',
      noteHint: '例：2027年4月の法改正に合わせる',
      isResting: '当社には関わりがないため、使わない',
      keeps: '動いている期限は、始めたときの定義のまま続きます。',
      save: '保存する',
      saved: '定義を保存しました。',
      shipped: '出荷時の定義に戻す',
      versions: '保存した版',
      back: '一覧に戻る',
      within: '初期評価を待つ時間（分）',
      withinLead:
        'この時間がたっても初期評価がない苦情を、「きょう」に載せます。安全にかかわるものは、待たずに載せます。',
      withinSaved: '待つ時間を変えました。',
      notNumber: '5から10080までの数で書いてください（例：120）',
    },
  },
  en: {
    problems: {
      yaml: ({ value }) => `This is not YAML (${value}). Look at indentation and quotes.`,
      empty: 'Nothing is written here. Begin with a copy of another file.',
      missing: ({ key }) => `"${key}" is missing. Add it.`,
      'unknown-key': ({ key }) => `There is no "${key}". Mend the spelling or take it out.`,
      'unknown-value': ({ key, value }) => `"${key}" may be ${value}. Choose one of them.`,
      'wrong-form': ({ key, value }) =>
        `"${key}" is not written as it should be (${value}). Do as the other files do.`,
      'no-variant': ({ key, value }) =>
        `There is no variant "${key}". Use one of variants: ${value || 'none yet'}.`,
      twice: ({ key, value }) => `"${key}: ${value}" is there twice. Rename one of them.`,
    },
    words: {
      title: 'Statutory clocks',
      lead: 'Deadlines of the law that a complaint may start, with their sources and the day somebody last looked. People decide whether one applies.',
      notAdvice: 'Not legal advice. Look at the law itself or ask a lawyer before you report.',
      problems: 'Some files cannot be read. The other clocks can be used.',
      checkDue: 'Time to check',
      checkedOn: ({ day }) => `Checked ${day}`,
      nextCheck: ({ day }) => `Next check ${day}`,
      own: 'Own version',
      resting: 'Not used',
      coming: ({ day }) => `Changes on ${day}`,
      changedBy: ({ name, note }) => `${name}: ${note}`,
      open: 'Open the definition',
      openNamed: ({ name }) => `Open the definition "${name}"`,
      check: 'Checked',
      checkTitle: 'Did you compare it with its source?',
      checkNote: 'What did you compare it with?',
      checkHint: 'e.g. read the article on e-Gov, nothing has changed',
      checked: 'The day it was checked is today.',
      edit: 'Edit',
      editTitle: ({ name }) => `Definition of ${name}`,
      text: 'Definition',
      effectiveFrom: 'Holds from',
      note: 'Why it changes',
      noteHint: 'e.g. amendment of April 2027',
      isResting: 'Not our business: do not use it',
      keeps: 'Clocks that run keep the definition they were started with.',
      save: 'Save',
      saved: 'The definition is saved.',
      shipped: 'Back to the shipped definition',
      versions: 'Saved versions',
      back: 'Back to the list',
      within: 'Time until the initial assessment (minutes)',
      withinLead:
        'A complaint without initial assessment after this time stands on Today. Matters of safety stand there at once.',
      withinSaved: 'The time is changed.',
      notNumber: 'Write a number from 5 to 10080 (e.g. 120)',
    },
  },
})

export type ProblemCode = keyof (typeof definitionsMessages.ja)['problems']
