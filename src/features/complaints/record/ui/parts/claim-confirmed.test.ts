import { expect, test } from 'vitest'
import type { Fact } from '#features/complaints/contract.ts'
import { claimConfirmed } from './claim-confirmed.ts'

const fact = (over: Partial<Fact>): Fact => ({
  id: '01890000-0000-7000-8000-000000000001',
  topic: 'contract',
  statement: '解約金の説明を聞いていない',
  source: 'お客様のお話',
  status: 'claimed',
  attributedTo: null,
  ...over,
})

test('同じ言葉なら、お客様のお話が確認された', () =>
  expect(claimConfirmed([fact({})], 'contract', '解約金の説明を、聞いていない。')).toEqual(
    fact({}),
  ))

test.each([
  ['記録が別のことを示すなら、お話はお話のまま残る', fact({}), '申込書の八条に記載がある'],
  ['ほかのことについてのお話は、確認されない', fact({ topic: 'what' }), fact({}).statement],
  ['取り下げたお話は、確認されない', fact({ status: 'withdrawn' }), fact({}).statement],
])('%s', (_title, known, statement) =>
  expect(claimConfirmed([known], 'contract', statement)).toBeUndefined(),
)
