import { expect, test } from 'vitest'
import { wholeWords } from './clauses.ts'

test.each([
  ['加減にしろ', 'いい加減にしろ、さっさと上司を出せ！', 'いい加減にしろ'],
  ['上司を', 'いい加減にしろ、さっさと上司を出せ！', 'さっさと上司を出せ'],
  ['責任者に', '責任者に代わってもらえますか。', '責任者に代わってもらえますか'],
  ['、誠意を見せて', 'そちらも、誠意を見せてくださいよ。', '誠意を見せてくださいよ'],
  [
    'だなんて、どこにも',
    '解約金がかかるだなんて、どこにも書いてなかったし、聞いてないんですけど。',
    'どこにも書いてなかったし',
  ],
  [
    'のふたが外れて、手にやけど',
    '電気ケトルのふたが外れて、手にやけどをしました。',
    '電気ケトルのふたが外れて、手にやけどをしました',
  ],
  ['誠意ですよ、誠意', '誠意ですよ、誠意。', '誠意ですよ、誠意'],
  ['five hundred', 'I want five hundred pounds, today.', 'I want five hundred pounds'],
  ['どこにもない', '別の文です。', 'どこにもない'],
])('「%s」は「%s」の中で「%s」と読む', (words, text, read) =>
  expect(wholeWords(words, text)).toBe(read),
)

test('長い節では、語の途中で切らずに二十字ほどを読む', () => {
  const text = 'このまえ電話に出てくれた人の上司をいますぐここに出してもらえるまで待つ'
  const read = wholeWords('上司を', text)
  expect(read).toContain('上司を')
  expect(read.length).toBeLessThanOrEqual(20)
  expect(text).toContain(read)
})
