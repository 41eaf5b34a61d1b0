import { describe, expect, test } from 'vitest'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { inOrder, lineOf } from './rules.ts'

const now = '2026-11-24T03:00:00Z'
const lineFor = (...events: ComplaintEvent[]) =>
  lineOf(
    fold(written([...aCall('瓶が割れて届いた'), ...events])),
    { complaintId: anId(1), subject: '瓶が割れて届いた' },
    now,
  )
const promised = (n: number, dueAt: string): ComplaintEvent => ({
  type: 'commitments.made',
  payload: {
    commitmentId: anId(n),
    words: `約束${n}`,
    dueAt,
    dueOn: dueAt.slice(0, 10),
    precision: 'minute',
    ownerId: anId(1),
    ownerName: '松井 あかり',
    madeTo: 'customer',
  },
})
const asked: ComplaintEvent = {
  type: 'escalation.asked',
  payload: {
    requestId: anId(5),
    kind: 'supervisor',
    mode: 'call-back',
    reason: '上司と話したい',
    person: null,
    toId: null,
    toName: null,
  },
}

describe('一件を一行で', () => {
  test('いちばん近い約束と、過ぎているか', () => {
    const line = lineFor(promised(1, '2026-11-25T03:00:00Z'), promised(2, '2026-11-24T02:00:00Z'))
    expect(line.promise).toEqual({
      words: '約束2',
      dueAt: '2026-11-24T02:00:00Z',
      isBroken: true,
    })
  })
  test.each([
    ['何もない', [], 'nobody'],
    ['約束がある', [promised(1, '2026-11-25T03:00:00Z')], 'customer-for-us'],
    ['SVに頼んでいる', [promised(1, '2026-11-25T03:00:00Z'), asked], 'supervisor'],
  ] as const)('誰が待っているか：%s', (_, events, waits) =>
    expect(lineFor(...events).waits).toBe(waits),
  )
  test('過ぎた約束、近い約束、約束のないもの、の順', () => {
    const plain = lineFor()
    const broken = lineFor(promised(1, '2026-11-24T02:00:00Z'))
    const soon = lineFor(promised(1, '2026-11-24T05:00:00Z'))
    const later = lineFor(promised(1, '2026-11-25T05:00:00Z'))
    expect(inOrder([plain, later, soon, broken])).toEqual([broken, soon, later, plain])
  })
})
