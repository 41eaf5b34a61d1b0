import { describe, expect, test } from 'vitest'
import type { RouteRule } from './contract.ts'
import { isFree, ruleFor, standingOf, usual, whyNotRoutes } from './rules.ts'

const rule = (name: string, more: Partial<RouteRule> = {}): RouteRule => ({
  ...usual,
  id: `00000000-0000-7000-8000-0000000000${String(name.length).padStart(2, '0')}`,
  name,
  ...more,
})
const matter = { kind: 'supervisor', channel: 'phone', severity: 'high', isOpen: true }

describe('どの決まりが当てはまるか', () => {
  const rules = [
    rule('夜', { hours: 'closed', mode: 'call-back' }),
    rule('重大な電話', { channels: ['phone'], severities: ['critical'] }),
    rule('名指しのとき', { kinds: ['named-person'] }),
    rule('そのほかの電話です', { channels: ['phone'] }),
  ]
  test.each([
    ['営業時間外', { isOpen: false }, '夜'],
    ['重大', { severity: 'critical' }, '重大な電話'],
    ['名指し', { kind: 'named-person' }, '名指しのとき'],
    ['ただの電話', {}, 'そのほかの電話です'],
    ['重さが分からない電話', { severity: null }, 'そのほかの電話です'],
    ['メール', { channel: 'mail' }, ''],
    ['静かな助けは、決まりを待たない', { kind: 'silent-help', isOpen: false }, ''],
  ])('%s', (_, more, name) => expect(ruleFor(rules, { ...matter, ...more }).name).toBe(name))
})

describe('保存できない決まり', () => {
  const known = { memberIds: [], deskIds: [] }
  const codeOf = (rules: RouteRule[]) => whyNotRoutes(rules, known)?.refusal.code ?? 'ok'
  test.each([
    ['何もない', [], 'ok'],
    ['せまい順', [rule('電話', { channels: ['phone'] }), rule('全部です')], 'ok'],
    [
      '全部の下',
      [rule('全部です'), rule('電話', { channels: ['phone'] })],
      'escalation.route-unreachable',
    ],
    ['時間だけ違う', [rule('夜間', { hours: 'closed' }), rule('昼', { hours: 'open' })], 'ok'],
    ['同じ決まり', [rule('一つ'), rule('一つ')], 'escalation.route-twice'],
    ['いない人', [rule('一つ', { toId: usual.id })], 'access.member-missing'],
    ['ない窓口', [rule('一つ', { fallbackDeskId: usual.id })], 'escalation.desk-missing'],
  ])('%s', (_, rules, code) => expect(codeOf(rules)).toBe(code))
})

describe('どこにいるか', () => {
  const where = { isAway: false, isOnCall: false, isHere: false, isOut: false }
  test.each([
    ['画面を開いていない', {}, 'unseen', true],
    ['画面の前', { isHere: true }, 'here', true],
    ['離席', { isOut: true }, 'out', false],
    ['通話中は、画面の前でも通話中', { isHere: true, isOnCall: true }, 'on-call', false],
    ['不在は、何よりも不在', { isHere: true, isOnCall: true, isAway: true }, 'away', false],
  ] as const)('%s', (_, more, standing, free) => {
    expect(standingOf({ ...where, ...more })).toBe(standing)
    expect(isFree(standing)).toBe(free)
  })
})
