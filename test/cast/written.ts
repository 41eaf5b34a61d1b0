import { customers } from './customers.ts'
import type { Story } from './story.ts'

/** Web form, not looked at by anybody yet. */
export const missingSpoons: Story = {
  key: 'missing-spoons',
  began: { minutesAgo: 15 },
  channel: 'web-form',
  words:
    '先日注文した木のスプーン5本セットですが、4本しか入っていませんでした。来週の木曜に来客があるので、それまでに1本送っていただけると助かります。',
  customer: customers.kondo,
  details: { product: '山桜の木のスプーン 5本組', orderNumber: 'M-206012' },
  steps: [],
}

/** Allergy label: an injury that did not happen because the customer read the label twice. */
export const allergyLabel: Story = {
  key: 'allergy-label',
  began: { daysAgo: 3, time: '20:15' },
  channel: 'web-form',
  words:
    '卵アレルギーの子がいます。商品ページには「卵不使用」とあったのに、届いた袋の裏には「卵を含む」と書いてありました。気づいたからよかったものの、どちらが正しいのですか。',
  customer: customers.watanabe,
  boughtDaysBefore: 5,
  details: {
    subject: '商品ページと袋でアレルギー表示が違う',
    product: '米粉のパンケーキミックス',
    lot: 'L2610-22',
    price: 1280,
  },
  steps: [
    { at: [1, '09:20'], by: 'kawabata', do: 'assign', to: 'kawabata' },
    {
      at: [1, '09:45'],
      by: 'kawabata',
      do: 'keep',
      key: 'first',
      how: 'お電話でお話をうかがい、調べることをお伝えした',
    },
    {
      at: [1, '09:50'],
      by: 'kawabata',
      do: 'inquire',
      key: 'recipe',
      department: 'planning',
      question: '米粉のパンケーキミックスの材料は、いつ、どう変わりましたか。',
      due: [1, '11:00'],
    },
    {
      at: [1, '10:45'],
      by: 'kawabata',
      do: 'on-page',
      key: 'recipe',
      deed: {
        kind: 'answer',
        byName: '宮下 陽子',
        text: '10月の製造から、卵を使う配合に変えました。袋は直しましたが、商品ページが前のままでした。',
        isConfirmed: true,
      },
    },
    {
      at: [1, '09:25'],
      by: 'kawabata',
      do: 'assess',
      severity: 'critical',
      isSafety: true,
      reason: 'アレルギー表示の食い違い。命に関わる',
    },
    {
      at: [1, '09:30'],
      by: 'kawabata',
      do: 'safety',
      harm: 'near-miss',
      words: '食べる前に気づいた。症状はない',
    },
    {
      at: [1, '09:40'],
      by: 'kawabata',
      do: 'claim',
      key: 'label',
      topic: 'what',
      statement: 'ページは「卵不使用」、袋は「卵を含む」だった',
    },
    {
      at: [1, '11:10'],
      by: 'kawabata',
      do: 'confirm',
      key: 'label',
      source: 'お客様の写真と、商品ページの履歴',
      attributedTo: 'us',
    },
    {
      at: [1, '11:15'],
      by: 'kawabata',
      do: 'cause',
      cause: 'defect',
      detail: 'レシピ変更のとき、商品ページの更新がもれた',
      answeringFunction: 'product',
    },
    { at: [1, '11:30'], by: 'kawabata', do: 'offer', key: 'refund', rule: 'R-02', amountYen: 1280 },
    {
      at: [1, '11:40'],
      by: 'kawabata',
      do: 'promise',
      key: 'others',
      words: '同じ商品を買われた方へのお知らせを出し、結果をご連絡します',
      due: [3, '17:00'],
    },
    {
      at: [1, '11:45'],
      by: 'kawabata',
      do: 'inquire',
      key: 'buyers',
      department: 'quality',
      question: 'お知らせを出す範囲を決めたいので、対象のロットを教えてください。',
      due: [3, '15:00'],
    },
    {
      at: [1, '11:50'],
      by: 'kawabata',
      do: 'interval',
      every: 1,
      unit: 'business-days',
      channel: 'phone',
      words: 'お知らせが済むまで、毎営業日お電話で経過をご連絡します',
    },
    {
      at: [2, '09:40'],
      by: 'kawabata',
      do: 'on-page',
      key: 'buyers',
      deed: {
        kind: 'ask-back',
        byName: '森田 浩',
        text: '店頭で売った分も含めますか。含めるなら、店ごとの控えを見ます。',
      },
    },
    { at: [2, '16:30'], by: 'kawabata', do: 'tell-progress', channel: 'phone' },
    {
      at: [2, '10:00'],
      by: 'kawabata',
      do: 'answer',
      key: 'refund',
      answer: 'accepted',
      words: 'では返金でお願いします',
    },
  ],
}

/** A letter, calmly written, from somebody who has bought for twenty years. */
export const oldCustomer: Story = {
  key: 'old-customer',
  began: { daysAgo: 12, time: '13:00' },
  channel: 'letter',
  by: 'kawabata',
  words:
    '二十年来、貴社の干物をいただいております。今年の鯵は身が薄く、塩ばかりが立って、昔の味ではございません。作り方を変えられたのでしょうか。理由をお聞かせください。',
  customer: customers.endo,
  details: {
    subject: '鯵の干物の味が変わった',
    product: '鯵の開き 8枚',
    expectedOutcome: '味が変わった理由を知りたい',
  },
  steps: [
    { at: 20, by: 'kawabata', do: 'assign', to: 'kawabata' },
    { at: 25, by: 'kawabata', do: 'concern', words: '長く好きだった味がなくなったようで寂しい' },
    {
      at: 30,
      by: 'kawabata',
      do: 'claim',
      key: 'taste',
      topic: 'what',
      statement: '今年の鯵は身が薄く塩が強い',
    },
    {
      at: 40,
      by: 'kawabata',
      do: 'promise',
      key: 'answer',
      words: '工場に確かめて、お手紙でお返事します',
      due: [7, '17:00'],
    },
    {
      at: 45,
      by: 'kawabata',
      do: 'inquire',
      key: 'salt',
      department: 'quality',
      question: '鯵の開きの塩分は、去年と今年で変わりましたか。',
      due: [2, '12:00'],
    },
    {
      at: [2, '10:30'],
      by: 'kawabata',
      do: 'on-page',
      key: 'salt',
      deed: {
        kind: 'move',
        byName: '森田 浩',
        text: '工場の月ごとの記録を取り寄せています。',
        inDays: 3,
      },
    },
    {
      at: [4, '14:50'],
      by: 'kawabata',
      do: 'on-page',
      key: 'salt',
      deed: {
        kind: 'answer',
        byName: '森田 浩',
        text: '7月から0.4%上がっていました。塩を替えたためです。',
        isConfirmed: true,
      },
    },
    {
      at: [4, '15:00'],
      by: 'kawabata',
      do: 'confirm',
      key: 'taste',
      source: '工場の塩分記録（7月から0.4%増）',
      attributedTo: 'us',
    },
    {
      at: [5, '10:00'],
      by: 'kawabata',
      do: 'renegotiate',
      key: 'answer',
      due: [4, '17:00'],
      reason: '試作の結果を添えるため',
      alternative: '途中のご報告をお電話でした',
    },
    {
      at: [9, '14:00'],
      by: 'kawabata',
      do: 'keep',
      key: 'answer',
      how: '塩分を戻す試作の結果を添えて、手紙を発送した',
    },
  ],
}

/** The review site: short, public and hurt. */
export const review: Story = {
  key: 'review',
  began: { daysAgo: 5, time: '09:30' },
  channel: 'review',
  by: 'kawabata',
  words: '電話が全然つながらない。30分待って切れた。商品はいいのに残念すぎる。もう頼まないかも。',
  customer: {},
  details: { subject: '電話がつながらない（レビュー）' },
  steps: [
    { at: 15, by: 'kawabata', do: 'assign', to: 'kawabata' },
    { at: 20, by: 'kawabata', do: 'concern', words: '30分待って切れた' },
    {
      at: 60,
      by: 'kawabata',
      do: 'cause',
      cause: 'expectation',
      detail: '昼休みに窓口が二人になり、待ち時間が延びる',
      answeringFunction: 'desk',
    },
  ],
}

/** Over the counter, about money, resolved on the spot. */
export const wrongChange: Story = {
  key: 'wrong-change',
  began: { daysAgo: 20, time: '15:45' },
  channel: 'counter',
  by: 'ishida',
  words: 'おつりが500円足りなかったです。家に帰ってから気づいたので、レシートを持ってきました。',
  customer: customers.ota,
  details: {
    subject: 'おつりが500円足りない',
    happenedWhere: '静岡駅前店',
    happenedOn: '前日の夕方',
  },
  steps: [
    {
      at: 3,
      by: 'ishida',
      do: 'claim',
      key: 'change',
      topic: 'what',
      statement: 'おつりが500円足りなかった',
    },
    {
      at: 12,
      by: 'ishida',
      do: 'confirm',
      key: 'change',
      source: '前日のレジの過不足（+500円）',
      attributedTo: 'us',
    },
    {
      at: 15,
      by: 'ishida',
      do: 'cause',
      cause: 'attitude',
      detail: '混雑時のおつりの手渡しの確認もれ',
      answeringFunction: 'store',
    },
    {
      at: 16,
      by: 'ishida',
      do: 'close',
      outcome: 'resolved',
      agreementWords: '500円をその場でお返しし、「わざわざ調べてくれてありがとう」とのお言葉',
    },
  ],
}
