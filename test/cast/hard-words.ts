import type { StaffKey } from './people.ts'
import type { Step, Story } from './story.ts'

const said = (at: number, by: StaffKey, text: string): Step => ({
  at,
  by,
  do: 'note',
  speaker: 'customer',
  text,
})

/** Words nobody here has to bear, and a loud voice that was right: what judgements are about. */
export const hardWords: readonly Story[] = [
  {
    key: 'insulted',
    began: { daysAgo: 1, time: '13:20' },
    channel: 'phone',
    by: 'matsui',
    words: '届いた南部鉄瓶の注ぎ口がずれていて、湯がこぼれる。どうにかしてくれ。',
    customer: { name: '久我 隆', phone: '090-0000-1261' },
    details: { subject: '鉄瓶の注ぎ口がずれている', product: '南部鉄瓶 1.2L', price: 14_300 },
    steps: [
      { at: 3, by: 'matsui', do: 'assign', to: 'matsui' },
      said(6, 'matsui', 'だから何度言わせるんだ。お前みたいな無能は辞めてしまえ。'),
      said(9, 'matsui', 'ばかやろう、上の空で聞いてるのか。'),
    ],
  },
  {
    key: 'summoned',
    began: { daysAgo: 1, time: '16:05' },
    channel: 'phone',
    by: 'kobayashi',
    words: '注文した皿の数が足りない。今夜の会に使うのに間に合わない。',
    customer: { name: '須田 克己', phone: '090-0000-1262' },
    details: { subject: '皿の数が足りない', product: '古伊万里ふう 取り皿 10枚', price: 9_800 },
    steps: [
      { at: 2, by: 'kobayashi', do: 'assign', to: 'kobayashi' },
      {
        at: 4,
        by: 'kobayashi',
        do: 'demand',
        key: 'visit',
        kind: 'visit',
        words: 'いますぐ喫茶店まで持ってきて謝ってほしい',
      },
      said(5, 'kobayashi', 'いますぐ駅前の喫茶店まで出てこい。来るまで待っているからな。'),
    ],
  },
  {
    key: 'threatened',
    began: { daysAgo: 3, time: '10:10' },
    channel: 'phone',
    by: 'matsui',
    words: '約束の電話がまた来ない。これで二度目だ。',
    customer: { name: '森田 剛志', phone: '090-0000-1263' },
    details: { subject: '約束の電話が二度なかった', product: 'ほうろうの鍋' },
    steps: [
      { at: 2, by: 'matsui', do: 'assign', to: 'kobayashi' },
      { at: 3, by: 'matsui', do: 'concern', words: '二度も待たされ、仕事を休んだ' },
      said(5, 'matsui', 'お前の家に火をつけてやる。名前は分かっているんだ。'),
    ],
  },
  {
    key: 'loud-and-right',
    began: { daysAgo: 2, time: '09:30' },
    channel: 'phone',
    by: 'kobayashi',
    words: '圧力鍋のふたが、直してもらったのにまた開かない。これで三度目です。',
    customer: { name: '三田村 香', phone: '090-0000-1264' },
    details: { subject: '圧力鍋のふたが三度開かない', product: '圧力鍋 4L', price: 12_600 },
    steps: [
      { at: 2, by: 'kobayashi', do: 'assign', to: 'kobayashi' },
      {
        at: 4,
        by: 'kobayashi',
        do: 'claim',
        key: 'lid',
        topic: 'what',
        statement: 'ふたが三度開かなくなった',
      },
      {
        at: 5,
        by: 'kobayashi',
        do: 'confirm',
        key: 'lid',
        source: '修理の記録',
        attributedTo: 'us',
      },
      said(7, 'kobayashi', 'ふざけるな、三度も直らないものを売るのか。'),
    ],
  },
  {
    key: 'exposed',
    began: { daysAgo: 4, time: '15:40' },
    channel: 'phone',
    by: 'matsui',
    words: '返金の説明が、電話のたびに違います。',
    customer: { name: '戸川 由紀夫', phone: '090-0000-1265' },
    details: { subject: '返金の説明が電話のたびに違う', product: '電気ケトル' },
    steps: [
      { at: 2, by: 'matsui', do: 'assign', to: 'kobayashi' },
      { at: 3, by: 'matsui', do: 'concern', words: '説明が二転三転した' },
      said(5, 'matsui', 'もういい、SNSに書くぞ。'),
      said(8, 'matsui', 'SNSにお前の名前と顔を晒してやる。'),
    ],
  },
]
