import { describe, expect, it } from 'vitest'
import { lint } from '#features/language/door.ts'
import { identifying } from '../identifying/rules.ts'
import { invitationOf, lengthOf, limitOf, openingsFor, shownUnder } from './rules.ts'

const context = {
  now: '2026-11-24T01:00:00Z',
  admissionApproved: false,
  remedyApproved: false,
  visitAgreed: false,
  promisedDues: [],
}
const flawsOf = (text: string) =>
  lint({ kind: 'public-reply', text }, context).findings.map(({ rule, start, end }) => [
    rule,
    text.slice(start, end),
  ])

const ways = { telephone: '054-000-0000', mail: 'desk@minato.example', formPath: '/form/minato' }
const origin = 'https://desk.minato.example'

describe('はじめから用意された言葉に、直すところはない', () => {
  it.each([
    ...openingsFor({ stars: 1, status: 'open' }),
    ...openingsFor({ stars: 5, status: 'checking' }),
  ])('$id', ({ text }) => expect(flawsOf(text)).toEqual([]))

  it.each([
    ['電話とフォーム', ways],
    ['電話だけ', { ...ways, formPath: null }],
    ['フォームだけ', { ...ways, telephone: '' }],
    ['メールだけ', { ...ways, telephone: '', formPath: null }],
  ])('個別の窓口への誘い：%s', (_, channels) => {
    const text = invitationOf(channels, origin) ?? ''
    const own = { names: [], telephones: [ways.telephone], mails: [ways.mail], address: '' }
    const nobody = { customer: {}, details: {}, author: '', publicWords: '', insideWords: '' }
    expect([text !== '', flawsOf(text), identifying(text, { ...nobody, own })]).toEqual([
      true,
      [],
      [],
    ])
  })
})

it('窓口がなければ、誘わない。メールは、電話もフォームもないときだけ', () => {
  expect(invitationOf({ telephone: '', mail: '', formPath: null }, origin)).toBeNull()
  expect(invitationOf(ways, origin)).not.toContain('@')
  expect(invitationOf(ways, origin)).toContain('https://desk.minato.example/form/minato')
})

it('確かめていると書き出すのは、社内で確かめているときだけ。星が多ければ、お礼から', () => {
  const ids = (...given: Parameters<typeof openingsFor>) =>
    openingsFor(...given).map(({ id }) => id)
  expect(ids({ stars: 1, status: 'open' })).toEqual(['sorry', 'hear', 'thanks'])
  expect(ids({ stars: 1, status: 'checking' })).toContain('checking')
  expect(ids({ stars: 5, status: 'open' })[0]).toBe('thanks')
})

describe('長さは、場所の数え方で', () => {
  it.each([
    ['あいう', 'weighted', 6],
    ['abc', 'weighted', 3],
    ['https://desk.minato.example/form/minato へ', 'weighted', 26],
    ['👨‍👩‍👧‍👦', 'weighted', 2],
    ['が', 'weighted', 2],
    ['あいう', 'bytes', 9],
    ['é', 'bytes', 2],
    ['𠮷', 'bytes', 4],
    ['👨‍👩‍👧‍👦か', 'letters', 2],
  ] as const)('「%s」は %s で %i', (text, unit, length) =>
    expect(lengthOf(text, unit)).toBe(length),
  )

  it('知らない場所の上限は、言わない', () => {
    expect(limitOf('X')).toEqual({ most: 280, unit: 'weighted' })
    expect([limitOf('食べログ'), limitOf('constructor')]).toEqual([null, null])
  })
})

it.each([
  ['open', null, 'open'],
  ['open', 'drafted', 'drafted'],
  ['open', 'declined', 'drafted'],
  ['checking', 'waiting', 'waiting'],
  ['checking', null, 'checking'],
  ['answered', 'approved', 'approved'],
  ['answered', null, 'done'],
  ['left-alone', 'drafted', 'done'],
  ['moved-to-private', null, 'done'],
] as const)('%s に %s の返信があれば、%s に並ぶ', (status, standing, show) =>
  expect(shownUnder(status, standing)).toBe(show),
)
