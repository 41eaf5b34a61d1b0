import { customers } from './customers.ts'
import type { Story } from './story.ts'

/** A quiet anger: the bottle broke, and the call back that was promised did not come. */
export const brokenBottle: Story = {
  key: 'broken-bottle',
  began: { daysAgo: 6, time: '10:05' },
  channel: 'phone',
  by: 'kobayashi',
  words:
    '届いた箱を開けたら、オリーブオイルの瓶が割れていました。油が台所の床まで流れて、ひどい有様です。',
  customer: customers.mori,
  boughtDaysBefore: 7,
  details: {
    subject: 'オリーブオイルの瓶が割れて届いた',
    product: 'エキストラバージンオリーブオイル 500ml',
    orderNumber: 'M-204811',
    happenedOn: '木曜に届き、その夜に開けた',
    price: 2480,
  },
  steps: [
    {
      at: 2,
      by: 'kobayashi',
      do: 'note',
      speaker: 'customer',
      text: '箱の外側はきれいだったのに、中で割れていた',
    },
    {
      at: 4,
      by: 'kobayashi',
      do: 'safety',
      harm: 'near-miss',
      words: 'お子様が破片に触れそうになった。お怪我はない',
    },
    { at: 5, by: 'kobayashi', do: 'concern', words: '子どもが手を切るところだった' },
    {
      at: 6,
      by: 'kobayashi',
      do: 'claim',
      key: 'broken',
      topic: 'what',
      statement: '瓶が箱の中で割れていた',
    },
    {
      at: 9,
      by: 'kobayashi',
      do: 'promise',
      key: 'call-back',
      words: '割れた原因を調べて、17時までに折り返しお電話します',
      due: [2, '17:00'],
    },
    { at: 11, by: 'kobayashi', do: 'assign', to: 'kobayashi' },
    {
      at: 14,
      by: 'kobayashi',
      do: 'inquire',
      key: 'packing',
      department: 'warehouse',
      question: '注文 M-204811 の箱詰めの写真と、緩衝材の記録は残っていますか。',
      due: [1, '17:00'],
    },
    {
      at: [1, '14:30'],
      by: 'kobayashi',
      do: 'on-page',
      key: 'packing',
      deed: {
        kind: 'answer',
        byName: '三浦 翔',
        text: '緩衝材は決まりどおり二重でした。箱詰めの写真にも、瓶の傷は写っていません。',
        isConfirmed: true,
      },
    },
    {
      at: [1, '15:10'],
      by: 'kobayashi',
      do: 'inquire',
      key: 'glass',
      department: 'factory',
      question: '同じ日に詰めた瓶で、割れやひびの申し出や検査の記録はありますか。',
      due: [4, '15:00'],
    },
  ],
}
