import { expect, it } from 'vitest'
import type { CompanyPhrases, Finding } from '../contract.ts'
import { allTables } from './all.table.ts'
import { foundAtOnce } from './at-once.ts'
import { lint } from './lint.ts'
import { mixed } from './mixed.table.ts'

const texts = [
  ...allTables.flatMap(({ rows }) => rows.map(({ text }) => text)),
  ...mixed.map(({ text }) => text),
]
const told = ({ rule, start, end, severity, message, fix }: Finding) =>
  JSON.stringify([rule, start, end, severity, message, fix])

it('すぐに言うことは、あとで言うことに、そのままの場所で含まれる', () => {
  const alone = texts.flatMap((text) => {
    const later = new Set(lint({ kind: 'mail', text }).findings.map(told))
    return foundAtOnce(text)
      .filter((finding) => !later.has(told(finding)))
      .map(({ rule }) => `${rule}: ${text}`)
  })
  expect(alone).toEqual([])
})

it('すぐに言えることは少なくない', () => {
  const rules = new Set(texts.flatMap((text) => foundAtOnce(text).map(({ rule }) => rule)))
  expect([...rules].toSorted()).toEqual([
    'absolute-promise',
    'casual',
    'emoji',
    'keigo',
    'over-apology',
    'promises-anything',
    'repeats-phrase',
    'vague-apology',
  ])
})

const asked = (code: CompanyPhrases['code']): CompanyPhrases => ({
  code,
  phrases: ['善処いたします'],
  why: '会社の決まりです。',
})

it('会社の言葉も言うが、記録が正しくするものは記録を知る者に任せる', () => {
  const text = 'このたびの件は善処いたします。'
  expect(foundAtOnce(text, [asked('vague-promise')])).toMatchObject([
    { rule: 'vague-promise', start: 7, end: 14 },
  ])
  expect(foundAtOnce(text, [asked('promises-money')])).toEqual([])
})
