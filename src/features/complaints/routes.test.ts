import { describe, expect, it } from 'vitest'
import { decideOwner } from '#features/assignment/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, type Person } from '#test/desk.ts'
import { listComplaints, readComplaint } from './contract.ts'
import {
  addNote,
  checkSafety,
  claimFact,
  closeComplaint,
  confirmFact,
  erasePersonalData,
  makeDemand,
  answerDemand,
  raiseConcern,
  reopenComplaint,
  withdrawFact,
} from './handling/contract.ts'
import {
  keepCommitment,
  listComplaintCommitments,
  makeCommitment,
} from '#features/commitments/contract.ts'
import { readTimeline } from './timeline/contract.ts'
import { seal, verifyRecord } from './checkpoints/contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const fujii = desk.as('fujii')

async function received(words = '届いた箱の中で瓶が割れていました。') {
  const id = desk.newId()
  const customer = { name: '森本 千尋', phone: '090-0000-1101' }
  const details = { product: 'オリーブオイル', orderNumber: 'M-204811' }
  const body = { id, channel: 'mail' as const, words, customer, details }
  const done = await matsui.call(receiveComplaint, { body })
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

async function headOf(person: Person, complaintId: string) {
  const read = await person.call(readComplaint, { params: { complaintId } })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.head
}

describe('記録', () => {
  it('同じ命令を二度送っても、一度だけ書かれる', async () => {
    const params = await received()
    const body = { id: desk.newId(), speaker: 'customer' as const, text: '床まで油が流れました' }
    const first = await matsui.call(addNote, { params, body })
    const second = await matsui.call(addNote, { params, body })
    expect(first.ok && second.ok && first.value.head === second.value.head).toBe(true)
    const timeline = await matsui.call(readTimeline, { params })
    const notes = timeline.ok
      ? timeline.value.entries.filter((e) => e.type === 'complaints.noted')
      : []
    expect(notes).toHaveLength(1)
    expect(notes[0]?.byName).toBe('松井 あかり')
  })

  it('ほかの人が先に変えていたら止まり、その間に起きたことが返る', async () => {
    const params = await received()
    const basedOn = await headOf(matsui, params.complaintId)
    await kobayashi.call(raiseConcern, { params, body: { id: desk.newId(), words: '怖かった' } })
    const stale = await matsui.call(decideOwner, {
      params,
      body: { id: desk.newId(), basedOn, memberId: matsui.memberId, fromId: null },
    })
    expect(stale.status).toBe(409)
    expect(stale.ok ? null : stale.refusal).toMatchObject({
      code: 'complaints.changed-meanwhile',
      data: { since: [{ type: 'complaints.concern-raised', payload: { words: '怖かった' } }] },
    })
    expect(stale.detail).toContain('もう一度送ってください')
  })

  it('自分が書いたことでは止まらない', async () => {
    const params = await received()
    const basedOn = await headOf(matsui, params.complaintId)
    await matsui.call(raiseConcern, { params, body: { id: desk.newId(), words: '怖かった' } })
    const body = { id: desk.newId(), basedOn, memberId: matsui.memberId, fromId: null }
    expect((await matsui.call(decideOwner, { params, body })).ok).toBe(true)
  })

  it('事実は、お話から確認へ進み、取り下げられる', async () => {
    const params = await received()
    const factId = desk.newId()
    const claim = {
      id: factId,
      topic: 'what' as const,
      statement: '瓶が割れていた',
      source: 'お話',
    }
    await matsui.call(claimFact, { params, body: claim })
    await matsui.call(confirmFact, {
      params: { ...params, factId },
      body: { id: desk.newId(), source: '写真', attributedTo: 'us' },
    })
    const confirmed = await matsui.call(readComplaint, { params })
    expect(confirmed.ok && confirmed.value.facts).toMatchObject([
      { id: factId, status: 'confirmed', attributedTo: 'us', source: '写真' },
    ])
    await matsui.call(withdrawFact, {
      params: { ...params, factId },
      body: { id: desk.newId(), reason: '別の注文の写真だった' },
    })
    const withdrawn = await matsui.call(readComplaint, { params })
    expect(withdrawn.ok && withdrawn.value.facts[0]?.status).toBe('withdrawn')
  })

  it('同じご要求は数えられ、根拠と代案のないお断りは断られる', async () => {
    const params = await received()
    const first = desk.newId()
    const demand = { kind: 'compensation' as const, words: '迷惑料を払え' }
    await matsui.call(makeDemand, { params, body: { id: first, ...demand } })
    await matsui.call(makeDemand, { params, body: { id: desk.newId(), ...demand } })
    const on = { ...params, demandId: first }
    const words = '承りかねます'
    const bare = { id: desk.newId(), answer: 'declined' as const, words }
    const refused = await matsui.call(answerDemand, { params: on, body: bare })
    expect(refused.ok ? '' : refused.refusal.code).toBe('complaints.refusal-without-ground')
    const whole = {
      ...bare,
      id: desk.newId(),
      ground: '約款12条',
      alternative: '送料のご返金',
      content: 'unfounded' as const,
    }
    expect((await matsui.call(answerDemand, { params: on, body: whole })).ok).toBe(true)
    const read = await matsui.call(readComplaint, { params })
    const log = {
      timesMade: 2,
      answer: 'declined',
      ground: '約款12条',
      alternative: '送料のご返金',
    }
    expect(read.ok && read.value.demands).toMatchObject([
      { ...log, content: 'unfounded', answers: [{ answer: 'declined', byName: '松井 あかり' }] },
    ])
  })

  it('もう一度お答えすると、回数と時刻が残り、根拠と中身の判断は前のまま', async () => {
    const params = await received()
    const demandId = desk.newId()
    const asked = { kind: 'compensation' as const, words: '迷惑料を払え' }
    await matsui.call(makeDemand, { params, body: { id: demandId, ...asked } })
    const whole = { ground: '約款12条', alternative: '送料のご返金', content: 'partly' as const }
    const say = (words: string, more: object = whole) => {
      const body = { id: desk.newId(), answer: 'declined' as const, words, ...more }
      return matsui.call(answerDemand, { params: { ...params, demandId }, body })
    }
    await say('承りかねます')
    await say('お返事は変わりません', { ground: '約款12条', alternative: '送料のご返金' })
    const read = await matsui.call(readComplaint, { params })
    const [demand] = read.ok ? read.value.demands : []
    expect(demand).toMatchObject({ content: 'partly', answerWords: 'お返事は変わりません' })
    expect(demand?.answers.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-24', '2026-11-24'])
  })

  it('「その他」のご要求は、言葉が違えば別のもの', async () => {
    const params = await received()
    for (const words of ['社長の名刺がほしい', '工場を見せろ'])
      await matsui.call(makeDemand, { params, body: { id: desk.newId(), kind: 'other', words } })
    const read = await matsui.call(readComplaint, { params })
    expect(read.ok && read.value.demands.map(({ words, timesMade }) => [words, timesMade])).toEqual(
      [
        ['社長の名刺がほしい', 1],
        ['工場を見せろ', 1],
      ],
    )
  })
})

describe('終了', () => {
  it('合意も理由もなければ終了できず、理由があればできて、再開できる', async () => {
    const params = await received()
    const bare = { id: desk.newId(), outcome: 'withdrawn' as const }
    const refused = await matsui.call(closeComplaint, { params, body: bare })
    expect(refused.ok ? '' : refused.refusal.code).toBe('complaints.reason-missing')
    const whole = { ...bare, id: desk.newId(), reason: 'ご本人から取り下げのお申し出' }
    expect((await matsui.call(closeComplaint, { params, body: whole })).ok).toBe(true)
    const closed = await matsui.call(readComplaint, { params })
    expect(closed.ok && closed.value.state).toBe('closed')
    const again = { id: desk.newId(), reason: 'またお電話があった' }
    await matsui.call(reopenComplaint, { params, body: again })
    const open = await matsui.call(readComplaint, { params })
    expect(open.ok && open.value.closing).toBeNull()
  })

  it('お怪我の心配があるのに確かめていなければ、終了できない', async () => {
    const params = await received()
    const note = {
      id: desk.newId(),
      speaker: 'customer' as const,
      text: '破片で指を切って血が出ました',
    }
    await matsui.call(addNote, { params, body: note })
    const body = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
    const refused = await matsui.call(closeComplaint, { params, body })
    expect(refused.ok ? '' : refused.refusal.code).toBe('complaints.safety-unchecked')
    const safety = { id: desk.newId(), harm: 'injured' as const, words: '指を少し切られた' }
    await matsui.call(checkSafety, { params, body: safety })
    const later = { ...body, id: desk.newId() }
    expect((await matsui.call(closeComplaint, { params, body: later })).ok).toBe(true)
  })
})

describe('検索と一覧', () => {
  it('一文字でも、幅が違っても、番号でも見つかる', async () => {
    const { complaintId, number } = await received('ﾏﾖﾈｰｽﾞの蓋が開かない')
    for (const words of ['マヨネーズ', '蓋', '開かない', number]) {
      const found = await matsui.call(listComplaints, { query: { view: 'all', words } })
      const ids = found.ok ? found.value.complaints.map(({ id }) => id) : []
      expect(ids, words).toContain(complaintId)
    }
    const none = await matsui.call(listComplaints, { query: { view: 'all', words: '鉛筆削り' } })
    expect(none.ok && none.value.total).toBe(0)
  })
})

describe('消去と点検', () => {
  it('個人情報を消しても鎖は確かめられ、言葉はどこにも残らない', async () => {
    const params = await received('油で服が汚れました。すぐ連絡がほしい')
    const reason = '保存期間が過ぎた'
    const early = { id: desk.newId(), reason }
    const refused = await fujii.call(erasePersonalData, { params, body: early })
    expect(refused.ok ? '' : refused.refusal.code).toBe('complaints.erase-open')
    const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
    const promise = { id: desk.newId(), words: '油の件をお電話します', due: { on: '2026-11-25' } }
    await matsui.call(makeCommitment, { params, body: promise })
    const on = { commitmentId: promise.id }
    await matsui.call(keepCommitment, { params: on, body: { id: desk.newId(), how: 'お電話した' } })
    await matsui.call(closeComplaint, { params, body: closing })
    expect((await matsui.call(erasePersonalData, { params, body: early })).status).toBe(403)
    await fujii.call(seal, { body: { id: desk.newId() } })
    const body = { id: desk.newId(), reason }
    expect((await fujii.call(erasePersonalData, { params, body })).ok).toBe(true)
    await desk.runJobs()
    const verified = await fujii.call(verifyRecord)
    expect(verified.ok && verified.value.findings).toEqual([])
    const after = await matsui.call(readTimeline, { params })
    expect(JSON.stringify(after)).not.toContain('油で服が汚れました')
    const promises = await matsui.call(listComplaintCommitments, { params })
    expect(promises.ok && promises.value.commitments[0]).toMatchObject({
      words: '（消去済み）',
      state: 'kept',
      customerName: null,
    })
    const found = await matsui.call(listComplaints, { query: { view: 'all', words: '服が汚れ' } })
    expect(found.ok && found.value.total).toBe(0)
    const read = await matsui.call(readComplaint, { params })
    expect(read.ok && read.value.state).toBe('closed')
    expect(read.ok && [read.value.number, read.value.customer.name]).toEqual([
      params.number,
      undefined,
    ])
  })
})
