import { describe, expect, it } from 'vitest'
import { silentLog } from '#platform/log.ts'
import { changeAbsence } from '#features/access/contract.ts'
import { inside } from '#features/access/door.ts'
import { decideOwner } from '#features/assignment/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { addNote, closeComplaint } from '#features/complaints/handling/contract.ts'
import { recordOf } from '#features/complaints/door.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint, submitWebForm } from '#features/intake/contract.ts'
import { company } from '#test/cast.ts'
import { type Answer, openDesk, type Person, value } from '#test/desk.ts'
import * as wall from './contract.ts'
import { commitmentsJobs } from './jobs.ts'
import { stateAt } from './rules.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const nakano = desk.as('nakano')

async function received(): Promise<string> {
  const body = {
    id: desk.newId(),
    channel: 'phone' as const,
    words: '届いた瓶が割れていました。',
    customer: { name: '森本 千尋' },
  }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

type Making = { words?: string; due: wall.Told; ownerId?: string; basedOn?: number; id?: string }
async function make(complaintId: string, making: Making, by: Person = matsui) {
  const body = { id: desk.newId(), words: '割れた原因をお電話します', ...making }
  return by.call(wall.makeCommitment, { params: { complaintId }, body })
}

async function promised(due: wall.Told = { on: '2026-11-25', at: '17:00' }, ownerId?: string) {
  const complaintId = await received()
  return value(await make(complaintId, { due, ...(ownerId ? { ownerId } : {}) }))
}

const on = ({ id: commitmentId }: wall.Commitment) => ({ commitmentId })
const moving = (due: wall.Told = { on: '2026-11-27', at: '15:00' }) => ({
  id: desk.newId(),
  due,
  reason: '工場の調べが一日延びました',
  alternative: '途中まで分かったことを明日お伝えします',
  toldBy: '松井が電話で',
})

async function present({ complaintId, id }: wall.Commitment): Promise<wall.Commitment> {
  const answer = await matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
  const found = value(answer).commitments.find((each) => each.id === id)
  if (!found) throw new Error('the promise is gone')
  return found
}

async function told({ complaintId }: { complaintId: string }): Promise<string[]> {
  const timeline = value(await matsui.call(readTimeline, { params: { complaintId } }))
  return timeline.entries
    .map(({ type }) => type)
    .filter((type) => type.startsWith('commitments.'))
    .map((type) => type.replace('commitments.', ''))
}

/** Each test has the Tuesday morning for itself: what others promised is over or far away. */
function backTo(iso: string) {
  desk.clock.advance(desk.clock.now().until(Temporal.Instant.from(iso)))
}
const tuesday = '2026-11-24T10:00:00+09:00'

describe('約束する', () => {
  it('言ったとおりの言葉から、期限を決める', async () => {
    const { commitment } = await promised({ phrase: '明日の17時までに折り返しお電話します' })
    expect(commitment).toMatchObject({
      state: 'open',
      dueAt: '2026-11-25T08:00:00Z',
      precision: 'minute',
      ownerName: '松井 あかり',
      customerName: '森本 千尋',
    })
    expect(await told(commitment)).toEqual(['made'])
  })

  it('期限だけの言い方でもよい。時刻のない日は、窓口が閉まるまで', async () => {
    const { commitment } = await promised({ phrase: '3営業日以内' })
    expect(commitment).toMatchObject({
      dueAt: '2026-11-27T09:00:00Z',
      dueOn: '2026-11-27',
      precision: 'day',
    })
  })

  it('いつまでかが分からなければ、言い方を教える', async () => {
    const answer = await make(await received(), { due: { phrase: 'なるべく早く' } })
    expect(answer).toMatchObject({ status: 422, refusal: { code: 'commitments.date-missing' } })
    expect(answer.detail).toContain('「なるべく早く」')
    expect(answer.detail).toContain('明日の17時まで')
  })

  it('過ぎた日時は約束できない', async () => {
    const answer = await make(await received(), { due: { on: '2026-11-24', at: '09:30' } })
    expect(answer).toMatchObject({ status: 422, refusal: { code: 'commitments.date-past' } })
    expect(answer.detail).toContain('11月24日(火) 09:30')
  })

  it('ありえない時刻は、書き直してもらう', async () => {
    const answer = await make(await received(), { due: { on: '2026-11-25', at: '25:00' } })
    expect(answer).toMatchObject({ status: 422, refusal: { code: 'http.not-understood' } })
  })

  it('二度送っても一つ。同じ約束をもう一度押しても一つ', async () => {
    const { commitment, head } = await promised()
    const { complaintId, id } = commitment
    const due = { on: '2026-11-25', at: '17:00' }
    const again = await make(complaintId, { id, due })
    expect(value(again)).toMatchObject({ head, commitment: { id } })
    expect(await make(complaintId, { due })).toMatchObject({
      status: 409,
      refusal: { code: 'commitments.already-made' },
    })
    expect(await told(commitment)).toEqual(['made'])
  })

  it('分析の人は、台帳を読めるが約束はできない', async () => {
    const { commitment } = await promised()
    const answer = await make(commitment.complaintId, { due: { on: '2026-11-26' } }, nakano)
    expect(answer).toMatchObject({ status: 403, refusal: { code: 'access.not-allowed' } })
    expect(await nakano.call(wall.listCommitments, { query: {} })).toMatchObject({ ok: true })
  })

  it('知らない人には頼めない', async () => {
    const answer = await make(await received(), {
      due: { on: '2026-11-26' },
      ownerId: desk.newId(),
    })
    expect(answer).toMatchObject({ status: 404, refusal: { code: 'access.member-missing' } })
  })
})

describe('知らせて、改めて、守る', () => {
  it('期限の前に一度だけ知らせ、改めた期限まで待ち、守ったと記録する', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    await desk.runJobs('2026-11-25T12:59:00+09:00')
    expect((await present(commitment)).warnedAt).toBeNull()
    await desk.runJobs('2026-11-25T13:30:00+09:00')
    expect((await present(commitment)).raisedAt).toBeNull()
    expect((await present(commitment)).warnedAt).toBe('2026-11-25T04:00:00Z')
    const body = moving()
    const moved = value(
      await matsui.call(wall.renegotiateCommitment, { params: on(commitment), body }),
    )
    expect(moved.commitment).toMatchObject({
      state: 'open',
      dueAt: '2026-11-27T06:00:00Z',
      warnedAt: null,
      renegotiations: [
        { previousDueAt: '2026-11-25T08:00:00Z', wasBroken: false, toldBy: '松井が電話で' },
      ],
    })
    await desk.runJobs('2026-11-26T18:00:00+09:00')
    expect(await told(commitment)).toEqual(['made', 'warned', 'renegotiated'])
    await desk.runJobs('2026-11-27T14:30:00+09:00')
    const how = '14時半にお電話し、梱包の不足だったとお伝えした'
    const keeping = { id: desk.newId(), how }
    const kept = value(
      await matsui.call(wall.keepCommitment, { params: on(commitment), body: keeping }),
    )
    expect(kept.commitment).toMatchObject({
      state: 'kept',
      keptAt: '2026-11-27T05:30:00Z',
      brokenAt: null,
    })
    await desk.runJobs('2026-12-10T18:00:00+09:00')
    expect(await told(commitment)).toEqual([
      'made',
      'warned',
      'renegotiated',
      'warned',
      'raised',
      'kept',
    ])
  })

  it('お客様の「ありがとう」では、約束は消えない', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const body = {
      id: desk.newId(),
      speaker: 'customer' as const,
      text: 'ありがとうございます。助かりました。',
    }
    await matsui.call(addNote, { params: { complaintId: commitment.complaintId }, body })
    expect(await present(commitment)).toMatchObject({ state: 'open', dueAt: commitment.dueAt })
  })

  it('約束が残る苦情は終われない', async () => {
    const { commitment } = await promised()
    const body = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: '交換で納得' }
    const params = { complaintId: commitment.complaintId }
    expect(await matsui.call(closeComplaint, { params, body })).toMatchObject({
      refusal: { code: 'complaints.promises-open' },
    })
  })

  it('守った約束の期限は動かさない。取り消せば動かせる', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const params = on(commitment)
    await matsui.call(wall.keepCommitment, {
      params,
      body: { id: desk.newId(), how: 'お電話した' },
    })
    const refused = await matsui.call(wall.renegotiateCommitment, { params, body: moving() })
    expect(refused).toMatchObject({ status: 409, refusal: { code: 'commitments.already-kept' } })
    const withdrawing = { id: desk.newId(), reason: '別の件と間違えた' }
    const back = value(await matsui.call(wall.withdrawKeeping, { params, body: withdrawing }))
    expect(back.commitment).toMatchObject({ state: 'open', keptAt: null })
    expect(await matsui.call(wall.renegotiateCommitment, { params, body: moving() })).toMatchObject(
      {
        ok: true,
      },
    )
  })

  it('同じ期限には改められない', async () => {
    const { commitment } = await promised()
    const body = moving({ on: '2026-11-25', at: '17:00' })
    const answer = await matsui.call(wall.renegotiateCommitment, { params: on(commitment), body })
    expect(answer).toMatchObject({ status: 422, refusal: { code: 'commitments.same-date' } })
  })

  it('理由も代案も、伝えた人もなく改めることはできない', async () => {
    const { commitment } = await promised()
    const body = { ...moving(), alternative: ' ' }
    const answer = await matsui.call(wall.renegotiateCommitment, { params: on(commitment), body })
    expect(answer).toMatchObject({ status: 422, refusal: { data: { fields: ['alternative'] } } })
  })
})

describe('期限が過ぎる', () => {
  it('その瞬間に過ぎた約束になり、苦情にも残る。果たしても、遅れは消えない', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    await desk.runJobs('2026-11-25T17:00:00+09:00')
    expect(await present(commitment)).toMatchObject({
      state: 'broken',
      brokenAt: '2026-11-25T08:00:00Z',
    })
    expect(await told(commitment)).toEqual(['made', 'warned', 'raised', 'broken'])
    const body = { id: desk.newId(), how: '翌朝お詫びのお電話をし、原因をお伝えした' }
    const late = value(await matsui.call(wall.keepCommitment, { params: on(commitment), body }))
    expect(late.commitment).toMatchObject({ state: 'kept', brokenAt: '2026-11-25T08:00:00Z' })
    const { entries } = value(
      await matsui.call(readTimeline, { params: { complaintId: commitment.complaintId } }),
    )
    expect(entries.at(-1)?.payload).toMatchObject({ isLate: true })
  })

  it('過ぎてから改めると、また約束になり、過ぎたことも残る', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    await desk.runJobs('2026-11-25T18:00:00+09:00')
    const params = on(commitment)
    const moved = value(await matsui.call(wall.renegotiateCommitment, { params, body: moving() }))
    expect(moved.commitment).toMatchObject({
      state: 'open',
      brokenAt: null,
      renegotiations: [{ wasBroken: true }],
    })
    await desk.runJobs('2026-11-27T15:00:00+09:00')
    expect((await present(commitment)).state).toBe('broken')
    expect((await told(commitment)).filter((each) => each === 'broken')).toHaveLength(2)
  })

  it('知らせる役が止まっていても、期限が過ぎれば過ぎた約束に見え、果たせば遅れと記録する', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    backTo('2026-11-25T20:00:00+09:00')
    expect(await present(commitment)).toMatchObject({ state: 'broken', brokenAt: commitment.dueAt })
    const body = { id: desk.newId(), how: 'お詫びして原因をお伝えした' }
    const late = value(await matsui.call(wall.keepCommitment, { params: on(commitment), body }))
    expect(late.commitment).toMatchObject({ state: 'kept', brokenAt: commitment.dueAt })
    await desk.runJobs('2026-11-25T20:01:00+09:00')
    expect(await told(commitment)).toEqual(['made', 'broken', 'kept'])
  })

  it('期限のあとで守った記録を取り消すと、過ぎた約束に戻る', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const params = on(commitment)
    await matsui.call(wall.keepCommitment, {
      params,
      body: { id: desk.newId(), how: 'お電話した' },
    })
    await desk.runJobs('2026-11-26T09:00:00+09:00')
    expect((await present(commitment)).state).toBe('kept')
    const body = { id: desk.newId(), reason: 'つながっていなかった' }
    const back = value(await matsui.call(wall.withdrawKeeping, { params, body }))
    expect(back.commitment).toMatchObject({ state: 'broken', brokenAt: commitment.dueAt })
    expect(await told(commitment)).toEqual(['made', 'kept', 'keeping-withdrawn', 'broken'])
  })

  it('期限の前に取り消したら、期限にはちゃんと過ぎる', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const params = on(commitment)
    await matsui.call(wall.keepCommitment, {
      params,
      body: { id: desk.newId(), how: 'お電話した' },
    })
    await matsui.call(wall.withdrawKeeping, {
      params,
      body: { id: desk.newId(), reason: '別の件' },
    })
    await desk.runJobs('2026-11-25T17:00:00+09:00')
    expect(await told(commitment)).toEqual([
      'made',
      'kept',
      'keeping-withdrawn',
      'warned',
      'raised',
      'broken',
    ])
  })

  it('同じ知らせが二度鳴っても、前の期限の知らせが鳴っても、何も起きない', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const jobs = commitmentsJobs(desk.ports)
    const { organisationId } = matsui.scope
    const { id: commitmentId, complaintId } = commitment
    const ring = async (task: string, round: number) =>
      jobs[task]?.({ organisationId, complaintId, commitmentId, round }, silentLog)
    await desk.runJobs('2026-11-25T17:00:00+09:00')
    await ring('commitments.break', 0)
    await ring('commitments.warn', 0)
    await ring('commitments.raise', 0)
    expect(await told(commitment)).toEqual(['made', 'warned', 'raised', 'broken'])
    await matsui.call(wall.renegotiateCommitment, { params: on(commitment), body: moving() })
    await ring('commitments.break', 0)
    expect((await present(commitment)).state).toBe('open')
    await ring('commitments.warn', 1)
    await Promise.all([ring('commitments.warn', 1), ring('commitments.warn', 1)])
    expect(await told(commitment)).toEqual([
      'made',
      'warned',
      'raised',
      'broken',
      'renegotiated',
      'warned',
    ])
  })

  it('早く鳴ったら期限まで待つ', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const { organisationId } = matsui.scope
    const { id: commitmentId, complaintId } = commitment
    backTo('2026-11-25T16:59:59+09:00')
    const payload = { organisationId, complaintId, commitmentId, round: 0 }
    await commitmentsJobs(desk.ports)['commitments.break']?.(payload, silentLog)
    expect((await present(commitment)).state).toBe('open')
    await desk.runJobs('2026-11-25T17:00:01+09:00')
    expect(await told(commitment)).toContain('broken')
  })
})

describe('ふたりが同時に', () => {
  it('改めようとすると、後の人は、その間に何があったかを知る', async () => {
    backTo(tuesday)
    const { commitment, head: basedOn } = await promised()
    const params = on(commitment)
    const first = await matsui.call(wall.renegotiateCommitment, {
      params,
      body: { ...moving(), basedOn },
    })
    const body = { ...moving({ on: '2026-11-30' }), basedOn }
    const second = await kobayashi.call(wall.renegotiateCommitment, { params, body })
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({
      status: 409,
      refusal: {
        code: 'complaints.changed-meanwhile',
        data: { since: [{ type: 'commitments.renegotiated', byName: '松井 あかり' }] },
      },
    })
    expect((await present(commitment)).dueAt).toBe('2026-11-27T06:00:00Z')
  })

  it('守ったと押すと、記録は一つ', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const press = (by: Person) =>
      by.call(wall.keepCommitment, {
        params: on(commitment),
        body: { id: desk.newId(), how: 'お電話した' },
      })
    const statuses = (await Promise.all([press(matsui), press(kobayashi)])).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted()).toEqual([200, 409])
    expect(await told(commitment)).toEqual(['made', 'kept'])
  })
})

describe('二度送っても一度', () => {
  it('改める、守る、取り消す、引き継ぐ', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const params = on(commitment)
    const twice = async <T>(send: () => Promise<Answer<T>>) => [
      value(await send()),
      value(await send()),
    ]
    const move = moving()
    const keep = { id: desk.newId(), how: 'お電話した' }
    const back = { id: desk.newId(), reason: '別の件' }
    const give = { id: desk.newId(), ownerId: kobayashi.memberId, reason: '午後から休み' }
    const answers = [
      await twice(() => matsui.call(wall.renegotiateCommitment, { params, body: move })),
      await twice(() => matsui.call(wall.keepCommitment, { params, body: keep })),
      await twice(() => matsui.call(wall.withdrawKeeping, { params, body: back })),
      await twice(() => matsui.call(wall.handOverCommitment, { params, body: give })),
    ]
    for (const [first, second] of answers) expect(second).toEqual(first)
    expect(await told(commitment)).toEqual([
      'made',
      'renegotiated',
      'kept',
      'keeping-withdrawn',
      'handed-over',
    ])
    expect((await present(commitment)).ownerName).toBe('小林 大輔')
  })
})

describe('不在と引き継ぎ', () => {
  const away = (isAway: boolean, substituteId: string | null = null) =>
    sasaki.call(changeAbsence, {
      params: { memberId: kobayashi.memberId },
      body: { isAway, substituteId },
    })

  it('不在の人に頼むと、代わりの人が守り、そのことが残る', async () => {
    backTo(tuesday)
    await away(true, matsui.memberId)
    const { commitment } = await promised(undefined, kobayashi.memberId)
    await away(false)
    expect(commitment.ownerName).toBe('松井 あかり')
    const { entries } = value(
      await matsui.call(readTimeline, { params: { complaintId: commitment.complaintId } }),
    )
    expect(entries.at(-1)?.payload).toMatchObject({ insteadOf: '小林 大輔' })
  })

  it('約束のあとで不在になれば、危ない約束に載り、知らせるときに代わりの人へ渡る', async () => {
    backTo(tuesday)
    const { commitment } = await promised(undefined, kobayashi.memberId)
    await away(true, matsui.memberId)
    const risky = value(await sasaki.call(wall.listCommitments, { query: { show: 'at-risk' } }))
    expect(risky.commitments.map(({ id }) => id)).toContain(commitment.id)
    await desk.runJobs('2026-11-25T13:00:00+09:00')
    await away(false)
    expect(await told(commitment)).toEqual(['made', 'handed-over', 'warned'])
    expect((await present(commitment)).ownerName).toBe('松井 あかり')
  })

  it('不在の人、いまの担当には渡せない', async () => {
    backTo(tuesday)
    const { commitment } = await promised()
    const give = (ownerId: string) =>
      matsui.call(wall.handOverCommitment, {
        params: on(commitment),
        body: { id: desk.newId(), ownerId, reason: '休みのため' },
      })
    expect(await give(matsui.memberId)).toMatchObject({
      refusal: { code: 'commitments.owner-same' },
    })
    await away(true, sasaki.memberId)
    const refused = await give(kobayashi.memberId)
    await away(false)
    expect(refused).toMatchObject({ status: 409, refusal: { code: 'commitments.owner-away' } })
    expect(refused.detail).toContain('佐々木 恵')
  })
})

describe('受付のご連絡', () => {
  it('Webフォームで伝えた日時が約束になり、いるSVが守る。二度鳴っても一つ', async () => {
    backTo(tuesday)
    const complaintId = desk.newId()
    const body = {
      id: complaintId,
      words: 'スプーンが一本足りません。',
      customer: { email: 'kondo.t@example.com' },
      details: {},
    }
    const params = { slug: company.slug }
    const told = value(await desk.customer.call(submitWebForm, { params, body }))
    await desk.runJobs()
    const list = () => matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
    const [first, ...others] = value(await list()).commitments
    expect(others).toEqual([])
    expect(first).toMatchObject({ state: 'open', madeTo: 'customer', ownerName: '佐々木 恵' })
    expect(first?.words).toContain('受付のご連絡')
    expect(Date.parse(first?.dueAt ?? '')).toBe(Date.parse(told.nextContactAt))
  })

  it('連絡先がなければ、約束はしない', async () => {
    backTo(tuesday)
    const id = desk.newId()
    const body = { id, words: '箸が一膳足りません。', customer: {}, details: {} }
    await desk.customer.call(submitWebForm, { params: { slug: company.slug }, body })
    await desk.runJobs()
    const params = { complaintId: id }
    const list = await matsui.call(wall.listComplaintCommitments, { params })
    expect(value(list).commitments).toEqual([])
  })

  it('担当が決まったら、その人の約束になる', async () => {
    backTo(tuesday)
    const complaintId = desk.newId()
    const body = {
      id: complaintId,
      words: 'スプーンが二本足りません。',
      customer: { email: 'kondo.t@example.com' },
      details: {},
    }
    await desk.customer.call(submitWebForm, { params: { slug: company.slug }, body })
    await desk.runJobs()
    const assigning = { id: desk.newId(), memberId: kobayashi.memberId, fromId: null }
    await sasaki.call(decideOwner, { params: { complaintId }, body: assigning })
    await desk.runJobs()
    const list = await matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
    expect(value(list).commitments.map(({ ownerName }) => ownerName)).toEqual(['小林 大輔'])
  })
})

describe('台帳', () => {
  it('約束中、きょう、過ぎた、守った、を人ごとに数える', async () => {
    backTo('2027-02-01T10:00:00+09:00')
    const ishida = desk.as('ishida')
    const complaintId = await received()
    const ownerId = ishida.memberId
    const due = (words: string, on: string) =>
      make(complaintId, { words, due: { on, at: '17:00' }, ownerId })
    const [today] = [
      value(await due('きょう', '2027-02-01')),
      value(await due('木曜', '2027-02-04')),
    ]
    const late = value(await due('過ぎる', '2027-02-02'))
    const show = async (which: wall.Show) => {
      const answer = await matsui.call(wall.listCommitments, { query: { show: which, ownerId } })
      const { commitments, total } = value(answer)
      expect(total).toBe(commitments.length)
      return commitments.map(({ words }) => words)
    }
    expect(await show('open')).toEqual(['きょう', '過ぎる', '木曜'])
    expect(await show('today')).toEqual(['きょう'])
    const body = { id: desk.newId(), how: 'お電話した' }
    await ishida.call(wall.keepCommitment, { params: on(today.commitment), body })
    await desk.runJobs('2027-02-03T09:00:00+09:00')
    expect(await show('broken')).toEqual(['過ぎる'])
    expect(await show('kept')).toEqual(['きょう'])
    expect(await show('open')).toEqual(['木曜'])
    expect(await show('all')).toEqual(['木曜', '過ぎる', 'きょう'])
    const rate = value(await matsui.call(wall.readKeptRate, { query: { days: 3 } }))
    expect(rate).toMatchObject({ kept: 1, broken: 1, keptLate: 0, moved: 0, rate: null })
    expect(rate.byOwner).toEqual([
      { ownerId, ownerName: '石田 隼人', kept: 1, broken: 1, rate: null },
    ])
    const complaint = await matsui.call(readComplaint, { params: { complaintId } })
    expect(value(complaint).nextDueAt).toBe('2027-02-04T08:00:00Z')
    expect((await present(late.commitment)).complaintNumber).toMatch(/^U27-/)
  })
})

it('台帳と、時系列をたたんだ記録は、いつも同じことを言う', async () => {
  const { commitments } = value(
    await matsui.call(wall.listCommitments, { query: { show: 'all', limit: 500 } }),
  )
  const now = desk.clock.now().toString()
  expect(commitments.length).toBeGreaterThan(20)
  for (const { id, complaintId, dueAt, dueOn, ownerId, state } of commitments) {
    const record = await inside(desk.ports.db, matsui.scope, (tx) =>
      recordOf(tx, matsui.scope, complaintId),
    )
    const recorded = record?.commitments.find(({ commitmentId }) => commitmentId === id)
    expect(recorded).toMatchObject({ dueAt, dueOn, ownerId })
    expect(recorded && stateAt(recorded, now)).toBe(state)
  }
})
