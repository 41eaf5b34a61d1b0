import { describe, expect, test } from 'vitest'
import { startOf } from './start-of.ts'

describe('探した言葉を、新しいお客様の欄に移す', () => {
  test.each([
    ['090-1234-5678', { phone: '090-1234-5678' }],
    ['０３（１２３４）５６７８', { phone: '０３（１２３４）５６７８' }],
    ['sato@example.jp', { email: 'sato@example.jp' }],
    ['佐藤 美咲', { name: '佐藤 美咲' }],
    ['123', { name: '123' }],
    ['  ', {}],
  ])('「%s」', (typed, start) => {
    expect(startOf(typed)).toEqual(start)
  })
})
