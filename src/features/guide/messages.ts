import { dictionary } from '#kernel/dictionary.ts'

export const guideMessages = dictionary({
  ja: {
    words: {
      panel: {
        title: '応対ナビ',
        stages: '応対の段取り',
        stageDone: ({ stage }: { stage: string }) => `${stage}（済み）`,
        now: ({ goal }: { goal: string }) => `いまの一手：${goal}`,
        coming: ({ goal }: { goal: string }) => `次の一手に替わります：${goal}`,
        showNow: 'すぐに見る',
        say: '言い方',
        sayIt: ({ number }: { number: number }) => `言い方${number}を言った`,
        said: '言いました',
        otherWays: 'ほかの言い方',
        copied: '言葉をコピーして、お伝えしたと記録しました。',
        ask: '尋ねる',
        write: '書き留める',
        avoid: '避ける',
        avoidWhy: ({ words, why }: { words: string; why: string }) => `「${words}」${why}`,
        because: 'この一手の理由',
        why: 'なぜこの一手か',
        whyHeard: 'お客様の言葉',
        whyRecord: '記録のようす',
        whyReasons: '根拠',
        whySource: '出どころ',
        whyFrom: ({ play, move, version }: { play: string; move: string; version: string }) =>
          `応対の型「${play}」の「${move}」（版 ${version}）`,
        edition: ({ edition }: { edition: number }) => `応対の型 第${edition}版`,
        shipped: '応対の型 出荷時',
        following: 'このあと',
        done: '済みにする',
        times: ({ count }: { count: number }) => `${count}回目`,
        urgencies: { safety: '安全が先', protect: '人を守る', now: '', next: '', later: '' },
        nothing: 'いま急いですることはありません',
        nothingDetail: 'お客様の言葉を書き留めると、次の一手がここに出ます。',
        apology: 'お詫びの範囲',
        apologyLevels: {
          trouble: 'ご不便とご心配に対してお詫びします。落ち度は、事実が確かめられてからです。',
          ledger: '守れなかった約束は記録で確かです。それを名指しでお詫びします。',
          fault: '当方の落ち度と確かめられたことは、そのままお詫びします。',
        },
        forWhat: 'お詫びできること',
        notYet: 'まだ確かめていないこと',
        plays: '聞こえた合図',
        dismiss: ({ title }: { title: string }) => `「${title}」は当てはまらない`,
        dismissed: ({ title }: { title: string }) =>
          `「${title}」を打ち消しました。このことは記録に残ります。`,
        dismissFirst: 'いちばん新しい合図を打ち消す',
        unknowns: 'まだ分からないこと',
        allKnown: '要ることは、ひと通り分かりました。',
        writeDown: ({ label }: { label: string }) => `${label}を書き留める`,
        typing: '文字の入力中は Alt を足して押します',
      },
      unknowns: {
        concern: 'いちばん困っていること',
        what: '何があったか',
        when: 'いつ',
        where: 'どこで',
        product: '商品・サービス',
        order: '注文番号・契約番号',
        customer: 'お名前',
        contact: 'ご連絡先',
        expectedOutcome: 'お望みのこと',
      },
      stages: {
        receive: '受付',
        listen: '傾聴',
        facts: '事実',
        apologise: 'お詫び',
        resolve: '解決',
        promise: '約束',
        close: '結び',
        after: 'その後',
      },
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
    refusals: {
      'guide.unreadable-playbook': ({ problems }: { problems: readonly string[] }) =>
        `応対の型が読めません。次の行を直してください。\n${problems.join('\n')}`,
    },
    events: {
      'guide.phrase-used': ({ text }: { text: string }) => `「${text}」とお伝えしました。`,
      'guide.move-done': ({ move }: { move: string }) => `「${move}」を済ませました。`,
      'guide.cue-dismissed': ({ cue }: { cue: string }) => `合図「${cue}」を打ち消しました。`,
    },
  },
  en: {
    words: {
      panel: {
        title: 'Guide',
        stages: 'Stages of the talk',
        stageDone: ({ stage }) => `${stage} (done)`,
        now: ({ goal }) => `The move now: ${goal}`,
        coming: ({ goal }) => `The next move is coming: ${goal}`,
        showNow: 'Show now',
        say: 'Words to say',
        sayIt: ({ number }) => `Said wording ${number}`,
        said: 'Said',
        otherWays: 'Other wordings',
        copied: 'Copied, and recorded as said.',
        ask: 'Ask',
        write: 'Write down',
        avoid: 'Avoid',
        avoidWhy: ({ words, why }) => `“${words}” ${why}`,
        because: 'Why this move',
        why: 'Why this move?',
        whyHeard: 'The customer’s words',
        whyRecord: 'What the record says',
        whyReasons: 'Grounds',
        whySource: 'Source',
        whyFrom: ({ play, move, version }) =>
          `“${move}” of the play “${play}” (version ${version})`,
        edition: ({ edition }) => `Playbook version ${edition}`,
        shipped: 'Playbook as shipped',
        following: 'Then',
        done: 'Done',
        times: ({ count }) => `time ${count}`,
        urgencies: {
          safety: 'Safety first',
          protect: 'Protect people',
          now: '',
          next: '',
          later: '',
        },
        nothing: 'Nothing presses right now',
        nothingDetail: 'Write down what the customer says and the next move appears here.',
        apology: 'What to apologise for',
        apologyLevels: {
          trouble: 'Apologise for the trouble. A fault waits until the fact is confirmed.',
          ledger: 'Our own record shows the promise that was not kept. Apologise for it by name.',
          fault: 'What is confirmed as our fault is apologised for as it is.',
        },
        forWhat: 'May be apologised for',
        notYet: 'Not confirmed yet',
        plays: 'Cues heard',
        dismiss: ({ title }) => `“${title}” does not apply`,
        dismissed: ({ title }) => `“${title}” was dismissed. The record keeps that.`,
        dismissFirst: 'Dismiss the latest cue',
        unknowns: 'Not known yet',
        allKnown: 'Everything needed is known.',
        writeDown: ({ label }) => `Write down: ${label}`,
        typing: 'While typing, hold Alt as well',
      },
      unknowns: {
        concern: 'What troubles them most',
        what: 'What happened',
        when: 'When',
        where: 'Where',
        product: 'Product or service',
        order: 'Order or contract number',
        customer: 'Name',
        contact: 'How to reach them',
        expectedOutcome: 'What they wish for',
      },
      stages: {
        receive: 'Receive',
        listen: 'Listen',
        facts: 'Facts',
        apologise: 'Apologise',
        resolve: 'Resolve',
        promise: 'Promise',
        close: 'Close',
        after: 'Afterwards',
      },
      problems: {
        yaml: ({ detail }) =>
          `This is not readable YAML (${detail}). Check the indentation, the space after each colon, and closing quotes.`,
        empty: 'The file is empty. Start from the example in playbooks/en/README.md.',
        missing: ({ key }) => `“${key}” is missing. Add it.`,
        'unknown-key': ({ key, allowed }) => `There is no “${key}” here. You may use ${allowed}.`,
        'unknown-value': ({ value, allowed }) =>
          `“${value}” cannot be used. Choose one of ${allowed}.`,
        'wrong-form': ({ key, expected }) =>
          `“${key}” has the wrong form. Write it as ${expected}.`,
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
        'same-move': ({ move }) =>
          `The move “${move}” is in this play twice. Give it another name.`,
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
        'never-sayable':
          'Every way to say it has a placeholder. Write at least one that needs none.',
        'no-such-event': ({ type }) =>
          `There is no event “${type}”. Choose one from the table in test/stories/README.md.`,
        'one-thing': ({ allowed }) => `A step says one thing only: write one of ${allowed}.`,
        'because-needs-value':
          'The last because of a play must have no placeholder, so that a reason can always be given.',
      },
    },
    refusals: {
      'guide.unreadable-playbook': ({ problems }) =>
        `The playbook cannot be read. Correct these lines.\n${problems.join('\n')}`,
    },
    events: {
      'guide.phrase-used': ({ text }) => `“${text}” was said.`,
      'guide.move-done': ({ move }) => `“${move}” was done.`,
      'guide.cue-dismissed': ({ cue }) => `The cue “${cue}” was dismissed.`,
    },
  },
})
