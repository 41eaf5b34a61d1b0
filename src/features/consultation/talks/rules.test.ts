import { describe, expect, it } from 'vitest'
import { code } from './contract.ts'
import { hintsIn, plainCode, timelessId, whyNotBegun } from './rules.ts'

describe('すぐに伝える助け', () => {
  it.each([
    ['帰り道で待ち伏せされました', ['danger']],
    ['包丁を見せられて、手にけがをしました', ['danger', 'hurt']],
    ['もう消えてしまいたいです', ['alone']],
    ['死にたいくらいつらい', ['alone']],
    ['毎日一時間どなられて、つらいです', []],
    ['納期を終わりにしたいと言われました', ['alone']],
  ])('「%s」', (text, expected) => {
    expect(hintsIn(text)).toEqual(expected)
  })
})

describe('聞く人', () => {
  it('一人でも残れば始められ、誰も残らなければ、外の相談先を伝えて止める', () => {
    expect(whyNotBegun(['a', 'b'], ['a'])).toBeNull()
    expect(whyNotBegun(['a', 'b'], ['a', 'b'])?.refusal.code).toBe('consultation.nobody-left')
    expect(whyNotBegun([], [])?.refusal.code).toBe('consultation.nobody-there')
  })
})

describe('名前のない相談の番号', () => {
  it('作った時刻を持たない版の UUID になる', () => {
    expect(timelessId('0123456789abcdef0123456789abcdef')).toBe(
      '01234567-89ab-4def-8123-456789abcdef',
    )
    expect(timelessId('ffffffffffffffffffffffffffffffff')).toMatch(/^.{14}4.{4}b/)
  })

  it('合い言葉は読み違えない文字だけでできていて、区切りは比べない', () => {
    expect(code.safeParse('ABCD-EFGH-JKLM-NPQR-2345').success).toBe(true)
    expect(code.safeParse('ABCD-EFGH-IKLM-NPQR-2345').success).toBe(false)
    expect(code.safeParse('ABCD-EFGH').success).toBe(false)
    expect(plainCode('ABCD-EFGH')).toBe('ABCDEFGH')
  })
})
