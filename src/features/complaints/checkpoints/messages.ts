import { dictionary } from '#kernel/dictionary.ts'

export const checkpointsMessages = dictionary({
  ja: {
    words: {
      title: '記録の封印',
      lead: 'すべての苦情の記録を一つの署名で封じます。あとから書きかえ・削除・差しこみがあれば、どこかまで分かります。',
      seal: 'いま封印する',
      sealed: (given: { heads: number }) =>
        `${given.heads.toLocaleString('ja')}件の苦情の記録を封印しました。`,
      verify: '記録を検査する',
      verifying: '検査しています',
      intact: (given: { entries: number; complaints: number }) =>
        `${given.complaints.toLocaleString('ja')}件の苦情、${given.entries.toLocaleString('ja')}行の記録は、書かれたときのままです。`,
      damaged: (given: { count: number }) =>
        `書かれたときと違う箇所が${given.count.toLocaleString('ja')}件見つかりました。控えを取り、管理者と責任者に知らせてください。`,
      at: '封印した時刻',
      heads: '苦情の数',
      root: '封印の値',
      place: (given: { number: string; sequence: number }) =>
        `${given.number}の${given.sequence}行目`,
      none: 'まだ封印がありません',
      noneDetail: '1時間ごとに自動で封印されます。いますぐ封印することもできます。',
    },
    refusals: {},
    events: {},
  },
  en: {
    words: {
      title: 'Seals of the record',
      lead: 'One signature seals the records of all complaints. Anything altered, removed or inserted later is found, with its place.',
      seal: 'Seal now',
      sealed: (given: { heads: number }) => `The records of ${given.heads} complaints are sealed.`,
      verify: 'Verify the record',
      verifying: 'Verifying',
      intact: (given: { entries: number; complaints: number }) =>
        `${given.complaints} complaints with ${given.entries} entries are as they were written.`,
      damaged: (given: { count: number }) =>
        `${given.count} places differ from what was written. Keep a copy and tell those responsible.`,
      at: 'Sealed at',
      heads: 'Complaints',
      root: 'Seal',
      place: (given: { number: string; sequence: number }) =>
        `${given.number}, entry ${given.sequence}`,
      none: 'No seal yet',
      noneDetail: 'Seals are made every hour, and whenever you ask for one.',
    },
    refusals: {},
    events: {},
  },
})
