import { teams, type StaffKey } from './people.ts'
import type { Step, Story } from './story.ts'

/** What the desk may give in a quarter although nobody owes it. */
export const budget = { department: teams.desk, limitYen: 30_000 } as const

/** A manner that hurt, and the small gesture for it: what the next one is compared with. */
type Gesture = readonly [
  daysAgo: number,
  by: StaffKey,
  subject: string,
  words: string,
  statement: string,
  name: string,
  yen: number,
  answer: string,
]

const gestures: readonly Gesture[] = [
  [
    44,
    'kawabata',
    '電話を途中で切られた',
    '説明している途中で、がちゃんと切られました。こちらの話、まだ終わっていませんでした。',
    '保留から戻すときに、通話を切った',
    '大西 多恵',
    1000,
    'そこまでしていただかなくても。でも、ありがとう',
  ],
  [
    37,
    'kobayashi',
    '名前を何度も聞き直された',
    '三回も名前を言わされて、最後は「で、どちら様でしたっけ」ですよ。',
    '聞き取れず、三回お名前をうかがった',
    '永井 俊介',
    500,
    'もういいです、次は気をつけて',
  ],
  [
    30,
    'kawabata',
    'メールの返事が二週間なかった',
    '返事が来るのを二週間待ちました。忘れられていたのなら、そう言ってください。',
    '担当替えのときに、返信がもれた',
    '杉本 かおる',
    1000,
    '正直に言ってくださったので、お受けします',
  ],
  [
    24,
    'kobayashi',
    '店員がため息をついた',
    '返品をお願いしたら、目の前でため息をつかれました。悲しかったです。',
    '返品の受付で、店員がため息をついた',
    '古川 真理',
    1000,
    'また買い物に行けそうです',
  ],
  [
    17,
    'kawabata',
    '折り返すと言われて電話がなかった',
    '午前中に折り返しますと言われて、一日家で待っていました。',
    '折り返しの約束が、引き継がれていなかった',
    '浜田 敏夫',
    1000,
    '分かりました。待つのは、もうこりごりですよ',
  ],
  [
    12,
    'kobayashi',
    '問い合わせをたらい回しにされた',
    '窓口を四つも回されて、そのたびに最初から説明しました。',
    '四つの窓口に、続けておつなぎした',
    '岩瀬 のぞみ',
    800,
    'クーポンより、次は一回で済むようにしてください',
  ],
]

export function customerOf(name: string, at: number) {
  return { name, phone: `090-0000-12${String(at).padStart(2, '0')}` }
}

/** The fact that a remedy stands on, and why it came to that. */
export function known(
  by: StaffKey,
  statement: string,
  source: string,
  cause: Cause,
): readonly Step[] {
  return [
    { at: 3, by, do: 'assign', to: by },
    { at: 5, by, do: 'claim', key: 'fact', topic: 'what', statement },
    { at: 6, by, do: 'assess', severity: 'medium', isSafety: false, reason: cause.reason },
    { at: 8, by, do: 'confirm', key: 'fact', source, attributedTo: 'us' },
    { at: 9, by, do: 'cause', ...cause.found },
  ]
}
export type Cause = {
  readonly reason: string
  readonly found: Pick<Extract<Step, { do: 'cause' }>, 'cause' | 'detail' | 'answeringFunction'>
}

export const manner: Cause = {
  reason: '応対の不手際。ほかの方への影響はない',
  found: { cause: 'attitude', detail: '応対の手順を守れなかった', answeringFunction: 'desk' },
}

const compared: readonly Story[] = gestures.map(
  ([daysAgo, by, subject, words, statement, name, amountYen, answer], at) => ({
    key: `gesture-${at + 1}`,
    began: { daysAgo, time: '10:40' },
    channel: 'phone',
    by,
    words,
    customer: customerOf(name, at),
    details: { subject },
    steps: [
      ...known(by, statement, '応対の記録', manner),
      { at: 12, by: 'sasaki', do: 'offer', key: 'gift', rule: 'R-05', amountYen },
      { at: 15, by, do: 'answer', key: 'gift', answer: 'accepted', words: answer },
      {
        at: 17,
        by,
        do: 'agree',
        offers: ['gift'],
        words: 'クーポンをお送りすることで、ご了承いただいた。',
      },
      {
        at: [1, '10:10'],
        by,
        do: 'close',
        outcome: 'resolved',
        agreementWords: 'クーポンをお送りすることで、ご了承いただいた。',
      },
    ],
  }),
)

/** Once it was far more than usual: whoever decides the next one sees that it stands apart. */
const apart: Story = {
  key: 'gesture-apart',
  began: { daysAgo: 9, time: '11:20' },
  channel: 'phone',
  by: 'kobayashi',
  words: '約束の電話が三度も来ませんでした。そのたびに仕事を休んで待っていたんです。',
  customer: customerOf('宮下 直人', 20),
  details: { subject: '約束の電話が三度なかった' },
  steps: [
    ...known('kobayashi', '折り返しの約束が、三度守られなかった', '約束台帳', manner),
    {
      at: 14,
      by: 'kobayashi',
      do: 'ask',
      key: 'more',
      rule: 'R-05',
      amountYen: 5000,
      reason: '三度続けて約束を破り、お客様は三日お仕事を休まれた',
    },
    {
      at: 40,
      by: 'sasaki',
      do: 'grant',
      key: 'more',
      amountYen: 4000,
      condition: '室長からのお電話を添えて',
    },
    {
      at: 55,
      by: 'kobayashi',
      do: 'offer',
      key: 'gift',
      rule: 'R-05',
      approval: 'more',
      amountYen: 4000,
    },
    {
      at: 58,
      by: 'kobayashi',
      do: 'answer',
      key: 'gift',
      answer: 'accepted',
      words: '室長さんが電話をくださるなら、それで',
    },
    {
      at: 60,
      by: 'kobayashi',
      do: 'agree',
      offers: ['gift'],
      words: '室長からお電話し、クーポンをお送りすることで、ご了承いただいた。',
    },
    {
      at: [1, '14:00'],
      by: 'kobayashi',
      do: 'close',
      outcome: 'resolved',
      agreementWords: '室長のお電話のあと、「これで終わりにします」とのお言葉',
    },
  ],
}

/** Not granted, with words that could be said, and another way that was taken. */
const declined: Story = {
  key: 'asked-in-vain',
  began: { daysAgo: 6, time: '15:10' },
  channel: 'mail',
  by: 'kawabata',
  words: '届いた皿の色が写真と違います。気に入らないので、半額にしてください。',
  customer: customerOf('戸田 恵美', 21),
  details: { subject: '皿の色が写真と違う', product: '藍染めの小皿 4枚', price: 4800 },
  boughtDaysBefore: 8,
  steps: [
    ...known('kawabata', '釉薬の色に、写真より濃い個体がある', '在庫の現品', {
      reason: '品質の幅の内。お怪我はない',
      found: {
        cause: 'expectation',
        detail: '色の幅の説明が写真に添えられていない',
        answeringFunction: 'sales',
      },
    }),
    {
      at: 20,
      by: 'kawabata',
      do: 'ask',
      key: 'half',
      outside: {
        kind: 'discount',
        label: '代金の半額の値引き',
        say: '色のご案内が足りませんでしたので、代金の半額をお引きいたします。',
      },
      amountYen: 2400,
      reason: '写真の色との差が大きく、ご不満が強い',
    },
    {
      at: 95,
      by: 'sasaki',
      do: 'refuse',
      key: 'half',
      words:
        '手作りのため、一枚ずつ色に幅がございます。お値引きの代わりに、色をお選びいただいての交換をご用意いたします。',
    },
  ],
}

/** What was given before, and what was not: every new request is compared with it. */
export const decided: readonly Story[] = [...compared, apart, declined]
