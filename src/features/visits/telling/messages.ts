import { dictionary } from '#kernel/dictionary.ts'

type Told = { names: string; isDrill: boolean; isSheet: boolean }
const drill = ({ isDrill }: Told) => (isDrill ? '【訓練】' : '')
const drillEn = ({ isDrill }: Told) => (isDrill ? '[DRILL] ' : '')
const sheet = ({ isSheet }: Told) => (isSheet ? '110番の用紙ができています。' : '')
const sheetEn = ({ isSheet }: Told) => (isSheet ? 'The sheet for 110 is ready. ' : '')

/** Read on a phone in somebody's hand: names no customer. Nobody of the visit is sent this. */
export const tellingMessages = dictionary({
  ja: {
    words: {
      titles: {
        'missed-check-in': (told: Told) =>
          `${drill(told)}訪問の警報：${told.names}さんの確認が途切れています`,
        'silent-help': (told: Told) =>
          `${drill(told)}訪問の警報：${told.names}さんが助けを求めています`,
        duress: (told: Told) => `${drill(told)}訪問の警報：${told.names}さんが強いられています`,
        'phone-sign': (told: Told) =>
          `${drill(told)}訪問の警報：${told.names}さんが合図の言葉を言いました`,
        'overdue-return': (told: Told) =>
          `${drill(told)}訪問の警報：${told.names}さんが戻る時刻を過ぎています`,
        'lost-contact': (told: Told) =>
          `${drill(told)}訪問：${told.names}さんの電話とつながりません`,
      },
      body: (told: Told) =>
        `${sheet(told)}うけとめの「訪問」を開いて、「引き受ける」を押してください。訪問中の人の電話には、かけないでください。`,
      trialTitle: '【訓練】うけとめの知らせ方を試しています',
      trial: '訪問の警報が届く道の、試し送りです。警報ではありません。何もしなくて大丈夫です。',
    },
  },
  en: {
    words: {
      titles: {
        'missed-check-in': (told) => `${drillEn(told)}Visit alarm: no check-in from ${told.names}`,
        'silent-help': (told) => `${drillEn(told)}Visit alarm: ${told.names} asked for help`,
        duress: (told) => `${drillEn(told)}Visit alarm: ${told.names} is being forced`,
        'phone-sign': (told) => `${drillEn(told)}Visit alarm: ${told.names} said the agreed sign`,
        'overdue-return': (told) =>
          `${drillEn(told)}Visit alarm: ${told.names} is not back in time`,
        'lost-contact': (told) => `${drillEn(told)}Visit: the phone of ${told.names} is silent`,
      },
      body: (told) =>
        `${sheetEn(told)}Open the visits in Uketome and take it. Do not call the phone of anybody on the visit.`,
      trialTitle: '[DRILL] Uketome tries how alarms reach you',
      trial: 'This is no alarm. There is nothing to do.',
    },
  },
})
