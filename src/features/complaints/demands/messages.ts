import { dictionary } from '#kernel/dictionary.ts'

/** What is said around an answer; the demand itself is told with the record. */
export const demandsMessages = dictionary({
  ja: {
    words: {
      answerKind: '返事',
      answerWords: 'お伝えした言葉',
      ground: '根拠（規定の条項など）',
      alternative: '代わりにできること',
      content: 'お求めの中身（求め方とは別に見ます）',
      contents: {
        justified: 'もっともな求め',
        partly: '一部はもっとも',
        unfounded: '根拠のない求め',
      },
      stands: (given: { ground: string; alternative: string }) =>
        [
          ...(given.ground === '' ? [] : [`根拠：${given.ground}`]),
          ...(given.alternative === '' ? [] : [`できること：${given.alternative}`]),
        ].join('　'),
      answered: (given: { count: number; at: string; byName: string }) =>
        `お返事${given.count}回（最後は${given.at} ${given.byName}さん）`,
      fromRules: '規定から下書き',
      or: '、または',
      fromRule: (given: { clause: string }) => `${given.clause}でお断りする下書き`,
      refusing: (given: { clause: string; alternative: string }) =>
        given.alternative === ''
          ? `お申し出の件は、${given.clause}の定めにより承りかねます。`
          : `お申し出の件は、${given.clause}の定めにより承りかねます。${given.alternative}でしたら、すぐに手配いたします。`,
    },
  },
  en: {
    words: {
      answerKind: 'Answer',
      answerWords: 'What was said',
      ground: 'Ground (such as a clause)',
      alternative: 'What can be done instead',
      content: 'What is asked for (apart from the manner)',
      contents: { justified: 'Justified', partly: 'Partly justified', unfounded: 'Unfounded' },
      stands: (given) =>
        [
          ...(given.ground === '' ? [] : [`Ground: ${given.ground}`]),
          ...(given.alternative === '' ? [] : [`Instead: ${given.alternative}`]),
        ].join(' · '),
      answered: (given) => `Answered ${given.count}× (last ${given.at} by ${given.byName})`,
      fromRules: 'Draft from the rules',
      or: ' or ',
      fromRule: (given) => `Draft a refusal by ${given.clause}`,
      refusing: (given) =>
        given.alternative === ''
          ? `Under ${given.clause} we are not able to do this.`
          : `Under ${given.clause} we are not able to do this. We can arrange ${given.alternative} at once.`,
    },
  },
})
