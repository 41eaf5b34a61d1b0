import { dictionary } from '#kernel/dictionary.ts'

export const policeMessages = dictionary({
  ja: {
    words: {
      title: { '110': '110の票', '#9110': '#9110（警察相談）の票' },
      lead: {
        '110':
          '読み上げながら話します。落ち着いて、場所から。分からないことは「分かりません」で構いません。',
        '#9110': '急がない相談の窓口です。これまでの経過と、困っていることを伝えます。',
      },
      print: '印刷',
      fields: {
        what: '何があったか',
        since: 'いつから',
        place: '場所（目印・階）',
        injuries: 'けが',
        people: '相手の人数・性別・年ごろ・服装',
        direction: 'いまどこに・逃げた方向',
        callBack: '折り返しの電話番号',
      },
      ago: ({ minutes }: { minutes: number }) => `${minutes}分前から`,
      none: 'なし',
      rule: '現場の人の電話は鳴らさないでください。折り返しは上の番号へ。',
      who: '分かっている相手',
      heard: 'そのままの言葉',
      steps: 'こちらがしたこと',
      caller: ({ organisation, name }: { organisation: string; name: string }) =>
        `${organisation}の${name}です。`,
      number: '受付番号',
      by: '話す人',
      kept: 'この票を開いたこと、印刷したことと、そのときの内容は、保護の記録に残ります。',
      earlier: ({ count }: { count: number }) => `これより前の${count}件は、応対の記録にあります。`,
      notAdvice: '法的助言ではありません。罪に当たるかどうかは、警察と弁護士が判断します。',
      stepNames: {
        request: '中止のお願い',
        warning: '警告',
        'final-warning': '最終の警告',
        end: '応対の終わり',
        police: '警察への連絡',
      },
    },
  },
  en: {
    words: {
      title: { '110': 'Sheet for 110', '#9110': 'Sheet for #9110 (advice)' },
      lead: {
        '110': 'Read it out while you talk: the place first. “I do not know” is a good answer.',
        '#9110': 'For advice that can wait. Tell what happened so far and what you need.',
      },
      print: 'Print',
      fields: {
        what: 'What happened',
        since: 'Since when',
        place: 'Place (landmark, floor)',
        injuries: 'Injuries',
        people: 'How many, sex, age, clothes',
        direction: 'Where they are now, or went',
        callBack: 'Number to call back',
      },
      ago: ({ minutes }) => `For ${minutes} minutes`,
      none: 'None',
      rule: 'Do not ring whoever is on the spot. Call the number above.',
      who: 'What is known of them',
      heard: 'Verbatim',
      steps: 'What we did',
      caller: ({ organisation, name }) => `This is ${name} of ${organisation}.`,
      number: 'Number',
      by: 'Who speaks',
      kept: 'That this sheet was opened or printed, and what it said, is kept in the protective record.',
      earlier: ({ count }) => `${count} earlier lines are in the record.`,
      notAdvice: 'No legal advice. Whether it is a crime is for the police and lawyers to judge.',
      stepNames: {
        request: 'Asked to stop',
        warning: 'Warned',
        'final-warning': 'Final warning',
        end: 'Ended the talk',
        police: 'Called the police',
      },
    },
  },
})
