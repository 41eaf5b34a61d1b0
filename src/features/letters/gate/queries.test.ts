import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import {
  keepCommitment,
  listComplaintCommitments,
  makeCommitment,
} from '#features/commitments/contract.ts'
import { closeComplaint } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { checkLetter } from '../composing/contract.ts'
import { openPostOffice } from '#test/post-office.ts'
import { sendLetter } from '../contract.ts'
import { aMail, aMailbox, arrive, calm, correspond } from '../factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, leader] = [desk.as('kobayashi'), desk.as('sasaki')]
value(await aMailbox(desk, office))
const { received, opening, reply, again, stateOf, postedTo, later } = correspond(desk, office)

const promising = `${calm}\n明日の17時までにご連絡いたします。`

async function promise(complaintId: string, phrase: string) {
  const body = { id: desk.newId(), words: 'ご連絡', due: { phrase } }
  return value(await kobayashi.call(makeCommitment, { params: { complaintId }, body })).commitment
}

async function keep(commitmentId: string) {
  const body = { id: desk.newId(), how: '電話でお伝えしました' }
  value(await kobayashi.call(keepCommitment, { params: { commitmentId }, body }))
}

async function refusedByServer() {
  const { complaintId, address } = await received()
  const { letter } = value(await reply(complaintId))
  office.mood = { rcpt: () => ({ code: 550, text: '5.1.1 no such user' }) }
  await desk.runJobs(later(31))
  office.mood = {}
  expect(await stateOf(complaintId)).toBe('failed')
  return { complaintId, address, letterId: letter.id }
}

const rulesIn = (answer: Awaited<ReturnType<typeof again>>) =>
  JSON.stringify(answer.ok ? [] : answer.refusal.data).match(/"rule":"[^"]+"/gu) ?? []

async function withLetter(letterId: string, set: { text?: string; recipients?: string[] }) {
  await inside(desk.ports.db, kobayashi.scope, (tx) =>
    tx.updateTable('letters').set(set).where('id', '=', letterId).execute(),
  )
}

describe('送る直前にも、門はもう一度尋ねる', () => {
  it('台帳から消えた約束を書いたものは、待っているあいだに止まる。理由を書けば送れる', async () => {
    const { complaintId, address } = await received()
    const { id: commitmentId } = await promise(complaintId, '明日の17時まで')
    const { letter } = value(await reply(complaintId, { text: promising }))
    await keep(commitmentId)
    await desk.runJobs(later(40))
    expect([await stateOf(complaintId), postedTo(address).length]).toEqual(['stopped', 0])
    const { entries } = value(
      await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }),
    )
    expect(entries.at(-1)).toMatchObject({
      type: 'letters.stopped',
      payload: { arrived: 0, asks: ['unbacked-promise'] },
      by: 'system:letters',
    })
    const refused = await again(complaintId, letter.id)
    expect([code(refused), rulesIn(refused)]).toEqual([
      'letters.gate',
      ['"rule":"unbacked-promise"'],
    ])
    const reasons = [{ rule: 'unbacked-promise', reason: '電話でもお約束しました' }]
    value(await again(complaintId, letter.id, reasons))
    await desk.runJobs()
    expect([await stateOf(complaintId), postedTo(address).length]).toEqual(['sent', 1])
  })
})

describe('もう一度送るときも、同じ門を通る', () => {
  it('埋まっていない所があれば、理由があっても通らない', async () => {
    const { complaintId, letterId } = await refusedByServer()
    await withLetter(letterId, { text: '森本様\n\n{商品名}を確かめております。' })
    const reasons = [{ rule: 'placeholder', reason: '急ぎます' }]
    expect(code(await again(complaintId, letterId, reasons))).toBe('letters.gate')
    expect(await stateOf(complaintId)).toBe('failed')
  })

  it('そのあいだに届いたものがあれば、読むまで通らない', async () => {
    const { complaintId, address, letterId } = await refusedByServer()
    const { head: basedOn } = await opening(complaintId)
    const news = { from: address, subject: 'Re: 急須', messageId: `<news-${address}>` }
    const more = [`References: <first-${address}>`]
    await arrive(desk, aMail({ ...news, more, text: '箱も濡れていました。' }))
    const body = { id: desk.newId(), basedOn }
    const refused = await kobayashi.call(sendLetter, { params: { letterId }, body })
    expect(code(refused)).toBe('letters.unseen')
    expect(code(await again(complaintId, letterId))).toBe('ok')
  })

  it('終わった件には、理由があれば送れる', async () => {
    const { complaintId, letterId } = await refusedByServer()
    await closed(complaintId)
    const refused = await again(complaintId, letterId)
    expect([code(refused), rulesIn(refused)]).toEqual([
      'letters.gate',
      ['"rule":"complaint-closed"'],
    ])
    const reasons = [{ rule: 'complaint-closed', reason: 'お約束した写しをお送りします' }]
    expect(code(await again(complaintId, letterId, reasons))).toBe('ok')
  })

  it('届かなかったあて先と、いまは当社のものになったあて先は、そのままでは通らない', async () => {
    const { complaintId, address, letterId } = await refusedByServer()
    const bounce = JSON.stringify({
      isPermanent: true,
      reason: `${address} user unknown`,
      at: later(0),
    })
    await inside(desk.ports.db, kobayashi.scope, (tx) =>
      tx.updateTable('letters').set({ bounce }).where('id', '=', letterId).execute(),
    )
    expect(rulesIn(await again(complaintId, letterId))).toEqual(['"rule":"addressee-bounced"'])
    await withLetter(letterId, { recipients: ['desk@minato.example'] })
    expect(code(await again(complaintId, letterId))).toBe('letters.to-ourselves')
  })

  it('上長の理由は上長のまま残り、部下がもう一度送れる。部下の理由では通らない', async () => {
    const { complaintId } = await received()
    const text = `${calm}\n代金を全額返金いたします。`
    const reasons = [{ rule: 'promises-money', reason: '部長の承認があります' }]
    expect(code(await reply(complaintId, { text, reasons }))).toBe('letters.gate')
    const { letter } = value(await reply(complaintId, { text, reasons }, leader))
    office.mood = { rcpt: () => ({ code: 550, text: 'no' }) }
    await desk.runJobs(later(31))
    office.mood = {}
    expect(code(await again(complaintId, letter.id, reasons))).toBe('letters.gate')
    expect(code(await again(complaintId, letter.id))).toBe('ok')
  })
})

async function closed(complaintId: string) {
  const params = { complaintId }
  const { commitments } = value(await kobayashi.call(listComplaintCommitments, { params }))
  for (const { id } of commitments) await keep(id)
  const reason = 'お客様から、もうよいとのご連絡がありました'
  const body = { id: desk.newId(), outcome: 'withdrawn' as const, reason }
  value(await kobayashi.call(closeComplaint, { params, body }))
}

it('書き終えてすぐ件を終えても、その返事は出る', async () => {
  const { complaintId, address } = await received()
  value(await reply(complaintId))
  await closed(complaintId)
  await desk.runJobs(later(31))
  expect([await stateOf(complaintId), postedTo(address).length]).toEqual(['sent', 1])
  const asked = { params: { complaintId }, body: { text: calm, subject: 'a', to: [address] } }
  const { findings } = value(await kobayashi.call(checkLetter, asked))
  expect(findings.map(({ rule }) => rule)).toContain('complaint-closed')
})

it('混んでいるあいだに約束の時刻を過ぎたら、嘘になった返事は出ずに止まる', async () => {
  const { complaintId, address } = await received()
  await promise(complaintId, '今日の17時まで')
  const text = `${calm}\n本日の17時までにご連絡いたします。`
  value(await reply(complaintId, { text }))
  office.mood = { data: { code: 451, text: 'later' } }
  await desk.runJobs(later(4 * 3600))
  expect(await stateOf(complaintId)).toBe('waiting')
  await desk.runJobs(later(4 * 3600))
  expect([await stateOf(complaintId), postedTo(address).length]).toEqual(['stopped', 0])
})
