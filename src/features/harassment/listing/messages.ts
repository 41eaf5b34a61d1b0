import { dictionary } from '#kernel/dictionary.ts'

export const listingMessages = dictionary({
  ja: {
    words: {
      title: '言動の判断',
      none: 'もう一人の同意を待つ判断はありません。',
      settled: ({ count }: { count: number }) => `この30日に決まった判断（${count}）`,
      outcome: (given: { state: string; verdict: string }) => `${given.state}　${given.verdict}`,
      again: '見直し',
      mine: 'ご自分の提案です',
    },
  },
  en: {
    words: {
      title: 'Judgements of conduct',
      none: 'No judgement waits for a second person.',
      settled: ({ count }) => `Decided in the last 30 days (${count})`,
      outcome: ({ state, verdict }) => `${state}: ${verdict}`,
      again: 'Looked at again',
      mine: 'Your own proposal',
    },
  },
})
