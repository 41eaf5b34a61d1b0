import { describe, expect, it } from 'vitest'
import { identifying, type Known } from './rules.ts'

const known: Known = {
  customer: {
    name: '髙橋 千尋',
    kana: 'タカハシ チヒロ',
    phone: '090-1234-5678',
    email: 'chihiro.t@example.jp',
    postcode: '150-0001',
    address: '東京都渋谷区神宮前一丁目2番3号 メゾン青葉505号室',
  },
  details: {
    product: 'エキストラバージンオリーブオイル 500ml',
    orderNumber: 'A-1001',
    lot: '240611B',
    price: 2480,
    purchasedOn: '2026-11-20',
  },
  author: '港の見える丘の住人',
  publicWords: '包丁の研ぎ直しを頼んだら、柄が割れて戻ってきました。注文番号は K2026-77 です。',
  insideWords: '電話で。指を切り、病院で五針縫ったとのこと。会員番号 88120345。',
  own: {
    names: ['みなと食卓株式会社', '室長　佐々木 恵'],
    telephones: ['054-000-0000'],
    mails: ['desk@minato.example'],
    address: '静岡市葵区追手町1-2-3',
  },
}
const rulesOf = (text: string, change: Partial<Known> = {}) =>
  identifying(text, { ...known, ...change }).map(({ rule }) => rule)
const said = (text: string) =>
  identifying(text, known).map(({ start, end }) => text.slice(start, end))

describe('お客様が分かる言葉は、どう書いても見つかる', () => {
  it.each([
    ['髙橋様、ありがとうございます。', '髙橋様'],
    ['高橋様、ありがとうございます。', '高橋様'],
    ['高 橋 千 尋 様', '高 橋 千 尋 様'],
    ['高\u200b橋さんの件です。', '高\u200b橋さん'],
    ['千尋さんへ', '千尋さん'],
    ['タカハシ様', 'タカハシ様'],
    ['ﾀｶﾊｼ様', 'ﾀｶﾊｼ様'],
    ['たかはし さまのご意見', 'たかはし さま'],
    ['たかはしちひろのことです', 'たかはしちひろ'],
  ])('お名前：%s', (text, found) => {
    expect([rulesOf(text), said(text)]).toEqual([['name-in-public'], [found]])
  })

  it.each([
    '090-1234-5678',
    '０９０－１２３４－５６７８',
    '090ー1234ー5678',
    '09012345678',
    '090 (1234) 5678',
    '+81 90-1234-5678',
    '〇九〇一二三四五六七八',
    '03-5555-1234',
    'chihiro.t@example.jp',
    'ｃｈｉｈｉｒｏ．ｔ＠ｅｘａｍｐｌｅ．ｊｐ',
    'chihiro.t アット example.jp',
    'other@example.com',
  ])('連絡先：%s', (contact) => {
    expect(rulesOf(`${contact} にご連絡しました。`)).toEqual(['contact-in-public'])
  })

  it.each([
    '〒150-0001',
    '１５００００１',
    '渋谷区神宮前のお宅',
    '神宮前1-2-3',
    '神宮前１丁目２番３号',
    '神宮前一丁目二番三号',
    'メゾン青葉の件',
  ])('住所：%s', (address) => {
    expect(rulesOf(`${address}でございますね。`)).toEqual(['address-in-public'])
  })

  it.each([
    'A-1001',
    'ａ１００１',
    'A 1001',
    '240611B',
    'U26-00101',
    'Ｕ２６－００１０１',
    'K2026-77',
    '8812-0345',
  ])('番号：%s（お客様が書かれていても）', (number) =>
    expect(rulesOf(`${number} の件です。`)).toEqual(['number-in-public']),
  )

  it.each([
    '11月20日にお求めの品',
    '十一月二十日の件',
    '2026/11/20の件',
    '令和８年１１月２０日の件',
    '２，４８０円の品',
    '￥2,480の品',
    '二千四百八十円の品',
    'エキストラバージンオリーブオイルの件',
  ])('記録だけにあるお買い物：%s', (words) => {
    expect(rulesOf(words)).toEqual(['purchase-in-public'])
  })

  it('記録だけにあるお体のこと。お客様が公に書かれたことは、見つけたことにしない', () => {
    expect(rulesOf('病院へ行かれたとのこと')).toEqual(['health-in-public'])
    expect(rulesOf('病院へ行かれたとのこと', { publicWords: '通院しています' })).toEqual([])
    const menu = { insideWords: 'アレルギーが出た' }
    expect(rulesOf('アレルギー表示を見直しました', menu)).toEqual([])
    expect(rulesOf('アレルギーが出たとのこと', menu)).toEqual(['health-in-public'])
  })

  it('本名らしい投稿者名でも、呼ばない', () => {
    expect(rulesOf('森本千尋様', { customer: {}, author: '森本 千尋' })).toEqual(['name-in-public'])
    expect(rulesOf('港の丘', { customer: {}, author: 'みなと' })).toEqual([])
  })
})

describe('言ってよいことは、止めない', () => {
  it.each([
    'ご投稿をありがとうございます。',
    'ご不快な思いをおかけし、申し訳ございません。',
    'お電話（当社の窓口 054-000-0000）でうかがえますと幸いです。',
    'フリーダイヤル 0120-111-222 で承ります。',
    'desk@minato.example までお知らせください。',
    '包丁の柄の付け方を見直しました。',
    '営業は2026年12月20日までです。',
    '税込2,500円でございます。',
    '静岡市葵区追手町1-2-3の店舗でございます。',
    '渋谷区にも店がございます。',
    '室長　佐々木 恵',
    '橋のたもとの店です。',
    '高い所からのご意見',
  ])('%s', (text) => expect(rulesOf(text)).toEqual([]))

  it('お買い物のことも、お客様が公に書かれていれば止めない', () => {
    expect(rulesOf('11月20日の件', { publicWords: '11/20に買いました' })).toEqual([])
    expect(rulesOf('2,480円の件', { publicWords: '2480円もしたのに' })).toEqual([])
  })

  it('敬称までを「お客様」に直せる', () => {
    const text = '高橋様のお声'
    const [found] = identifying(text, known)
    expect(text.slice(0, found?.start) + found?.fix + text.slice(found?.end)).toBe('お客様のお声')
  })
})
