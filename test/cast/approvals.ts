import { customerOf, decided, known, manner, type Cause } from './gestures.ts'
import type { StaffKey } from './people.ts'
import type { Story } from './story.ts'

const flat: Cause = {
  reason: 'お怪我はない。同じ型の調べが要る',
  found: { cause: 'defect', detail: '底の反り', answeringFunction: 'product' },
}

/** A refund that is a supervisor's, asked a short while ago. */
const pan: Story = {
  key: 'asked-refund',
  began: { minutesAgo: 95 },
  channel: 'phone',
  by: 'kobayashi',
  words: '届いた鉄鍋の底が反っていて、ぐらぐらします。油が片側に寄って、こわくて使えません。',
  customer: customerOf('相馬 弘', 30),
  details: {
    subject: '鉄鍋の底が反っている',
    product: '打ち出しの鉄鍋 30cm',
    price: 18_400,
    expectedOutcome: '返金してほしい',
  },
  boughtDaysBefore: 11,
  steps: [
    ...known('kobayashi', '底が3ミリ反り、平らな台でがたつく', 'お客様の写真', flat),
    { at: 12, by: 'kobayashi', do: 'offer', key: 'swap', rule: 'R-01' },
    {
      at: 15,
      by: 'kobayashi',
      do: 'answer',
      key: 'swap',
      answer: 'rejected',
      words: '同じ鍋がまた届くのは、もう怖いんです',
    },
    {
      at: 18,
      by: 'kobayashi',
      do: 'ask',
      key: 'refund',
      rule: 'R-06',
      reason: '交換はお断りになり、反りは写真で確かめました。代金が1万円を超えるためSVの判断です',
    },
    {
      at: 20,
      by: 'kobayashi',
      do: 'promise',
      key: 'p',
      words: 'ご返金できるかを確かめて、お電話します',
      due: { minutes: 240 },
    },
  ],
}

/** What the table does not hold: reminded already, since it has waited for half its time. */
const tea: Story = {
  key: 'asked-outside',
  began: { minutesAgo: 830 },
  channel: 'mail',
  by: 'kawabata',
  words:
    '還暦のお祝いに間に合うように頼んだのに、届いたのは翌日でした。父はもう帰ったあとで、箱を開ける人がいませんでした。',
  customer: customerOf('三浦 さとみ', 31),
  details: { subject: 'お祝いの日に届かなかった', product: '祝い膳 二段重', price: 12_800 },
  boughtDaysBefore: 9,
  steps: [
    ...known('kawabata', '指定日の翌日に届いた', '配送会社の追跡記録', {
      reason: '記念の日は戻らない。お気持ちへの配慮が要る',
      found: { cause: 'expectation', detail: '仕分けの遅れ', answeringFunction: 'logistics' },
    }),
    {
      at: 12,
      by: 'kawabata',
      do: 'concern',
      words: '父はもう帰ったあとで、箱を開ける人がいなかった',
    },
    { at: 15, by: 'kawabata', do: 'offer', key: 'shipping', rule: 'R-03', amountYen: 980 },
    {
      at: 40,
      by: 'kawabata',
      do: 'answer',
      key: 'shipping',
      answer: 'rejected',
      words: '送料の話をしているのではありません',
    },
    {
      at: 45,
      by: 'kawabata',
      do: 'ask',
      key: 'gift',
      outside: {
        kind: 'coupon',
        label: '祝い膳をもう一度お届けするご優待',
        say: 'お父様とあらためてお祝いいただけますよう、次の祝い膳を当社の負担でお届けいたします。',
      },
      amountYen: 12_800,
      reason: '送料の返金はお断り。お祝いの日は戻らず、もう一度お席を、と申し出たい',
    },
  ],
}

/** Words that admit a fault: a supervisor reads them before they leave. */
const letter: Story = {
  key: 'asked-words',
  began: { minutesAgo: 260 },
  channel: 'mail',
  by: 'kawabata',
  words:
    '店の方の言い方が、あまりにも冷たかったです。間違えたのはそちらなのに、謝ってもくれませんでした。',
  customer: customerOf('柏木 えり', 32),
  details: { subject: '店での言い方が冷たかった', happenedWhere: '静岡駅前店 レジ' },
  steps: [
    ...known('kawabata', '会計の打ち間違いを、謝らずに直した', '店長の聞き取り', manner),
    {
      at: 30,
      by: 'kawabata',
      do: 'ask',
      key: 'text',
      opens: ['admits-liability'],
      text: '柏木 様\n\n静岡駅前店での会計の打ち間違いは、当社の責任です。その場でお詫びを申し上げなかったことも、重ねてお詫び申し上げます。\n店の全員で、会計のあとの確かめ方を見直しております。',
      reason: '打ち間違いも、謝らなかったことも、店長の聞き取りで確かめました',
    },
  ],
}

type Alike = readonly [
  minutesAgo: number,
  by: StaffKey,
  subject: string,
  words: string,
  statement: string,
  name: string,
]

const alike: readonly Alike[] = [
  [
    150,
    'kobayashi',
    '保留のまま電話が切れた',
    '十五分待たされて、そのまま切れました。',
    '保留のまま、通話が切れた',
    '平田 芳江',
  ],
  [
    205,
    'kawabata',
    '「規則ですから」とだけ言われた',
    '理由を聞いたら「規則ですから」の一言。子ども扱いです。',
    '理由を説明せず「規則ですから」とだけ答えた',
    '野口 大輝',
  ],
]

/** Small ones of one kind, which may be decided in one go. */
const small: readonly Story[] = alike.map(
  ([minutesAgo, by, subject, words, statement, name], at) => ({
    key: `asked-alike-${at + 1}`,
    began: { minutesAgo },
    channel: 'phone',
    by,
    words,
    customer: customerOf(name, 40 + at),
    details: { subject },
    steps: [
      ...known(by, statement, '通話の記録', manner),
      {
        at: 20,
        by,
        do: 'ask',
        key: 'gift',
        rule: 'R-05',
        amountYen: 1000,
        reason: '事実は記録で確かめました。お詫びの言葉はお受けいただいています',
      },
    ],
  }),
)

/** More than a supervisor decides. */
const large: Story = {
  key: 'asked-large',
  began: { minutesAgo: 320 },
  channel: 'phone',
  by: 'kobayashi',
  words: '冷凍庫の扉が勝手に開いて、中のものが全部だめになりました。食材の分も弁償してください。',
  customer: customerOf('立花 健', 33),
  details: {
    subject: '保冷庫の扉が開き、中の食材が傷んだ',
    product: '卓上の保冷庫 20L',
    price: 39_800,
    expectedOutcome: '本体と食材の代金を返してほしい',
  },
  boughtDaysBefore: 20,
  steps: [
    ...known('kobayashi', '扉の留め具が割れていた', 'お客様の写真', flat),
    {
      at: 25,
      by: 'kobayashi',
      do: 'ask',
      key: 'both',
      outside: {
        kind: 'partial-refund',
        label: '本体の代金に近い額のご返金',
        say: '留め具の割れを確かめましたので、本体の代金の9割をお返しいたします。',
      },
      amountYen: 35_800,
      reason: '本体はお手元で使い続けたいとのこと。留め具の割れは確認済みです',
    },
  ],
}

/** Asked and answered, and waiting: what the queue of approvals and its precedents are made of. */
export const approvals: readonly Story[] = [...decided, pan, tea, letter, ...small, large]
