import { describe, expect, it } from 'vitest'
import { moved, together } from './rules.ts'

const at = (start: number, end: number, rule = 'casual') => ({ rule, start, end })

describe('書き足しても、前に見つけた所は動いて残る', () => {
  const was = '了解しました。後日ご連絡します。'
  it('前に書き足せば、そのぶん後ろへ', () => {
    expect(moved([at(0, 6), at(7, 9)], was, `はい、${was}`)).toEqual([at(3, 9), at(10, 12)])
  })
  it('後ろに書き足しても、そのまま', () => {
    expect(moved([at(0, 6), at(7, 9)], was, `${was}では。`)).toEqual([at(0, 6), at(7, 9)])
  })
  it('書き直した所のことは、確かめるまで言わない', () => {
    const is = '承知いたしました。後日ご連絡します。'
    expect(moved([at(0, 6), at(7, 9)], was, is)).toEqual([at(9, 11)])
  })
  it('文面全体のことは残り、消した所のことは消える', () => {
    expect(moved([at(0, 0, 'complaint-closed'), at(7, 9)], was, '了解しました。')).toEqual([
      at(0, 0, 'complaint-closed'),
    ])
  })
})

it('すぐに見つけたものは、知っているものと重ねて言わない', () => {
  const known = [at(0, 0, 'complaint-closed'), at(4, 8)]
  expect(together(known, [at(0, 3), at(5, 8), at(5, 8, 'keigo')])).toEqual([
    at(0, 0, 'complaint-closed'),
    at(0, 3),
    at(4, 8),
    at(5, 8, 'keigo'),
  ])
})
