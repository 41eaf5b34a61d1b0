import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteOf, understandReview } from './rules.ts'

const now = '2026-11-24T01:00:00Z'
const read = (text: string) => understandReview(text, now)

describe('貼られた口コミを読む', () => {
  test('地図の口コミ', () => {
    expect(
      read(
        '港の見える丘の住人\nローカルガイド · 12 件のクチコミ\n★★☆☆☆ 3 か月前\n包丁の研ぎ直しを頼んだら、柄が割れて戻ってきました。\nもう頼みません。\nhttps://maps.app.goo.gl/abc123',
      ),
    ).toEqual({
      words: '包丁の研ぎ直しを頼んだら、柄が割れて戻ってきました。\nもう頼みません。',
      site: 'Google マップ',
      url: 'https://maps.app.goo.gl/abc123',
      author: '港の見える丘の住人',
      stars: 2,
      postedAt: '2026-08-24T01:00:00Z',
      postedPrecision: 'about',
    })
  })

  test('Xの投稿', () => {
    expect(
      read(
        '@kettle_hater\n新しいケトル、注ぎ口から漏れてやけどしかけた。窓口は三日返事なし。\n午後3:12 · 2026年11月20日 · 1,234回表示\nhttps://x.com/kettle_hater/status/1',
      ),
    ).toMatchObject({
      words: '新しいケトル、注ぎ口から漏れてやけどしかけた。窓口は三日返事なし。',
      site: 'X',
      author: '@kettle_hater',
      stars: null,
      postedAt: '2026-11-20T06:12:00Z',
      postedPrecision: 'minute',
    })
  })

  test('通販のレビュー', () => {
    expect(
      read(
        '投稿者: まめ\n5つ星のうち1.0　すぐ壊れました\n2026年10月5日に日本でレビュー済み\n二週間で電源が入らなくなりました。\nhttps://www.amazon.co.jp/review/R1',
      ),
    ).toMatchObject({
      words: '5つ星のうち1.0　すぐ壊れました\n二週間で電源が入らなくなりました。',
      site: 'Amazon',
      author: 'まめ',
      stars: 1,
      postedAt: '2026-10-04T15:00:00Z',
      postedPrecision: 'day',
    })
  })

  test('言葉だけなら、言葉だけ', () => {
    expect(read('二度と行きません。')).toEqual({
      words: '二度と行きません。',
      site: '',
      url: '',
      author: '',
      stars: null,
      postedAt: null,
      postedPrecision: null,
    })
  })

  test('文の中の日付や数字は、お客様の言葉のまま残る', () => {
    const text = '2026年11月3日に買った鍋が、3日前に割れました。星2つです。返事は5回目です。'
    expect(read(text).words).toBe(text)
  })

  test('これから先の日付は、投稿日としない', () => {
    expect(read('★☆☆☆☆\n2027年1月1日\nひどい').postedAt).toBeNull()
  })

  test('何を貼られても倒れず、どの文字も作らない', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('★★☆☆☆', '3 か月前', '@a', 'https://x.com/', '\n', '2026年2月30日', '名前：'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const pasted = pieces.join('')
        const { words } = read(pasted)
        const lines = new Set(
          pasted
            .replaceAll('\r\n', '\n')
            .split('\n')
            .map((line) => line.trim()),
        )
        const rest = words === '' ? [] : words.split('\n')
        expect(rest.every((line) => lines.has(line.trim()))).toBe(true)
      }),
    )
  })
})

describe('サイトの名前', () => {
  test.each([
    ['https://www.google.com/maps/place/x', 'Google マップ'],
    ['https://item.rakuten.co.jp/a/b/', '楽天市場'],
    ['https://tabelog.com/tokyo/A1/', '食べログ'],
    ['https://notx.com/a', 'notx.com'],
    ['https://www.example.jp/review', 'example.jp'],
    ['https://x.com@evil.example/', 'evil.example'],
    ['', ''],
  ])('%s', (url, site) => expect(siteOf(url)).toBe(site))
})
