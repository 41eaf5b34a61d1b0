import { dictionary } from '#kernel/dictionary.ts'

export const telephonyMessages = dictionary({
  ja: {
    words: {
      ringing: '着信',
      answered: '応答中',
      region: '電話の着信',
      told: (given: { who: string }) => `着信。${given.who}`,
      withheld: '番号は通知されていません',
      unknown: '初めての番号です',
      several: (given: { count: number }) => `この番号の方が${given.count}人います`,
      sama: (given: { name: string }) => `${given.name} 様`,
      nameless: 'お名前はまだ伺っていません',
      take: '電話を受ける',
      goOn: (given: { number: string }) => `${given.number} の続きとして受ける`,
      open: '対応中の苦情',
      noOpen: '対応中の苦情はありません',
      promises: 'お約束していること',
      broken: '期限を過ぎた約束',
      cautions: '記録にある事実',
      caution: (given: { day: string; words: string; source: string }) =>
        `${given.day}　${given.words}（${given.source}）`,
      hide: '閉じる',
      more: (given: { count: number }) => `ほかに${given.count}件の着信`,
      dropped: '電話は切れました',
      droppedHint: '記録はこのまま続けられます。F10で、どのように終わったかを残してください。',
    },
    refusals: {
      'intake.told-in-future':
        '日時（at）が、今より先になっています。電話の側の時計を合わせて、もう一度送ってください。',
      'intake.ring-taken': 'この電話は、ほかの人がもう受けています。次の着信をお待ちください。',
    },
    events: {},
  },
  en: {
    words: {
      ringing: 'Ringing',
      answered: 'Answered',
      region: 'Incoming call',
      told: (given: { who: string }) => `Incoming call. ${given.who}`,
      withheld: 'The number is withheld',
      unknown: 'A new number',
      several: (given: { count: number }) => `${given.count} customers have this number`,
      sama: (given: { name: string }) => given.name,
      nameless: 'The name is not known yet',
      take: 'Take the call',
      goOn: (given: { number: string }) => `Take it as going on with ${given.number}`,
      open: 'Open complaints',
      noOpen: 'No open complaints',
      promises: 'What we have promised',
      broken: 'Promises past their date',
      cautions: 'Facts on record',
      caution: (given: { day: string; words: string; source: string }) =>
        `${given.day}: ${given.words} (${given.source})`,
      hide: 'Close',
      more: (given: { count: number }) => `${given.count} more calls`,
      dropped: 'The line has dropped',
      droppedHint: 'You can go on writing. Press F10 to say how it ended.',
    },
    refusals: {
      'intake.told-in-future':
        'The time (at) lies ahead of ours. Set the clock of the telephone system and send it again.',
      'intake.ring-taken': 'Somebody else has taken this call. Wait for the next one.',
    },
    events: {},
  },
})
