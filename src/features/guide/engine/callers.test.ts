import { describe, expect, test } from 'vitest'
import { advance, fold } from '#features/complaints/record/door.ts'
import { aCall, written } from '#features/complaints/record/factory.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Noticeable } from '../contract.ts'
import { noticedOf } from './callers.ts'

const said = (text: string): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: { speaker: 'customer', text, cues: [] },
})
const recordOf = (...events: ComplaintEvent[]) => fold(written([...aCall(''), ...events]))
const toldBy = (text: string) => noticedOf(recordOf(said(text))).map(({ what }) => what)

describe('お客様の言葉が、はっきり言っていること', () => {
  test.each<[Noticeable, string]>([
    ['organisation', '弊社の棚が空いてしまうんです。'],
    ['organisation', '北浜商事の三宅と申します。'],
    ['organisation', '購買部です。けさの納品が足りません。'],
    ['organisation', 'I’m calling from Harbour Foods, the crates are short.'],
    ['proxy', '母の代わりに電話しています。'],
    ['proxy', '入居者さんに代わって、ご連絡しました。'],
    ['proxy', '代理の者です。'],
    ['proxy', 'I’m calling for my mother. It worries her.'],
    ['slower', 'すみません、もう少しゆっくり話してください。'],
    ['slower', '八十二歳になります。'],
    ['slower', 'Could you speak a little more slowly?'],
    ['hearing', '耳が遠いものですから。'],
    ['hearing', '補聴器を使っています。'],
    ['hearing', 'I am hard of hearing.'],
    ['language', 'わたし、にほんご、すこしです。'],
    ['language', '日本語があまりわかりません。'],
    ['language', '英語で話せる人はいますか。'],
    ['child', '小学生です。お金が戻ってきません。'],
    ['child', '小学三年です。'],
  ])('%s：%s', (what, text) => expect(toldBy(text)).toContain(what))

  test('どの言葉がよいかも分かる', () => {
    const [found] = noticedOf(recordOf(said('にほんご、すこし。'), said('英語でお願いします。')))
    expect(found).toMatchObject({ what: 'language', speaks: 'english', isTold: true })
  })
})

describe('はっきりしないことは、決めつけない', () => {
  test.each([
    '「弊社に責任はない」と言われました。',
    '弊社では分かりかねますと言われたんです。',
    '母は耳が遠いので、私が買いました。',
    '息子は小学生です。',
    'ゆっくり休めませんでした。',
    '母の日に贈ったものです。',
    '日本語の説明書がありません。',
    '総務省に届けを出しました。',
    '電話が遠くて、よく聞こえません。',
    '八十二歳の母に贈りました。',
    'My mother is hard of hearing.',
    'I called for a refund.',
  ])('%s', (text) => expect(toldBy(text)).toEqual([]))
})

describe('応対者が書き留めたこと', () => {
  const noticed = (what: Noticeable): ComplaintEvent => ({
    type: 'guide.noticed',
    payload: { what },
  })
  const withdrawn = (what: Noticeable): ComplaintEvent => ({
    type: 'guide.notice-withdrawn',
    payload: { what },
  })

  test('言葉になくても、書き留めれば分かっている', () => {
    expect(noticedOf(recordOf(noticed('slower')))).toEqual([
      { what: 'slower', speaks: null, words: '', isTold: false },
    ])
  })

  test('取り消したことは、もう一度言われても戻らない。書き留め直せば戻る', () => {
    const record = recordOf(said('弊社の件です。'), withdrawn('organisation'), said('弊社は困る。'))
    expect(noticedOf(record)).toEqual([])
    const [entry] = written([noticed('organisation')])
    const again = entry && advance(record, { ...entry, sequence: record.head + 1 })
    expect(again && noticedOf(again).map(({ what }) => what)).toEqual(['organisation'])
  })

  test('黙っておられることは、その時だけのことで、お相手の性質ではない', () => {
    expect(noticedOf(recordOf(noticed('quiet')))).toEqual([])
  })
})
