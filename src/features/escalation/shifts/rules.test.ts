import { describe, expect, test } from 'vitest'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { inOrder, lineOf, receiversOf } from './rules.ts'

const now = '2026-11-24T03:00:00Z'
const lineFor = (...events: ComplaintEvent[]) =>
  lineOf(
    fold(written([...aCall('瓶が割れて届いた'), ...events])),
    { complaintId: anId(1), subject: '瓶が割れて届いた', approvals: [] },
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

const angry: ComplaintEvent = {
  type: 'complaints.noted',
  payload: {
    speaker: 'customer',
    text: 'ふざけるな',
    cues: [{ code: 'anger_high', start: 0, end: 5, words: 'ふざけるな' }],
  },
}
const agreed: ComplaintEvent = {
  type: 'remedies.agreed',
  payload: {
    agreementId: anId(9),
    offerIds: [],
    labels: [],
    words: 'それで結構です',
    confirmedHow: 'repeated-aloud',
  },
}
const held: ComplaintEvent = {
  type: 'intake.call-held',
  payload: { callId: anId(1), reason: '在庫を調べるため' },
}
const resumed: ComplaintEvent = {
  type: 'intake.call-resumed',
  payload: { callId: anId(1), heldSeconds: 40 },
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
  test.each([
    ['何もなければ、何も', [], []],
    ['明日の夕方の約束', [promised(1, '2026-11-25T08:00:00Z')], ['due']],
    ['あさっての約束', [promised(1, '2026-11-25T15:00:00Z')], []],
    ['来週の約束', [promised(1, '2026-12-01T03:00:00Z')], []],
    [
      '過ぎた約束は、またお電話もありそう',
      [promised(1, '2026-11-24T02:00:00Z')],
      ['due', 'may-call'],
    ],
    ['怒っておられた', [angry], ['may-call']],
    ['怒っておられたが、折り合えた', [angry, agreed], []],
    ['保留のまま', [held], ['on-hold']],
    ['保留から戻った', [held, resumed], []],
  ] as const)('次の番が気をつけること：%s', (_, events, heeds) =>
    expect(lineFor(...events).heeds).toEqual(heeds),
  )
  test('承認を待っていれば、そう言う', () => {
    const record = fold(written(aCall('瓶が割れて届いた')))
    const known = { complaintId: anId(1), subject: '', approvals: ['全額の返金'] }
    expect(lineOf(record, known, now)).toMatchObject({
      waits: 'approval',
      approvals: ['全額の返金'],
    })
  })
  test.each([
    ['一人に', { toId: 'a', toDeskId: null }, ['a']],
    ['窓口に。渡した人は除く', { toId: null, toDeskId: 'd' }, ['a', 'b']],
    ['なくなった窓口に', { toId: null, toDeskId: null }, []],
  ])('受け取るのは誰か：%s', (_, to, receivers) => {
    const desks = [{ id: 'd', memberIds: ['a', 'b', 'me'] }]
    expect(receiversOf({ ...to, madeById: 'me' }, desks)).toEqual(receivers)
  })
  test('過ぎた約束、近い約束、約束のないもの、の順', () => {
    const plain = lineFor()
    const broken = lineFor(promised(1, '2026-11-24T02:00:00Z'))
    const soon = lineFor(promised(1, '2026-11-24T05:00:00Z'))
    const later = lineFor(promised(1, '2026-11-25T05:00:00Z'))
    expect(inOrder([plain, later, soon, broken])).toEqual([broken, soon, later, plain])
  })
})
