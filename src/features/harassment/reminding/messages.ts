import { dictionary } from '#kernel/dictionary.ts'

export const remindingMessages = dictionary({
  ja: {
    words: {
      titles: {
        judgement: '判断が、もう一人の同意を待っています',
        'plan-waits': '連絡の取り決めの案が、合意を待っています',
        'plan-review': '連絡の取り決めの見直しの日が近づいています',
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
      body: 'Open Today in Uketome.',
    },
  },
})
