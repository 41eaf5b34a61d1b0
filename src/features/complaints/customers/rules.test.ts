import { describe, expect, test } from 'vitest'
import {
  couldBeSame,
  emailKey,
  kanaKey,
  keysOf,
  nameKey,
  orderKey,
  phoneKey,
  searchKeysOf,
} from './rules.ts'

describe('書き方が違っても、同じお客様と分かる', () => {
  test.each([
    ['03-1234-5678', '0312345678'],
    ['０３（１２３４）５６７８', '0312345678'],
    ['０９０ー１２３４ー５６７８', '09012345678'],
    ['+81 90-1234-5678', '09012345678'],
    ['＋８１（０）９０ １２３４ ５６７８', '09012345678'],
    ['010-81-3-1234-5678', '0312345678'],
    ['0081 90 1234 5678', '09012345678'],
    ['81-90-1234-5678', '09012345678'],
    ['81 3 1234 5678', '0312345678'],
    ['810-90-1234-5678', '09012345678'],
    ['+1 212 555 0100', '12125550100'],
    ['０９０．１２３４．５６７８', '09012345678'],
    ['090−1234−5678', '09012345678'],
    ['TEL：054-000-1234', '0540001234'],
    ['054-000-1234（自宅）', '0540001234'],
    ['054-000-1234 内線12', '0540001234'],
    ['内線なし', ''],
  ])('電話 %s', (typed, key) => expect(phoneKey(typed)).toBe(key))

  test.each([
    ['Nishida@Example.JP', 'nishida@example.jp'],
    ['ｎｉｓｈｉｄａ＠ｅｘａｍｐｌｅ．ｊｐ', 'nishida@example.jp'],
    [' a.b-c@x.jp ', 'a.b-c@x.jp'],
  ])('メール %s', (typed, key) => expect(emailKey(typed)).toBe(key))

  test.each([
    ['髙﨑 様', '高崎'],
    ['齋藤　一郎', '斉藤一郎'],
    ['斎藤一郎さん', '斉藤一郎'],
    ['渡邊 ハナ', '渡辺ハナ'],
    ['齊藤 一郎', '斉藤一郎'],
    ['𠮷田 廣', '吉田広'],
    ['濵﨑 惠', '浜崎恵'],
    ['桒原 眞', '桑原真'],
    ['増田 寬', '増田寛'],
    ['增田 寛', '増田寛'],
    ['髙槗 逹也', '高橋達也'],
    ['葛\u{E0100}城 薰', '葛城薫'],
    ['嶋﨑　冨美子', '島崎富美子'],
    ['國分 德郞', '国分徳郎'],
    ['ＳＭＩＴＨ・Ann', 'smithann'],
  ])('お名前 %s', (typed, key) => expect(nameKey(typed)).toBe(key))

  test.each([
    ['ﾆｼﾀﾞ ｹｲｺ', 'にしだけいこ'],
    ['ニシダ　ケイコ', 'にしだけいこ'],
    ['にしだ けいこ 様', 'にしだけいこ'],
    ['ｲｹﾀﾞ　ﾁﾂﾞﾙ', 'いけだちずる'],
    ['いけだ・ちずる', 'いけだちずる'],
    ['ヒヂカタ', 'ひじかた'],
  ])('フリガナ %s', (typed, key) => expect(kanaKey(typed)).toBe(key))

  test.each([
    ['Ａ－１２３４', 'A1234'],
    ['a1234', 'A1234'],
    ['A－12 34', 'A1234'],
  ])('注文番号 %s', (typed, key) => expect(orderKey(typed)).toBe(key))
})

describe('打っている途中の言葉', () => {
  test('数字だけなら電話か注文番号で、名前では探さない', () => {
    expect(searchKeysOf('090-1234')).toEqual({
      phone: '0901234',
      email: null,
      order: '0901234',
      name: null,
      kana: null,
    })
  })

  test('三桁では町の半分が当てはまるので、まだ探さない', () => {
    expect(searchKeysOf('090')).toMatchObject({ phone: null, order: null, name: null })
  })

  test('かなは名前にもフリガナにもなる', () => {
    expect(searchKeysOf('ニシダ')).toMatchObject({ name: 'ニシダ', kana: 'にしだ', phone: null })
  })

  test('漢字はフリガナにはならない', () => {
    expect(searchKeysOf('西田')).toMatchObject({ name: '西田', kana: null })
  })

  test('英字はメールの書き出しにもなる', () => {
    expect(searchKeysOf('nishida@')).toMatchObject({ email: 'nishida@' })
  })
})

describe('同じ電話でも、同じ人とは限らない', () => {
  const nishida = keysOf({ name: '西田 恵子' })

  test('名字だけでも矛盾しなければ、同じ人かもしれない', () => {
    expect(couldBeSame(nishida, keysOf({ name: '西田' }))).toBe(true)
    expect(couldBeSame(nishida, keysOf({}))).toBe(true)
  })

  test('下の名前が違えば、ご家族', () => {
    expect(couldBeSame(nishida, keysOf({ name: '西田 太郎' }))).toBe(false)
  })
})
