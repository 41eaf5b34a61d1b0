import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { keepCommitment, listComplaintCommitments } from '#features/commitments/contract.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { cancelLetter, writeLetter } from '../contract.ts'
import { aMailbox, calm, correspond } from '../factory.ts'
import {
  discardDraft,
  endHand,
  keepHand,
  listPoints,
  readPoint,
  readWriting,
  reopenDraft,
  saveDraft,
} from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, matsui] = [desk.as('kobayashi'), desk.as('matsui')]
value(await aMailbox(desk, office))
const { received, opening, repliesOf, later } = correspond(desk, office)

const contentOf = (text: string, to = 'a@example.jp') => {
  return { text, subject: 'Re: 急須', to, cc: '', reasons: {}, attachments: [] }
}
type Save = { draftId: string; hand: string; basedOn: number }
const save = (complaintId: string, order: Save, text: string, who: Person = kobayashi) =>
  who.call(saveDraft, { params: { complaintId }, body: { ...order, content: contentOf(text) } })
const look = async (complaintId: string, who = matsui) =>
  value(await who.call(readWriting, { params: { complaintId } }))
const points = async (complaintId: string) =>
  value(await matsui.call(listPoints, { params: { complaintId } })).points
const wait = (seconds: number) => desk.runJobs(later(seconds))

/** A reply that Kobayashi has begun on a complaint of its own. */
async function begun(text = '確かめております。') {
  const { complaintId, address } = await received()
  const order = { draftId: desk.newId(), hand: desk.newId(), basedOn: 0 }
  value(await save(complaintId, order, text))
  return { complaintId, address, ...order, basedOn: 1 }
}
/** The promise of the acknowledgement stands in the way of closing. */
async function closeOpen(complaintId: string) {
  const params = { complaintId }
  const { commitments } = value(await kobayashi.call(listComplaintCommitments, { params }))
  for (const { id: commitmentId } of commitments) {
    const body = { id: desk.newId(), how: 'お返事しました' }
    value(await kobayashi.call(keepCommitment, { params: { commitmentId }, body }))
  }
}
async function send(of: Awaited<ReturnType<typeof begun>>, who = kobayashi, version = of.basedOn) {
  const { complaintId, draftId, hand } = of
  const { head: basedOn, to, subject } = await opening(complaintId)
  const body = {
    id: desk.newId(),
    basedOn,
    to,
    subject,
    text: calm,
    from: { draftId, version, hand },
  }
  return who.call(writeLetter, { params: { complaintId }, body })
}

describe('書きかけを、みなで続ける', () => {
  it('書きかけは同僚にも見え、同僚が続きを書き、経過には何も載らない', async () => {
    const { complaintId, draftId, basedOn } = await begun()
    const { head } = await opening(complaintId)
    const there = (await look(complaintId)).draft
    expect(there).toMatchObject({ id: draftId, version: 1, begunByName: '小林 大輔' })
    const hand = desk.newId()
    value(await save(complaintId, { draftId, hand, basedOn }, 'すぐに確かめます。', matsui))
    const { draft } = await look(complaintId, kobayashi)
    expect(draft?.content.text).toBe('すぐに確かめます。')
    expect([draft?.version, draft?.savedById]).toEqual([2, matsui.memberId])
    expect((await opening(complaintId)).head).toBe(head)
  })

  it('人の続きは黙って置き換えられず、両方の文面が残る。自分の保存には追い越されない', async () => {
    const { complaintId, ...first } = await begun()
    const other = { ...first, hand: desk.newId() }
    value(await save(complaintId, other, '松井の文面', matsui))
    const refused = await save(complaintId, first, '小林の文面')
    expect(code(refused)).toBe('letters.draft-moved')
    expect(code(await save(complaintId, first, '小林の文面'))).toBe('letters.draft-moved')
    expect((await look(complaintId)).draft?.content.text).toBe('松井の文面')
    const asides = (await points(complaintId)).filter(({ isAside }) => isAside)
    expect(asides).toHaveLength(1)
    const params = { complaintId, pointId: asides[0]?.id ?? '' }
    const kept = value(await matsui.call(readPoint, { params }))
    expect(kept.content.text).toBe('小林の文面')
    // The answers to these were lost on the way: the same page goes on from what it knows.
    value(await save(complaintId, { ...other, basedOn: 2 }, '続き', matsui))
    expect(code(await save(complaintId, { ...other, basedOn: 2 }, '続きの続き', matsui))).toBe('ok')
  })

  it('二人が同時に書き始めても、書きかけは一つ', async () => {
    const { complaintId } = await received()
    const order = () => ({ draftId: desk.newId(), hand: desk.newId(), basedOn: 0 })
    const both = await Promise.all([
      save(complaintId, order(), '小林です。'),
      save(complaintId, order(), '松井です。', matsui),
    ])
    expect(both.map(code).toSorted()).toEqual(['letters.draft-moved', 'ok'])
    expect((await points(complaintId)).map(({ isAside }) => isAside)).toEqual([true, false])
  })

  it('前の文面は、だれがいつ何字直したかが分かり、古いほどまばらになる', async () => {
    const { complaintId, ...order } = await begun('あ')
    for (let at = 0; at < 8; at += 1) {
      await wait(200)
      const text = 'あ'.repeat(at + 2)
      value(await save(complaintId, { ...order, basedOn: at + 1 }, text))
    }
    const left = await points(complaintId)
    expect(left.length).toBeLessThan(9)
    expect(left[0]).toMatchObject({ savedByName: '小林 大輔', added: 9, removed: 8 })
    expect(left.at(-1)).toMatchObject({ added: 1, removed: 0 })
  })
})

describe('送る、捨てる、戻す', () => {
  it('送ると書きかけは閉じ、続きは書けず、もう一通も出ない。取り消すと、送った文面で戻る', async () => {
    const draft = await begun()
    const { complaintId } = draft
    const { letter } = value(await send(draft))
    const { draft: none, closed } = await look(complaintId)
    expect([none, closed?.state, closed?.byName]).toEqual([null, 'sent', '小林 大輔'])
    expect(code(await save(complaintId, draft, '遅れて届いた文面'))).toBe('letters.draft-closed')
    expect(code(await send(draft, matsui))).toBe('letters.draft-closed')
    expect(await repliesOf(complaintId)).toHaveLength(1)
    const body = { id: desk.newId() }
    value(await kobayashi.call(cancelLetter, { params: { letterId: letter.id }, body }))
    expect((await look(complaintId)).draft).toMatchObject({
      id: draft.draftId,
      content: { text: calm },
    })
  })

  it('ほかの人が直したあとの文面は、見ないまま送れない', async () => {
    const draft = await begun()
    const other = { ...draft, hand: desk.newId() }
    value(await save(draft.complaintId, other, '金額は、まだ書かないでください。', matsui))
    expect(code(await send(draft))).toBe('letters.draft-moved')
    expect(await repliesOf(draft.complaintId)).toHaveLength(0)
    expect(code(await send(draft, kobayashi, 2))).toBe('ok')
  })

  it('捨てた書きかけは戻せて、三十日で消える', async () => {
    const draft = await begun()
    const { complaintId, draftId } = draft
    const params = { complaintId, draftId }
    const body = { id: desk.newId() }
    value(await kobayashi.call(discardDraft, { params, body }))
    expect((await look(complaintId)).closed?.state).toBe('discarded')
    expect((await points(complaintId))[0]?.isOfDiscarded).toBe(true)
    value(await matsui.call(reopenDraft, { params, body }))
    expect((await look(complaintId)).draft?.id).toBe(draftId)
    value(await kobayashi.call(discardDraft, { params, body }))
    const next = { draftId: desk.newId(), hand: desk.newId(), basedOn: 0 }
    value(await save(complaintId, next, '別の返事'))
    expect(code(await matsui.call(reopenDraft, { params, body }))).toBe('letters.draft-another')
    await wait(31 * 24 * 3600)
    expect(code(await matsui.call(reopenDraft, { params, body }))).toBe('letters.draft-missing')
    expect((await look(complaintId)).draft?.id).toBe(next.draftId)
  })
})

describe('だれが開いているか', () => {
  it('開いている人と書いている人が見え、タブが落ちると三十秒でいなくなる', async () => {
    const { complaintId, hand } = await begun()
    const at = (id: string) => ({ params: { complaintId, hand: id } })
    value(await kobayashi.call(keepHand, { ...at(hand), body: { doing: 'typing' } }))
    const other = desk.newId()
    value(await matsui.call(keepHand, { ...at(other), body: { doing: 'open' } }))
    const seen = async () => (await look(complaintId)).hands.map(({ name, doing }) => [name, doing])
    expect((await seen()).toSorted()).toEqual([
      ['小林 大輔', 'typing'],
      ['松井 あかり', 'open'],
    ])
    await wait(20)
    value(await matsui.call(keepHand, { ...at(other), body: { doing: 'open' } }))
    await wait(11)
    expect(await seen()).toEqual([['松井 あかり', 'open']])
    value(await matsui.call(endHand, at(other)))
    expect(await seen()).toEqual([])
  })
})

describe('壁', () => {
  it('読むだけの人は書きかけを見られず、ほかの組織からは何も見えない', async () => {
    const { complaintId, draftId, hand } = await begun()
    const analyst = desk.as('nakano')
    expect(code(await analyst.call(readWriting, { params: { complaintId } }))).toBe(
      'access.not-allowed',
    )
    expect(code(await save(complaintId, { draftId, hand, basedOn: 1 }, '分析', analyst))).toBe(
      'access.not-allowed',
    )
    const rows = await withinWall(desk.ports.db, desk.newId(), (tx) =>
      tx.selectFrom('letters_drafts').select('id').execute(),
    )
    expect(rows).toEqual([])
    const lost = { draftId: desk.newId(), hand, basedOn: 0 }
    expect(code(await save(desk.newId(), lost, 'どこにもない件'))).toBe('complaints.missing')
  })
  it('お客様の情報を消すと、書きかけも前の文面も消え、開いたままの画面からも戻らない', async () => {
    const { complaintId, address, ...order } = await begun(`${'佐'.repeat(3)} 090-1234-5678`)
    const params = { complaintId }
    const closing = { outcome: 'withdrawn' as const, reason: '取り下げのお申し出' }
    await closeOpen(complaintId)
    value(await kobayashi.call(closeComplaint, { params, body: { id: desk.newId(), ...closing } }))
    const body = { id: desk.newId(), reason: 'ご本人のご希望' }
    value(await desk.as('fujii').call(erasePersonalData, { params, body }))
    await desk.runJobs()
    expect(await points(complaintId)).toEqual([])
    expect((await look(complaintId)).closed?.state).toBe('erased')
    expect(code(await save(complaintId, order, `${address} 遅れて`))).toBe('letters.draft-closed')
    const held = await withinWall(desk.ports.db, kobayashi.scope.organisationId, (tx) =>
      tx
        .selectFrom('letters_drafts')
        .where('complaint_id', '=', complaintId)
        .select('content')
        .execute(),
    )
    expect(held).toEqual([{ content: {} }])
  })
})
