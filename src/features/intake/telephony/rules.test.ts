import { describe, expect, it } from 'vitest'
import { after, numberOf, reaches, stateOf, type Phone, type Ringing } from './rules.ts'

it.each([
  ['090-1111-2222', '090-1111-2222'],
  ['０９０ー１１１１ー２２２２', '090-1111-2222'],
  ['+81 90 1111 2222', '+81 90 1111 2222'],
  ['sip:0312345678@pbx.example', '0312345678'],
  ['tel:+81312345678', '+81312345678'],
  ['anonymous', null],
  ['sip:anonymous@anonymous.invalid', null],
  ['非通知', null],
  ['', null],
  [null, null],
])('「%s」からの電話は %s', (from, number) => {
  expect(numberOf(from)).toBe(number)
})

const at = (second: number) => `2026-11-24T01:00:${String(second).padStart(2, '0')}Z`
type Step = ['ringing' | 'answered' | 'ended', number, string?]
const told = (steps: readonly Step[]): Ringing =>
  steps.reduce<Ringing | undefined>(
    (known, [state, second, extension]) =>
      after(known, { state, at: at(second) }, extension ?? null),
    undefined,
  ) ?? after(undefined, { state: 'ringing', at: at(0) }, null)

const rang: Step = ['ringing', 0, '101']
const answered: Step = ['answered', 5, '101']
const ended: Step = ['ended', 9]

describe('知らせの順', () => {
  const orders: readonly (readonly Step[])[] = [
    [rang, answered, ended],
    [rang, ended, answered],
    [answered, rang, ended],
    [answered, ended, rang],
    [ended, rang, answered],
    [ended, answered, rang],
    [rang, rang, answered, answered, ended, ended],
  ]
  it.each(orders)('どの順で届いても同じになる：%j %j %j', (...steps) => {
    expect(told(steps.filter(Boolean))).toEqual(told([rang, answered, ended]))
  })

  it.each([
    [[rang], 'ringing'],
    [[rang, answered], 'answered'],
    [[answered, rang], 'answered'],
    [[ended, rang], 'ended'],
  ] as const)('%j の後は %s', (steps, state) => {
    expect(stateOf(told(steps.map(([s, n, x]): Step => (x ? [s, n, x] : [s, n]))))).toBe(state)
  })

  it('回された電話は、最後に出た人のもの', () => {
    expect(told([rang, answered, ['answered', 8, '102']]).answeredExtension).toBe('102')
    expect(told([rang, ['answered', 8, '102'], answered]).answeredExtension).toBe('102')
  })
})

describe('だれの画面に出るか', () => {
  const there = { isAway: false, isResting: false, standsInFor: [] }
  const me: Phone = { extension: '101', teamExtension: '800', ...there }
  const resting = { ...me, isResting: true }
  it.each([
    ['自分の内線が鳴る', [rang], me, true],
    ['よその内線が鳴る', [['ringing', 0, '102']], me, false],
    ['代表が鳴る', [['ringing', 0, '800']], me, true],
    ['不在の人に代表は鳴らない', [['ringing', 0, '800']], { ...me, isAway: true }, false],
    ['不在でも自分の内線は鳴る', [rang], { ...me, isAway: true }, true],
    ['自分が出た', [['ringing', 0, '800'], answered], me, true],
    ['ほかの人が出た', [rang, ['answered', 5, '102']], me, false],
    ['だれが出たか分からないが、鳴ったのは自分だけ', [rang, ['answered', 5]], me, true],
    [
      'だれが出たか分からず、鳴ったのは代表',
      [
        ['ringing', 0, '800'],
        ['answered', 5],
      ],
      me,
      false,
    ],
    ['切れた', [rang, ended], me, false],
    ['休んでいる人の内線', [rang], resting, false],
    ['休んでいる人の代表', [['ringing', 0, '800']], resting, false],
    ['休んでいても、自分で出た', [rang, answered], resting, true],
    ['代わりの人に鳴る', [['ringing', 0, '102']], { ...me, standsInFor: ['102'] }, true],
    ['内線のない人', [rang], { ...me, extension: null, teamExtension: null }, false],
  ] satisfies [string, Step[], Phone, boolean][])('%s', (_, steps, phone, isShown) => {
    expect(reaches(told(steps), phone)).toBe(isShown)
  })
})
