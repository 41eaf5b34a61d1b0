import { dictionary } from '#kernel/dictionary.ts'

type Sums = { before: number; after: number }
type Looked = { looked: number; changed: number }

export const trialsMessages = dictionary({
  ja: {
    words: {
      lead: 'いまの版と下書きを、この期間に届いたすべての苦情の記録に当てて比べます。記録は変わりません。多いときは、ほかの仕事をしながら待てます。',
      from: 'いつから',
      until: 'いつまで',
      run: '試す',
      stop: '止める',
      lastMonth: '先月',
      last90: '90日間',
      progress: '試した苦情',
      progressOf: (given: { looked: number; total: number }) =>
        `${given.total.toLocaleString('ja')}件のうち${given.looked.toLocaleString('ja')}件`,
      stopped: '途中で止まりました。公開するには、もう一度試してください。',
      span: (given: { from: string; until: string }) =>
        `${given.from}から${given.until}までに届いた苦情を、`,
      result: (given: Looked) =>
        `${given.looked.toLocaleString('ja')}件のうち、案が変わるのは${given.changed.toLocaleString('ja')}件です。`,
      onDay: (given: { day: string }) => `${given.day}の規定として比べました。`,
      money: (given: Sums) =>
        given.after === given.before
          ? `お出しできる金額の上限は、合わせて${yen(given.before)}のまま変わりません。`
          : `お出しできる金額の上限は、合わせて${yen(given.before)}から${yen(given.after)}になります（${given.after > given.before ? '＋' : '－'}${yen(Math.abs(given.after - given.before))}）。`,
      moneyHow:
        '一件につき、いちばん高い案を一つ数えました。代金の分からない返金は入っていません。',
      accepted: (given: { accepted: number; acceptedYen: number }) =>
        `お客様が受け入れた案のうち、下書きでは出せないものが${given.accepted.toLocaleString('ja')}件あります${given.acceptedYen > 0 ? `（合わせて${yen(given.acceptedYen)}）` : ''}。`,
      row: '行',
      stale: '試したあとで表が変わりました。もう一度試してください。',
      none: '案が変わる苦情はありません。',
      cases: '案が変わる苦情',
      more: (given: { left: number }) => `続きを見る（あと${given.left.toLocaleString('ja')}件）`,
      gained: '出せるようになる',
      lost: '出せなくなる',
      times: (given: { count: number }) => `${given.count.toLocaleString('ja')}件`,
      notYet: '確かめてから',
      upTo: (given: { yen: number }) => `${yen(given.yen)}まで`,
      by: (given: { who: string }) => `${given.who}の判断`,
    },
    refusals: {
      'remedies.trial-backwards': '終わりの日が始まりより前です。期間を直してください。',
      'remedies.trial-missing': '試しているものはありません。「試す」から始めてください。',
    },
  },
  en: {
    words: {
      lead: 'Compares the version in force and the draft on every complaint received on these days. Nothing is changed. If there are many, you can do something else meanwhile.',
      from: 'From',
      until: 'Until',
      run: 'Try',
      stop: 'Stop',
      lastMonth: 'Last month',
      last90: '90 days',
      progress: 'Complaints tried',
      progressOf: (given) =>
        `${given.looked.toLocaleString('en')} of ${given.total.toLocaleString('en')}`,
      stopped: 'It was stopped on the way. Try it again before you publish.',
      span: (given) => `Complaints received from ${given.from} to ${given.until},`,
      result: (given) =>
        `Of ${given.looked.toLocaleString('en')} complaints ${given.changed.toLocaleString('en')} would get other options.`,
      onDay: (given) => ` compared by the rules of ${given.day}.`,
      money: (given) =>
        `The most that may be offered goes from ${yen(given.before)} to ${yen(given.after)} in all.`,
      moneyHow:
        'Of each complaint the dearest option; refunds of an unknown price are not counted.',
      accepted: (given) =>
        `${given.accepted.toLocaleString('en')} remedies that customers accepted would no longer be given (${yen(given.acceptedYen)}).`,
      row: 'Row',
      stale: 'The table was changed since. Try it again.',
      none: 'No complaint would get other options.',
      cases: 'Complaints that would get other options',
      more: (given) => `Show more (${given.left.toLocaleString('en')} left)`,
      gained: 'Gained',
      lost: 'Lost',
      times: (given) => given.count.toLocaleString('en'),
      notYet: 'to be checked first',
      upTo: (given) => `up to ${yen(given.yen)}`,
      by: (given) => `granted by ${given.who}`,
    },
    refusals: {
      'remedies.trial-backwards': 'The end is before the beginning. Change one of the days.',
      'remedies.trial-missing': 'Nothing is being tried. Begin with “Try”.',
    },
  },
})

function yen(amount: number): string {
  return `${amount.toLocaleString('ja')}円`
}
