import { describe, expect, it } from 'vitest'
import type { ComplaintEvent } from '../record/contract.ts'
import { anId, written } from '../record/factory.ts'
import { fold } from '../record/rules.ts'
import { isDecided, stepOf, type MeasureState } from './contract.ts'
import { isBackwards, whyNotMoved } from './rules.ts'

const words = '箱を閉じる前に、二人で緩衝材の数を確かめる'
const write = (more: { words?: string; isRewording?: boolean } = {}): ComplaintEvent => ({
  type: 'complaints.measure-written',
  payload: {
    measureId: anId(1),
    words,
    answeringFunction: 'logistics',
    ownerName: '大西',
    fromOn: null,
    dueOn: '2026-12-18',
    isRewording: false,
    ...more,
  },
})
const move = (state: MeasureState, on = '2026-11-20', note = ''): ComplaintEvent => ({
  type: 'complaints.measure-moved',
  payload: { measureId: anId(1), state, on, byName: '大西部長', words: note },
})
const after = (...events: ComplaintEvent[]) => {
  const record = fold(written(events))
  return { ...record, measure: record.measures[0] }
}

describe('再発防止策は、経過から読める', () => {
  it('書いただけなら検討中で、決めた人はまだいない', () => {
    const { measure } = after(write())
    expect(measure).toMatchObject({ words, state: 'considered', steps: [], ownerName: '大西' })
    expect(measure && isDecided(measure)).toBe(false)
  })

  it('決定から効果の確認まで、誰がいつを残す', () => {
    const { measure } = after(
      write(),
      move('decided', '2026-11-18'),
      move('done', '2026-11-20'),
      move('effective', '2026-11-24', '64日間、誤りは1件もない'),
    )
    expect(measure?.state).toBe('effective')
    expect(measure?.steps.map(({ state, on }) => [state, on])).toEqual([
      ['decided', '2026-11-18'],
      ['done', '2026-11-20'],
      ['effective', '2026-11-24'],
    ])
    expect(measure && stepOf(measure, 'underway')).toBeUndefined()
  })

  it('戻すと、その先の歩みは消える', () => {
    const { measure } = after(write(), move('decided'), move('done'), move('underway'))
    expect(measure?.steps.map(({ state }) => state)).toEqual(['decided', 'underway'])
    expect(after(write(), move('decided'), move('considered')).measure?.steps).toEqual([])
  })

  it('中身が変わると検討中に戻り、言い回しだけなら決定のまま', () => {
    const other = { words: '緩衝材を三枚にする' }
    expect(after(write(), move('decided'), write(other)).measure?.state).toBe('considered')
    const same = after(write(), move('decided'), write({ ...other, isRewording: true })).measure
    expect(same).toMatchObject({ state: 'decided', ...other })
    expect(after(write(), move('decided'), write()).measure?.state).toBe('decided')
  })

  it('取り下げても記録に残り、決まったことには数えない', () => {
    const gone: ComplaintEvent = {
      type: 'complaints.measure-withdrawn',
      payload: { measureId: anId(1), reason: '機械に替える' },
    }
    const { measure } = after(write(), move('decided'), gone)
    expect(measure?.state).toBe('withdrawn')
    expect(measure && isDecided(measure)).toBe(false)
  })

  it('「対策は不要」は、対策を書くと消える', () => {
    const none: ComplaintEvent = {
      type: 'complaints.measures-unneeded',
      payload: { reason: '行き違い', on: '2026-11-20', byName: '大西部長' },
    }
    expect(after(none).noMeasure).toMatchObject({ reason: '行き違い' })
    expect(after(none, write()).noMeasure).toBeNull()
    const back: ComplaintEvent = {
      type: 'complaints.measures-needed',
      payload: { reason: '同じ件がもう一件' },
    }
    expect(after(none, back).noMeasure).toBeNull()
  })
})

describe('どこまで進んだと言えるか', () => {
  const today = '2026-11-24'
  it.each([
    ['considered', 'decided', today, '', null],
    ['considered', 'done', today, '', 'complaints.measure-undecided'],
    ['decided', 'decided', today, '', 'complaints.measure-there-already'],
    ['decided', 'done', today, '', null],
    ['decided', 'underway', '2026-11-25', '', 'complaints.measure-day-ahead'],
    ['underway', 'effective', today, '0件', 'complaints.measure-not-done'],
    ['done', 'effective', today, '', 'complaints.measure-unchecked'],
    ['done', 'effective', today, '0件', null],
    ['done', 'underway', today, '', 'complaints.measure-back-without-reason'],
    ['effective', 'considered', today, '費用の見直し', null],
  ] as const)('%s から %s（%s「%s」）：%s', (from, to, on, note, why) => {
    expect(whyNotMoved({ state: from }, { state: to, on, words: note }, today)).toBe(why)
  })

  it('終わりは始まりより前にならない', () => {
    expect(isBackwards({ fromOn: '2026-11-25', dueOn: '2026-11-24' })).toBe(true)
    expect(isBackwards({ fromOn: '2026-11-24', dueOn: '2026-11-24' })).toBe(false)
    expect(isBackwards({ fromOn: null, dueOn: '2026-11-24' })).toBe(false)
  })
})
