import { dictionary } from '#kernel/dictionary.ts'

type Earlier = { name: string }

/** What an approver sees of a text: what the gate asks, what changed, and the record beside it. */
export const reviewWords = dictionary({
  ja: {
    words: {
      text: '送りたい文面',
      asks: '文面で尋ねられていること',
      nothing: '尋ねられていることはありません。',
      sinceAsked: ({ name }: Earlier) => `前に頼まれた文面（${name}さん）との違い`,
      sinceDraft: ({ name }: Earlier) => `書きはじめの文面（${name}さん）との違い`,
      came: '加わった言葉',
      went: '消えた言葉',
      points: '文面と記録',
      inText: '文面',
      inRecord: '記録',
      point: { cause: '原因', impact: '影響', response: '対応', prevention: '再発防止' },
      unsaid: '書かれていません',
      unrecorded: '記録にありません',
      facts: '事実',
      confirmed: '確認できたこと',
      claimed: 'まだ確認していないこと',
      none: 'ありません',
      source: ({ source }: { source: string }) => `（${source}）`,
      ours: '当社側',
      asIs: '文面はここでは変えられません。直してほしいところは、見送りの言葉に書いてください。',
    },
    refusals: {},
    events: {},
  },
  en: {
    words: {
      text: 'The text to be sent',
      asks: 'What is asked about it',
      nothing: 'Nothing is asked about it.',
      sinceAsked: ({ name }) => `Changes since it was asked before (${name})`,
      sinceDraft: ({ name }) => `Changes since its writing began (${name})`,
      came: 'Added',
      went: 'Removed',
      points: 'Text and record',
      inText: 'Text',
      inRecord: 'Record',
      point: { cause: 'Cause', impact: 'Impact', response: 'Response', prevention: 'Prevention' },
      unsaid: 'Not written',
      unrecorded: 'Not recorded',
      facts: 'Facts',
      confirmed: 'Confirmed',
      claimed: 'Not confirmed yet',
      none: 'None',
      source: ({ source }) => ` (${source})`,
      ours: 'On our side',
      asIs: 'The text cannot be changed here. Write what should be mended when you decline.',
    },
    refusals: {},
    events: {},
  },
})
