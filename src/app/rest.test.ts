import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import { changeExtension, listExtensions } from '#features/access/extensions/contract.ts'
import {
  handOverCommitment,
  listComplaintCommitments,
  makeCommitment,
} from '#features/commitments/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { askSupervisor } from '#features/escalation/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { makeKey } from '#features/access/keys/contract.ts'
import { listRings } from '#features/intake/telephony/contract.ts'
import { addEndpoint, listEndpoints, listMessages } from '#features/webhooks/contract.ts'
import { endBreak, takeBreak } from '#features/wellbeing/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'

/** Somebody rests: nothing reaches them by any way, nobody is told why, and coming back restores it. */
const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const fujii = desk.as('fujii')

const rests = async (who: Person, minutes: 5 | 15 | 30 = 15) =>
  value(await who.call(takeBreak, { body: { id: desk.newId(), minutes } }))
const isBack = async (who: Person) => value(await who.call(endBreak))
const stands = async (who: Person, substitute: Person | null) =>
  value(
    await fujii.call(changeAbsence, {
      params: { memberId: who.memberId },
      body: { isAway: false, substituteId: substitute?.memberId ?? null },
    }),
  )
async function received(by = matsui): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '返事がありません。' }
  return value(await by.call(receiveComplaint, { body })).complaintId
}

describe('電話', () => {
  it('休んでいる人の内線は代わりの人に鳴り、いなければ待ち、戻れば本人に鳴る', async () => {
    const { extensions } = value(await fujii.call(listExtensions))
    const idOf = (name: string) => extensions.find((each) => each.name === name)?.id ?? ''
    for (const [name, extension] of [
      ['松井 あかり', '101'],
      ['小林 大輔', '102'],
    ] as const)
      value(
        await fujii.call(changeExtension, {
          params: { of: 'member', ownerId: idOf(name) },
          body: { id: desk.newId(), extension },
        }),
      )
    const key = { id: desk.newId(), name: '電話', permissions: ['telephone' as const] }
    const { secret } = value(await fujii.call(makeKey, { body: key }))
    const ring = async (callId: string) => {
      const body = { callId, from: '090-1111-2222', extension: '101', state: 'ringing' }
      const answer = await desk.app.request('/api/intake/telephony/calls', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, at: desk.clock.now().toString() }),
      })
      const { reaches } = (await answer.json()) as { reaches: number }
      return reaches
    }
    const ringsAt = async (who: Person) => value(await who.call(listRings)).rings.length

    expect(await ring('usual')).toBe(1)
    expect([await ringsAt(matsui), await ringsAt(kobayashi)]).toEqual([1, 0])
    await rests(matsui)
    expect(await ring('nobody')).toBe(0)
    expect([await ringsAt(matsui), await ringsAt(kobayashi)]).toEqual([0, 0])
    await stands(matsui, kobayashi)
    expect(await ring('substitute')).toBe(1)
    expect([await ringsAt(matsui), await ringsAt(kobayashi)]).toEqual([0, 3])
    await isBack(matsui)
    expect([await ringsAt(matsui), await ringsAt(kobayashi)]).toEqual([3, 0])
  })
})

describe('引き継ぎ', () => {
  const asked = async (more = {}) => {
    const params = { complaintId: await received() }
    const body = {
      id: desk.newId(),
      kind: 'supervisor' as const,
      reason: '上司と話したい',
      ...more,
    }
    return value(await matsui.call(askSupervisor, { params, body })).request.toName
  }

  it('休んでいるSVは、選んでも名指しでも選ばれず、戻れば選ばれる', async () => {
    const chosen = { toId: sasaki.memberId }
    expect(await asked(chosen)).toBe('佐々木 恵')
    await rests(sasaki)
    expect(await asked()).not.toBe('佐々木 恵')
    expect(await asked(chosen)).toBe('高木 誠')
    expect(await asked({ kind: 'named-person', person: '佐々木' })).toBe('高木 誠')
    await isBack(sasaki)
    expect(await asked(chosen)).toBe('佐々木 恵')
  })
})

describe('約束', () => {
  const dueIn = (minutes: number) => {
    const there = desk.clock.now().add({ minutes }).toZonedDateTimeISO('Asia/Tokyo')
    return { on: there.toPlainDate().toString(), at: there.toPlainTime().toString().slice(0, 5) }
  }
  const promise = async (by: Person, owner: Person, minutes: number) => {
    const params = { complaintId: await received(by) }
    const words = '折り返しお電話します'
    const more = {
      words,
      due: dueIn(minutes),
      ownerId: owner.memberId,
      madeTo: 'customer' as const,
    }
    return by.call(makeCommitment, { params, body: { id: desk.newId(), ...more } })
  }

  it('休んでいる人には頼めず、いる人の名前を答え、本人は自分で受けられる', async () => {
    const { commitment } = value(await promise(sasaki, sasaki, 600))
    const give = (by = sasaki) =>
      by.call(handOverCommitment, {
        params: { commitmentId: commitment.id },
        body: { id: desk.newId(), ownerId: matsui.memberId, reason: '担当のため' },
      })
    await rests(matsui)
    const refused = await give()
    expect(code(refused)).toBe('commitments.owner-not-now')
    expect(refused.detail).toBe(
      '松井 あかり さんは、いまは受けられません。いまなら 小林 大輔 さんに頼めます。',
    )
    expect(refused.detail).not.toMatch(/休|不在|席/u)
    expect(code(await promise(sasaki, matsui, 600))).toBe('commitments.owner-not-now')
    expect(code(await promise(matsui, matsui, 600))).toBe('ok')
    await isBack(matsui)
    expect(value(await give()).commitment.ownerName).toBe('松井 あかり')
  })

  it('休みのあいだに来る約束の知らせは代わりの人に行き、間に合う人のものは戻ってから鳴る', async () => {
    const soon = value(await promise(matsui, matsui, 20)).commitment
    const late = value(await promise(matsui, matsui, 40)).commitment
    const of = async (one: typeof soon) => {
      const params = { complaintId: one.complaintId }
      const { commitments } = value(await sasaki.call(listComplaintCommitments, { params }))
      const { entries } = value(await sasaki.call(readTimeline, { params }))
      const warned = entries.filter(({ type }) => type === 'commitments.warned')
      const ownerName = commitments[0]?.ownerName
      return { ownerName, warned: warned.map(({ payload }) => payload?.['ownerId']) }
    }
    const inMinutes = (minutes: number) => desk.clock.now().add({ minutes }).toString()
    await rests(matsui, 30)
    await desk.runJobs(inMinutes(29))
    expect(await of(soon)).toEqual({ ownerName: '小林 大輔', warned: [kobayashi.memberId] })
    expect(await of(late)).toEqual({ ownerName: '松井 あかり', warned: [] })
    await desk.runJobs(inMinutes(2))
    expect(await of(late)).toEqual({ ownerName: '松井 あかり', warned: [matsui.memberId] })
  })
})

describe('外の電話交換機', () => {
  type Told = { type: string; data: Record<string, unknown> }
  const heard: Told[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    request.on('end', () => {
      heard.push(JSON.parse(text) as Told)
      response.writeHead(204).end()
    })
  })
  afterAll(() => void server.close())

  it('署名つきで「出られない」「出られる」だけを聞き、理由も記録も残らない', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const body = { id: desk.newId(), name: '電話交換機', types: ['member.availability' as const] }
    const url = `http://127.0.0.1:${port}/`
    const { endpoint } = value(await fujii.call(addEndpoint, { body: { ...body, url } }))
    await rests(matsui, 5)
    await desk.runJobs()
    await desk.runJobs(desk.clock.now().add({ minutes: 6 }).toString())
    const data = { memberId: matsui.memberId, extension: '101' }
    expect(heard.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'member.availability', data: { ...data, canAnswer: false } },
      { type: 'member.availability', data: { ...data, canAnswer: true } },
    ])
    const params = { endpointId: endpoint.id }
    expect(value(await fujii.call(listMessages, { params, query: {} }))).toEqual({
      messages: [],
      total: 0,
    })
    const [known] = value(await fujii.call(listEndpoints)).endpoints
    expect(known?.waiting).toBe(0)
  })
})
