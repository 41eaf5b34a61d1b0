import { describe, expect, it } from 'vitest'
import { readCandidates } from '#features/assignment/contract.ts'
import { listComplaintCommitments, makeCommitment } from '#features/commitments/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { endCall, startCall } from '#features/intake/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import * as judging from './judging/contract.ts'
import * as ladder from './ladder/contract.ts'
import { readPoliceSheet } from './police/contract.ts'
import { readStandards, setStandards, startingThresholds } from './standards/contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')

type Place = { complaintId: string; callId: string }
async function onThePhone(by: Person = matsui): Promise<Place> {
  const body = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await by.call(startCall, { body }))
  return { complaintId: call.complaintId, callId: call.id }
}
const hangUp = async ({ callId }: Place, by: Person = matsui) =>
  value(
    await by.call(endCall, {
      params: { callId },
      body: { id: desk.newId(), how: 'ended-by-rule' },
    }),
  )
const note = async ({ complaintId, callId }: Place, text: string, by: Person = matsui) =>
  value(
    await by.call(addNote, {
      params: { complaintId },
      body: { id: desk.newId(), speaker: 'customer', text, callId },
    }),
  )
const step = ({ complaintId, callId }: Place, taken: ladder.Step, by: Person = matsui, more = {}) =>
  by.call(ladder.takeStep, {
    params: { complaintId },
    body: {
      id: desk.newId(),
      kind: 'call',
      callId,
      step: taken,
      said: '人を傷つけるお言葉は、おやめください。',
      emergency: null,
      police: null,
      ...more,
    },
  })
const ask = ({ complaintId, callId }: Place, by: Person = matsui) => {
  const body = { id: desk.newId(), kind: 'call' as const, callId, upTo: 'end' as const }
  return by.call(ladder.askDecision, { params: { complaintId }, body })
}
const waiting = async (by: Person = sasaki) => value(await by.call(ladder.listDecisions)).waiting
const reply = (complaintId: string, askId: string, by: Person, upTo: 'end' | null = 'end') =>
  by.call(ladder.answerDecision, {
    params: { complaintId, askId },
    body: { id: desk.newId(), upTo, words: '' },
  })
const shown = async ({ complaintId, callId }: Place, by: Person = matsui) =>
  value(
    await by.call(ladder.readLadder, { params: { complaintId }, query: { kind: 'call', callId } }),
  )
const judged = async (complaintId: string) =>
  value(await sasaki.call(judging.readJudging, { params: { complaintId } }))
const state = async (complaintId: string) =>
  value(await sasaki.call(readComplaint, { params: { complaintId } })).state

describe('対応の段階', () => {
  it('お願い二回、警告、SVの確認のあとに最終の警告と終わり。応対者はしばらく割り当てから外れる', async () => {
    const place = await onThePhone()
    await note(place, 'ばかやろう、お前みたいな無能は辞めてしまえ。')
    const before = await shown(place)
    expect(before.heard.map(({ manner }) => manner)).toContain('insult')
    expect(before.offers.find(({ isNext }) => isNext)?.say[0]).toContain('人を傷つけるお言葉')
    expect(code(await step(place, 'final-warning'))).toBe('harassment.earlier-step')
    for (const each of ['request', 'request', 'warning'] as const)
      expect(code(await step(place, each))).toBe('ok')
    expect(code(await step(place, 'final-warning'))).toBe('harassment.decision-missing')
    value(await ask(place))
    expect(code(await ask(place))).toBe('harassment.already-asked')
    const [open] = await waiting()
    expect(open).toMatchObject({ byName: '松井 あかり', upTo: 'end' })
    const askId = open?.id ?? ''
    expect(code(await reply(place.complaintId, askId, matsui))).toBe('harassment.own-ask')
    expect(code(await reply(place.complaintId, askId, kobayashi))).toBe('harassment.not-decider')
    expect(code(await reply(place.complaintId, askId, sasaki, null))).toBe('harassment.say-instead')
    expect(code(await reply(place.complaintId, askId, sasaki))).toBe('ok')
    expect(code(await reply(place.complaintId, askId, takagi))).toBe('harassment.ask-answered')
    expect(await waiting()).toEqual([])
    expect(code(await step(place, 'final-warning'))).toBe('ok')
    expect(code(await step(place, 'end'))).toBe('ok')
    await hangUp(place)
    expect((await shown(place)).ladder.taken.at(-1)).toMatchObject({
      step: 'end',
      decidedByName: '佐々木 恵',
    })
    const { relieved } = value(await sasaki.call(ladder.listDecisions))
    expect(relieved.map(({ name }) => name)).toEqual(['松井 あかり'])
    const other = await onThePhone(kobayashi)
    const { candidates } = value(
      await sasaki.call(readCandidates, { params: { complaintId: other.complaintId } }),
    )
    await hangUp(other, kobayashi)
    const obstacles = candidates.find(({ name }) => name === '松井 あかり')?.obstacles
    expect(obstacles).toContain('not-now')
    expect(value(await matsui.call(ladder.endRelief))).toEqual({ until: null })
    expect(value(await sasaki.call(ladder.listDecisions)).relieved).toEqual([])
  })

  it('身の危険があるときは、だれでもすぐに110へ。票は記録から埋まる', async () => {
    const place = await onThePhone()
    await note(place, '殺すぞ。いまから行くからな。')
    expect((await shown(place)).isEmergency).toBe('threat-harm')
    const call110 = { emergency: 'threat-harm', said: '' }
    expect(code(await step(place, 'police', matsui, call110))).toBe('harassment.police-which')
    expect(code(await step(place, 'police', matsui, { ...call110, police: '110' }))).toBe('ok')
    const sheet = value(
      await matsui.call(readPoliceSheet, {
        params: { complaintId: place.complaintId },
        query: { kind: 'call', callId: place.callId },
      }),
    )
    expect(sheet.heard).toMatchObject([
      { words: '殺すぞ。いまから行くからな。', byName: '松井 あかり' },
    ])
    expect(sheet.steps.map((each) => each.step)).toEqual(['police'])
    await hangUp(place)
    expect(await state(place.complaintId)).not.toBe('closed')
  })

  it('別の苦情の通話では、段階に進めない', async () => {
    const place = await onThePhone()
    await hangUp(place)
    const other = await onThePhone()
    const strange = { complaintId: other.complaintId, callId: place.callId }
    expect(code(await step(strange, 'request'))).toBe('harassment.call-missing')
    await hangUp(other)
  })
})

async function insulted(): Promise<Place & { entryId: string }> {
  const place = await onThePhone()
  await note(place, 'ばかやろう、お前みたいな無能は辞めてしまえ。')
  const { entries } = value(
    await matsui.call(readTimeline, { params: { complaintId: place.complaintId } }),
  )
  await hangUp(place)
  return { ...place, entryId: entries.find(({ type }) => type === 'complaints.noted')?.id ?? '' }
}

async function proposal(entryId: string, more: { words?: string; reconsiders?: string } = {}) {
  const excerptId = desk.newId()
  const quoted = { excerptIds: [excerptId], words: '人格を否定する言葉が続いた' }
  const no = { answer: 'no' as const, words: '' }
  const own = { answer: 'yes' as const, words: '折り返しが二日遅れた' }
  const right = { hasReason: 'yes', isRelated: 'yes', isProportionate: 'yes' } as const
  return {
    id: desk.newId(),
    axes: {
      content: { ...quoted, finding: 'within' as const, ...right, examples: [] },
      manner: { ...quoted, finding: 'beyond' as const, examples: ['insult' as const] },
      harm: { ...quoted, finding: 'beyond' as const, examples: ['fear' as const] },
    },
    considered: { legitimate: no, accommodation: no, 'own-fault': own },
    types: ['verbal-abuse' as const],
    verdict: judging.verdict.parse('is'),
    reason: '三度お願いしても続いた',
    targetIds: [matsui.memberId],
    reconsiders: more.reconsiders ?? null,
    newFacts: more.reconsiders ? '録音が見つかった' : '',
    excerpts: [
      {
        id: excerptId,
        entryId,
        words: more.words ?? 'お前みたいな無能',
        witnessId: null,
        evidenceId: null,
      },
    ],
  }
}
type Proposal = Awaited<ReturnType<typeof proposal>>
const propose = (complaintId: string, body: Proposal, by: Person = matsui) =>
  by.call(judging.proposeJudgement, { params: { complaintId }, body })
const agree = (complaintId: string, judgementId: string, by: Person, reason = '同じ見方') =>
  by.call(judging.agreeToJudgement, {
    params: { complaintId, judgementId },
    body: { id: desk.newId(), reason },
  })

describe('判断', () => {
  it('二人で「当たる」と決めても、苦情は開いたままで、約束の期限も動かない', async () => {
    const { complaintId, entryId } = await insulted()
    const due = { on: '2026-11-27', at: '17:00' }
    value(
      await matsui.call(makeCommitment, {
        params: { complaintId },
        body: { id: desk.newId(), words: '原因を調べてお電話する', due },
      }),
    )
    const promises = async () =>
      value(await matsui.call(listComplaintCommitments, { params: { complaintId } })).commitments
    const before = { state: await state(complaintId), promises: await promises() }
    const body = await proposal(entryId)
    expect(code(await propose(complaintId, body))).toBe('ok')
    expect(code(await agree(complaintId, body.id, matsui))).toBe('harassment.own-proposal')
    expect(code(await agree(complaintId, body.id, kobayashi))).toBe('harassment.leader-missing')
    expect(code(await agree(complaintId, body.id, sasaki, ''))).toBe('harassment.reason-missing')
    expect(code(await agree(complaintId, body.id, sasaki))).toBe('ok')
    const [judgement] = (await judged(complaintId)).judgements
    expect(judgement).toMatchObject({ state: 'decided', byName: '松井 あかり', verdict: 'is' })
    expect(judgement?.excerpts[0]).toMatchObject({
      words: 'お前みたいな無能',
      witnessName: '松井 あかり',
    })
    expect(judgement?.standards).toEqual(startingThresholds)
    expect({ state: await state(complaintId), promises: await promises() }).toEqual(before)
  })

  it('記録にない言葉では提案できず、何も書かれない', async () => {
    const { complaintId, entryId } = await insulted()
    const strange = await proposal(entryId, { words: '暴言を繰り返した' })
    expect(code(await propose(complaintId, strange))).toBe('harassment.not-in-record')
    expect((await judged(complaintId)).judgements).toEqual([])
  })

  it('見直しても前の判断は残り、お客様の異議は隣に残る', async () => {
    const { complaintId, entryId } = await insulted()
    const first = await proposal(entryId)
    value(await propose(complaintId, first))
    value(await agree(complaintId, first.id, sasaki))
    const params = { complaintId, judgementId: first.id }
    const appeal = { id: desk.newId(), words: '私はそんな言い方をしていない' }
    value(await matsui.call(judging.noteAppeal, { params, body: appeal }))
    const again = {
      ...(await proposal(entryId, { reconsiders: first.id })),
      verdict: 'open' as const,
    }
    value(await propose(complaintId, again, sasaki))
    value(await agree(complaintId, again.id, takagi))
    const { judgements } = await judged(complaintId)
    expect(judgements.map(({ id, isReconsidered }) => [id, isReconsidered])).toEqual([
      [first.id, true],
      [again.id, false],
    ])
    expect(judgements[0]?.appeals).toMatchObject([{ words: appeal.words }])
  })

  it('差し戻された提案は、判断にならない', async () => {
    const { complaintId, entryId } = await insulted()
    const body = await proposal(entryId)
    value(await propose(complaintId, body))
    const params = { complaintId, judgementId: body.id }
    const back = { id: desk.newId(), reason: '録音を聴いてから決めたい' }
    value(await sasaki.call(judging.returnJudgement, { params, body: back }))
    expect((await judged(complaintId)).judgements[0]?.state).toBe('returned')
    expect(code(await agree(complaintId, body.id, takagi))).toBe('harassment.judgement-over')
  })

  it('お客様と、分析だけの人は、判断に加われない', async () => {
    const { complaintId, entryId } = await insulted()
    const body = await proposal(entryId)
    const nakano = desk.as('nakano')
    expect(code(await propose(complaintId, body, nakano))).toBe('access.not-allowed')
    expect(
      code(await desk.customer.call(judging.proposeJudgement, { params: { complaintId }, body })),
    ).toBe('access.not-signed-in')
  })
})

describe('当社基準', () => {
  const thresholds = { ...startingThresholds, requestsBeforeFinal: 3 }

  it('変えた人、日、理由が履歴に残り、名指しされた人は最終の警告を決められる', async () => {
    const set = (by: Person, reason: string) =>
      by.call(setStandards, {
        body: { id: desk.newId(), thresholds, deciderIds: [kobayashi.memberId], reason },
      })
    expect(code(await set(matsui, '試し'))).toBe('access.not-allowed')
    expect(code(await set(takagi, ''))).toBe('harassment.standards-reason')
    value(await set(takagi, '安全衛生委員会で決めた'))
    const { current, history } = value(await matsui.call(readStandards))
    expect(current.thresholds.requestsBeforeFinal).toBe(3)
    expect(history[0]).toMatchObject({ setByName: '高木 誠', reason: '安全衛生委員会で決めた' })
    const place = await onThePhone()
    for (const each of ['request', 'request', 'warning'] as const) value(await step(place, each))
    expect(code(await step(place, 'final-warning', kobayashi))).toBe('harassment.more-requests')
    value(await step(place, 'request'))
    expect(code(await step(place, 'final-warning', kobayashi))).toBe('ok')
    await hangUp(place)
  })
})
