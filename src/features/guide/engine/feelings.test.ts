import { describe, expect, test } from 'vitest'
import { feelingIn, takesBackAnger } from './feelings.ts'

describe('言葉にされたお気持ち', () => {
  test.each([
    ['壊れたわけじゃないんですけど', 'none'],
    ['ランプがずっと点滅していて', 'none'],
    ['ちょっと困っています', 'some'],
    ['がっかりしました', 'some'],
    ['残念でなりません', 'some'],
    ['別に困ってるわけじゃないです', 'none'],
    ['心配はしていません', 'none'],
    ['許せません', 'strong'],
    ['怒ってるわけじゃないんですけど', 'none'],
    ['もう信じられないです', 'strong'],
    ['I am really disappointed', 'some'],
    ['I am not angry', 'none'],
    ['I am furious', 'strong'],
    ['The lamp keeps blinking', 'none'],
  ])('「%s」は %s', (words, feeling) => expect(feelingIn(words)).toBe(feeling))
})

describe('大きな声を、ご自分から詫びられた', () => {
  test.each([
    '悪かったな、大声出して。',
    'ごめんなさいね、つい怒鳴ってしまって。',
    'さっきは言い過ぎました。',
    '悪かったね。',
    'I’m sorry I shouted at you.',
  ])('「%s」', (text) => expect(takesBackAnger(text)).toBe(true))

  test.each([
    'すみません、先月買った急須のことなんですが。',
    'そっちの対応が悪かったんでしょう。',
    '大声を出させないでください。',
    'お店で怒鳴られました。',
    'You should be sorry.',
  ])('「%s」は違う', (text) => expect(takesBackAnger(text)).toBe(false))
})
