import { dictionary } from '#kernel/dictionary.ts'

type Of = { words: string }
type State = keyof typeof ja
type Moved = { state: State; on: string; byName: string; words: string }

const ja = {
  considered: '検討中',
  decided: '決定',
  underway: '実施中',
  done: '実施済み',
  effective: '効果を確認',
} as const
const en = {
  considered: 'Considered',
  decided: 'Decided',
  underway: 'Underway',
  done: 'Done',
  effective: 'Seen to work',
} as const
const dayOf = (on: string) => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`

/** What the screens say about what is changed so that it does not happen again. */
export const measuresMessages = dictionary({
  ja: {
    words: {
      title: '今後の対策',
      none: '同じことが起きないように何を改めるかを、お客様に伝える言葉で書き留めます。',
      onlyConsidered: '検討中の対策は、お客様に「検討しております」とだけお伝えできます。',
      states: ja,
      of: ({ words }: Of) => `対策「${words}」`,
      from: ({ day }: { day: string }) => `${day}から`,
      until: ({ day }: { day: string }) => `${day}までに`,
      step: ({ state, day, byName }: { state: State; day: string; byName: string }) =>
        `${ja[state]}：${day}　${byName}`,
      add: '対策を書く',
      text: '何を改めるか',
      textHint: '例：箱を閉じる前に、二人で緩衝材の数を確かめる',
      textForm: '「…する」の形で、お客様にそのまま伝わる言葉で書きます。',
      answering: '受け持つ部門',
      owner: '担当（あれば）',
      fromOn: 'いつから',
      dueOn: 'いつまでに',
      noPromise: '日付をお客様に伝えるときは、約束としても登録してください。',
      stands: 'いまの状態',
      decidedBy: '決めた人',
      decidedByHint: '例：品質保証部長 大西',
      saidBy: '確かめた人',
      backBy: '戻す人',
      on: 'いつ',
      save: '書き留める',
      change: '書き直す',
      changeNamed: ({ words }: Of) => `対策「${words}」を書き直す`,
      isRewording: '中身は同じ（言い回しだけ直す）',
      willFall: '中身を変えると「検討中」に戻ります。決まったら、もう一度「決定」にしてください。',
      toLookAt: 'この対策を伝える文は、見直しが必要になります。',
      move: '状態を変える',
      moveNamed: ({ words }: Of) => `対策「${words}」の状態を変える`,
      moveTo: ({ state }: { state: State }) => `「${ja[state]}」にする`,
      how: '何で効果を確かめましたか',
      howHint: '例：64日間、同じ誤りは1件もない',
      why: '戻す理由',
      note: '添える言葉（なくてもかまいません）',
      withdraw: '取り下げる',
      withdrawNamed: ({ words }: Of) => `対策「${words}」を取り下げる`,
      withdrawReason: '取り下げる理由',
      doWithout: '対策は不要と決める',
      isUnneeded: '対策は不要',
      unneededReason: '対策が不要な理由',
      unneededHint: '例：ご注文の内容の行き違いで、手順に直すところがない',
      decide: '不要と決める',
      needed: '不要の決定を取り消す',
      neededReason: '取り消す理由',
      enter: '今後の対策を記録に書く',
      backToLetter: '文面に戻る',
    },
    refusals: {
      'complaints.measure-missing':
        'その対策は見つかりません。記録を開き直して、もう一度選んでください。',
      'complaints.measure-dates':
        '「いつまでに」が「いつから」より前の日です。どちらかを直してください。',
      'complaints.measure-there-already':
        'この対策は、もうその状態です。ほかの状態を選んでください。',
      'complaints.measure-undecided':
        'まだ決まっていない対策です。先に、決めた人と日を書いて「決定」にしてください。',
      'complaints.measure-not-done':
        'まだ実施を終えていない対策です。先に「実施済み」にしてから、効果を書いてください。',
      'complaints.measure-unchecked':
        '何で効果を確かめたかを書いてください。件数や日数で書けます。',
      'complaints.measure-back-without-reason':
        '前の状態に戻す理由を書いてください。この対策を伝えた文の見直しに使います。',
      'complaints.measure-day-ahead':
        'まだ来ていない日です。そうなった日を書いてください。これからの日は「いつまでに」に書けます。',
      'complaints.measures-stand':
        '対策が残っています。不要と決めるときは、先に対策を理由とともに取り下げてください。',
      'complaints.measures-not-unneeded':
        '不要とは決まっていません。記録を開き直して、対策を書いてください。',
    },
    events: {
      'complaints.measure-written': ({ words }: Of) => `今後の対策を書きました：「${words}」`,
      'complaints.measure-moved': ({ state, on, byName, words }: Moved) =>
        `今後の対策が「${ja[state]}」になりました（${dayOf(on)}　${byName}）${words === '' ? '' : `：${words}`}`,
      'complaints.measure-withdrawn': ({ reason }: { reason: string }) =>
        `今後の対策を取り下げました：${reason}`,
      'complaints.measures-unneeded': ({ reason, byName }: { reason: string; byName: string }) =>
        `対策は不要と決めました（${byName}）：${reason}`,
      'complaints.measures-needed': ({ reason }: { reason: string }) =>
        `「対策は不要」を取り消しました：${reason}`,
    },
  },
  en: {
    words: {
      title: 'Measures',
      none: 'Write down what changes so that it does not happen again, in words for the customer.',
      onlyConsidered: 'Of a measure that is considered, a customer may be told just that.',
      states: en,
      of: ({ words }) => `Measure “${words}”`,
      from: ({ day }) => `from ${day}`,
      until: ({ day }) => `by ${day}`,
      step: ({ state, day, byName }) => `${en[state]}: ${day}, ${byName}`,
      add: 'Add a measure',
      text: 'What changes',
      textHint: 'Such as: two people count the padding before the box is closed',
      textForm: 'A short sentence that the customer can be told as it stands.',
      answering: 'Answering department',
      owner: 'Person in charge, if any',
      fromOn: 'From',
      dueOn: 'By',
      noPromise: 'A date that the customer is told is a promise, too: enter it there.',
      stands: 'Stands at',
      decidedBy: 'Decided by',
      decidedByHint: 'Such as: Onishi, head of quality',
      saidBy: 'Confirmed by',
      backBy: 'Taken back by',
      on: 'On',
      save: 'Write down',
      change: 'Change',
      changeNamed: ({ words }) => `Change the measure “${words}”`,
      isRewording: 'The same measure in better words',
      willFall: 'With other content it is considered again, until it is decided anew.',
      toLookAt: 'Sentences that tell of it must be looked at again.',
      move: 'Change its state',
      moveNamed: ({ words }) => `Change the state of “${words}”`,
      moveTo: ({ state }) => `Set to “${en[state]}”`,
      how: 'What was its effect seen by?',
      howHint: 'Such as: not one such fault in 64 days',
      why: 'Why it goes back',
      note: 'A word with it, if any',
      withdraw: 'Withdraw',
      withdrawNamed: ({ words }) => `Withdraw the measure “${words}”`,
      withdrawReason: 'Why it is withdrawn',
      doWithout: 'Decide that none is needed',
      isUnneeded: 'No measure is needed',
      unneededReason: 'Why none is needed',
      unneededHint: 'Such as: the order was misheard; no procedure is at fault',
      decide: 'Decide',
      needed: 'Take the decision back',
      neededReason: 'Why it is taken back',
      enter: 'Write the measure down',
      backToLetter: 'Back to the letter',
    },
    refusals: {
      'complaints.measure-missing':
        'That measure was not found. Open the record again and choose it.',
      'complaints.measure-dates': 'The last day lies before the first. Correct one of them.',
      'complaints.measure-there-already': 'It is at that state already. Choose another.',
      'complaints.measure-undecided':
        'It is not decided yet. Set it to decided first, with who and on which day.',
      'complaints.measure-not-done':
        'It is not done yet. Set it to done first, then write its effect.',
      'complaints.measure-unchecked': 'Write what its effect was seen by, such as counts or days.',
      'complaints.measure-back-without-reason':
        'Write why it goes back. Whoever told of it needs to know.',
      'complaints.measure-day-ahead':
        'That day has not come. Write the day on which it was so; a day to come is its due day.',
      'complaints.measures-stand':
        'There are measures. Withdraw them with a reason before you decide that none is needed.',
      'complaints.measures-not-unneeded':
        'Nobody decided that none is needed. Open the record again and write the measure down.',
    },
    events: {
      'complaints.measure-written': ({ words }) => `Measure written down: “${words}”`,
      'complaints.measure-moved': ({ state, on, byName, words }) =>
        `The measure is now “${en[state]}” (${dayOf(on)}, ${byName})${words === '' ? '' : `: ${words}`}`,
      'complaints.measure-withdrawn': ({ reason }) => `Measure withdrawn: ${reason}`,
      'complaints.measures-unneeded': ({ reason, byName }) =>
        `No measure is needed, decided by ${byName}: ${reason}`,
      'complaints.measures-needed': ({ reason }) => `A measure is needed after all: ${reason}`,
    },
  },
})
