import { dictionary } from '#kernel/dictionary.ts'

/** What may be wrong in the file of a play. The server says it; no screen has to carry these sentences. */
export const problemWords = dictionary({
  ja: {
    problems: {
      yaml: ({ detail }: { detail: string }) =>
        `YAMLとして読めません（${detail}）。字下げ、コロンのあとの空白、引用符の閉じ忘れを確かめてください。`,
      empty: '中身がありません。playbooks/ja/README.md の例から書きはじめてください。',
      missing: ({ key }: { key: string }) => `「${key}」がありません。書き足してください。`,
      'unknown-key': ({ key, allowed }: { key: string; allowed: string }) =>
        `「${key}」という項目はありません。使えるのは ${allowed} です。`,
      'unknown-value': ({ value, allowed }: { value: string; allowed: string }) =>
        `「${value}」は使えません。${allowed} のどれかにしてください。`,
      'wrong-form': ({ key, expected }: { key: string; expected: string }) =>
        `「${key}」の書き方が違います。${expected} で書いてください。`,
      'too-long': ({ most }: { most: number }) =>
        `長すぎます。話しながら読めるよう、${most}文字までにしてください。`,
      'too-few-ways':
        '言い方が足りません。同じ文を繰り返さないために3つ以上書くか、話さない一手なら say: [] としてください。',
      'empty-condition': '条件が空です。README の表から一つ書いてください。',
      'unknown-field': ({ value }: { value: string }) =>
        `「${value}」という書き込み先はありません。README の「書く」の表から選んでください。`,
      'unknown-placeholder': ({ name, allowed }: { name: string; allowed: string }) =>
        `{${name}} という差し込みはありません。使えるのは ${allowed} です。`,
      'same-play': ({ play, file }: { play: string; file: string }) =>
        `型「${play}」は ${file} にもあります。別の名前にしてください。`,
      'same-move': ({ move }: { move: string }) =>
        `一手「${move}」がこの型に二つあります。別の名前にしてください。`,
      'next-missing': ({ next }: { next: string }) =>
        `次の一手「${next}」が見つかりません。同じ型の id か、「型/id」で書いてください。`,
      'said-missing': ({ move }: { move: string }) =>
        `said の「${move}」がこの型にありません。同じ型の id か yes にしてください。`,
      'admits-fault':
        '当方の落ち度を認める言葉です。事実が確認されてから出るように、when: { apology: fault } を付けてください。',
      'names-money':
        '金品を口にする言葉です。{代替案1} や {合意} のような、規定から入る差し込みに替えてください。',
      'promises-payment':
        '支払いを約束する言葉は、どの型にも置けません。お客様のお考えを尋ねる文に替えてください。',
      'never-sayable':
        '差し込みのない言い方がありません。記録が足りないときにも言える文を一つは書いてください。',
      'no-such-event': ({ type }: { type: string }) =>
        `「${type}」という出来事はありません。test/stories/README.md の表から選んでください。`,
      'one-thing': ({ allowed }: { allowed: string }) =>
        `一つの段には、${allowed} のうち一つだけを書いてください。`,
      'because-needs-value':
        '型の because の最後は、差し込みのない文にしてください。どんな記録でも理由を言えるようにするためです。',
    },
  },
  en: {
    problems: {
      yaml: ({ detail }) =>
        `This is not readable YAML (${detail}). Check the indentation, the space after each colon, and closing quotes.`,
      empty: 'The file is empty. Start from the example in playbooks/en/README.md.',
      missing: ({ key }) => `“${key}” is missing. Add it.`,
      'unknown-key': ({ key, allowed }) => `There is no “${key}” here. You may use ${allowed}.`,
      'unknown-value': ({ value, allowed }) =>
        `“${value}” cannot be used. Choose one of ${allowed}.`,
      'wrong-form': ({ key, expected }) => `“${key}” has the wrong form. Write it as ${expected}.`,
      'too-long': ({ most }) =>
        `This is too long. Keep it to ${most} characters, so that it can be read while talking.`,
      'too-few-ways':
        'Too few ways to say it. Write three or more, so that nothing is repeated, or say: [] for a move without words.',
      'empty-condition': 'The condition is empty. Write one from the table in the README.',
      'unknown-field': ({ value }) =>
        `There is no field “${value}” to write into. Choose one from the table in the README.`,
      'unknown-placeholder': ({ name, allowed }) =>
        `There is no placeholder {${name}}. You may use ${allowed}.`,
      'same-play': ({ play, file }) =>
        `The play “${play}” is in ${file} as well. Give it another name.`,
      'same-move': ({ move }) => `The move “${move}” is in this play twice. Give it another name.`,
      'next-missing': ({ next }) =>
        `The next move “${next}” does not exist. Write an id of this play, or “play/id”.`,
      'said-missing': ({ move }) =>
        `“${move}” after said is not in this play. Write an id of this play, or yes.`,
      'admits-fault':
        'This admits a fault. Add when: { apology: fault }, so that it waits for the confirmed fact.',
      'names-money':
        'This names money. Use a placeholder that is filled by the rules, such as {option 1} or {agreement}.',
      'promises-payment':
        'No play may promise a payment. Ask what the customer has in mind instead.',
      'never-sayable': 'Every way to say it has a placeholder. Write at least one that needs none.',
      'no-such-event': ({ type }) =>
        `There is no event “${type}”. Choose one from the table in test/stories/README.md.`,
      'one-thing': ({ allowed }) => `A step says one thing only: write one of ${allowed}.`,
      'because-needs-value':
        'The last because of a play must have no placeholder, so that a reason can always be given.',
    },
  },
})
