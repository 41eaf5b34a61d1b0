import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPromises, lint } from '#features/language/door.ts'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { draftOf, type Standing } from './rules.ts'

const iso = (text: string) => Temporal.Instant.from(`${text}+09:00`).toString()
const quiet: Standing = {
  number: 'U26-00001',
  customerName: '森本 千尋',
  channel: 'phone',
  notes: 0,
  lastSaid: '',
  confirmed: [],
  answered: [],
  waiting: [],
  pause: null,
  nextDueAt: iso('2026-11-27T18:00'),
}
const maker = { name: '製造部', dueAt: iso('2026-11-26T15:00'), isOverdue: false }

describe('お伝えする文', () => {
  it('新しいことがないときは、ないと言い、次の日時を言う', () => {
    const { text, hasNews, isIdle } = draftOf(quiet)
    expect(hasNews).toBe(false)
    expect(isIdle).toBe(true)
    expect(text).toContain('まだございません')
    expect(text).toContain('11月27日（金）18時までに')
  })

  it('誰の何を待っているかを、日時と一緒に言う', () => {
    const { text, isIdle } = draftOf({ ...quiet, waiting: [maker] })
    expect(isIdle).toBe(false)
    expect(text).toContain('製造部に確かめており、11月26日（木）15時までに')
    const pause = { waiter: '検査室の森田さん', reason: '結果が出るのが月曜のため' }
    expect(draftOf({ ...quiet, pause }).text).toContain(
      '検査室の森田さんを待っております（結果が出るのが月曜のため）',
    )
  })

  it('部署の日が過ぎていれば、過ぎていると言う', () => {
    const { text } = draftOf({ ...quiet, waiting: [{ ...maker, isOverdue: true }] })
    expect(text).toContain('予定の日を過ぎても')
    expect(text).not.toContain('11月26日')
  })

  it('確認できたことと届いた回答を言い、「まだない」とは言わない', () => {
    const news = { ...quiet, confirmed: ['検査の記録は合格だった'], answered: ['物流部'] }
    const { text, hasNews } = draftOf(news)
    expect(hasNews).toBe(true)
    expect(text).toContain('検査の記録は合格だった')
    expect(text).toContain('物流部から回答が届き')
    expect(text).not.toContain('まだ')
  })

  it('書くときは宛名を添え、話すときは添えない', () => {
    expect(draftOf({ ...quiet, channel: 'mail' }).text.startsWith('森本 千尋様\n')).toBe(true)
    expect(draftOf(quiet).text).not.toContain('森本')
  })

  it('次の日時は、約束として読める', () => {
    const now = iso('2026-11-24T10:00')
    for (const notes of [0, 1, 2]) {
      const { promises } = findPromises(
        { now, text: draftOf({ ...quiet, notes }).text },
        japaneseOfficeCalendar,
      )
      expect(promises.map(({ due }) => Date.parse(due ?? ''))).toContain(
        Date.parse(quiet.nextDueAt),
      )
    }
  })
})

const texts = fc.constantFrom(
  '検査の記録は合格だった',
  '同じ箱の品は三本だった',
  '発送は17日だった',
)
const names = fc.constantFrom('製造部', '物流部', '品質保証部')
const standings: fc.Arbitrary<Standing> = fc.record({
  number: fc.constant('U26-00001'),
  customerName: fc.constantFrom('森本 千尋', null),
  channel: fc.constantFrom('phone' as const, 'mail' as const, 'chat' as const, 'letter' as const),
  notes: fc.integer({ min: 0, max: 50 }),
  lastSaid: fc.constant(''),
  confirmed: fc.uniqueArray(texts, { maxLength: 2 }),
  answered: fc.uniqueArray(names, { maxLength: 2 }),
  waiting: fc.uniqueArray(
    fc.record({ name: names, dueAt: fc.constant(maker.dueAt), isOverdue: fc.boolean() }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
  pause: fc.option(fc.constant({ waiter: '検査室の森田さん', reason: '結果が月曜に出るため' })),
  nextDueAt: fc.constant(iso('2026-11-27T18:00')),
})
const sentencesOf = (text: string) =>
  text
    .split(/(?<=。)|\n/u)
    .map((each) => each.trim())
    .filter((each) => each.endsWith('。'))

describe('同じ文を続けて言わない', () => {
  it('間に何もなくても、直前のご連絡と同じ文は一つもない', () => {
    fc.assert(
      fc.property(standings, (first) => {
        let standing = { ...first, confirmed: [], answered: [] }
        for (let turn = 0; turn < 5; turn += 1) {
          const { text } = draftOf(standing)
          const before = sentencesOf(standing.lastSaid)
          expect(sentencesOf(text).filter((each) => before.includes(each))).toEqual([])
          standing = { ...standing, notes: standing.notes + 1, lastSaid: text }
        }
      }),
    )
  })

  it('言い直して覚えのない文を残しても、その文はもう出ない', () => {
    const { text } = draftOf({ ...quiet, notes: 1 })
    const said = draftOf({ ...quiet, notes: 1, lastSaid: text }).text
    expect(sentencesOf(said).filter((each) => sentencesOf(text).includes(each))).toEqual([])
  })

  it('どの文も、自分の言葉づかいの規則を通る', () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const { text, hasNews } = draftOf(standing)
        expect(hasNews).toBe(standing.confirmed.length + standing.answered.length > 0)
        const kind = standing.channel === 'phone' ? 'talk' : 'mail'
        const promisedDues = [standing.nextDueAt, maker.dueAt]
        const found = lint({ kind, text }, { promisedDues, now: iso('2026-11-24T10:00') })
        expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
