import { dictionary } from '#kernel/dictionary.ts'

/** What helps while a letter is being written. */
export const composingWords = dictionary({
  ja: {
    words: {
      group: '文面を書く',
      next: '次の気になる所へ',
      previous: '前の気になる所へ',
      fixHere: 'いまの所を、すすめる言い方に直す',
      fix: ({ fix }: { fix: string }) => `「${fix}」に直す`,
      fixed: ({ fix }: { fix: string }) => `「${fix}」に直しました。`,
      none: '気になる所はありません。',
      nothingToFix: '言い換えを出せる所はありません。',
      deleted: '選んだ所を消しました。',
      phrases: '言い方を探す',
      phrasesHint: '言いたいこと、場面の名前',
      noPhrase: '見つかりませんでした。別の言葉でお試しください。',
      points: '四つの要点',
      point: { cause: '原因', impact: '影響範囲', response: '対応', prevention: '今後の対策' },
      standing: {
        said: '書いてあります',
        unbacked: '書いてありますが、記録でまだ確かめていません',
        waiting: 'まだです。記録で確かめた言葉を入れられます',
        open: 'まだです。記録でも、まだ確かめていません',
        unneeded: '書かなくてかまいません',
      },
      measures: {
        none: '記録の「今後の対策」に書き留め、決まったものだけをお伝えします。',
        considered: '対策は検討中です。決まるまでは「検討しております」とお書きください。',
        decided: '記録で決めた対策とは、違う言葉です。',
        unneeded: '記録では、対策は不要と決めています。',
      },
      putIn: '記録から入れる',
      putPoint: ({ point }: { point: string }) => `${point}を記録から入れる`,
      length: ({ seconds }: { seconds: number }) =>
        seconds < 60
          ? `読むのに約${seconds}秒。`
          : `読むのに約${Math.floor(seconds / 60)}分${seconds % 60 === 0 ? '' : `${seconds % 60}秒`}。`,
      tone: ({ apologies, points }: { apologies: number; points: number }) =>
        `お詫びは${apologies === 0 ? 'なし' : `${apologies}回`}、要点は${points}つ。`,
      manyApologies: 'お詫びは、事柄ごとに一度で届きます。',
      manyQuestions: ({ count }: { count: number }) =>
        `お尋ねが${count}つあります。一度に三つまでだと、答えやすくなります。`,
      longSentence: ({ letters }: { letters: number }) =>
        `${letters}字の一文があります。二つに分けると、読みやすくなります。`,
      firm: ({ heard }: { heard: string }) =>
        `きっぱりとお断りしてよい件です（${heard}）。断るときの前置きは求めません。`,
      heard: ({ what, times }: { what: string; times: number }) => `${what}${times}回`,
      manner: {
        threat_harm: '危害を告げる言葉',
        sexual: '性的な言葉',
        demands_prostration: '土下座の要求',
        confinement: '帰さない言動',
        refuses_to_leave: '居座り',
        insult: '人を傷つける言葉',
      },
    },
  },
  en: {
    words: {
      group: 'Writing a letter',
      next: 'To the next place that was found',
      previous: 'To the place before',
      fixHere: 'Put the suggestion for this place',
      fix: ({ fix }) => `Write “${fix}”`,
      fixed: ({ fix }) => `Now it says “${fix}”.`,
      none: 'Nothing was found.',
      nothingToFix: 'There is no suggestion to put in.',
      deleted: 'The selection was deleted.',
      phrases: 'Find a phrase',
      phrasesHint: 'What to say, or the name of a play',
      noPhrase: 'Nothing was found. Try other words.',
      points: 'The four points',
      point: { cause: 'Cause', impact: 'Impact', response: 'Response', prevention: 'Prevention' },
      standing: {
        said: 'Said',
        unbacked: 'Said, but not confirmed in the record yet',
        waiting: 'Not said; the record has confirmed words for it',
        open: 'Not said, and not confirmed in the record yet',
        unneeded: 'Need not be said',
      },
      measures: {
        none: 'Write the measure down in the record; only what is decided is told.',
        considered: 'It is being considered: until it is decided, say just that.',
        decided: 'These are other words than the measure of the record.',
        unneeded: 'It was decided that no measure is needed.',
      },
      putIn: 'Put in from the record',
      putPoint: ({ point }) => `${point}: put in from the record`,
      length: ({ seconds }) =>
        seconds < 60
          ? `About ${seconds} s to read.`
          : `About ${Math.round(seconds / 60)} min to read.`,
      tone: ({ apologies, points }) => `Apologies: ${apologies}, points: ${points}.`,
      manyApologies: 'One apology for each matter is enough.',
      manyQuestions: ({ count }) => `${count} questions at once; up to three are easier to answer.`,
      longSentence: ({ letters }) => `One sentence has ${letters} letters; two would read better.`,
      firm: ({ heard }) => `This may be refused plainly (${heard}). No cushions are asked for.`,
      heard: ({ what, times }) => `${what} × ${times}`,
      manner: {
        threat_harm: 'threat of harm',
        sexual: 'sexual words',
        demands_prostration: 'demand to kneel',
        confinement: 'keeping somebody from leaving',
        refuses_to_leave: 'refusal to leave',
        insult: 'insult',
      },
    },
  },
})
