import { describe, expect, test } from 'vitest'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { bodiesFor, firstBodies, isStale, whyOutside } from './rules.ts'

const recordOf = (...events: ComplaintEvent[]) =>
  fold(written([...aCall('瓶が割れて届いた'), ...events]))
const offered = (n: number): ComplaintEvent => ({
  type: 'remedies.offered',
  payload: {
    offerId: anId(n),
    ruleId: anId(n + 100),
    ruleCode: 'R',
    kind: 'exchange',
    label: `案${n}`,
    amountYen: null,
    clause: '',
    words: '',
    feasibility: null,
  },
})
const rejected = (n: number): ComplaintEvent => ({
  type: 'remedies.answered',
  payload: { offerId: anId(n), label: `案${n}`, answer: 'rejected', words: 'いらない' },
})
const heard = (code: 'mentions_authority' | 'privacy_breach'): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: { speaker: 'customer', text: 'では', cues: [{ code, start: 0, end: 2, words: 'では' }] },
})
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

describe('ほかの窓口をご案内するとき', () => {
  test.each([
    ['まだ何もお出ししていない', [], null],
    ['一つ断られ、一つ残る', [offered(1), offered(2), rejected(1)], null],
    ['すべて断られた', [offered(1), rejected(1)], 'all-rejected'],
    ['お客様から口にされた', [heard('mentions_authority')], 'asked'],
    ['合意のあと', [offered(1), rejected(1), agreed], null],
  ] as const)('%s', (_, events, why) => expect(whyOutside(recordOf(...events))).toBe(why))

  test('個人情報の苦情には、その窓口が先に立ち、関わりのない窓口は出ない', () => {
    const found = bodiesFor(recordOf(heard('privacy_breach')), firstBodies).map(
      ({ field }) => field,
    )
    expect(found).toEqual(['privacy', 'general', 'general'])
  })
})

describe('窓口の一覧', () => {
  test('どれにも出どころと確かめた日がある', () => {
    expect(firstBodies.length).toBeGreaterThan(6)
    for (const { source, checkedOn } of firstBodies) {
      expect(source).toMatch(/^https:/u)
      expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/u)
    }
  })
  test.each([
    ['2026-11-22', false],
    ['2027-11-22', false],
    ['2027-11-23', true],
  ])('一年たてば、確かめ直す（%s）', (today, stale) =>
    expect(isStale({ checkedOn: '2026-11-22' }, today)).toBe(stale),
  )
})
