import { dictionary } from '#kernel/dictionary.ts'

export const remindingMessages = dictionary({
  ja: {
    words: {
      titles: {
        judgement: '判断が、もう一人の同意を待っています',
        'plan-waits': '連絡の取り決めの案が、合意を待っています',
        'plan-review': '連絡の取り決めの見直しの日が近づいています',
      },
      review: {
        promise: '連絡の取り決めを見直す',
        reviewed: ({ version }: { version: number }) =>
          `見直して、第${String(version)}版にしました`,
        lifted: '取り決めを解きました',
        forgotten: 'お客様の情報を消去しました',
      },
      body: 'うけとめの「今日」を開いて、ご確認ください。',
    },
  },
  en: {
    words: {
      titles: {
        judgement: 'A judgement waits for a second person',
        'plan-waits': 'A contact plan waits for a second person',
        'plan-review': 'A contact plan is due for its review',
      },
      review: {
        promise: 'Review the contact plan',
        reviewed: ({ version }) => `Reviewed; version ${String(version)} holds`,
        lifted: 'The plan was lifted',
        forgotten: 'The customer’s data were erased',
      },
      body: 'Open Today in Uketome.',
    },
  },
})
