import { dictionary } from '#kernel/dictionary.ts'
import type { Because } from './contract.ts'
import type { Goal } from './targets/contract.ts'
import { becauseWords, goalNames } from './wording/rules.ts'

type Named = { name: string }
type Decided = {
  memberName: string
  because: readonly Because[]
  how: string
  insteadOf: string | null
  reason: string | null
}
type Warned = { goal: Goal; percent: number }
type Paused = { waiter: Named; reason: string; untilOn: string | null }

export const assignmentMessages = dictionary({
  ja: {
    refusals: {
      'assignment.nobody-acts': 'この操作は、サインインした人が行ってください。',
      'assignment.taken-meanwhile': ({ name }: Named) =>
        name === ''
          ? '見ていたあいだに、担当が外れました。いまの様子を確かめて、もう一度お決めください。'
          : `ひと足先に、${name}さんが担当になりました。変えるときは、${name}さんと話してからもう一度お決めください。`,
      'assignment.already-owner': ({ name }: Named) =>
        `すでに${name}さんの担当です。ほかの人を選んでください。`,
      'assignment.closed': '終了した苦情です。続けるときは、先に再開してください。',
      'assignment.nobody-free':
        'いま受けられる人がいません。候補から選ぶか、少し待ってもう一度お試しください。',
      'assignment.member-away': ({ name, substitute }: Named & { substitute: string }) =>
        `${name}さんは不在です。${substitute ? `代わりの${substitute}さんか、` : ''}ほかの人を選んでください。`,
      'assignment.not-now': ({ name }: Named) =>
        `${name}さんには、いまはお願いできません。ほかの人を選ぶか、少し待ってからお試しください。`,
      'assignment.nobodys': 'まだ誰の担当でもありません。先に担当を決めてください。',
      'assignment.reason-missing': '理由を一言書いてください。あとで読む人が助かります。',
      'assignment.member-unnamed': '誰の担当にするかを選んでください。',
      'assignment.mark-missing': '目印の言葉を書いてください。',
      'assignment.marked-already': ({ mark }: { mark: string }) =>
        `「${mark}」はもう付いています。ほかの言葉を選んでください。`,
      'assignment.not-marked': ({ mark }: { mark: string }) =>
        `「${mark}」は付いていません。付いている目印を選んでください。`,
      'assignment.link-missing': 'つなぐ先の苦情が見つかりません。受付番号をお確かめください。',
      'assignment.link-itself': '同じ苦情どうしはつなげません。ほかの苦情を選んでください。',
      'assignment.only-looking': '下見です。実行すると、このとおりになります。',
      'assignment.waiter-missing':
        'どなたを待っているか、名前を書いてください。名前があれば、催促できます。',
      'assignment.paused-already': ({ name }: Named) =>
        `すでに${name}を待って止まっています。変えるときは、先に再開してください。`,
      'assignment.pause-day-past': '再開する日は、あす以降を選んでください。',
      'assignment.not-paused': 'いま止まっている時計はありません。画面を読み直してください。',
      'assignment.no-target':
        'この苦情には応答の目標がありません。目標は設定の「窓口と目標」で決められます。',
      'assignment.targets-past': ({ today }: { today: string }) =>
        `過ぎた日の目標は変えられません。${today} 以降の日を選んでください。`,
      'assignment.desk-named': ({ name }: Named) =>
        `「${name}」という窓口はもうあります。ほかの名前にしてください。`,
      'assignment.break-outside': ({ opens, closes }: { opens: string; closes: string }) =>
        `休憩は ${opens} から ${closes} のあいだに、重ならないように入れてください。`,
      'assignment.absence-of-other':
        'ほかの人の不在は、SVか管理者だけが入れられます。SVに頼んでください。',
      'assignment.absence-backwards': '終わりは、始まりより後にしてください。',
      'assignment.absence-past': '終わりの日時が過ぎています。これからの日時を選んでください。',
      'assignment.absence-over': 'この不在はもう終わっています。新しい不在として入れてください。',
      'assignment.absence-twice':
        '同じ時期の不在がもうあります。そちらを直すか、終わらせてください。',
      'assignment.absence-missing': 'この不在は見つかりません。画面を読み直してください。',
      'assignment.substitute-away': ({ name }: Named) =>
        `${name}さんも、その間に不在の日があります。ほかの人を選んでください。`,
      'assignment.view-of-other': 'ほかの人の保存ビューです。自分の名前で保存し直してください。',
    },
    events: {
      'assignment.decided': ({ memberName, because, how, insteadOf, reason }: Decided) => {
        const why = because.map(becauseWords.ja).join('、')
        const way =
          how === 'taken'
            ? `${memberName}さんが自分で受け持ちました`
            : how === 'handed-over'
              ? `${memberName}さんが、不在の担当の代わりに受け持ちます`
              : `担当に${memberName}さんを選びました`
        const other = insteadOf ? `（候補の一番めは${insteadOf}さん）` : ''
        return `${way}${why ? `：${why}` : ''}${other}。${reason ? `「${reason}」` : ''}`
      },
      'assignment.queued': ({ deskName, why }: { deskName: string; why: string }) =>
        why === 'closed'
          ? `${deskName}の営業時間外のため、担当は始業時に決まります。`
          : why === 'returned'
            ? `${deskName}で、次の担当を待っています。`
            : `いま受けられる人がいないため、${deskName}で担当を待っています。`,
      'assignment.returned': ({ fromName, reason }: { fromName: string; reason: string }) =>
        `${fromName}さんが担当を戻しました。「${reason}」`,
      'assignment.marked': ({ mark, isOn }: { mark: string; isOn: boolean }) =>
        isOn ? `目印「${mark}」を付けました。` : `目印「${mark}」を外しました。`,
      'assignment.linked': ({ toNumber, reason }: { toNumber: string; reason: string }) =>
        `${toNumber} とつなぎました。「${reason}」`,
      'assignment.paused': ({ waiter, reason, untilOn }: Paused) =>
        `${waiter.name}を待って、目標の時計を止めました。「${reason}」${untilOn ? `（${untilOn} に再開）` : ''}`,
      'assignment.resumed': ({ reason }: { reason: string }) =>
        `目標の時計を再開しました。「${reason}」`,
      'assignment.target-warned': (given: Warned) =>
        `${goalNames.ja[given.goal]}の目標${given.percent >= 100 ? 'を過ぎました' : 'まで残り4分の1です'}。`,
    },
  },
  en: {
    refusals: {
      'assignment.nobody-acts': 'Somebody who is signed in has to do this.',
      'assignment.taken-meanwhile': ({ name }) =>
        name === ''
          ? 'It lost its owner while you were looking. Look again and decide anew.'
          : `${name} was quicker and owns it now. To change that, talk to ${name} and decide again.`,
      'assignment.already-owner': ({ name }) => `${name} owns it already. Choose somebody else.`,
      'assignment.closed': 'This complaint is closed. Reopen it to go on.',
      'assignment.nobody-free': 'Nobody is free now. Choose from the list, or wait and try again.',
      'assignment.member-away': ({ name, substitute }) =>
        `${name} is away. Choose ${substitute ? `${substitute} or ` : ''}somebody else.`,
      'assignment.not-now': ({ name }) =>
        `${name} cannot take anything now. Choose somebody else, or try again a little later.`,
      'assignment.nobodys': 'Nobody owns it yet. Choose an owner first.',
      'assignment.reason-missing': 'Write a word about why, for whoever reads it later.',
      'assignment.member-unnamed': 'Choose who is to own it.',
      'assignment.mark-missing': 'Write the mark.',
      'assignment.marked-already': ({ mark }) => `It has the mark ${mark}. Choose another.`,
      'assignment.not-marked': ({ mark }) => `It has no mark ${mark}. Choose one that it has.`,
      'assignment.link-missing': 'The other complaint was not found. Check the number.',
      'assignment.link-itself': 'A complaint cannot be linked to itself. Choose another.',
      'assignment.only-looking': 'A preview: this is what will happen.',
      'assignment.waiter-missing': 'Name who is waited for, so that they can be asked.',
      'assignment.paused-already': ({ name }) =>
        `It waits for ${name} already. Let it go on first to change that.`,
      'assignment.pause-day-past': 'Choose a day from tomorrow on.',
      'assignment.not-paused': 'No clock stands still. Load the page again.',
      'assignment.no-target': 'This complaint has no target. Targets are set under Desks.',
      'assignment.targets-past': ({ today }) =>
        `Days that are past stay. Choose ${today} or later.`,
      'assignment.desk-named': ({ name }) => `There is a desk ${name}. Choose another name.`,
      'assignment.break-outside': ({ opens, closes }) =>
        `Breaks lie between ${opens} and ${closes} and apart from each other.`,
      'assignment.absence-of-other': 'Only supervisors may do this for others. Ask one of them.',
      'assignment.absence-backwards': 'Choose an end after the beginning.',
      'assignment.absence-past': 'That end is past. Choose one to come.',
      'assignment.absence-over': 'That absence is over. Enter a new one.',
      'assignment.absence-twice': 'There is an absence at that time. Change or end that one.',
      'assignment.absence-missing': 'There is no such absence. Load the page again.',
      'assignment.substitute-away': ({ name }) =>
        `${name} is away in that time, too. Choose somebody else.`,
      'assignment.view-of-other': 'That view is somebody else’s. Save your own.',
    },
    events: {
      'assignment.decided': ({ memberName, because, how, insteadOf, reason }) => {
        const why = because.map(becauseWords.en).join(', ')
        const way =
          how === 'taken'
            ? `${memberName} took it`
            : how === 'handed-over'
              ? `${memberName} takes it over from somebody who is away`
              : `${memberName} was chosen`
        const other = insteadOf ? ` (first on the list: ${insteadOf})` : ''
        return `${way}${why ? `: ${why}` : ''}${other}.${reason ? ` “${reason}”` : ''}`
      },
      'assignment.queued': ({ deskName, why }) =>
        why === 'closed'
          ? `${deskName} is closed; an owner is chosen when it opens.`
          : `It waits at ${deskName} for an owner.`,
      'assignment.returned': ({ fromName, reason }) => `${fromName} gave it back. “${reason}”`,
      'assignment.marked': ({ mark, isOn }) =>
        isOn ? `Marked “${mark}”.` : `Mark “${mark}” taken off.`,
      'assignment.linked': ({ toNumber, reason }) => `Linked to ${toNumber}. “${reason}”`,
      'assignment.paused': ({ waiter, reason, untilOn }) =>
        `Clocks stopped, waiting for ${waiter.name}. “${reason}”${untilOn ? ` (goes on ${untilOn})` : ''}`,
      'assignment.resumed': ({ reason }) => `Clocks go on. “${reason}”`,
      'assignment.target-warned': (given) =>
        `${goalNames.en[given.goal]}: ${given.percent >= 100 ? 'the target has passed' : 'a quarter of the time is left'}.`,
    },
  },
})
