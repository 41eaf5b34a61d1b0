import { expect, it } from 'vitest'
import { code } from '../../contract.ts'
import { grouped, newCode } from './code.ts'

it('合い言葉は毎回違い、決まりの形になる', () => {
  const made = Array.from({ length: 50 }, newCode)
  expect(new Set(made).size).toBe(50)
  expect(made.every((each) => code.safeParse(each).success)).toBe(true)
})

it('全角でも、小文字でも、区切りがなくても、同じ合い言葉になる', () => {
  expect(grouped('ａｂｃｄ efgh－jklm npqr2345')).toBe('ABCD-EFGH-JKLM-NPQR-2345')
})
