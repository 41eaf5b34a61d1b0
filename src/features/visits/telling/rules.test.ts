import { expect, it } from 'vitest'
import { filled, isTemplate } from './rules.ts'

it('文のなかの引用符や改行は、送る形を壊さない', () => {
  const text = '「"助けて"」\nと\\言った'
  const body = filled('{"to":"{{phone}}","text":"{{text}}"}', {
    phone: '090',
    text,
    level: 'alarm',
  })
  expect(JSON.parse(body)).toEqual({ to: '090', text })
})

it('番号か文の入る所がない形、JSONにならない形は受け付けない', () => {
  expect(isTemplate('{"to":"{{phone}}","text":"{{text}}"}')).toBe(true)
  expect(isTemplate('{"to":"{{phone}}"}')).toBe(false)
  expect(isTemplate('{"to":{{phone}},"text":"{{text}}"')).toBe(false)
})
