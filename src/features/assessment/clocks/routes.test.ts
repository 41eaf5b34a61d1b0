import { describe, expect, it } from 'vitest'
import { decideOwner } from '#features/assignment/contract.ts'
import { closeComplaint, checkSafety } from '#features/complaints/handling/contract.ts'
import { erasePersonalData } from '#features/complaints/handling/contract.ts'
import { recordOf } from '#features/complaints/door.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { inside } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import type { TriageQuestion } from '../definitions/contract.ts'
import * as wall from './contract.ts'
import { clocksJobs } from './jobs.ts'
import { silentLog } from '#platform/log.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const nakano = desk.as('nakano')

const tuesday = '2026-11-24T10:00:00+09:00'
function backTo(iso: string) {
  desk.clock.advance(desk.clock.now().until(Temporal.Instant.from(iso)))
}

async function received(words = '電気ケトルの取っ手が外れて、手にお湯がかかりました。') {
  const body = { id: desk.newId(), channel: 'mail' as const, words, customer: { name: '森本' } }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

async function read(complaintId: string) {
  return value(await matsui.call(wall.readClocks, { params: { complaintId } }))
}
const clockOf = async (complaintId: string, kind = 'product-accident') =>
  (await read(complaintId)).clocks.find((each) => each.code === kind)

function answer(
  complaintId: string,
  question: TriageQuestion,
  answered: wall.TriageAnswer,
  by: Person = matsui,
) {
  const body = { id: desk.newId(), answer: answered }
  return by.call(wall.answerTriage, { params: { complaintId, question }, body })
}

type Starting = { on?: string; kind?: string; variant?: string; reason?: string; id?: string }
function start(complaintId: string, starting: Starting = {}, by: Person = matsui) {
  const { on = '2026-11-24', kind = 'product-accident', variant = null } = starting
  const { reason = 'メールでけがを知ったため', id = desk.newId() } = starting
  const body = { id, start: { on, at: null }, variant, reason }
  return by.call(wall.startClock, { params: { complaintId, code: kind }, body })
}

function done(complaintId: string, on: string, stage = 'report', kind = 'product-accident') {
  const body = { id: desk.newId(), on, how: '消費者庁へWebで報告した' }
  return matsui.call(wall.completeStage, { params: { complaintId, code: kind, stage }, body })
}

function decline(complaintId: string, kind: string, by: Person = sasaki) {
  const body = { id: desk.newId(), reason: '当社は作っても輸入してもいない' }
  return by.call(wall.declineClock, { params: { complaintId, code: kind }, body })
}

async function told(complaintId: string): Promise<string[]> {
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
  return entries
    .map(({ type }) => type)
    .filter((type) => type.startsWith('assessment.'))
    .map((type) => type.replace('assessment.', ''))
}

const due = async (show: 'mine' | 'desk' | 'all', by: Person) =>
  value(await by.call(wall.listDueClocks, { query: { show, limit: 200 } }))
const linesOf = async (complaintId: string, show: 'mine' | 'desk' | 'all', by: Person) =>
  (await due(show, by)).lines.filter((line) => line.complaintId === complaintId)

describe('確かめる質問', () => {
  it('安全から順に並び、けがの記録があれば、もう尋ねなくてよい', async () => {
    const complaintId = await received()
    const before = await read(complaintId)
    expect(before.questions.map(({ question }) => question)).toEqual([
      'hurt',
      'unwell',
      'leaked',
      'cancels',
      'insider',
      'sector',
      'attacked',
      'authority',
    ])
    const body = { id: desk.newId(), harm: 'injured' as const, words: '手に赤みがある' }
    value(await matsui.call(checkSafety, { params: { complaintId }, body }))
    const [hurt] = (await read(complaintId)).questions
    expect(hurt).toMatchObject({ question: 'hurt', answer: 'yes', answered: null })
  })

  it('「はい」は期限を候補にし、決まるまで待っている。「いいえ」に直すと候補は消える', async () => {
    const complaintId = await received('別の人の請求書が入っていました。')
    value(await answer(complaintId, 'leaked', 'yes'))
    const undecided = async () =>
      (await due('all', sasaki)).undecided.filter((each) => each.complaintId === complaintId)
    expect(await undecided()).toMatchObject([{ name: { ja: '個人データの漏えい等の報告' } }])
    value(await answer(complaintId, 'leaked', 'no'))
    expect(await undecided()).toEqual([])
    expect((await read(complaintId)).offers).toEqual([])
    expect(await told(complaintId)).toEqual(['triage-answered', 'triage-answered'])
  })

  it('「まだわからない」は、だれがいつ答えたかとともに残る', async () => {
    const complaintId = await received()
    value(await answer(complaintId, 'unwell', 'unknown'))
    const found = (await read(complaintId)).questions.find(({ question }) => question === 'unwell')
    expect(found).toMatchObject({ answer: 'unknown', answered: { byName: '松井 あかり' } })
  })

  it('同じ答えをもう一度送っても、書き足さない', async () => {
    const complaintId = await received()
    value(await answer(complaintId, 'cancels', 'yes'))
    value(await answer(complaintId, 'cancels', 'yes', kobayashi))
    expect(await told(complaintId)).toEqual(['triage-answered'])
  })

  it('見るだけの人は答えられない', async () => {
    const complaintId = await received()
    expect(code(await answer(complaintId, 'hurt', 'yes', nakano))).toBe('access.not-allowed')
  })

  it('聞き取った言葉だけでも候補に出て、なぜかを言う', async () => {
    const { offers } = await read(await received('ケトルから火が出て、やけどをしました。'))
    const accident = offers.find(({ definition }) => definition.code === 'product-accident')
    expect(accident?.because).toMatchObject({ by: 'cue', cue: 'safety_accident' })
  })
})

describe('期限を始める', () => {
  it('最後の日と理由と、始めた人が残り、きょうの画面に載る', async () => {
    const complaintId = await received()
    value(await start(complaintId))
    expect(await clockOf(complaintId)).toMatchObject({
      state: 'running',
      start: { on: '2026-11-24' },
      stages: [{ key: 'report', dueOn: '2026-12-03', state: 'open' }],
      decided: { byName: '松井 あかり', reason: 'メールでけがを知ったため' },
    })
    expect(await linesOf(complaintId, 'mine', matsui)).toMatchObject([{ dueOn: '2026-12-03' }])
    expect(await linesOf(complaintId, 'mine', kobayashi)).toEqual([])
  })

  it('同じ命令を二度送っても、一度だけ始まる', async () => {
    const [complaintId, id] = [await received(), desk.newId()]
    value(await start(complaintId, { id }))
    value(await start(complaintId, { id }))
    expect(await told(complaintId)).toEqual(['clock-started'])
  })

  it('担当が決まれば担当のもの、同じ部署の人には「まわりの期限」になる', async () => {
    const complaintId = await received()
    value(await start(complaintId))
    const body = { id: desk.newId(), memberId: kobayashi.memberId, fromId: null }
    value(await sasaki.call(decideOwner, { params: { complaintId }, body }))
    expect(await linesOf(complaintId, 'mine', kobayashi)).toHaveLength(1)
    expect(await linesOf(complaintId, 'mine', matsui)).toEqual([])
    expect(await linesOf(complaintId, 'desk', matsui)).toHaveLength(1)
    expect(await linesOf(complaintId, 'desk', nakano)).toEqual([])
  })

  it('区分で日数が変わるものは、区分を選ぶまで始められない', async () => {
    const complaintId = await received('別の人の請求書が入っていました。')
    const kind = 'data-breach'
    expect(code(await start(complaintId, { kind }))).toBe('assessment.variant-missing')
    value(await start(complaintId, { kind, variant: 'improper-purpose' }))
    const clock = await clockOf(complaintId, kind)
    expect(clock?.stages.map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-28',
      '2026-11-28',
      '2027-01-22',
    ])
  })

  it.each([
    ['これから来る日', { on: '2026-11-25' }, 'assessment.start-to-come'],
    ['ない期限', { kind: 'nothing-like-it' }, 'assessment.clock-missing'],
  ])('%sでは始められない', async (_, starting, refused) => {
    expect(code(await start(await received(), starting))).toBe(refused)
  })

  it('始まった日を直すと数え直し、前の最後の日は経過に残る', async () => {
    const complaintId = await received()
    value(await start(complaintId))
    expect(code(await start(complaintId))).toBe('assessment.same-start')
    value(await start(complaintId, { on: '2026-11-20', reason: '店舗は20日に知っていた' }))
    expect(await clockOf(complaintId)).toMatchObject({
      stages: [{ dueOn: '2026-11-29' }],
      history: [
        { start: { on: '2026-11-24' }, stages: [{ dueOn: '2026-12-03' }], byName: '松井 あかり' },
      ],
    })
    expect(await told(complaintId)).toEqual(['clock-started', 'clock-corrected'])
  })
})

describe('あたらないと決める', () => {
  it('応対者には決められず、SVが理由をつけて決める。あとで始めることもできる', async () => {
    const complaintId = await received()
    value(await answer(complaintId, 'hurt', 'yes'))
    expect(code(await decline(complaintId, 'product-accident', matsui))).toBe('access.not-allowed')
    value(await decline(complaintId, 'product-accident'))
    expect(await clockOf(complaintId)).toMatchObject({
      state: 'not-applicable',
      decided: { byName: '佐々木 恵', reason: '当社は作っても輸入してもいない' },
    })
    expect((await read(complaintId)).offers.map(({ definition }) => definition.code)).not.toContain(
      'product-accident',
    )
    expect(code(await decline(complaintId, 'product-accident'))).toBe('assessment.already-declined')
    value(await start(complaintId))
    expect(await clockOf(complaintId)).toMatchObject({ state: 'running' })
  })
})

describe('済ませる', () => {
  it('いつ、何で済んだかが残り、すべて済めば期限も済む。取り消すと戻る', async () => {
    const complaintId = await received()
    value(await start(complaintId))
    value(await done(complaintId, '2026-11-24'))
    expect(await clockOf(complaintId)).toMatchObject({
      state: 'done',
      stages: [{ state: 'done', done: { on: '2026-11-24', how: '消費者庁へWebで報告した' } }],
    })
    expect(code(await done(complaintId, '2026-11-24'))).toBe('assessment.stage-already-done')
    expect(await linesOf(complaintId, 'all', sasaki)).toEqual([])
    const params = { complaintId, code: 'product-accident', stage: 'report' }
    const body = { id: desk.newId(), reason: '送信できていなかった' }
    value(await matsui.call(wall.reopenStage, { params, body }))
    expect(await clockOf(complaintId)).toMatchObject({ state: 'running' })
    const record = await inside(desk.ports.db, matsui.scope, (tx) =>
      recordOf(tx, matsui.scope, complaintId),
    )
    expect(record?.clocks).toMatchObject([{ state: 'running', stages: [{ doneOn: null }] }])
  })

  it.each([
    ['これから来る日', '2026-11-25', 'assessment.done-to-come'],
    ['始まる前の日', '2026-11-23', 'assessment.done-before-start'],
  ])('%sには済ませられない', async (_, on, refused) => {
    const complaintId = await received()
    value(await start(complaintId))
    expect(code(await done(complaintId, on))).toBe(refused)
  })
})

describe('時がたつと', () => {
  it('前もって二度知らせ、過ぎたらSVのきょうに上がる。何度鳴っても一度だけ', async () => {
    backTo(tuesday)
    const complaintId = await received()
    value(await start(complaintId))
    await desk.runJobs('2026-11-30T10:00:00+09:00')
    expect(await told(complaintId)).toEqual(['clock-started', 'clock-warned'])
    await desk.runJobs('2026-12-02T10:00:00+09:00')
    expect(await told(complaintId)).toEqual(['clock-started', 'clock-warned', 'clock-warned'])
    await desk.runJobs('2026-12-03T23:59:00+09:00')
    expect(await linesOf(complaintId, 'all', sasaki)).toMatchObject([{ state: 'soon' }])
    await desk.runJobs('2026-12-04T00:00:30+09:00')
    const clock = await clockOf(complaintId)
    const payload = {
      organisationId: matsui.scope.organisationId,
      complaintId,
      clockId: clock?.id,
      stage: 'report',
      round: 1,
      step: 0,
    }
    await clocksJobs(desk.ports)['assessment.over']?.(payload, silentLog)
    await clocksJobs(desk.ports)['assessment.warn']?.({ ...payload, step: 1 }, silentLog)
    expect(await told(complaintId)).toEqual([
      'clock-started',
      'clock-warned',
      'clock-warned',
      'clock-overdue',
    ])
    expect(await linesOf(complaintId, 'all', sasaki)).toMatchObject([{ state: 'over' }])
    backTo(tuesday)
  })

  it('済んだものと、直す前のものは鳴らない', async () => {
    backTo(tuesday)
    const [finished, corrected] = [await received(), await received()]
    value(await start(finished))
    value(await done(finished, '2026-11-24'))
    value(await start(corrected, { on: '2026-11-20' }))
    value(await start(corrected, { on: '2026-11-24', reason: '知ったのは24日だった' }))
    await desk.runJobs('2026-11-29T12:00:00+09:00')
    expect(await told(finished)).toEqual(['clock-started', 'stage-done'])
    expect(await told(corrected)).toEqual(['clock-started', 'clock-corrected'])
    backTo(tuesday)
  })

  it('始めたときにもう過ぎていれば、すぐに過ぎたと言う', async () => {
    backTo(tuesday)
    const complaintId = await received()
    value(await start(complaintId, { on: '2026-11-01', reason: '工場は1日に知っていた' }))
    await desk.runJobs()
    expect(await told(complaintId)).toEqual(['clock-started', 'clock-overdue'])
  })

  it('お客様の権利が終わっても、過ぎたとは言わず、きょうの画面からも消える', async () => {
    backTo(tuesday)
    const complaintId = await received('解約したいです。')
    value(await start(complaintId, { kind: 'cooling-off', variant: 'eight-days' }))
    await desk.runJobs('2026-12-02T00:00:30+09:00')
    expect(await clockOf(complaintId, 'cooling-off')).toMatchObject({
      stages: [{ state: 'ended' }],
    })
    expect(await told(complaintId)).not.toContain('clock-overdue')
    expect(await linesOf(complaintId, 'all', sasaki)).toEqual([])
    backTo(tuesday)
  })

  it('苦情が終わっても期限は続き、消去のあとは理由の言葉だけが消える', async () => {
    backTo(tuesday)
    const complaintId = await received()
    const safety = { id: desk.newId(), harm: 'injured' as const, words: '赤みがある' }
    value(await matsui.call(checkSafety, { params: { complaintId }, body: safety }))
    value(await start(complaintId))
    const closing = { id: desk.newId(), outcome: 'no-contact' as const, reason: 'つながらない' }
    value(await sasaki.call(closeComplaint, { params: { complaintId }, body: closing }))
    expect(await linesOf(complaintId, 'all', sasaki)).toHaveLength(1)
    const body = { id: desk.newId(), reason: '保存期間が終わった' }
    value(await desk.as('fujii').call(erasePersonalData, { params: { complaintId }, body }))
    await desk.runJobs()
    expect(await clockOf(complaintId)).toMatchObject({
      stages: [{ dueOn: '2026-12-03' }],
      decided: { reason: '（消去済み）' },
    })
  })
})
