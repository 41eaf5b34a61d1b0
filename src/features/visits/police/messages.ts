import { dictionary } from '#kernel/dictionary.ts'

export const policeMessages = dictionary({
  ja: {
    words: {
      title: '110番の用紙',
      lead: '落ち着いて、上から読んでください。',
      say: ({ company }: { company: string }) =>
        `事件です。${company}です。社員が訪問先から帰れないおそれがあります。`,
      where: '場所',
      since: 'いつから',
      arrived: '到着',
      lastSign: '最後の確認',
      who: '社員',
      there: '相手',
      people: ({ count }: { count: number }) => `${count}人ほど`,
      alarm: '起きたこと',
      said: '相手の言葉（記録のまま）',
      noSaid: '記録に、危害や帰さないという言葉はありません。',
      car: '車',
      clothes: '服装',
      outside: '外で待つ人',
      callBack: '折り返しの番号',
      rules: '折り返しの決まり',
      ruleList: {
        phone: '訪問している人の電話には、かけないでください。',
        desk: '折り返しは、上の番号の机にお願いします。',
        siren: 'サイレンの要否は、警察の判断に任せます。',
      },
      unknown: '分かりません',
      print: '印刷',
    },
  },
  en: {
    words: {
      title: 'Sheet for 110',
      lead: 'Read it aloud from the top.',
      say: ({ company }) =>
        `This is an incident. This is ${company}. Our people may be unable to leave a place they visit.`,
      where: 'Where',
      since: 'Since when',
      arrived: 'arrived',
      lastSign: 'last check-in',
      who: 'Our people',
      there: 'The other side',
      people: ({ count }) => `about ${count}`,
      alarm: 'What happened',
      said: 'What they said (from the record)',
      noSaid: 'The record holds no words of harm or of keeping anybody there.',
      car: 'Car',
      clothes: 'Clothes',
      outside: 'Waits outside',
      callBack: 'Call back',
      rules: 'Calling back',
      ruleList: {
        phone: 'Do not call the phone of anybody on the visit.',
        desk: 'Call the desk at the number above.',
        siren: 'Whether to use the siren is for the police to decide.',
      },
      unknown: 'not known',
      print: 'Print',
    },
  },
})
