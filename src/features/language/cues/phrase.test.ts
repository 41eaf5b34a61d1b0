import { expect, test } from 'vitest'
import { phrase } from './phrase.ts'
import { read } from './reading.ts'
import { said } from './said.ts'
import { indexOf, wordsIn } from './words-found.ts'

const lexicon = { family: '家族|子ども|娘', say: '言う~' }

function spoken(written: string, text: string): string | null {
  const one = phrase(written, lexicon)
  const slots = [...one.slots, ...one.beside.map(({ slot }) => slot)]
  const words = slots.flatMap(({ words: wanted, decoys }) => [
    ...wanted.map(({ word }) => word),
    ...decoys,
  ])
  const reading = read(text)
  const index = indexOf(words)
  const found = wordsIn(reading.text, index)
  for (const span of said(one, { ...reading, index, words: found, bySlot: new Map() }))
    return reading.text.slice(span.start, span.end)
  return null
}

test.each([
  ['夜道|背後 気(を)つける~:order', '夜道には気ぃつけろよ', '夜道には気つけろ'],
  ['夜道|背後 気(を)つける~:order', '夜道に気をつけています', null],
  ['@family … どうなる~ .. 知る~:not', '子供がどうなっても知らんぞ', '子どもがどうなっても知らん'],
  ['-殺到|殺す~:will', '電話が殺到する', null],
  ['返す~|戻す~::ask', 'お金を戻して下さい', '戻してください'],
  ['返す~|戻す~::ask', 'お金は戻しました', null],
  ['電話 + くれる~', '電話くれる', '電話くれる'],
  ['電話 + くれる~', '電話をくれる', null],
  [
    '電話 // 来る~:not',
    '電話すると言いましたよね。もう三日です。来ません。',
    '電話すると言いましたよね。もう三日です。来ません',
  ],
  ['電話 … 来る~:not', '電話と言った。来ません。', null],
  ['返金する~:ask &明日', '明日までに返金してください', '返金してください'],
  ['返金する~:ask &明日', '返金してください', null],
  ['返金する~:ask !友人', '友人が返金してくださいと言う', null],
  ['返金する~:ask !!友人', '友人もいる。返金してください。', null],
  ['# 回|度 @say', '3回言いました', '3回言いました'],
  ['^ 帰る~:not', 'もう帰らない。', null],
  ['帰る~:not $', 'もう帰らないよ。', '帰らない'],
])('「%s」は「%s」の %j', (written, text, wanted) => expect(spoken(written, text)).toBe(wanted))

test.each(['', '@nobody', '返す~:soon', '-殺到', '返金~'])('「%s」は書き方の誤り', (written) =>
  expect(() => spoken(written, '返金')).toThrow(),
)
