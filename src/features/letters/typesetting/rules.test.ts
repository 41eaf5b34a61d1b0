import { describe, expect, it } from 'vitest'
import { aLetter, ourLetterhead } from './factory.ts'
import { dateWords, namesOf, needsOf, pairOf, paragraphsOf, postcodeWords } from './rules.ts'
import type { Recipient } from './contract.ts'

describe('頭語と結語', () => {
  it.each([
    ['haikei', '拝啓', '敬具'],
    ['kinkei', '謹啓', '謹白'],
    ['kyukei', '急啓', '敬具'],
    ['zenryaku', '前略', '草々'],
    ['none', '', ''],
  ] as const)('%s は %s と %s の組になる', (salutation, opening, closing) => {
    expect(pairOf({ kind: 'answer', salutation })).toEqual({ opening, closing })
  })

  it.each([
    ['apology', '謹啓'],
    ['progress', '拝啓'],
    ['answer', '拝啓'],
    ['refusal', '拝啓'],
    ['warning', ''],
    ['accident-report', ''],
  ] as const)('選ばなければ、%s は「%s」で始まる', (kind, opening) => {
    expect(pairOf({ kind, salutation: null }).opening).toBe(opening)
  })
})

describe('日付', () => {
  it.each([
    ['2026-11-24', '令和8年11月24日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1912-07-29', '明治45年7月29日'],
    ['1873-01-01', '明治6年1月1日'],
    ['1872-12-31', '1872年12月31日'],
  ])('%s は和暦で %s', (day, words) => {
    expect(dateWords(day, 'japanese')).toBe(words)
  })

  it('西暦は、そのまま', () => {
    expect(dateWords('2026-01-05', 'western')).toBe('2026年1月5日')
  })
})

const nobody: Recipient = {
  postcode: '',
  address: '',
  company: '',
  department: '',
  position: '',
  name: '',
}

describe('宛名', () => {
  it.each<[Partial<Recipient>, string[]]>([
    [{ name: '森本 千尋' }, ['森本 千尋　様']],
    [{ name: '森本様' }, ['森本　様']],
    [{ name: '森本 様様' }, ['森本　様']],
    [{ name: '森本さん' }, ['森本　様']],
    [{ company: 'なにわ亭' }, ['なにわ亭　御中']],
    [{ company: 'なにわ亭御中' }, ['なにわ亭　御中']],
    [{ company: 'なにわ亭', department: '購買部' }, ['なにわ亭', '購買部　御中']],
    [
      { company: 'なにわ亭 御中', position: '部長', name: '山﨑 健一' },
      ['なにわ亭', '部長　山﨑 健一　様'],
    ],
    [{}, []],
    [{ position: '部長' }, []],
  ])('%j', (given, lines) => {
    expect(namesOf({ ...nobody, ...given })).toEqual(lines)
  })

  it.each([
    ['4200853', '〒420-0853'],
    ['〒４２０－０８５３', '〒420-0853'],
    ['420', '420'],
    ['', ''],
  ])('郵便番号 %s は %s', (typed, words) => {
    expect(postcodeWords(typed)).toBe(words)
  })
})

it('段落は、行ごとに、打たれた字下げを除いて読む', () => {
  expect(paragraphsOf('　一つ目。\n\n 二つ目。 \n')).toEqual(['一つ目。', '二つ目。'])
})

describe('印刷する前に', () => {
  const codes = (given: Parameters<typeof aLetter>[0], head = {}) =>
    needsOf(aLetter(given), { ...ourLetterhead, ...head }).map(({ code }) => code)
  const to = { name: '森本 千尋', postcode: '150-0001', address: '東京都渋谷区神宮前1-2-3' }

  it('足りないものがなければ、何も言わない', () => {
    expect(codes({})).toEqual([])
  })

  it.each([
    [{ recipient: {} }, 'addressee'],
    [{ recipient: { name: '長'.repeat(3000) } }, 'addressee-long'],
    [{ subject: '' }, 'subject'],
    [{ subject: '件'.repeat(61) }, 'subject-long'],
    [{ text: ' \n　\n' }, 'text'],
    [{ text: '{お名前}様のお申し出について' }, 'blank'],
    [{ text: '○○の件です。' }, 'blank'],
    [{ text: '拝啓　このたびは。' }, 'opening-typed'],
    [{ text: 'お詫び申し上げます。\n　敬具' }, 'closing-typed'],
    [{ kind: 'apology', salutation: 'zenryaku' }, 'curt-apology'],
    [{ kind: 'apology', postscript: 'なお、' }, 'postscript'],
    [{ text: '同封の伝票をお使いください。' }, 'enclosures'],
    [{ kind: 'accident-report', direction: 'vertical' }, 'upright-report'],
  ])('%j は %s', (given, code) => {
    expect(codes(given)).toEqual([code])
  })

  it.each([
    [{ kind: 'answer', salutation: 'zenryaku' }],
    [{ kind: 'answer', postscript: 'カタログは来月お送りします。' }],
    [{ text: '同封の伝票をお使いください。', enclosures: ['伝票'] }],
    [{ text: '同封いただいた写真を拝見しました。' }],
    [{ text: '敬具という言葉は手紙の結びです。' }],
  ])('%j は、そのまま印刷できる', (given) => {
    expect(codes(given)).toEqual([])
  })

  it('差出人の会社名がなければ、そう言う', () => {
    expect(codes({}, { name: ' ' })).toEqual(['sender'])
  })

  it('窓付き封筒には、窓に収まる宛先が要る', () => {
    const head = { hasWindow: true }
    expect(codes({ recipient: to }, head)).toEqual([])
    expect(codes({ recipient: { ...to, postcode: '' } }, head)).toEqual(['address'])
    expect(codes({ recipient: { ...to, address: '字'.repeat(80) } }, head)).toEqual([
      'address-long',
    ])
    expect(codes({ recipient: { name: to.name }, direction: 'vertical' }, head)).toEqual([])
  })
})
