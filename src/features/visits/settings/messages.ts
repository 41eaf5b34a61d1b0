import { dictionary } from '#kernel/dictionary.ts'
import type { WayTrouble } from './contract.ts'

type Names = { names: string }
const troublesJa: Record<WayTrouble, (of: Names) => string> = {
  'screen-only': ({ names }) =>
    `${names}さんは、画面を閉じていると警報に気づけません。下の連絡先にメールか電話を入れるか、SVボードで「画面を閉じていても知らせる」を押すよう頼んでください。`,
  'push-nobody': () =>
    '端末の通知を受け取る人がいません。SVボードで「画面を閉じていても知らせる」を押すよう、みなさんに頼んでください。',
  'mail-no-mailbox': () =>
    'メールを送れるメールボックスがありません。設定の「メール」で、送るサーバーを入れてください。',
  'mail-nobody': () => 'メールの届け先がありません。下の連絡先にアドレスを入れてください。',
  'gateway-nobody': () => '電話・SMSの届け先がありません。下の連絡先に番号を入れてください。',
  'gateway-unsigned': () =>
    '電話・SMSの仕組みへ、署名なしで送っています。「署名のかぎを作り直す」を押して、同じかぎを送り先にも入れてください。',
  'gateway-secret': () =>
    '署名のかぎが開けないため、電話・SMSへ送れません。「署名のかぎを作り直す」を押して、同じかぎを送り先にも入れてください。',
}
const troublesEn: Record<WayTrouble, (of: Names) => string> = {
  'screen-only': ({ names }) =>
    `${names} would miss an alarm with the screen closed. Enter a mail address or a phone below, or ask them to allow notices on the board.`,
  'push-nobody': () => 'Nobody receives notices. Ask everybody to allow them on the board.',
  'mail-no-mailbox': () =>
    'No mailbox can send. Enter a server for sending in the settings of mail.',
  'mail-nobody': () => 'No mail address is known. Enter them below.',
  'gateway-nobody': () => 'No phone number is known. Enter them below.',
  'gateway-unsigned': () =>
    'What the gateway is sent is not signed. Make a new signing secret and put it into the gateway, too.',
  'gateway-secret': () =>
    'The signing secret cannot be opened, so nothing is sent to the gateway. Make a new one and put it into the gateway, too.',
}

export const visitSettingsMessages = dictionary({
  ja: {
    words: {
      title: '訪問と警報',
      watch: '見守り',
      rungSeconds: '一段の秒数',
      outcomeMinutes: '引き受けてから結果までの分',
      checkInMinutes: '確認の間隔（分）',
      lostContactMinutes: '電話とつながらないと知らせる分',
      arrivalMinutes: '到着を待つ分',
      allowsLocation: '警報のときだけ、位置を付ける（本人の同意もいります）',
      deskPhone: '机の電話番号',
      ways: '知らせ方',
      usesPush: '端末の通知',
      usesMail: 'メール',
      gateway: '電話・SMSの仕組み',
      gatewayUrl: '送り先のアドレス（POST）',
      gatewayBody: '送る形（JSON）',
      gatewayHint: '{{phone}}、{{text}}、{{level}} が入れ替わります。',
      secret: '署名のかぎを作り直す',
      secretTitle: '署名のかぎ',
      secretOnce: 'いまだけ見えます。送り先の設定に入れてください。',
      copy: '写す',
      copied: '写しました',
      done: '閉じる',
      trialLead: '保存した連絡先へ、【訓練】と付けた一通を、すべての知らせ方で同時に送ります。',
      trialWho: '試しに送る相手',
      trial: '試しに送る',
      trialResults: '試した結果',
      results: { delivered: '届きました', failed: '届きませんでした', off: '使っていません' },
      took: ({ seconds }: { seconds: string }) => `${seconds}秒`,
      troubles: '知らせ方で、直すところ',
      noTroubles: '知らせ方に、直すところは見当たりません。',
      band: ({ count }: { count: number }) => `警報の知らせ方に、直すところが${count}件あります。`,
      bandLink: '設定で見る',
      troubleOf: troublesJa,
      failed: ({ count, channel }: { count: number; channel: string }) =>
        `この7日に、${channel}が${count}件届きませんでした`,
      contacts: '人ごとの連絡先',
      phone: '電話',
      mail: 'メール',
      save: '設定を保存',
      saved: '設定を保存しました',
    },
  },
  en: {
    words: {
      title: 'Visits and alarms',
      watch: 'Watching',
      rungSeconds: 'Seconds for each rung',
      outcomeMinutes: 'Minutes to tell how it is',
      checkInMinutes: 'Check-in every (minutes)',
      lostContactMinutes: 'Minutes of a silent phone',
      arrivalMinutes: 'Minutes an arrival is awaited',
      allowsLocation: 'Alarms carry the position (the person has to agree, too)',
      deskPhone: 'Phone of the desk',
      ways: 'Ways of telling',
      usesPush: 'Push',
      usesMail: 'Mail',
      gateway: 'Phone or SMS gateway',
      gatewayUrl: 'Address (POST)',
      gatewayBody: 'Body (JSON)',
      gatewayHint: '{{phone}}, {{text}} and {{level}} are filled in.',
      secret: 'New signing secret',
      secretTitle: 'Signing secret',
      secretOnce: 'Shown once. Put it into the gateway.',
      copy: 'Copy',
      copied: 'Copied',
      done: 'Close',
      trialLead: 'One message, marked as a drill, goes by every way at once to what is saved here.',
      trialWho: 'To whom',
      trial: 'Send a trial',
      trialResults: 'What came back',
      results: { delivered: 'Delivered', failed: 'Not delivered', off: 'Not used' },
      took: ({ seconds }) => `${seconds} s`,
      troubles: 'What to put right',
      noTroubles: 'Nothing has to be put right.',
      band: ({ count }) => `${count} things keep alarms from reaching people.`,
      bandLink: 'See the settings',
      troubleOf: troublesEn,
      failed: ({ count, channel }) => `${count} by ${channel} did not arrive in the last 7 days`,
      contacts: 'How people are reached',
      phone: 'Phone',
      mail: 'Mail',
      save: 'Save the settings',
      saved: 'The settings are saved',
    },
  },
})
