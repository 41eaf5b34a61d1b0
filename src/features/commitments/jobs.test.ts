import { describe, expect, it } from 'vitest'
import { silentLog } from '#platform/log.ts'
import { changeAbsence } from '#features/access/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, type Person, value } from '#test/desk.ts'
import * as wall from './contract.ts'
import { commitmentsJobs } from './jobs.ts'
import { commitmentsMessages } from './messages.ts'

const desk = await openDesk()
const [matsui, kobayashi, sasaki] = [desk.as('matsui'), desk.as('kobayashi'), desk.as('sasaki')]

async function promised(owner: Person = kobayashi) {
  const received = { id: desk.newId(), channel: 'phone' as const, words: '瓶が割れていました。' }
  const { complaintId } = value(
    await matsui.call(receiveComplaint, { body: { ...received, customer: { name: '森本' } } }),
  )
  const making = { words: '割れた原因をお電話します', due: { phrase: '3時間以内' } }
  const body = { id: desk.newId(), ...making, ownerId: owner.memberId }
  return value(await matsui.call(wall.makeCommitment, { params: { complaintId }, body })).commitment
}

const away = (who: Person, isAway: boolean, substitute: Person | null = null) =>
  sasaki.call(changeAbsence, {
    params: { memberId: who.memberId },
    body: { isAway, substituteId: substitute?.memberId ?? null },
  })

async function entriesOf({ complaintId }: wall.Commitment) {
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId }, query: {} }))
  return entries
}
const told = async (commitment: wall.Commitment) =>
  (await entriesOf(commitment))
    .filter(({ type }) => /^(commitments|escalation)\./u.test(type))
    .map(({ type, payload }) => {
      const to = payload?.['toName'] ?? payload?.['ownerName'] ?? ''
      return `${type.replace('commitments.', '')} ${typeof to === 'string' ? to : ''}`.trim()
    })
async function present({ complaintId, id }: wall.Commitment) {
  const answer = await matsui.call(wall.listComplaintCommitments, { params: { complaintId } })
  return value(answer).commitments.find((each) => each.id === id)
}
/** Minutes after the promise was made. */
const at = ({ madeAt }: wall.Commitment, minutes: number) =>
  desk.runJobs(Temporal.Instant.from(madeAt).add({ minutes }).toString())
const nextMorning = () => {
  const now = desk.clock.now().toZonedDateTimeISO('Asia/Tokyo')
  const morning = now.add({ days: 1 }).with({ hour: 10, minute: 0, second: 0 })
  desk.clock.advance(desk.clock.now().until(morning.toInstant()))
}

describe('担当が不在のあいだに、期限が近づく', () => {
  it('代わりの人へ一度だけ渡して知らせ、SVにも一度だけ知らせる', async () => {
    const commitment = await promised()
    await away(kobayashi, true, matsui)
    await at(commitment, 150)
    const expected = ['made 小林 大輔', 'handed-over 松井 あかり', 'warned', 'raised 松井 あかり']
    expect((await told(commitment)).slice(0, 4)).toEqual(expected)
    expect(await told(commitment)).toHaveLength(5)
    const jobs = commitmentsJobs(desk.ports)
    const { organisationId } = matsui.scope
    const { id: commitmentId, complaintId } = commitment
    for (const task of ['commitments.warn', 'commitments.raise', 'commitments.warn'])
      await jobs[task]?.({ organisationId, complaintId, commitmentId, round: 0 }, silentLog)
    expect(await told(commitment)).toHaveLength(5)
    await away(kobayashi, false)
  })

  it('代わりの人は、守ることも、日時を改めることもでき、そこで知らせは止まる', async () => {
    nextMorning()
    const [kept, moved] = [await promised(), await promised()]
    await away(kobayashi, true, matsui)
    await at(kept, 125)
    const keeping = { id: desk.newId(), how: '小林に代わってお電話した' }
    value(
      await matsui.call(wall.keepCommitment, { params: { commitmentId: kept.id }, body: keeping }),
    )
    const body = {
      id: desk.newId(),
      due: { phrase: '明日の17時まで' },
      reason: '担当が不在のため',
      alternative: '分かったことを先にお伝えする',
      toldBy: '松井が電話で',
    }
    const params = { commitmentId: moved.id }
    value(await matsui.call(wall.renegotiateCommitment, { params, body }))
    await away(kobayashi, false)
    await at(kept, 200)
    expect((await told(kept)).at(-1)).toBe('kept')
    expect((await told(moved)).at(-1)).toBe('renegotiated')
    expect(await present(moved)).toMatchObject({ ownerName: '松井 あかり', state: 'open' })
  })

  it('代わりの人がいなければSVに渡し、渡されたSVに二度は知らせない', async () => {
    nextMorning()
    const commitment = await promised()
    await away(kobayashi, true)
    await at(commitment, 170)
    await away(kobayashi, false)
    expect(await told(commitment)).toEqual(['made 小林 大輔', 'handed-over 佐々木 恵', 'warned'])
    await at(commitment, 181)
    expect((await told(commitment))[3]).toBe('broken 佐々木 恵')
  })

  it('知らせたあとで不在になれば、SVに知らせるときに代わりの人へ渡る', async () => {
    nextMorning()
    const commitment = await promised()
    await at(commitment, 125)
    await away(kobayashi, true, matsui)
    await at(commitment, 160)
    await away(kobayashi, false)
    const expected = ['made 小林 大輔', 'warned', 'handed-over 松井 あかり', 'raised 松井 あかり']
    expect((await told(commitment)).slice(0, 4)).toEqual(expected)
  })

  it('代わりの人も不在なら、その代わりの人が受ける', async () => {
    nextMorning()
    const commitment = await promised()
    await away(kobayashi, true, matsui)
    await away(matsui, true, desk.as('kawabata'))
    await at(commitment, 125)
    await away(kobayashi, false)
    await away(matsui, false)
    expect((await told(commitment))[1]).toBe('handed-over 川端 ゆり')
  })
})

it('期限を過ぎてから改めた約束は、経過にも、過ぎてから改めたと残る', async () => {
  nextMorning()
  const commitment = await promised()
  await at(commitment, 181)
  const body = {
    id: desk.newId(),
    due: { phrase: '明日の17時まで' },
    reason: '工場の調べが延びました',
    alternative: '途中までお伝えする',
    toldBy: '小林が電話で',
  }
  const params = { commitmentId: commitment.id }
  value(await kobayashi.call(wall.renegotiateCommitment, { params, body }))
  const type = 'commitments.renegotiated'
  const entry = (await entriesOf(commitment)).find((each) => each.type === type)
  const said = wall.commitmentsEvents[type].parse(entry?.payload)
  expect(commitmentsMessages.ja.events[type](said)).toMatch(
    /^期限を過ぎてから約束の日時を改めました/u,
  )
})
