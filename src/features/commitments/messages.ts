import { dictionary, type Language } from '#kernel/dictionary.ts'
import { tokyo } from '#kernel/tokyo.ts'

type Due = { dueAt: string; precision: 'minute' | 'day' }

const dayForm = { month: 'long', day: 'numeric', weekday: 'short', timeZone: tokyo } as const
const timeForm = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: tokyo } as const

/** `11月25日(水) 17:00`; only the day when only a day was said. */
function when(language: Language, { dueAt, precision }: Due): string {
  const at = Date.parse(dueAt)
  const day = new Intl.DateTimeFormat(language, dayForm).format(at)
  if (precision === 'day') return day
  return `${day} ${new Intl.DateTimeFormat(language, timeForm).format(at)}`
}

/** `11月25日(水) 17:00` of an instant. */
function moment(language: Language, dueAt: string): string {
  return when(language, { dueAt, precision: 'minute' })
}

export const commitmentsMessages = dictionary({
  ja: {
    words: {
      title: '約束台帳',
      promise: '約束',
      states: { open: '約束中', kept: '守った', broken: '過ぎた', withdrawn: '取り下げ' },
      warned: 'まもなく期限',
      raised: 'SVに知らせました',
      ownerAway: '担当が不在',
      toUs: '部署から',
      owner: (given: { name: string }) => `担当 ${given.name}`,
      keep: '守りました',
      told: '連絡した',
      keepTitle: 'どのように守りましたか',
      keepHow: 'したこと',
      keepHint: '例：17:00に電話し、交換品の到着日をお伝えした',
      kept: (given: { words: string }) => `「${given.words}」を守ったと記録しました。`,
      keptBack: '守った記録を取り消しました。',
      takenBack: '押し間違いのため取り消し',
      renegotiate: '日時を相談し直す',
      renegotiateTitle: '約束の日時を変える',
      renegotiateLead:
        '黙って延ばさず、理由と代わりにできることを添えて、お客様に先にお伝えしてから記録します。',
      newDue: '新しい期限',
      newDueHint: '「明日の17時まで」「3営業日以内」「11/27 15:00」のように書けます',
      orChoose: '日付と時刻で選ぶ',
      on: '日',
      at: '時刻',
      reason: '変える理由',
      reasonHint: 'お客様にお伝えした言葉で',
      alternative: '代わりにできること',
      alternativeHint: '例：先に原因だけでも今日中にお伝えする',
      toldBy: 'お客様に伝えた人と方法',
      toldByHint: '例：松井が電話で',
      moved: (given: { due: string }) => `期限を${given.due}に改めました。`,
      handOver: 'ほかの人に頼む',
      handOverTitle: '約束を引き継ぐ',
      newOwner: '引き継ぐ人',
      away: '不在',
      handOverReason: '引き継ぐ理由',
      handOverHint: '例：午後から休みのため',
      handedOver: (given: { name: string }) => `${given.name}さんに引き継ぎました。`,
      withdraw: '取り下げる',
      apologise: 'お詫びの下書き',
      moves: '前の期限と理由',
      next: '次の約束',
      previous: '前の約束',
      keys: '約束台帳',
      open: 'この苦情を開く',
      list: '約束の一覧',
      today: 'きょう',
      tomorrow: 'あす',
      overdue: '過ぎた約束',
      count: (given: { count: number }) => `${given.count.toLocaleString('ja')}件`,
      byHour: 'きょうの約束',
      nowLine: 'いま',
      overdueMine: '過ぎた約束があります',
      noneToday: 'きょうの約束はありません',
      comingUp: 'これからの約束',
      seeLedger: '約束台帳で見る',
      noneTodayDetail: '新しい約束は、応対中に「明日の17時までに」と書くと見つかります。',
      untilDay: (given: { day: string }) => `${given.day}中`,
    },
    refusals: {
      'commitments.missing':
        'その約束は見つかりません。約束台帳を開き直して、もう一度選んでください。',
      'commitments.calendar-missing':
        'このカレンダーのURLは使えません。約束台帳の「カレンダーに載せる」で、新しいURLを作ってください。',
      'commitments.date-missing': (given: { phrase: string }) =>
        `「${given.phrase}」からは、いつまでかが分かりません。「明日の17時まで」「3営業日以内」のように書くか、日付を選んでください。`,
      'commitments.date-past': (given: { dueAt: string }) =>
        `${moment('ja', given.dueAt)} はもう過ぎています。これから守れる日時を選んでください。`,
      'commitments.already-made': (given: { words: string }) =>
        `「${given.words}」は、同じ期限でもう台帳にあります。期限を変えるときは「日時を相談し直す」を使ってください。`,
      'commitments.same-date': (given: { dueAt: string }) =>
        `期限は ${moment('ja', given.dueAt)} のままです。お客様にお伝えした新しい日時を選んでください。`,
      'commitments.already-kept': (given: { keptAt: string }) =>
        `この約束は ${moment('ja', given.keptAt)} に守ったと記録されています。直すときは、先に守った記録を取り消してください。`,
      'commitments.already-withdrawn': (given: { withdrawnAt: string }) =>
        `この約束は ${moment('ja', given.withdrawnAt)} に取り下げられています。もう一度約束するときは、新しい約束として残してください。`,
      'commitments.broken-stays': (given: { dueAt: string }) =>
        `${moment('ja', given.dueAt)} の期限を過ぎた約束は、取り下げられません。お客様にお詫びして新しい日時を約束するか、遅れて果たしたことを記録してください。`,
      'commitments.not-broken':
        'この約束の期限は、まだ過ぎていません。間に合わないときは、先に「日時を相談し直す」でお客様にお伝えください。',
      'commitments.not-kept':
        'この約束は、まだ守ったと記録されていません。取り消さずに、そのまま続けられます。',
      'commitments.complaint-closed':
        'この苦情は終了しています。約束を残したり日時を変えたりするときは、先に苦情を再開してください。',
      'commitments.owner-same': (given: { name: string }) =>
        `もう ${given.name} さんの担当です。ほかの人を選んでください。`,
      'commitments.owner-away': (given: { away: string; there: string }) =>
        `${given.away} さんは不在です。代わりに ${given.there} さんを選べます。`,
      'commitments.owner-not-now': (given: { name: string; there: string }) =>
        given.there
          ? `${given.name} さんは、いまは受けられません。いまなら ${given.there} さんに頼めます。`
          : `${given.name} さんは、いまは受けられません。ご自分で受けるか、少しあとでもう一度お願いします。`,
    },
    events: {
      'commitments.made': ({
        words,
        ownerName,
        insteadOf,
        ...due
      }: Due & { words: string; ownerName: string; insteadOf?: string | undefined }) =>
        insteadOf
          ? `約束しました：「${words}」（${when('ja', due)}まで。不在の ${insteadOf} に代わり、担当 ${ownerName}）`
          : `約束しました：「${words}」（${when('ja', due)}まで。担当 ${ownerName}）`,
      'commitments.warned': ({ words, dueAt }: { words: string; dueAt: string }) =>
        `まもなく期限です：「${words}」（${moment('ja', dueAt)}まで）`,
      'commitments.raised': ({
        words,
        dueAt,
        ownerName,
      }: {
        words: string
        dueAt: string
        ownerName: string
      }) =>
        `期限が迫っているため、SVに知らせました：「${words}」（${moment('ja', dueAt)}まで。担当 ${ownerName}）`,
      'commitments.withdrawn': ({ words, reason }: { words: string; reason: string }) =>
        `約束を取り下げました：「${words}」（理由：${reason}）`,
      'commitments.renegotiated': ({
        words,
        previousDueAt,
        reason,
        wasBroken,
        ...due
      }: Due & {
        words: string
        previousDueAt: string
        reason: string
        wasBroken?: boolean | undefined
      }) =>
        `${wasBroken ? '期限を過ぎてから' : ''}約束の日時を改めました：「${words}」（${moment('ja', previousDueAt)} → ${when('ja', due)}）。理由：${reason}`,
      'commitments.kept': ({
        words,
        how,
        isLate,
      }: {
        words: string
        how: string
        isLate?: boolean | undefined
      }) =>
        isLate
          ? `期限のあとで、約束を果たしました：「${words}」（${how}）`
          : `約束を守りました：「${words}」（${how}）`,
      'commitments.keeping-withdrawn': ({ words, reason }: { words: string; reason: string }) =>
        `守った記録を取り消しました：「${words}」（${reason}）`,
      'commitments.broken': ({ words, ownerName }: { words: string; ownerName: string }) =>
        `約束の期限が過ぎました：「${words}」（担当 ${ownerName}）。お詫びと新しい日時を、お客様にお伝えしてください。`,
      'commitments.handed-over': ({
        words,
        toName,
        reason,
      }: {
        words: string
        toName: string
        reason: string
      }) => `約束を ${toName} に引き継ぎました：「${words}」（${reason}）`,
    },
  },
  en: {
    words: {
      title: 'Promises',
      promise: 'Promise',
      states: { open: 'Open', kept: 'Kept', broken: 'Broken', withdrawn: 'Withdrawn' },
      warned: 'Due soon',
      raised: 'Raised with a supervisor',
      ownerAway: 'Owner away',
      toUs: 'From a department',
      owner: (given: { name: string }) => given.name,
      keep: 'Kept',
      told: 'Told them',
      keepTitle: 'How was it kept?',
      keepHow: 'What was done',
      keepHint: 'E.g. called at 17:00 and told the arrival date of the replacement',
      kept: (given: { words: string }) => `"${given.words}" is recorded as kept.`,
      keptBack: 'The record of keeping was taken back.',
      takenBack: 'Pressed by mistake',
      renegotiate: 'Renegotiate',
      renegotiateTitle: 'Change the date of the promise',
      renegotiateLead:
        'Never silently: tell the customer first, with the reason and what you can do instead, then record it.',
      newDue: 'New due time',
      newDueHint: 'Such as 「明日の17時まで」 or 「3営業日以内」',
      orChoose: 'Choose a date and time',
      on: 'Day',
      at: 'Time',
      reason: 'Reason',
      reasonHint: 'In the words the customer was told',
      alternative: 'What we can do instead',
      alternativeHint: 'E.g. explain the cause today already',
      toldBy: 'Who told the customer, and how',
      toldByHint: 'E.g. Matsui, by phone',
      moved: (given: { due: string }) => `The promise is now due ${given.due}.`,
      handOver: 'Hand over',
      handOverTitle: 'Hand the promise over',
      newOwner: 'To whom',
      away: 'away',
      handOverReason: 'Reason',
      handOverHint: 'E.g. away this afternoon',
      handedOver: (given: { name: string }) => `Handed over to ${given.name}.`,
      withdraw: 'Withdraw',
      apologise: 'Draft an apology',
      moves: 'Former dates and reasons',
      next: 'Next promise',
      previous: 'Previous promise',
      keys: 'Promises',
      open: 'Open the complaint',
      list: 'Promises',
      today: 'Today',
      tomorrow: 'Tomorrow',
      overdue: 'Broken promises',
      count: (given: { count: number }) => given.count.toLocaleString('en'),
      byHour: "Today's promises",
      nowLine: 'Now',
      overdueMine: 'Some promises are broken',
      noneToday: 'No promises today',
      comingUp: 'Coming up',
      seeLedger: 'See the ledger',
      noneTodayDetail: 'A promise is found when you write when it will be done.',
      untilDay: (given: { day: string }) => `by the end of ${given.day}`,
    },
    refusals: {
      'commitments.missing': 'That promise was not found. Open the ledger and choose it again.',
      'commitments.calendar-missing':
        'This calendar address does not work. Make a new one in the ledger of promises.',
      'commitments.date-missing': ({ phrase }) =>
        `“${phrase}” does not say by when. Write it like 「明日の17時まで」 or choose a date.`,
      'commitments.date-past': ({ dueAt }) =>
        `${moment('en', dueAt)} has passed. Choose a time that can still be kept.`,
      'commitments.already-made': ({ words }) =>
        `“${words}” is in the ledger with the same date. To move the date, renegotiate it.`,
      'commitments.same-date': ({ dueAt }) =>
        `The promise is already due ${moment('en', dueAt)}. Choose the new time the customer was told.`,
      'commitments.already-kept': ({ keptAt }) =>
        `This promise was recorded as kept on ${moment('en', keptAt)}. To change it, take that record back first.`,
      'commitments.already-withdrawn': ({ withdrawnAt }) =>
        `This promise was withdrawn on ${moment('en', withdrawnAt)}. To promise it again, record it as a new one.`,
      'commitments.broken-stays': ({ dueAt }) =>
        `It was due ${moment('en', dueAt)} and cannot be withdrawn any more. Apologise and agree on a new date, or record that it was done late.`,
      'commitments.not-broken':
        'The date of this promise has not passed. If it cannot be kept, renegotiate it with the customer first.',
      'commitments.not-kept':
        'This promise is not recorded as kept. There is nothing to take back; you can simply go on.',
      'commitments.complaint-closed':
        'This complaint is closed. Reopen it first to make a promise or to move its date.',
      'commitments.owner-same': ({ name }) => `${name} has it already. Choose somebody else.`,
      'commitments.owner-away': ({ away, there }) =>
        `${away} is away. You can choose ${there}, who stands in.`,
      'commitments.owner-not-now': ({ name, there }) =>
        there
          ? `${name} cannot take anything just now. You can ask ${there}, who is there.`
          : `${name} cannot take anything just now. Take it yourself, or ask again a little later.`,
    },
    events: {
      'commitments.made': ({ words, ownerName, insteadOf, ...due }) =>
        insteadOf
          ? `Promised: “${words}” (by ${when('en', due)}; ${ownerName}, standing in for ${insteadOf})`
          : `Promised: “${words}” (by ${when('en', due)}; ${ownerName})`,
      'commitments.warned': ({ words, dueAt }) =>
        `Due soon: “${words}” (by ${moment('en', dueAt)})`,
      'commitments.raised': ({ words, dueAt, ownerName }) =>
        `Raised with a supervisor: “${words}” (by ${moment('en', dueAt)}; ${ownerName})`,
      'commitments.withdrawn': ({ words, reason }) => `Withdrawn: “${words}” (${reason})`,
      'commitments.renegotiated': ({ words, previousDueAt, reason, wasBroken, ...due }) =>
        `New date agreed${wasBroken ? ' after the old one had passed' : ''}: “${words}” (${moment('en', previousDueAt)} → ${when('en', due)}). Reason: ${reason}`,
      'commitments.kept': ({ words, how, isLate }) =>
        isLate ? `Done after the date: “${words}” (${how})` : `Kept: “${words}” (${how})`,
      'commitments.keeping-withdrawn': ({ words, reason }) =>
        `The record of keeping was taken back: “${words}” (${reason})`,
      'commitments.broken': ({ words, ownerName }) =>
        `The date has passed: “${words}” (${ownerName}). Apologise to the customer and agree on a new date.`,
      'commitments.handed-over': ({ words, toName, reason }) =>
        `Handed over to ${toName}: “${words}” (${reason})`,
    },
  },
})
