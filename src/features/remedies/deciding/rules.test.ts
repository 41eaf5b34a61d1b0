import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { whyNotSayable } from './rules.ts'

const read = (words: string) =>
  whyNotSayable(words, '2026-11-24T01:00:00Z', [], japaneseOfficeCalendar)

describe('見送るときの、お客様への言葉', () => {
  it.each([
    'クーポンは1,000円までとさせていただいております。1,000円でしたら、本日お送りできます。',
    'お買い上げから1年を過ぎているため、無償の修理は承りかねます。代わりに、有償の点検をご案内いたします。',
  ])('理由と代わりのある言葉は通る：%s', (words) => {
    expect(read(words)).toEqual([])
  })

  it.each([
    ['だめです。', '短すぎます'],
    ['今回の件は社内の決裁が下りませんでした。', '社内の言葉'],
    ['金額が大きいので今回はなしということで伝えて', '「です」「ます」'],
    [
      '誠に恐れ入りますが、今回は見送らせていただきます。規定によりできません。',
      '理由も代わりもない',
    ],
  ])('そのまま言えない言葉は、直し方を教えて止める：%s', (words, why) => {
    expect(read(words).join('')).toContain(why)
  })
})
