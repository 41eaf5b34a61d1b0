import { expect, test } from 'vitest'
import { inflected, inflectionOf, type Mood, moodBit, moods } from './inflection.ts'

function moodsOf(word: string, said: string): Mood[] | null {
  const inflection = inflectionOf(word)
  const read = inflected(said, inflection.stem.length, inflection)
  return read && moods.filter((mood) => (read.moods & moodBit[mood]) !== 0)
}

test.each<[string, string, Mood[]]>([
  ['返す', '返してください', ['ask']],
  ['返す', '返してくれへんか', ['ask']],
  ['返す', '返してもらえますか', ['ask']],
  ['返す', '返してくれました', ['favour']],
  ['返す', '返さんかい', ['order']],
  ['返す', '返せや', ['order']],
  ['返す', '返せません', ['not', 'can']],
  ['返す', '返さないと', ['not']],
  ['返す', '返すな。', ['forbid', 'plain']],
  ['殺す', '殺すぞ', ['will', 'plain']],
  ['殺す', '殺したろか', ['will']],
  ['殺す', '殺してやる', ['will']],
  ['殺す', '殺されたいか', ['passive', 'want', 'question']],
  ['刺す', '刺しに行く', ['will']],
  ['待つ', '待たされた', ['past', 'passive', 'causative']],
  ['言う', '言うて', ['ask']],
  ['見せる', '見せろ', ['order']],
  ['見せる', '見せんかい', ['order']],
  ['来る', '来い', ['order']],
  ['行く', '行ったら', ['if']],
  ['帰る', '帰りません', ['not']],
  ['届く', '届いていません', ['not', 'ongoing']],
  ['返金する', '返金をお願いします', ['ask']],
  ['返金する', '返金できない', ['not', 'can']],
  ['返金する', '返金されない', ['not', 'passive']],
  ['返金する', '返金の件', ['bare']],
  ['話す', '話ししました', ['past']],
  ['伝える', '伝えするつもり', ['will', 'plain']],
  ['出る', '出になりません', ['not']],
  ['伺う', '伺っておりません', ['not', 'ongoing']],
  ['用意する', '用意しておくと言われた', ['report']],
  ['おっしゃる', 'おっしゃいませんでした', ['not', 'past']],
  ['作る', '作ってもらえません?', ['ask']],
  ['返す', '返してくれんですか', ['ask']],
  ['教える', '教えてくれへんかったで', ['not', 'favour']],
  ['書く', '書かざるを得ません', ['should']],
  ['来る', '来るいうて', ['report']],
  ['届く', '届いとらん', ['not', 'ongoing']],
  ['教える', '教えてくれなかった', ['not', 'favour']],
  ['教える', '教えてくれないか', ['ask']],
  ['くる', 'こない', ['not']],
  ['くる', 'きてください', ['ask']],
  ['帰る', '帰んねえ', ['not']],
  ['切る', '切んなよ', ['forbid']],
  ['帰る', '帰りませんから', ['not']],
  ['持つ', '持ってこい', ['order']],
  ['持つ', '持ってきてください', ['ask']],
  ['替える', '替えてもらっていい', ['ask']],
  ['戻す', '戻していただきとうございます', ['ask']],
  ['戻す', '戻していただかないと困ります', ['ask']],
  ['返す', '返してえな', ['ask']],
  ['話す', '話させてください', ['ask', 'causative']],
  ['こわい', 'こわくない', ['not']],
  ['こわい', 'こわかった', ['past']],
])('%s: 「%s」は %j', (word, said, wanted) => {
  const heard = moodsOf(word, said) ?? []
  for (const mood of wanted) expect(heard).toContain(mood)
  expect(heard.includes('not')).toBe(wanted.includes('not'))
})

test('活用しない形は、その語ではない', () => {
  expect(moodsOf('殺す', '殺到している')).toBeNull()
  expect(moodsOf('刺す', '刺身')).toBeNull()
})

test('辞書の形でない語は、はっきり断る', () => {
  expect(() => inflectionOf('返金')).toThrow('返金')
})
