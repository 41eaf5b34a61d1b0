import { describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import { inside } from '#features/access/door.ts'
import {
  addNote,
  claimFact,
  closeComplaint,
  confirmFact,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { decideOwner, readCandidates } from '#features/assignment/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { draftApology } from '../apology/contract.ts'
import * as commitments from '../contract.ts'
import { keptRateOf } from '../rules.ts'
import * as wall from './contract.ts'
import { progressReactions } from './reactions.ts'

const desk = await openDesk()
const [kobayashi, matsui] = [desk.as('kobayashi'), desk.as('matsui')]
const [sasaki, fujii] = [desk.as('sasaki'), desk.as('fujii')]
type On = { readonly complaintId: string }

const tuesday = '2026-11-24T10:00:00+09:00'
const iso = (text: string) => Temporal.Instant.from(`${text}+09:00`).toString()
const jumpTo = (text: string) =>
  desk.clock.advance(desk.clock.now().until(Temporal.Instant.from(iso(text))))

async function begun(): Promise<On> {
  desk.clock.advance(desk.clock.now().until(Temporal.Instant.from(tuesday)))
  const body = {
    id: desk.newId(),
    channel: 'phone' as const,
    words: '急須の口が欠けていました。',
    customer: { name: '森本 千尋' },
  }
  const { complaintId } = value(await kobayashi.call(receiveComplaint, { body }))
  return { complaintId }
}

const told = { every: 3, unit: 'days', channel: 'phone', words: '3日ごとにご連絡します' } as const
const tell = (params: On, changes: object = {}) =>
  kobayashi.call(wall.tellProgress, { params, body: { id: desk.newId(), ...told, ...changes } })
const read = async (params: On) => value(await kobayashi.call(wall.readProgress, { params }))
const promises = async (params: On) =>
  value(await kobayashi.call(commitments.listComplaintCommitments, { params })).commitments
const states = async (params: On) => (await promises(params)).map(({ state }) => state).toSorted()
async function due(params: On): Promise<{ commitmentId: string }> {
  return { commitmentId: (await read(params)).progress?.commitmentId ?? '' }
}
const giving = (changes: object = {}) => ({
  id: desk.newId(),
  text: '工房に確かめております。',
  channel: 'phone' as const,
  ...changes,
})
const give = async (params: On, changes: object = {}) =>
  kobayashi.call(wall.giveNote, { params: await due(params), body: giving(changes) })
const draft = async (params: On) =>
  value(await kobayashi.call(wall.draftNote, { params: await due(params) }))
const pausing = (on = '2026-12-04') => ({
  id: desk.newId(),
  reason: '検査の結果がまだのため',
  waiter: '製造部の佐藤さん',
  kind: 'person' as const,
  on,
  toldBy: '小林が電話で',
})
async function eventsOf(params: On): Promise<string[]> {
  const { entries } = value(await kobayashi.call(readTimeline, { params }))
  return entries.map(({ type }) => type).filter((type) => type.startsWith('commitments.'))
}

describe('間隔をお伝えする', () => {
  it('言ったことから間隔が見つかり、記録すると、次のご連絡が台帳の約束になる', async () => {
    const params = await begun()
    const text = 'かしこまりました。経過は3日ごとにご連絡いたします。'
    const body = { id: desk.newId(), speaker: 'operator' as const, text }
    value(await kobayashi.call(addNote, { params, body }))
    expect((await read(params)).found).toMatchObject({ every: 3, unit: 'days' })
    const { dueAt } = value(await tell(params))
    expect(dueAt).toBe(iso('2026-11-27T18:00'))
    const { progress, found } = await read(params)
    expect(found).toBeNull()
    expect(progress).toMatchObject({ ...told, dueAt, notes: 0, pause: null })
    expect(await promises(params)).toMatchObject([
      {
        dueAt,
        madeTo: 'customer',
        ownerName: '小林 大輔',
        precision: 'day',
        progress: { every: 3, unit: 'days', channel: 'phone', pause: null },
      },
    ])
  })

  it('二度送っても一つ。最初の日は選べて、過ぎた日は選べない', async () => {
    const params = await begun()
    const id = desk.newId()
    value(await tell(params, { id, firstOn: '2026-11-25' }))
    const { dueAt } = value(await tell(params, { id, firstOn: '2026-11-25' }))
    expect(dueAt).toBe(iso('2026-11-25T18:00'))
    expect(await promises(params)).toHaveLength(1)
    expect(code(await tell(await begun(), { firstOn: '2026-11-20' }))).toBe('commitments.date-past')
    jumpTo('2026-11-24T19:00')
    expect(code(await tell(await begunLate(), { firstOn: '2026-11-24' }))).toBe(
      'commitments.date-past',
    )
  })

  it('間隔を変えれば、いまの約束の日が動き、前の日は経緯に残る', async () => {
    const params = await begun()
    value(await tell(params))
    const weekly = { every: 7, words: '一週間ごとにいたします' }
    const { dueAt } = value(await tell(params, weekly))
    expect(dueAt).toBe(iso('2026-12-01T18:00'))
    const [only, ...others] = await promises(params)
    expect(others).toEqual([])
    expect(only?.renegotiations).toMatchObject([
      { previousDueAt: iso('2026-11-27T18:00'), dueAt, wasBroken: false },
    ])
    expect(only?.progress?.every).toBe(7)
  })

  it('最初の日を、言う前に確かめられる', async () => {
    jumpTo('2026-11-24T10:00')
    const query = { every: '3', unit: 'days' as const }
    const { dueAt, words } = value(await kobayashi.call(wall.previewProgress, { query }))
    expect(dueAt).toBe(iso('2026-11-27T18:00'))
    expect(words).toContain('3日ごとに経過をご連絡いたします。次は、11月27日（金）18時まで')
  })

  it('分析の人は読めるが、決められない', async () => {
    const params = await begun()
    const body = { id: desk.newId(), ...told }
    expect(code(await desk.as('nakano').call(wall.readProgress, { params }))).toBe('ok')
    expect(code(await desk.as('nakano').call(wall.tellProgress, { params, body }))).not.toBe('ok')
  })
})

async function begunLate(): Promise<On> {
  const body = {
    id: desk.newId(),
    channel: 'phone' as const,
    words: '欠けていました。',
    customer: {},
  }
  const { complaintId } = value(await kobayashi.call(receiveComplaint, { body }))
  return { complaintId }
}

describe('ご連絡する', () => {
  it('何をお伝えしたかが残り、次の日が同じ間隔で立つ。二度押しても一つ', async () => {
    const params = await begun()
    value(await tell(params))
    const { commitmentId } = await due(params)
    jumpTo('2026-11-26T11:00')
    const body = giving()
    const sent = { params: { commitmentId }, body }
    const both = await Promise.all([
      kobayashi.call(wall.giveNote, sent),
      kobayashi.call(wall.giveNote, sent),
    ])
    expect(both.map(code)).toContain('ok')
    await Promise.all([desk.runJobs(), desk.runJobs()])
    expect(await states(params)).toEqual(['kept', 'open'])
    const { progress } = await read(params)
    expect(progress).toMatchObject({ dueAt: iso('2026-11-27T18:00'), notes: 1 })
    const { entries } = value(await kobayashi.call(readTimeline, { params }))
    const kept = entries.find(({ type }) => type === 'commitments.kept')
    expect(kept?.payload?.['how']).toBe('電話でお伝えした：工房に確かめております。')
    expect(code(await kobayashi.call(wall.giveNote, { ...sent, body: giving() }))).toBe(
      'commitments.already-kept',
    )
  })

  it('台帳で「守りました」としても、次が一つだけ立つ。知らせが二度来ても変わらない', async () => {
    const params = await begun()
    value(await tell(params))
    const body = { id: desk.newId(), how: 'お電話した' }
    value(await kobayashi.call(commitments.keepCommitment, { params: await due(params), body }))
    await Promise.all([desk.runJobs(), desk.runJobs()])
    expect(await states(params)).toEqual(['kept', 'open'])
    const { entries } = value(await kobayashi.call(readTimeline, { params }))
    const kept = entries.find(({ type }) => type === 'commitments.kept')
    const heard = {
      organisationId: kobayashi.scope.organisationId,
      complaintId: params.complaintId,
      sequence: kept?.sequence ?? 0,
      type: 'commitments.kept',
      entryId: kept?.id ?? '',
    }
    const again = progressReactions['commitments.kept']
    expect(again).toBeDefined()
    await again?.(desk.ports, heard)
    expect(await states(params)).toEqual(['kept', 'open'])
  })

  it('記録を取り消すと、前の約束に戻り、あとの約束は無かったことになる', async () => {
    const params = await begun()
    value(await tell(params))
    const first = await due(params)
    value(await give(params))
    const body = { id: desk.newId(), reason: '押し間違い' }
    value(await kobayashi.call(commitments.withdrawKeeping, { params: first, body }))
    await desk.runJobs()
    expect(await states(params)).toEqual(['open', 'withdrawn'])
    expect(await due(params)).toEqual(first)
    expect((await read(params)).progress?.notes).toBe(0)
    value(await give(params))
    await desk.runJobs()
    expect(await states(params)).toEqual(['kept', 'open', 'withdrawn'])
  })

  it('お伝えする文は記録から出て、続けて同じ文にならない', async () => {
    const params = await begun()
    value(await tell(params))
    const one = await draft(params)
    expect(one).toMatchObject({ hasNews: false, channel: 'phone' })
    value(await give(params, { text: one.text }))
    const two = await draft(params)
    expect(two.text).not.toBe(one.text)
    const factId = desk.newId()
    jumpTo('2026-11-24T11:00')
    const statement = '同じ箱の品はほかに三本だった'
    const claim = { id: factId, topic: 'what' as const, statement, source: '工房' }
    value(await kobayashi.call(claimFact, { params, body: claim }))
    expect((await draft(params)).text).not.toContain(statement)
    const confirm = { id: desk.newId(), source: '出荷の記録', attributedTo: 'us' as const }
    value(await kobayashi.call(confirmFact, { params: { ...params, factId }, body: confirm }))
    expect(await draft(params)).toMatchObject({ hasNews: true })
    expect((await draft(params)).text).toContain(statement)
    jumpTo('2026-11-24T12:00')
    value(await give(params))
    expect((await draft(params)).text).not.toContain(statement)
  })

  it('約束でないもの、間隔でない約束には使えない', async () => {
    const params = await begun()
    const other = { id: desk.newId(), words: 'お電話します', due: { phrase: '明日の17時まで' } }
    const made = value(
      await kobayashi.call(commitments.makeCommitment, { params, body: other }),
    ).commitment
    const on = { commitmentId: made.id }
    expect(code(await kobayashi.call(wall.giveNote, { params: on, body: giving() }))).toBe(
      'commitments.not-a-note',
    )
    const nothing = { commitmentId: desk.newId() }
    expect(code(await kobayashi.call(wall.giveNote, { params: nothing, body: giving() }))).toBe(
      'commitments.missing',
    )
  })
})

describe('待つ・過ぎる・終わる', () => {
  it('待つには理由と名前と日が要り、約束の日がその日に動く。ご連絡すれば、待つのは終わる', async () => {
    const params = await begun()
    value(await tell(params))
    const pause = async (body: object) =>
      kobayashi.call(wall.pauseProgress, {
        params: await due(params),
        body: { ...pausing(), ...body },
      })
    for (const lacking of [{ reason: ' ' }, { waiter: '' }, { on: '' }, { toldBy: '' }])
      expect(code(await pause(lacking))).not.toBe('ok')
    expect(code(await pause({ on: '2026-11-20' }))).toBe('commitments.date-past')
    expect(code(await pause({ on: '2027-03-01' }))).toBe('commitments.pause-too-long')
    const { dueAt } = value(await pause({}))
    expect(dueAt).toBe(iso('2026-12-04T18:00'))
    const { progress } = await read(params)
    expect(progress?.pause).toEqual({
      reason: '検査の結果がまだのため',
      waiter: '製造部の佐藤さん',
      kind: 'person',
    })
    expect((await promises(params))[0]?.renegotiations[0]?.toldBy).toBe('小林が電話で')
    expect((await draft(params)).text).toContain('製造部の佐藤さん')
    value(await give(params))
    expect((await read(params)).progress?.pause).toBeNull()
  })

  it('期限の前に担当に知らせ、過ぎれば破れた約束になり、お詫びの下書きが出る。遅れてご連絡しても次が立つ', async () => {
    const params = await begun()
    value(await tell(params))
    const first = await due(params)
    await desk.runJobs(iso('2026-11-27T17:59'))
    expect(await eventsOf(params)).toContain('commitments.warned')
    await desk.runJobs(iso('2026-11-27T18:00:01'))
    expect((await read(params)).progress?.isBroken).toBe(true)
    const { text } = value(await kobayashi.call(draftApology, { params: first }))
    expect(text).toContain('「経過のご連絡（3日ごと）」')
    jumpTo('2026-11-30T09:30')
    value(await give(params))
    const [late] = (await promises(params)).filter(({ id }) => id === first.commitmentId)
    expect(late).toMatchObject({ state: 'kept', brokenAt: iso('2026-11-27T18:00') })
    expect((await read(params)).progress).toMatchObject({
      isBroken: false,
      dueAt: iso('2026-12-03T18:00'),
    })
  })

  it('苦情の終了を妨げず、終了とともに終わる。理由を添えて取り下げても終わる', async () => {
    const params = await begun()
    value(await tell(params))
    const closing = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: '交換で納得' }
    expect(code(await kobayashi.call(closeComplaint, { params, body: closing }))).toBe('ok')
    await Promise.all([desk.runJobs(), desk.runJobs()])
    expect(await states(params)).toEqual(['withdrawn'])
    expect(await read(params)).toMatchObject({ progress: null, isClosed: true })
    expect(code(await tell(params))).toBe('commitments.complaint-closed')

    const other = await begun()
    value(await tell(other))
    const body = { id: desk.newId(), reason: 'もう連絡はいらないとのこと' }
    const sent = { params: await due(other), body }
    value(await kobayashi.call(commitments.withdrawCommitment, sent))
    await desk.runJobs()
    expect((await read(other)).progress).toBeNull()
    expect(await eventsOf(other)).toContain('commitments.progress-ended')
    expect(code(await tell(other))).toBe('ok')
  })

  it('担当が不在なら、次のご連絡は代わりの人に立ち、戻れば担当に戻る', async () => {
    const params = await begun()
    value(await tell(params))
    const away = async (isAway: boolean) => {
      const body = { isAway, substituteId: isAway ? matsui.memberId : null }
      value(await sasaki.call(changeAbsence, { params: { memberId: kobayashi.memberId }, body }))
    }
    await away(true)
    value(await matsui.call(wall.giveNote, { params: await due(params), body: giving() }))
    const ownerOfNext = async () =>
      (await promises(params)).find(({ state }) => state === 'open')?.ownerName
    expect(await ownerOfNext()).toBe('松井 あかり')
    await away(false)
    value(await give(params))
    expect(await ownerOfNext()).toBe('小林 大輔')
  })

  it('苦情の担当が変われば、待っているご連絡もその人のものになる', async () => {
    const params = await begun()
    value(await tell(params))
    const { ownerId } = value(await kobayashi.call(readCandidates, { params }))
    const body = { id: desk.newId(), memberId: matsui.memberId, fromId: ownerId }
    value(await sasaki.call(decideOwner, { params, body }))
    await Promise.all([desk.runJobs(), desk.runJobs()])
    expect(await promises(params)).toMatchObject([{ state: 'open', ownerName: '松井 あかり' }])
  })

  it('消去すると、言葉も、誰を待つかも残らない', async () => {
    const params = await begun()
    value(await tell(params))
    value(await kobayashi.call(wall.pauseProgress, { params: await due(params), body: pausing() }))
    const closing = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: '納得' }
    value(await kobayashi.call(closeComplaint, { params, body: closing }))
    const body = { id: desk.newId(), reason: 'ご本人のご依頼' }
    value(await fujii.call(erasePersonalData, { params, body }))
    await desk.runJobs()
    expect((await read(params)).progress).toBeNull()
    const rows = await inside(desk.ports.db, kobayashi.scope, (tx) =>
      tx
        .selectFrom('commitments_progress')
        .where('complaint_id', '=', params.complaintId)
        .select(['words', 'pause_waiter', 'pause_reason'])
        .execute(),
    )
    expect(JSON.stringify(rows)).not.toMatch(/佐藤|検査|ごとに/u)
  })
})

it('守った割合は、表でまとめて数えても、一件ずつ数えたのと同じ', async () => {
  desk.clock.advance(Temporal.Duration.from({ hours: 24 * 60 }))
  await desk.runJobs()
  const query = { show: 'all' as const, limit: 500 }
  const listed = value(await matsui.call(commitments.listCommitments, { query }))
  expect(listed.total).toBe(listed.commitments.length)
  const now = desk.clock.now()
  const since = now.subtract({ hours: 365 * 24 }).toString()
  const toCustomers = listed.commitments.filter(({ madeTo }) => madeTo === 'customer')
  const one = keptRateOf(toCustomers, since, now.toString())
  const { asOf, ...rate } = value(
    await matsui.call(commitments.readKeptRate, { query: { days: 365 } }),
  )
  expect(asOf).toBeNull()
  const sorted = ({ byOwner, byTeam, ...all }: commitments.KeptRate) => ({
    ...all,
    byOwner: byOwner.toSorted((a, b) => a.ownerId.localeCompare(b.ownerId)),
    byTeam: byTeam.toSorted((a, b) => String(a.team).localeCompare(String(b.team))),
  })
  expect([one.kept, one.broken, one.moved].filter((count) => count > 0)).toHaveLength(3)
  expect(sorted(rate)).toEqual(sorted(one))
})
