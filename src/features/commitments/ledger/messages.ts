import { dictionary } from '#kernel/dictionary.ts'

/** The page of the ledger: what it shows, how it is arranged, and the figure above it. */
export const ledgerMessages = dictionary({
  ja: {
    words: {
      shows: {
        open: 'すべての約束中',
        today: 'きょう',
        'at-risk': '危ない',
        broken: '過ぎた',
        kept: '守った',
        withdrawn: '取り下げ',
      },
      filter: '約束のしぼり込み',
      outlook: '約束の見通し',
      next: '次に期限が来る約束',
      noNext: 'これから期限が来る約束はありません。',
      ahead: {
        broken: '過ぎた',
        hour: '1時間以内',
        today: 'きょう、このあと',
        tomorrow: 'あす',
        later: 'あさって以降',
      },
      hints: '約束を選んで使うキー',
      who: '担当',
      department: '部署',
      howCounted: '数え方と、部署ごと・人ごとの件数',
      mine: '自分の約束だけ',
      keptRate: '約束を守った割合',
      keptRateOf: (given: { days: number; kept: number; all: number }) =>
        `直近${given.days}日にお客様へお伝えした期限${given.all.toLocaleString('ja')}件のうち、${given.kept.toLocaleString('ja')}件を守りました。`,
      keptRateBeside: (given: { late: number; moved: number; withdrawn: number }) =>
        `遅れて果たした${given.late.toLocaleString('ja')}件も、過ぎてから改めた期限も、「過ぎた」に数えます。先に相談して改めた${given.moved.toLocaleString('ja')}件、理由を付けて取り下げた${given.withdrawn.toLocaleString('ja')}件、部署から私たちへの約束、これからの期限は数えません。`,
      tooFew: (given: { least: number }) => `${given.least}件そろうまでは、割合を出しません。`,
      noTeam: '部署なし',
      teams: '部署ごと',
      people: '人ごと',
      arrange: '並べ方',
      by: { day: '日ごと', person: '人ごと', team: '部署ごと' },
      lanes: '人・部署ごとの期限の日',
      toLane: (given: { name: string; count: number }) => `${given.name} ${given.count}件の約束へ`,
      before: '過ぎた',
      after: 'それ以降',
      onDay: (given: { day: string; count: number }) => `${given.day} ${given.count}件`,
      countedUntil: (given: { at: string }) => `${given.at} 時点の数です。`,
      keptRateNone: '期限が来た約束がまだないため、割合は出せません。',
      ratio: (given: { kept: number; all: number }) => `${given.all}件中${given.kept}件`,
      capped: (given: { shown: number; total: number }) =>
        `${given.total.toLocaleString('ja')}件のうち、期限の近い${given.shown.toLocaleString('ja')}件を表示しています。しぼり込むと、ほかの約束も見られます。`,
      empty: {
        open: {
          title: '約束中のものはありません',
          detail: '応対の記録に「明日の17時までに」と書くと、ここに載ります。',
        },
        today: {
          title: 'きょうが期限の約束はありません',
          detail: 'あす以降は「すべての約束中」で見られます。',
        },
        'at-risk': {
          title: '危ない約束はありません',
          detail: '期限が近づくと、長さに合わせて前もって知らせます。',
        },
        broken: { title: '過ぎた約束はありません', detail: 'この状態が、お客様の信頼です。' },
        kept: {
          title: '守った約束はまだありません',
          detail: '約束を果たしたら「守りました」を押してください。',
        },
        withdrawn: {
          title: '取り下げた約束はありません',
          detail: '期限の前に要らなくなった約束は、理由を残して取り下げられます。',
        },
      },
    },
  },
  en: {
    words: {
      shows: {
        open: 'All open',
        today: 'Today',
        'at-risk': 'At risk',
        broken: 'Broken',
        kept: 'Kept',
        withdrawn: 'Withdrawn',
      },
      filter: 'Filter promises',
      outlook: 'What is ahead',
      next: 'Due next',
      noNext: 'No promise is still to come.',
      ahead: {
        broken: 'Past',
        hour: 'Within an hour',
        today: 'Later today',
        tomorrow: 'Tomorrow',
        later: 'After that',
      },
      hints: 'Keys for the promise that is chosen',
      who: 'Who',
      department: 'Department',
      howCounted: 'How it is counted, per department and person',
      mine: 'Only mine',
      keptRate: 'Promises kept',
      keptRateOf: (given: { days: number; kept: number; all: number }) =>
        `${given.kept} of the ${given.all} dates that customers were told and that came due in ${given.days} days were kept.`,
      keptRateBeside: (given: { late: number; moved: number; withdrawn: number }) =>
        `${given.late} done late and dates moved after they had passed count as broken. ${given.moved} moved in time, ${given.withdrawn} withdrawn with a reason, what departments promised us and what is still to come do not count.`,
      tooFew: (given: { least: number }) => ` No percentage before there are ${given.least}.`,
      noTeam: 'No department',
      teams: 'By department',
      people: 'By person',
      arrange: 'Arrange',
      by: { day: 'By day', person: 'By person', team: 'By department' },
      lanes: 'Dates per person or department',
      toLane: (given: { name: string; count: number }) =>
        `To the ${given.count} promises of ${given.name}`,
      before: 'Past',
      after: 'Later',
      onDay: (given: { day: string; count: number }) => `${given.day}: ${given.count}`,
      countedUntil: (given: { at: string }) => `As of ${given.at}.`,
      keptRateNone: 'No promise has fallen due yet, so there is no rate.',
      ratio: (given: { kept: number; all: number }) => `${given.kept} of ${given.all}`,
      capped: (given: { shown: number; total: number }) =>
        `Showing the ${given.shown} next due of ${given.total}. Narrow the filter to see others.`,
      empty: {
        open: {
          title: 'No open promises',
          detail: 'Write a date into the record and it appears here.',
        },
        today: { title: 'Nothing is due today', detail: 'Later ones are under "All open".' },
        'at-risk': {
          title: 'No promise is at risk',
          detail: 'You are warned early enough for each.',
        },
        broken: { title: 'No promise is broken', detail: 'This is what trust looks like.' },
        kept: { title: 'No promise kept yet', detail: 'Press "Kept" when a promise is fulfilled.' },
        withdrawn: {
          title: 'No promise was withdrawn',
          detail:
            'One that is not needed any more can be withdrawn before its date, with a reason.',
        },
      },
    },
  },
})
