import { describe, expect, it } from 'vitest'
import { changeAbsence } from '#features/access/contract.ts'
import {
  claimFact,
  closeComplaint,
  confirmFact,
  describeComplaint,
  findCause,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import type { StaffKey } from '#test/cast.ts'
import { openDesk, type Person, value } from '#test/desk.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const nakano = desk.as('nakano')

const rules = value(await matsui.call(wall.listRemedyRules)).rules
function rule(code: string): wall.RemedyRule {
  const found = rules.find((each) => each.code === code)
  if (!found) throw new Error(`no rule ${code}`)
  return found
}

const bottle = {
  product: 'エキストラバージンオリーブオイル 500ml',
  price: 2480,
  purchasedOn: '2026-11-18',
}
async function received(details: object = bottle): Promise<string> {
  const id = desk.newId()
  const words = '箱を開けたら、瓶が割れていました。'
  const body = { id, channel: 'phone' as const, words, customer: {}, details }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

async function confirmed(complaintId: string) {
  const params = { complaintId }
  const factId = desk.newId()
  const claim = { id: factId, topic: 'what' as const, statement: '瓶が割れていた', source: '電話' }
  value(await matsui.call(claimFact, { params, body: claim }))
  const body = { id: desk.newId(), source: '写真', attributedTo: 'us' as const }
  value(await matsui.call(confirmFact, { params: { ...params, factId }, body }))
  return complaintId
}

async function because(complaintId: string, cause: 'attitude' | 'defect') {
  const body = {
    id: desk.newId(),
    cause,
    detail: '調べた結果',
    answeringFunction: 'store' as const,
  }
  value(await matsui.call(findCause, { params: { complaintId }, body }))
}

type Wanted = { amountYen?: number; words?: string; feasibility?: string; id?: string }
function offer(complaintId: string, code: string, wanted: Wanted = {}, by: Person = matsui) {
  const body = { id: desk.newId(), ruleId: rule(code).id, ...wanted }
  return by.call(wall.offerRemedy, { params: { complaintId }, body })
}

function answer(
  complaintId: string,
  offerId: string,
  answer: 'accepted' | 'rejected' | 'considering',
  words: string,
) {
  const params = { complaintId, offerId }
  return matsui.call(wall.answerOffer, { params, body: { id: desk.newId(), answer, words } })
}

function agree(
  complaintId: string,
  offerIds: string[],
  words = '新しい瓶を木曜の午前までに',
  by: Person = matsui,
) {
  const body = { id: desk.newId(), offerIds, words, confirmedHow: 'repeated-aloud' as const }
  return by.call(wall.agreeRemedies, { params: { complaintId }, body })
}

async function remedies(complaintId: string, by: Person = matsui) {
  return value(await by.call(wall.readRemedies, { params: { complaintId } }))
}

async function told(complaintId: string): Promise<string[]> {
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
  return entries.map(({ type }) => type).filter((type) => type.startsWith('remedies.'))
}

describe('出せる案', () => {
  it('新しい会社には、はじめから規定がある', () => {
    expect(rules.length).toBeGreaterThanOrEqual(5)
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
  })

  it('事実を確かめると、二つ以上の案になる', async () => {
    const complaintId = await received()
    const before = await remedies(complaintId)
    expect(before.options.find(({ rule }) => rule.code === 'R-02')?.obstacles).toEqual([
      'fact-unconfirmed',
    ])
    await confirmed(complaintId)
    const { options } = await remedies(complaintId)
    const codes = options.filter(({ allowed }) => allowed).map(({ rule }) => rule.code)
    expect(codes).toEqual(['R-01', 'R-02'])
  })

  it('断り、別の案、受け入れ、合意までが、お客様の言葉で残る', async () => {
    const complaintId = await confirmed(await received())
    const exchange = value(await offer(complaintId, 'R-01', { feasibility: '水曜着、可' }))
    const refund = value(await offer(complaintId, 'R-02'))
    expect(exchange.offer).toMatchObject({
      amountYen: null,
      words: rule('R-01').say,
      feasibility: '水曜着、可',
      offeredByName: '松井 あかり',
      tableVersion: 1,
    })
    expect(refund.offer).toMatchObject({ amountYen: 2480, answer: 'pending' })
    await answer(complaintId, exchange.offer.id, 'considering', '木曜に間に合うなら')
    await answer(complaintId, refund.offer.id, 'rejected', 'お金より、品物が要るので')
    await answer(complaintId, exchange.offer.id, 'accepted', '水曜に来るなら、交換で')
    value(await agree(complaintId, [exchange.offer.id]))
    const { offers, agreement } = await remedies(complaintId)
    expect(offers.map(({ answer, answerWords }) => [answer, answerWords])).toEqual([
      ['accepted', '水曜に来るなら、交換で'],
      ['rejected', 'お金より、品物が要るので'],
    ])
    expect(agreement).toMatchObject({
      words: '新しい瓶を木曜の午前までに',
      labels: ['新しい品との交換'],
      confirmedHow: 'repeated-aloud',
    })
  })

  it('金額のある案で合意すると、金額も残る', async () => {
    const complaintId = await confirmed(await received())
    const refund = value(await offer(complaintId, 'R-02'))
    await answer(complaintId, refund.offer.id, 'accepted', '返金で')
    value(await agree(complaintId, [refund.offer.id], '2,480円を来週金曜までに'))
    expect((await remedies(complaintId)).agreement?.labels).toEqual([
      '代金の全額のご返金（2,480円）',
    ])
  })

  it('ご説明だけで納得いただいたら、案がなくても合意になる', async () => {
    const complaintId = await received()
    value(await agree(complaintId, [], '理由が分かったのでもういい、とのお言葉'))
    expect((await remedies(complaintId)).agreement?.labels).toEqual([])
  })
})

describe('門', () => {
  it('権限を超える案は、誰に頼めるかを教えて断る', async () => {
    const complaintId = await confirmed(await received())
    await because(complaintId, 'attitude')
    const refused = await offer(complaintId, 'R-05', { amountYen: 500 })
    expect(refused).toMatchObject({
      status: 403,
      refusal: { code: 'remedies.beyond-authority', data: { grantedBy: 'supervisor' } },
    })
    expect(refused.detail).toContain('佐々木 恵')
    expect(refused.detail).not.toContain('松井')
    const granted = await offer(complaintId, 'R-05', { amountYen: 500 }, sasaki)
    expect(value(granted).offer).toMatchObject({ amountYen: 500, offeredByName: '佐々木 恵' })
    expect(await told(complaintId)).toEqual(['remedies.offered'])
  })

  it('決められる人が全員不在なら、お返事の日時を約束するよう教える', async () => {
    const complaintId = await confirmed(await received())
    await because(complaintId, 'attitude')
    const away = (isAway: boolean) =>
      Promise.all(
        (['sasaki', 'takagi', 'fujii'] satisfies StaffKey[]).map((key) =>
          sasaki.call(changeAbsence, {
            params: { memberId: desk.as(key).memberId },
            body: { isAway, substituteId: null },
          }),
        ),
      )
    await away(true)
    const refused = await offer(complaintId, 'R-05', { amountYen: 500 })
    await away(false)
    expect(refused.detail).toContain('お返事の日時を約束してください')
  })

  it('上限を超える金額は、SVでも出せない', async () => {
    const complaintId = await confirmed(await received())
    await because(complaintId, 'attitude')
    const refused = await offer(complaintId, 'R-05', { amountYen: 1001 }, sasaki)
    expect(refused).toMatchObject({ status: 422, refusal: { code: 'remedies.over-limit' } })
    expect(refused.detail).toContain('1,000円まで')
  })

  it('足りないことは、何を記録すればよいかを教えて断る', async () => {
    const complaintId = await received({ product: 'オリーブオイル', price: 2480 })
    const refused = await offer(complaintId, 'R-01')
    expect(refused).toMatchObject({ refusal: { code: 'remedies.purchase-unknown' } })
    expect(refused.detail).toContain('お買い上げの日を確かめて記録してください')
    const body = { id: desk.newId(), details: { purchasedOn: '2026-11-18' } }
    await matsui.call(describeComplaint, { params: { complaintId }, body })
    const unseen = await offer(complaintId, 'R-01')
    expect(unseen).toMatchObject({ status: 422, refusal: { code: 'remedies.evidence-missing' } })
    expect(unseen.detail).toContain('不具合が分かる写真、または現品')
    expect(unseen.detail).toContain('届いたらの条件')
    await confirmed(complaintId)
    expect(await offer(complaintId, 'R-01')).toMatchObject({ ok: true })
  })

  it('断られた案は、そのままでは二度出さない', async () => {
    const complaintId = await confirmed(await received())
    const { offer: made } = value(await offer(complaintId, 'R-01'))
    expect(await offer(complaintId, 'R-01')).toMatchObject({
      status: 409,
      refusal: { code: 'remedies.already-offered' },
    })
    await answer(complaintId, made.id, 'rejected', '要らない')
    expect(await offer(complaintId, 'R-01')).toMatchObject({
      refusal: { code: 'remedies.already-rejected' },
    })
  })

  it('合意のあとは、理由を書いて取り消すまで、出すことも返事を変えることもできない', async () => {
    const complaintId = await confirmed(await received())
    const { offer: made } = value(await offer(complaintId, 'R-01'))
    await answer(complaintId, made.id, 'accepted', '交換で')
    value(await agree(complaintId, [made.id]))
    const code = 'remedies.already-agreed'
    expect(await offer(complaintId, 'R-02')).toMatchObject({ refusal: { code } })
    expect(await answer(complaintId, made.id, 'rejected', 'やめた')).toMatchObject({
      refusal: { code },
    })
    expect(await agree(complaintId, [made.id])).toMatchObject({ status: 409, refusal: { code } })
    const params = { complaintId }
    const body = { id: desk.newId(), reason: '在庫がなく、お届けできないと分かった' }
    value(await matsui.call(wall.withdrawAgreement, { params, body }))
    expect((await remedies(complaintId)).agreement).toBeNull()
    expect(await offer(complaintId, 'R-02')).toMatchObject({ ok: true })
    expect(
      await matsui.call(wall.withdrawAgreement, { params, body: { ...body, id: desk.newId() } }),
    ).toMatchObject({
      status: 404,
      refusal: { code: 'remedies.agreement-missing' },
    })
  })

  it('返事のない案では合意できない', async () => {
    const complaintId = await confirmed(await received())
    const { offer: made } = value(await offer(complaintId, 'R-01'))
    expect(await agree(complaintId, [made.id])).toMatchObject({
      refusal: { code: 'remedies.not-accepted' },
    })
  })

  it('終わった苦情には出せない', async () => {
    const complaintId = await received()
    const body = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: 'もういいです' }
    value(await matsui.call(closeComplaint, { params: { complaintId }, body }))
    expect(await offer(complaintId, 'R-01')).toMatchObject({
      refusal: { code: 'remedies.complaint-closed' },
    })
  })

  it('分析の人は、読めるが出せない', async () => {
    const complaintId = await received()
    expect(await offer(complaintId, 'R-01', {}, nakano)).toMatchObject({ status: 403 })
    expect((await remedies(complaintId, nakano)).options.length).toBeGreaterThan(0)
  })

  it('知らない苦情、知らない案', async () => {
    const missing = { status: 404, refusal: { code: 'complaints.missing' } }
    const params = { complaintId: desk.newId() }
    expect(await matsui.call(wall.readRemedies, { params })).toMatchObject(missing)
    expect(await offer(desk.newId(), 'R-01')).toMatchObject(missing)
    expect(await answer(await received(), desk.newId(), 'accepted', 'はい')).toMatchObject({
      status: 404,
      refusal: { code: 'remedies.offer-missing' },
    })
  })
})

describe('二度送っても、同時に送っても', () => {
  it('提案も合意も一つ', async () => {
    const complaintId = await confirmed(await received())
    const id = desk.newId()
    const first = value(await offer(complaintId, 'R-01', { id }))
    expect(value(await offer(complaintId, 'R-01', { id }))).toEqual(first)
    await answer(complaintId, id, 'accepted', '交換で')
    const both = await Promise.all([
      agree(complaintId, [id], '交換で合意', matsui),
      agree(complaintId, [id], '交換で合意', kobayashi),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await told(complaintId)).toEqual([
      'remedies.offered',
      'remedies.answered',
      'remedies.agreed',
    ])
  })
})
