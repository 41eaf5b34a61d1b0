import { describe, expect, it } from 'vitest'
import type { Entry, Written } from './contract.ts'
import { checksOf, consentNow, lacksOf, nextDueOf, whyNotWritten } from './rules.ts'

const id = '00000000-0000-4000-8000-000000000001'
const entryOf = (
  written: Written,
  dueOn: string | null = null,
  doneOn: string | null = null,
): Entry => ({
  id,
  at: '2026-11-24T01:00:00Z',
  byName: '森 由美子',
  dueOn,
  doneOn,
  written,
})
const wish = (mayTell: string) =>
  entryOf({ kind: 'wish', words: '大ごとにしないでほしい', isAgainst: true, mayTell })
const care = (dueOn: string, doneOn: string | null = null) =>
  entryOf({ kind: 'care', care: 'interview', words: '面談', dueOn }, dueOn, doneOn)
const measure = (tells: string): Written => ({
  kind: 'measure',
  words: '担当を替わる',
  reference: '',
  tells,
  dueOn: null,
})
const check = (month: number): Written => ({
  kind: 'check',
  month,
  words: '変わりなし',
  changed: [],
})

describe('不利益な取扱いの確認', () => {
  it('始まりから一か月、三か月、六か月の日に来る。月末は、その月の末日になる', () => {
    const checks = checksOf('2026-08-31', [], '2026-11-30')
    expect(checks).toEqual([
      { month: 1, dueOn: '2026-09-30', state: 'due' },
      { month: 3, dueOn: '2026-11-30', state: 'due' },
      { month: 6, dueOn: '2027-02-28', state: 'later' },
    ])
  })

  it('答えた月は済みになり、ない月には書けない', () => {
    const [first] = checksOf('2026-08-31', [entryOf(check(1))], '2026-11-30')
    expect(first?.state).toBe('done')
    expect(whyNotWritten(check(2), [])?.refusal.code).toBe('consultation.no-such-check')
  })

  it('次にすることは、済んでいない一番早い日', () => {
    const checks = checksOf('2026-11-24', [], '2026-11-24')
    expect(nextDueOf(checks, [care('2026-12-01'), care('2026-11-25', '2026-11-25')])).toBe(
      '2026-12-01',
    )
    expect(nextDueOf(checks, [])).toBe('2026-12-24')
  })
})

describe('本人の同意', () => {
  it('伝えてよいと聞いていない人に伝える措置は、書けない', () => {
    expect(whyNotWritten(measure('室長'), [])?.refusal.code).toBe('consultation.no-consent')
    expect(whyNotWritten(measure('室長'), [wish('')])?.refusal.code).toBe('consultation.no-consent')
    expect(whyNotWritten(measure('室長'), [wish('室長だけ')])).toBeNull()
    expect(whyNotWritten(measure(''), [])).toBeNull()
  })

  it('あとから取り消した同意は、もう同意ではない', () => {
    expect(consentNow([wish('室長だけ'), wish('')])).toBe('')
  })
})

it('希望と、本人に伝えた結果がそろうまで、終えられない', () => {
  expect(lacksOf([])).toEqual(['wish', 'told'])
  const told = entryOf({ kind: 'told', words: '替わりました', on: '2026-12-01', isSentHere: true })
  expect(lacksOf([wish(''), told])).toEqual([])
})
