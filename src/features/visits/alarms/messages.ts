import { dictionary } from '#kernel/dictionary.ts'
import type { Channel } from './contract.ts'

const channelsJa: Record<Channel, string> = {
  screen: '画面',
  push: '端末の通知',
  mail: 'メール',
  gateway: '電話・SMS',
}
const channelsEn: Record<Channel, string> = {
  screen: 'screen',
  push: 'push',
  mail: 'mail',
  gateway: 'phone or SMS',
}

/** By which way somebody was told, and what became of it. */
export const visitTellingMessages = dictionary({
  ja: {
    words: {
      channels: channelsJa,
      details: {
        'no-device': '通知を受け取る端末の登録がありません',
        'no-mailbox': '送れるメールボックスがありません',
        'no-secret': '署名のかぎを作り直してください',
        'no-address': '連絡先がありません',
        'no-gateway': '送り先のアドレスがありません',
        'not-used': '使わない設定です',
        timeout: '答えが返りません',
        refused: 'つながりません',
        'no-name': 'その名前のサーバーが見つかりません',
        certificate: '証明書が確かめられません',
        broken: '途中で切れました',
        barred: '送れないアドレスです',
      },
      toldStates: {
        waiting: '送っています',
        delivered: '届きました',
        failed: '届きません',
        dropped: '引き受けられたので、送りませんでした',
      },
      tryAgain: ({ count }: { count: number }) => `${count}回試しました。また送ります`,
    },
  },
  en: {
    words: {
      channels: channelsEn,
      details: {
        'no-device': 'no browser is registered',
        'no-mailbox': 'no mailbox can send',
        'no-secret': 'the signing secret has to be renewed',
        'no-address': 'no address is known',
        'no-gateway': 'there is no address of a gateway',
        'not-used': 'switched off',
        timeout: 'no answer',
        refused: 'no connection',
        'no-name': 'no server of that name',
        certificate: 'the certificate could not be verified',
        broken: 'cut off',
        barred: 'nothing can be sent there',
      },
      toldStates: {
        waiting: 'being sent',
        delivered: 'delivered',
        failed: 'not delivered',
        dropped: 'not sent, somebody had taken it',
      },
      tryAgain: ({ count }) => `tried ${count} times, will try again`,
    },
  },
})
