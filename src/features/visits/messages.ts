import { dictionary } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'
import type { Missing } from './contract.ts'

type When = { startsAt: string; backBy: string }
type Planned = When & { toWhom: string; visitorNames: string[]; watcherName: string | null }
type Course = { at: string; byName: string }
type Lacking = { missing: readonly Missing[] }
type Closed = { kind: string; words: string; acknowledgedByName: string | null }
type Reported = { demanded: string; signedWords: string; signedUnderConstraint: string[] }

const missingJa: Record<Missing, string> = {
  purpose: '訪問の目的を書いてください。',
  'agreed-words': '日時に同意いただいたお客様の言葉を書いてください。',
  'holiday-words': '休みの日です。お客様がその日を選ばれた言葉を書いてください。',
  address: '訪問先の住所を書いてください。',
  visitor: '訪問する人を選んでください。',
  watcher: '見守る人を選んでください。',
  'watcher-visits': '見守る人は、事務所に残る人から選んでください。',
  outside: '外で待つ人を選んでください。',
  'outside-visits': '外で待つ人は、訪問する人とは別の人から選んでください。',
  people: 'リスクが高い訪問です。外で待つ人を含めて、3人以上にしてください。',
  entrance: 'リスクが高い訪問です。お話は玄関先にしてください。',
  sign: '合図の言葉を決めてください。',
  question: '無事を確かめる質問と答えを決めてください。',
  'back-by': '戻る時刻を、訪問の時刻より後にしてください。',
  approval: 'SVの承認を受けてください。',
  pin: '訪問する人が、携帯の画面で暗証番号を決めてください。',
}
const missingEn: Record<Missing, string> = {
  purpose: 'Write what the visit is for.',
  'agreed-words': 'Write the words in which the customer agreed to day and time.',
  'holiday-words': 'This is a holiday. Write the words in which the customer chose it.',
  address: 'Write the address.',
  visitor: 'Choose who visits.',
  watcher: 'Choose who watches.',
  'watcher-visits': 'Choose somebody who stays at the office to watch.',
  outside: 'Choose who waits outside.',
  'outside-visits': 'Somebody other than the visitors has to wait outside.',
  people: 'The risk is high. Make it three people or more, with whoever waits outside.',
  entrance: 'The risk is high. Talk at the entrance.',
  sign: 'Agree on a sign.',
  question: 'Agree on a question, and its answer, that shows that they are safe.',
  'back-by': 'They have to be back after the visit begins.',
  approval: 'Ask a supervisor to approve it.',
  pin: 'Each visitor has to choose the PINs on the page of the phone.',
}
const kindsJa: Record<string, string> = {
  'missed-check-in': '確認の途切れ',
  'silent-help': '無言の助け',
  duress: '強いられた終了',
  'phone-sign': '電話での合図の言葉',
  'overdue-return': '戻る時刻の超過',
  'lost-contact': '電話の不通',
}
const kindsEn: Record<string, string> = {
  'missed-check-in': 'missed check-in',
  'silent-help': 'silent help',
  duress: 'forced end',
  'phone-sign': 'agreed sign on the phone',
  'overdue-return': 'overdue return',
  'lost-contact': 'silent phone',
}

/** What the record says of visits, and why something cannot be done. */
export const visitsMessages = dictionary({
  ja: {
    words: { missing: missingJa, kinds: kindsJa },
    refusals: {
      'visits.missing-visit': 'この訪問は見つかりません。「訪問」を開き直してください。',
      'visits.not-yours': 'この訪問の人ではありません。見守る人に連絡してください。',
      'visits.no-complaint': '訪問は、苦情の画面から計画してください。訓練は「訪問」から始めます。',
      'visits.incomplete': ({ missing }: Lacking) =>
        `まだ出発できません。${missing.map((each) => missingJa[each]).join('')}`,
      'visits.left-already':
        'もう出発したか、取りやめた訪問です。変えるときは、訪問する人と見守る人で話してください。',
      'visits.own-plan': 'ご自身が行く訪問は承認できません。事務所に残るSVに頼んでください。',
      'visits.not-begun': 'この訪問はまだ始まっていません。終わってから報告してください。',
      'visits.not-ended': 'まだ訪問の最中です。携帯の「終了」の後に報告してください。',
      'visits.alarm-missing': 'この警報は見つかりません。「訪問」を開き直してください。',
      'visits.own-alarm':
        'この訪問の人は、警報を引き受けられません。事務所にいるほかの人に任せてください。',
      'visits.alarm-taken': ({ byName }: { byName: string }) =>
        `${byName}さんが先に引き受けました。手伝えることを${byName}さんに聞いてください。`,
      'visits.alarm-closed': 'この警報はもう終わっています。記録をご覧ください。',
      'visits.not-acknowledged': ({ byName }: { byName: string }) =>
        byName === ''
          ? '先に「引き受ける」を押してから、結果を書いてください。'
          : `引き受けたのは${byName}さんです。確かめたことを${byName}さんに伝えてください。`,
      'visits.police-ahead': 'これからの時刻です。110番にかけた時刻を入れてください。',
      'visits.gateway-barred':
        'このアドレスには送れません。https:// から始まる、外から届くアドレスを入れてください。',
      'visits.gateway-body':
        '送る形が正しいJSONになりません。{{phone}} と {{text}} を、引用符の中に入れてください。',
    },
    events: {
      'visits.planned': ({ toWhom, startsAt, backBy, visitorNames, watcherName }: Planned) =>
        `${toWhom}様への訪問を計画しました（${japaneseMoment(startsAt)}から、戻り${japaneseMoment(backBy)}）。行く人：${visitorNames.join('・') || '未定'}、見守る人：${watcherName ?? '未定'}`,
      'visits.plan-changed': ({ startsAt, backBy }: When) =>
        `訪問の計画を変えました（${japaneseMoment(startsAt)}から、戻り${japaneseMoment(backBy)}）。`,
      'visits.approved': ({ byName, reason }: { byName: string; reason: string }) =>
        `${byName}さんが訪問を承認しました：${reason}`,
      'visits.called-off': ({ reason }: { reason: string }) => `訪問を取りやめました：${reason}`,
      'visits.left': ({ at, byName }: Course) =>
        `訪問に出発しました（${japaneseMoment(at)}、${byName}さん）。`,
      'visits.arrived': ({ at, byName }: Course) =>
        `訪問先に着きました（${japaneseMoment(at)}、${byName}さん）。`,
      'visits.ended': ({ at, byName }: Course) =>
        `訪問先でのお話を終えました（${japaneseMoment(at)}、${byName}さん）。`,
      'visits.returned': ({ at, byName }: Course) =>
        `訪問から戻りました（${japaneseMoment(at)}、${byName}さん）。`,
      'visits.alarm-closed': ({ kind, words, acknowledgedByName }: Closed) =>
        `訪問中の警報（${kindsJa[kind] ?? kind}）は、無事を確かめて終わりました${acknowledgedByName ? `（${acknowledgedByName}さん）` : ''}：${words}`,
      'visits.reported': ({ demanded, signedWords, signedUnderConstraint }: Reported) =>
        `訪問の報告：${demanded || '要求はありませんでした。'}${signedUnderConstraint.length > 0 || signedWords !== '' ? `【拘束下の署名】${signedWords}` : ''}`,
    },
  },
  en: {
    words: { missing: missingEn, kinds: kindsEn },
    refusals: {
      'visits.missing-visit': 'That visit was not found. Open the visits again.',
      'visits.not-yours': 'You are not on this visit. Speak to whoever watches it.',
      'visits.no-complaint': 'Plan a visit on its complaint. Drills begin on the page of visits.',
      'visits.incomplete': ({ missing }) =>
        `Nobody can leave yet. ${missing.map((each) => missingEn[each]).join(' ')}`,
      'visits.left-already':
        'They have left, or it was called off. Visitors and watcher have to speak about changes.',
      'visits.own-plan': 'You are on this visit. Ask a supervisor who stays here to approve it.',
      'visits.not-begun': 'This visit has not begun. Report when it is over.',
      'visits.not-ended': 'The visit is still going on. Report after it was ended on the phone.',
      'visits.alarm-missing': 'That alarm was not found. Open the visits again.',
      'visits.own-alarm': 'You are on this visit. Leave its alarm to somebody at the office.',
      'visits.alarm-taken': ({ byName }) => `${byName} was first. Ask ${byName} what you can do.`,
      'visits.alarm-closed': 'This alarm is over. Read the record.',
      'visits.not-acknowledged': ({ byName }) =>
        byName === ''
          ? 'Take the alarm first, then write how it is.'
          : `${byName} has taken it. Tell ${byName} what you found out.`,
      'visits.police-ahead': 'That time has not come yet. Write when 110 was called.',
      'visits.gateway-barred':
        'Nothing can be sent there. Write an address with https:// that can be reached from outside.',
      'visits.gateway-body':
        'That would not be JSON. Put {{phone}} and {{text}} inside quotation marks.',
    },
    events: {
      'visits.planned': ({ toWhom, startsAt, backBy, visitorNames, watcherName }) =>
        `A visit to ${toWhom} is planned (${englishMoment(startsAt)}, back by ${englishMoment(backBy)}). Visitors: ${visitorNames.join(', ') || 'nobody yet'}; watcher: ${watcherName ?? 'nobody yet'}`,
      'visits.plan-changed': ({ startsAt, backBy }) =>
        `The plan of the visit was changed (${englishMoment(startsAt)}, back by ${englishMoment(backBy)}).`,
      'visits.approved': ({ byName, reason }) => `${byName} approved the visit: ${reason}`,
      'visits.called-off': ({ reason }) => `The visit was called off: ${reason}`,
      'visits.left': ({ at, byName }) => `Left for the visit (${englishMoment(at)}, ${byName}).`,
      'visits.arrived': ({ at, byName }) => `Arrived (${englishMoment(at)}, ${byName}).`,
      'visits.ended': ({ at, byName }) => `The talk is over (${englishMoment(at)}, ${byName}).`,
      'visits.returned': ({ at, byName }) => `Back (${englishMoment(at)}, ${byName}).`,
      'visits.alarm-closed': ({ kind, words, acknowledgedByName }) =>
        `The alarm of the visit (${kindsEn[kind] ?? kind}) is over, they are safe${acknowledgedByName ? ` (${acknowledgedByName})` : ''}: ${words}`,
      'visits.reported': ({ demanded, signedWords, signedUnderConstraint }) =>
        `Report of the visit: ${demanded || 'nothing was demanded.'}${signedUnderConstraint.length > 0 || signedWords !== '' ? ` [Signed under constraint] ${signedWords}` : ''}`,
    },
  },
})
