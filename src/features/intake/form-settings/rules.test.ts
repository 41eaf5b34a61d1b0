import { describe, expect, test } from 'vitest'
import { originOf } from './rules.ts'

describe('フォームを置くサイト', () => {
  test.each([
    ['https://shop.example.jp', 'https://shop.example.jp'],
    ['shop.example.jp/contact?x=1', 'https://shop.example.jp'],
    [' ＨＴＴＰＳ：／／Shop.Example.jp:8443/ ', 'https://shop.example.jp:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ["*; script-src 'unsafe-inline'", null],
    ['https://user@example.jp', null],
    ['shop', null],
    ['', null],
  ])('%s は %s', (site, origin) => {
    expect(originOf(site)).toBe(origin)
  })
})
