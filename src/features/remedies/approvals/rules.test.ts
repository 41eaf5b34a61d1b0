import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '#features/access/contract.ts'
import { moneyKinds, remedyKinds } from '../contract.ts'
import { aCase, aRule } from '../factory.ts'
import { offerable } from '../rules.ts'
import {
  areAlike,
  asApproved,
  authorityFor,
  authorityForWords,
  hindranceFor,
  timesOf,
  usualLimits,
} from './rules.ts'

const [operator, sv, chief, admin] = ['o', 's', 'c', 'a'].map((id) => ({
  id,
  roles: [
    id === 'o' ? ('operator' as const) : id === 'a' ? ('admin' as const) : ('supervisor' as const),
  ],
}))
if (!operator || !sv || !chief || !admin) throw new Error('the cast is short')
const members = [operator, sv, chief, admin]
const lent = (fromId: string, toId: string, startsOn = '2026-11-01', endsOn = '2026-11-30') => ({
  fromId,
  toId,
  startsOn,
  endsOn,
})
const today = '2026-11-24'

describe('誰が決めてよいか', () => {
  it.each([
    ['SVは、応対者の依頼を決める', 'o', 'supervisor', sv, [], { onBehalfOf: null }],
    ['応対者は決められない', 's', 'supervisor', operator, [], 'beyond'],
    ['自分の依頼は、管理者でも決められない', 'a', 'supervisor', admin, [], 'own'],
    ['SVには、管理者の決めることを決められない', 'o', 'admin', sv, [], 'beyond'],
    ['預かった権限で決める', 's', 'supervisor', operator, [lent('c', 'o')], { onBehalfOf: 'c' }],
    [
      '頼んだ人の権限は、預かっても本人には戻らない',
      's',
      'supervisor',
      operator,
      [lent('s', 'o')],
      'back-to-asker',
    ],
    ['期間の前は効かない', 's', 'supervisor', operator, [lent('c', 'o', '2026-11-25')], 'beyond'],
    [
      '期間のあとは効かない',
      's',
      'supervisor',
      operator,
      [lent('c', 'o', '2026-11-01', '2026-11-23')],
      'beyond',
    ],
    [
      '最後の日は効く',
      's',
      'supervisor',
      operator,
      [lent('c', 'o', '2026-11-01', today)],
      { onBehalfOf: 'c' },
    ],
    ['又貸しはできない', 'x', 'admin', operator, [lent('a', 's'), lent('s', 'o')], 'beyond'],
    [
      '頼んだ人のほかからも預かっていれば、そちらで決める',
      's',
      'supervisor',
      operator,
      [lent('s', 'o'), lent('c', 'o')],
      { onBehalfOf: 'c' },
    ],
  ] as const)('%s', (_what, askedById, needs, decider, delegations, expected) => {
    const verdict = hindranceFor({ askedById, needs }, decider, members, delegations, today)
    expect(verdict).toEqual(expected)
  })

  it('どの役割と預かりの組み合わせでも、頼んだ人と、その権限では決まらない', () => {
    const ids = ['p', 'q', 'r', 't']
    const anybody = fc.record({ id: fc.constantFrom(...ids), roles: fc.subarray([...roles]) })
    const loans = fc.array(
      fc.record({
        fromId: fc.constantFrom(...ids),
        toId: fc.constantFrom(...ids),
        startsOn: fc.constantFrom('2026-11-01', '2026-11-25'),
        endsOn: fc.constantFrom('2026-11-23', '2026-11-30'),
      }),
      { maxLength: 8 },
    )
    const team = fc.uniqueArray(anybody, { selector: ({ id }) => id, minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(
        team,
        loans,
        fc.nat(3),
        fc.constantFrom('supervisor', 'admin'),
        (people, its, asker, needs) => {
          const askedById = ids[asker] ?? 'p'
          for (const decider of people) {
            const verdict = hindranceFor({ askedById, needs }, decider, people, its, today)
            if (typeof verdict === 'string') continue
            const by = verdict.onBehalfOf ?? decider.id
            const holder = people.find(({ id }) => id === by)
            expect([decider.id, by]).not.toContain(askedById)
            expect(holder?.roles.some((role) => role === 'admin' || role === needs)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('どこまでの権限が要るか', () => {
  const exception = { isException: true, kind: 'coupon' as const }
  it.each([
    [
      '規定どおりは、規定の決める人',
      { ...exception, isException: false },
      'supervisor',
      90_000,
      'supervisor',
    ],
    [
      '管理者の規定は、金額にかかわらず管理者',
      { ...exception, isException: false },
      'admin',
      100,
      'admin',
    ],
    ['例外は、上限までSV', exception, 'operator', 30_000, 'supervisor'],
    ['例外は、上限を超えたら管理者', exception, 'operator', 30_001, 'admin'],
    [
      'お金のない例外はSV',
      { isException: true, kind: 'exchange' as const },
      'operator',
      null,
      'supervisor',
    ],
  ] as const)('%s', (_what, asked, grantedBy, yen, needs) => {
    expect(authorityFor(asked, aRule({ grantedBy }), yen, usualLimits)).toBe(needs)
  })
})

it('文面は、いちばん重い言葉を決める人が決める。公開の言葉だけは、誰も決めないことにできる', () => {
  const limits = { admissionBy: 'supervisor', publicBy: 'nobody' } as const
  expect(authorityForWords(['public-reply'], limits)).toBeNull()
  expect(authorityForWords(['public-reply', 'promises-money'], limits)).toBe('supervisor')
  expect(authorityForWords(['public-reply'], { ...limits, publicBy: 'admin' })).toBe('admin')
  expect(
    authorityForWords(['promises-money', 'admits-liability'], { ...limits, admissionBy: 'admin' }),
  ).toBe('admin')
})

it('承認は、その件だけの規定になる。金額は承認したところまで', () => {
  const rule = aRule({ maxYen: 500, maxPercent: 10, withinDays: 30, grantedBy: 'admin' })
  expect(asApproved(rule, 2000)).toMatchObject({
    maxYen: 2000,
    withinDays: null,
    grantedBy: 'operator',
  })
  expect(asApproved(aRule({ kind: 'exchange', maxYen: null }), null).maxYen).toBeNull()
})

it('同じ規定、同じ原因だけが似ている。例外と文面は、いつも一件ずつ', () => {
  const asked = {
    what: 'remedy',
    kind: 'coupon',
    ruleId: 'r',
    label: 'クーポン',
    cause: 'attitude',
    isException: false,
    needs: 'supervisor',
  } as const
  expect(areAlike([asked, asked])).toBe(true)
  expect(areAlike([asked, { ...asked, cause: 'defect' }])).toBe(false)
  expect(areAlike([asked, { ...asked, ruleId: 'other' }])).toBe(false)
  expect(
    areAlike([
      { ...asked, isException: true },
      { ...asked, isException: true },
    ]),
  ).toBe(false)
  expect(
    areAlike([
      { ...asked, what: 'words' },
      { ...asked, what: 'words' },
    ]),
  ).toBe(false)
})

it('催促は、期限までの半ばに一度', () => {
  expect(timesOf('2026-11-24T01:00:00Z', { expiresHours: 5 })).toEqual({
    remindAt: '2026-11-24T03:30:00Z',
    expiresAt: '2026-11-24T06:00:00Z',
  })
})

it('どの規定に、いくらの承認が下りても、承認した金額と代金を超えては出せない', () => {
  const rule = fc.record({
    kind: fc.constantFrom(...remedyKinds),
    maxYen: fc.option(fc.integer({ min: 1, max: 5000 })),
    maxPercent: fc.option(fc.integer({ min: 1, max: 100 })),
    withinDays: fc.option(fc.integer({ min: 1, max: 60 })),
    grantedBy: fc.constantFrom('operator', 'supervisor', 'admin'),
    needsConfirmedFact: fc.boolean(),
  })
  const yen = fc.option(fc.integer({ min: 1, max: 5000 }))
  fc.assert(
    fc.property(rule, yen, yen, (change, granted, wanted) => {
      const row = asApproved(aRule(change), granted)
      const order = { ruleId: row.id, amountYen: wanted ?? undefined }
      const record = aCase()
      const gate = offerable([row], record, '2026-11-24T02:00:00Z', ['operator'], order)
      if (!gate.ok) return
      const { amountYen } = gate.value
      // No fact is confirmed in this case: an approval does not stand in for one.
      expect(change.needsConfirmedFact).toBe(false)
      expect(amountYen !== null).toBe(moneyKinds.includes(change.kind))
      expect(amountYen ?? 0).toBeLessThanOrEqual(granted ?? 0)
      const isOfThePrice = ['refund', 'partial-refund', 'discount'].includes(change.kind)
      const paid = isOfThePrice ? (record.details.price ?? 0) : Infinity
      expect(amountYen ?? 0).toBeLessThanOrEqual(paid)
    }),
    { numRuns: 2000 },
  )
})
