import { dictionary } from '#kernel/dictionary.ts'
import type { Departure } from './contract.ts'

type Of = { windowName: string; from: readonly Departure[] }
const asked: Record<Departure, string> = {
  'not-the-window': '窓口はほかの者です',
  'way-not-agreed': 'この手段は使わないことになっています',
  'outside-hours': 'お電話の時間の外です',
}
const askedEnglish: Record<Departure, string> = {
  'not-the-window': 'somebody else is the window',
  'way-not-agreed': 'this way is not used',
  'outside-hours': 'it is outside the hours of the telephone',
}

/** What the server and the record say of contact plans; the screens' own words are in planning/messages. */
export const plansMessages = dictionary({
  ja: {
    refusals: {
      'harassment.outside-plan': ({ windowName, from }: Of) =>
        `このお客様には連絡の取り決めがあります（${from.map((each) => asked[each]).join('、')}）。窓口の${windowName}に引き継ぐか、理由を残してから、もう一度送ってください。書いた内容は残っています。`,
      'harassment.no-plan':
        'いま効いている連絡の取り決めはありません。ふだんどおり応対してください。',
      'harassment.plan-missing':
        'この取り決めは見つかりません。お客様のページを開き直して確かめてください。',
      'harassment.plan-no-way-out':
        '来店だけの取り決めにはできません。お客様が離れていても伝えられる手段を、一つ以上選んでください。',
      'harassment.plan-hours':
        'お電話の終わりの時刻を、始まりより後にしてください。日をまたぐ時間は置けません。',
      'harassment.plan-stand-in': '窓口と代わりの人は、別の人を選んでください。',
      'harassment.plan-review-past': '見直しの日を、明日より後にしてください。',
      'harassment.plan-review-late': ({ last }: { last: string }) =>
        `見直しの日は、${last}までにしてください。長さは会社の設定で決まっています。`,
      'harassment.plan-own': ({ name }: { name: string }) =>
        `${name}が出した案です。出した人とは別の人が、合意するか差し戻してください。`,
      'harassment.plan-not-decider':
        'この案に合意できる人は、会社の設定で決まっています。決める人に頼んでください。',
      'harassment.plan-waits':
        '前の案が、もう一人の合意を待っています。先にそちらを決めてください。',
      'harassment.plan-decided-already':
        'この案は、もう決まっています。開き直して、いまの取り決めを確かめてください。',
      'harassment.plan-lifted-already':
        'この取り決めは、もう解かれています。必要なら、新しい案を作ってください。',
      'harassment.appeal-in-future': '異議が届いた日を、今日までの日にしてください。',
      'harassment.appeal-missing': 'この異議は見つかりません。開き直して確かめてください。',
      'harassment.appeal-answered-already': 'この異議には、もう答えています。',
      'harassment.appeal-own':
        '異議には、この取り決めを決めた二人とは別の人が答えます。ほかの責任者に頼んでください。',
      'harassment.usual-too-long': ({ longest }: { longest: number }) =>
        `ふだんの長さを、最長の${longest}日までにしてください。`,
      'harassment.decider-unknown':
        '決める人には、SVか管理者を選んでください。退職した人が入っていないか、確かめてください。',
      'harassment.one-decider':
        '決める人は二人から選べます。一人だけでは、その人が出した案にだれも合意できません。',
    },
    events: {
      'harassment.plan-proposed': ({ version }: { version: number }) =>
        version === 1
          ? '連絡の取り決めの案を作った'
          : `連絡の取り決めの変更の案を作った（第${version}版）`,
      'harassment.plan-agreed': (given: {
        terms: { windowName: string; reviewOn: string }
        proposedByName: string
      }) =>
        `連絡の取り決めに合意した（窓口 ${given.terms.windowName}、見直し ${given.terms.reviewOn}、案 ${given.proposedByName}）`,
      'harassment.plan-declined': ({ reason }: { reason: string }) =>
        `連絡の取り決めの案を差し戻した：${reason}`,
      'harassment.plan-appealed': ({ words }: { words: string }) =>
        `連絡の取り決めに異議をいただいた：「${words}」`,
      'harassment.plan-appeal-answered': (given: { outcome: 'kept' | 'lifted'; words: string }) =>
        `異議に答えた（${given.outcome === 'kept' ? '取り決めは続く' : '取り決めを解く'}）：${given.words}`,
      'harassment.plan-lifted': ({ reason }: { reason: string }) =>
        `連絡の取り決めを解いた：${reason}`,
      'harassment.plan-review-due': (given: { reviewOn: string; isToday: boolean }) =>
        given.isToday
          ? '連絡の取り決めを見直す日が来た。延ばさなければ、明日から効かなくなる'
          : `連絡の取り決めを見直す日が近い（${given.reviewOn}）`,
      'harassment.plan-applied': ({ windowName }: { windowName: string }) =>
        `連絡の取り決めにより、窓口の${windowName}に渡した`,
      'harassment.plan-departed': ({ reason }: { reason: string }) =>
        `連絡の取り決めと違う応対をする理由：${reason}`,
      'harassment.message-taken': (given: { forName: string; words: string }) =>
        `${given.forName}への伝言を預かった：「${given.words}」`,
    },
  },
  en: {
    refusals: {
      'harassment.outside-plan': ({ windowName, from }) =>
        `There is a contact plan for this customer (${from.map((each) => askedEnglish[each]).join(', ')}). Hand over to ${windowName}, or say why, and send again. What you wrote is kept.`,
      'harassment.no-plan': 'No contact plan holds now. Handle it as usual.',
      'harassment.plan-missing': 'This plan cannot be found. Open the customer’s page again.',
      'harassment.plan-no-way-out':
        'A plan cannot leave only visits. Choose at least one way that works from a distance.',
      'harassment.plan-hours': 'Let the hours of the telephone end after they begin, on one day.',
      'harassment.plan-stand-in': 'Choose two different people as window and stand-in.',
      'harassment.plan-review-past': 'Choose a day of review after today.',
      'harassment.plan-review-late': ({ last }) =>
        `Choose a day of review up to ${last}. The company sets how long a plan holds.`,
      'harassment.plan-own': ({ name }) =>
        `${name} proposed this. Somebody else agrees to it or declines it.`,
      'harassment.plan-not-decider': 'The company has named who agrees to plans. Ask one of them.',
      'harassment.plan-waits': 'An earlier proposal waits for a second person. Decide that first.',
      'harassment.plan-decided-already': 'This was decided. Open it again to see what holds.',
      'harassment.plan-lifted-already': 'This plan was lifted. Propose a new one if it is needed.',
      'harassment.appeal-in-future': 'Choose a day up to today for when the objection came.',
      'harassment.appeal-missing': 'This objection cannot be found. Open the page again.',
      'harassment.appeal-answered-already': 'This objection was answered.',
      'harassment.appeal-own':
        'Somebody other than the two who decided answers an objection. Ask another leader.',
      'harassment.usual-too-long': ({ longest }) => `Choose a usual length up to ${longest} days.`,
      'harassment.decider-unknown': 'Choose supervisors or administrators who work here.',
      'harassment.one-decider':
        'Choose at least two. With one, nobody could agree to what that person proposes.',
    },
    events: {
      'harassment.plan-proposed': ({ version }) =>
        version === 1
          ? 'Proposed a contact plan'
          : `Proposed version ${version} of the contact plan`,
      'harassment.plan-agreed': ({ terms, proposedByName }) =>
        `Agreed to the contact plan (window ${terms.windowName}, review ${terms.reviewOn}, proposed by ${proposedByName})`,
      'harassment.plan-declined': ({ reason }) => `Declined the contact plan: ${reason}`,
      'harassment.plan-appealed': ({ words }) =>
        `The customer objected to the contact plan: “${words}”`,
      'harassment.plan-appeal-answered': ({ outcome, words }) =>
        `Answered the objection (${outcome === 'kept' ? 'the plan stays' : 'the plan is lifted'}): ${words}`,
      'harassment.plan-lifted': ({ reason }) => `Lifted the contact plan: ${reason}`,
      'harassment.plan-review-due': ({ reviewOn, isToday }) =>
        isToday
          ? 'The contact plan is to be reviewed today; unless it is renewed it ends tonight'
          : `The contact plan is to be reviewed soon (${reviewOn})`,
      'harassment.plan-applied': ({ windowName }) => `Given to ${windowName} by the contact plan`,
      'harassment.plan-departed': ({ reason }) =>
        `Why it is answered otherwise than the contact plan has it: ${reason}`,
      'harassment.message-taken': ({ forName, words }) =>
        `Took a message for ${forName}: “${words}”`,
    },
  },
})
