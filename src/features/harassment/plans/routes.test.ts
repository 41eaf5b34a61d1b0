import { describe, expect, it } from 'vitest'
import { setAbsence } from '#features/access/door.ts'
import { inside } from '#features/access/door.ts'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { erasePersonalData, closeComplaint } from '#features/complaints/handling/contract.ts'
import { mergeCustomers } from '#features/complaints/profiles/contract.ts'
import { endCall, startCall } from '#features/intake/contract.ts'
import { writeLetter } from '#features/letters/contract.ts'
import { aMailbox } from '#features/letters/factory.ts'
import { checkLetter } from '#features/letters/composing/contract.ts'
import { readDraft } from '#features/letters/drafting/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import * as wall from './contract.ts'
import { ishikawa, planningAt } from './factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
value(await aMailbox(desk, office))
const { termsOf, received, proposed, agreed, entriesOf } = planningAt(desk)
const [kobayashi, matsui, sasaki, takagi, fujii] = [
  desk.as('kobayashi'),
  desk.as('matsui'),
  desk.as('sasaki'),
  desk.as('takagi'),
  desk.as('fujii'),
]
const order = () => ({ id: desk.newId() })
let count = 0
/** Somebody else each time, so that plans of one test do not hold in another. */
const stranger = () => {
  count += 1
  const number = String(count).padStart(4, '0')
  return { name: `試 ${number}`, phone: `045-901-${number}`, email: `t${number}@example.jp` }
}
const planOf = async (planId: string) => {
  const { plans } = value(await kobayashi.call(wall.listPlans))
  return plans.find(({ id }) => id === planId)
}
const agree = (who: Person, planId: string, version = 1) =>
  who.call(wall.agreePlan, { params: { planId }, body: { ...order(), version } })
const standing = async (complaintId: string) =>
  value(await matsui.call(wall.readStanding, { params: { complaintId } }))
const ownerOf = async (complaintId: string) =>
  value(await matsui.call(readComplaint, { params: { complaintId } })).owner?.name

async function write(who: Person, complaintId: string, to: string) {
  const basedOn = (await entriesOf(complaintId)).at(-1)?.sequence ?? 0
  const letter = {
    subject: '配送の件',
    text: `試様\n\n配送の記録を確かめております。`,
    to: [to],
    cc: [],
    attachments: [],
  }
  return who.call(writeLetter, {
    params: { complaintId },
    body: { ...order(), basedOn, reasons: [], ...letter },
  })
}
async function callOut(who: Person, complaintId: string) {
  const body = { ...order(), complaintId, direction: 'out' as const, continues: true }
  const answer = await who.call(startCall, { body })
  if (!answer.ok) return answer.refusal.code
  const { id: callId } = answer.value.call
  value(await who.call(endCall, { params: { callId }, body: { ...order(), how: 'agreed' } }))
  return 'ok'
}
const depart = (who: Person, complaintId: string, way: wall.Way) =>
  who.call(wall.departFromPlan, {
    params: { complaintId },
    body: { ...order(), way, reason: '窓口が本日お休みで、お約束の期日のため' },
  })

describe('二人で決める', () => {
  it('案だけでは効かず、出した人も合意できず、別の責任者の合意で効く', async () => {
    const complaintId = await received(stranger())
    const planId = await proposed(complaintId)
    expect((await standing(complaintId)).holds).toEqual([])
    expect(code(await agree(kobayashi, planId))).toBe('access.not-allowed')
    value(await agree(sasaki, planId))
    await desk.runJobs()
    expect(await planOf(planId)).toMatchObject({
      state: 'in-force',
      versions: [{ proposedByName: '小林 大輔', decidedByName: '佐々木 恵', outcome: 'agreed' }],
    })
    expect((await standing(complaintId)).holds).toMatchObject([{ planId, restricts: true }])
    expect(await ownerOf(complaintId)).toBe('高木 誠')
    expect(code(await agree(takagi, planId))).toBe('harassment.plan-decided-already')
  })

  it('責任者でも、自分の案には合意できない', async () => {
    const complaintId = await received(stranger())
    const body = { ...order(), terms: termsOf() }
    const { planId } = value(await sasaki.call(wall.proposePlan, { params: { complaintId }, body }))
    const own = await agree(sasaki, planId)
    expect(code(own)).toBe('harassment.plan-own')
    expect(own.detail).toContain('別の人')
    expect(code(await agree(takagi, planId))).toBe('ok')
  })

  it('差し戻しには理由が残り、直した案をまた出せる', async () => {
    const complaintId = await received(stranger())
    const planId = await proposed(complaintId)
    const body = { ...order(), version: 1, reason: '理由の言葉が足りない' }
    value(await sasaki.call(wall.declinePlan, { params: { planId }, body }))
    expect(await planOf(planId)).toMatchObject({ state: 'declined' })
    const again = { ...order(), terms: termsOf(), because: '言葉を足した' }
    value(await kobayashi.call(wall.changePlan, { params: { planId }, body: again }))
    value(await agree(sasaki, planId, 2))
    expect(await planOf(planId)).toMatchObject({
      state: 'in-force',
      versions: [{ version: 2 }, { version: 1 }],
    })
  })

  it('変更の案が待つあいだは前の版が効き、もう一つの案は出せない', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId)
    const change = { terms: termsOf({ ways: ['letter'], hours: null }), because: 'お電話でまた' }
    const send = () =>
      kobayashi.call(wall.changePlan, { params: { planId }, body: { ...order(), ...change } })
    value(await send())
    expect(code(await send())).toBe('harassment.plan-waits')
    expect((await standing(complaintId)).holds[0]?.terms.ways).toEqual(['letter', 'phone'])
    value(await agree(sasaki, planId, 2))
    expect((await standing(complaintId)).holds[0]?.terms.ways).toEqual(['letter'])
  })

  it('同じ命令が二度届いても、案は一つ', async () => {
    const complaintId = await received(stranger())
    const body = { ...order(), terms: termsOf() }
    const send = () => kobayashi.call(wall.proposePlan, { params: { complaintId }, body })
    expect([code(await send()), code(await send())]).toEqual(['ok', 'ok'])
    const types = (await entriesOf(complaintId)).map(({ type }) => type)
    expect(types.filter((type) => type === 'harassment.plan-proposed')).toHaveLength(1)
  })
})

describe('取り決めと違う応対', () => {
  it('窓口でない人のメールは引き止められ、次にすることが分かり、理由を残せば送れる', async () => {
    const customer = stranger()
    const complaintId = await received(customer)
    await agreed(complaintId, { ways: ['mail'], hours: null })
    const held = await write(matsui, complaintId, customer.email)
    expect(code(held)).toBe('harassment.outside-plan')
    expect(held.detail).toContain('高木 誠に引き継ぐか、理由を残して')
    expect(code(await write(takagi, complaintId, customer.email))).toBe('ok')
    value(await depart(matsui, complaintId, 'mail'))
    expect(code(await write(matsui, complaintId, customer.email))).toBe('ok')
    expect((await entriesOf(complaintId)).map(({ type }) => type)).toContain(
      'harassment.plan-departed',
    )
    expect(code(await write(kobayashi, complaintId, customer.email))).toBe(
      'harassment.outside-plan',
    )
    desk.clock.advance({ minutes: 61 })
    expect(code(await write(matsui, complaintId, customer.email))).toBe('harassment.outside-plan')
  })

  it('窓口のお電話も、決めた時間の外では理由を聞かれる', async () => {
    desk.clock.advance(desk.clock.now().until(Temporal.Instant.from('2026-11-25T10:30:00+09:00')))
    const complaintId = await received(stranger())
    await agreed(complaintId)
    expect(await callOut(takagi, complaintId)).toBe('ok')
    expect(await callOut(matsui, complaintId)).toBe('harassment.outside-plan')
    desk.clock.advance({ hours: 2 })
    expect(await callOut(takagi, complaintId)).toBe('harassment.outside-plan')
  })

  it('この件だけの取り決めは、同じお客様の新しい件では引き止めない', async () => {
    const customer = stranger()
    const first = await received(customer)
    await agreed(first, { covers: 'matter', ways: ['letter'], hours: null })
    const second = await received(customer, '別の品が欠けていました。')
    expect((await standing(second)).holds).toMatchObject([{ restricts: false, why: 'new-matter' }])
    expect(code(await write(matsui, second, customer.email))).toBe('ok')
  })

  it('同じ電話の別のお名前の方には効かず、同じ方かもしれないとだけ知らせる', async () => {
    const customer = stranger()
    const first = await received(customer)
    await agreed(first)
    const family = { ...customer, name: '別 花子', email: 'hanako@example.jp' }
    const second = await received(family)
    const { holds, perhaps } = await standing(second)
    expect(holds).toEqual([])
    expect(perhaps).toMatchObject([{ by: 'phone', restricts: false }])
    expect(await ownerOf(second)).not.toBe('高木 誠')
    expect(await callOut(matsui, second)).toBe('ok')
  })

  it('書き方の違う電話番号でも、お名前の異体字でも、同じ方なら効く', async () => {
    const customer = { name: '髙﨑 剛', phone: '090-9012-3456', email: 'takasaki@example.jp' }
    await agreed(await received(customer))
    const again = await received({ name: '高崎 剛', phone: '+81 90 9012 3456' })
    expect((await standing(again)).holds).toHaveLength(1)
  })

  it('二人の記録をまとめると、取り決めも一緒に移る', async () => {
    const [one, other] = [stranger(), stranger()]
    const [from, into] = [await received(one), await received(other)]
    await agreed(from)
    const idOf = async (complaintId: string) =>
      value(await matsui.call(readComplaint, { params: { complaintId } })).customer.customerId ?? ''
    const body = { ...order(), fromId: await idOf(from), reason: 'ご本人に確かめた' }
    const customerId = await idOf(into)
    value(await matsui.call(mergeCustomers, { params: { customerId }, body }))
    expect((await standing(into)).holds).toHaveLength(1)
    expect(
      value(await matsui.call(wall.readCallerPlans, { params: { customerId } })).holds,
    ).toHaveLength(1)
  })
})

describe('伝言', () => {
  it('窓口への伝言は記録に残り、窓口のお約束になる', async () => {
    const complaintId = await received(stranger())
    await agreed(complaintId)
    const body = { ...order(), words: '返金の日を知りたいとのこと' }
    value(await matsui.call(wall.takeMessage, { params: { complaintId }, body }))
    const { commitments } = value(
      await matsui.call(listComplaintCommitments, { params: { complaintId } }),
    )
    expect(commitments.filter(({ madeTo }) => madeTo === 'customer')).toMatchObject([
      { words: body.words, madeTo: 'customer', ownerId: takagi.memberId, state: 'open' },
    ])
  })

  it('取り決めがないお客様には、伝言も理由も要らないと答える', async () => {
    const complaintId = await received(stranger())
    expect(code(await depart(matsui, complaintId, 'mail'))).toBe('harassment.no-plan')
  })
})

describe('異議と、解くこと', () => {
  const appealed = async (planId: string) => {
    const body = {
      ...order(),
      words: '電話でも話したい',
      cameBy: 'mail' as const,
      receivedOn: '2026-11-25',
    }
    value(await matsui.call(wall.noteAppeal, { params: { planId }, body }))
    return body.id
  }
  const answer = (who: Person, planId: string, appealId: string, outcome: 'kept' | 'lifted') =>
    who.call(wall.answerAppeal, {
      params: { planId, appealId },
      body: { ...order(), outcome, words: '事情を伺い、改めて決めました' },
    })

  it('決めた二人は異議に答えられず、別の責任者が答えて解くと、効かなくなる', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId)
    const appealId = await appealed(planId)
    expect(code(await answer(sasaki, planId, appealId, 'kept'))).toBe('harassment.appeal-own')
    value(await answer(fujii, planId, appealId, 'lifted'))
    expect((await standing(complaintId)).holds).toEqual([])
    expect(await planOf(planId)).toMatchObject({
      state: 'lifted',
      appeals: [{ words: '電話でも話したい', answer: { outcome: 'lifted', byName: '藤井 直子' } }],
    })
    expect(code(await answer(fujii, planId, appealId, 'kept'))).toBe(
      'harassment.appeal-answered-already',
    )
  })

  it('続けると答えても、取り決めはそのまま、次の異議も受ける', async () => {
    const planId = await agreed(await received(stranger()))
    value(await answer(fujii, planId, await appealed(planId), 'kept'))
    await appealed(planId)
    expect(await planOf(planId)).toMatchObject({
      state: 'in-force',
      appeals: [{}, { answer: null }],
    })
  })

  it('一人の責任者が理由を書いて解ける', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId)
    const body = { ...order(), reason: 'お話し合いが済んだ' }
    expect(code(await matsui.call(wall.liftPlan, { params: { planId }, body }))).toBe(
      'access.not-allowed',
    )
    value(await takagi.call(wall.liftPlan, { params: { planId }, body }))
    expect(code(await write(matsui, complaintId, 'x@example.jp'))).not.toBe(
      'harassment.outside-plan',
    )
  })
})

describe('見直しの日', () => {
  it('七日前と当日に記録が知らせ、次の日からは効かず、見直し切れと示す', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId, { reviewOn: '2026-12-10' })
    await desk.runJobs('2026-12-10T09:05:00+09:00')
    const told = (await entriesOf(complaintId)).filter(
      ({ type }) => type === 'harassment.plan-review-due',
    )
    expect(told.map(({ payload }) => payload?.['isToday'])).toEqual([false, true])
    expect((await standing(complaintId)).holds).toHaveLength(1)
    await desk.runJobs('2026-12-11T00:00:00+09:00')
    expect((await standing(complaintId)).holds).toEqual([])
    expect(await planOf(planId)).toMatchObject({ state: 'past-review' })
    expect(await callOut(matsui, complaintId)).toBe('ok')
  })

  it('延ばすことも二人で決め、延ばせばまた効く', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId, { reviewOn: '2026-12-20' })
    await desk.runJobs('2026-12-21T09:00:00+09:00')
    const terms = termsOf({ reviewOn: '2027-01-20' })
    const body = { ...order(), terms, because: '先週も同じことがあった' }
    value(await kobayashi.call(wall.changePlan, { params: { planId }, body }))
    expect((await standing(complaintId)).holds).toEqual([])
    value(await agree(sasaki, planId, 2))
    expect((await standing(complaintId)).holds).toHaveLength(1)
  })
})

describe('見直しのお約束', () => {
  const promisesOf = async (complaintId: string) =>
    value(
      await matsui.call(listComplaintCommitments, { params: { complaintId } }),
    ).commitments.filter(({ words }) => words === '連絡の取り決めを見直す')

  it('合意した人のお約束として台帳に載り、手紙の見直す日は、台帳にある日になる', async () => {
    const complaintId = await received(stranger())
    await agreed(complaintId, { reviewOn: '2027-02-10' })
    expect(await promisesOf(complaintId)).toMatchObject([
      { state: 'open', dueOn: '2027-02-10', madeTo: 'us', ownerName: '佐々木 恵' },
    ])
    const params = { complaintId, kind: 'warning' as const }
    const { draft } = value(await kobayashi.call(readDraft, { params }))
    expect(draft.text).toContain('2月10日')
    const body = { subject: draft.subject, text: draft.text, to: [], cc: [], attachments: [] }
    const { findings } = value(await kobayashi.call(checkLetter, { params: { complaintId }, body }))
    expect(findings.map(({ rule }) => rule)).not.toContain('unbacked-promise')
  })

  it('お申し出の終わりを止めず、終わっても残る', async () => {
    const complaintId = await received(stranger())
    await agreed(complaintId, { reviewOn: '2027-02-10' })
    const closing = { ...order(), outcome: 'withdrawn' as const, reason: 'お取り下げ' }
    value(await kobayashi.call(closeComplaint, { params: { complaintId }, body: closing }))
    expect(await promisesOf(complaintId)).toMatchObject([{ state: 'open' }])
  })

  it('延ばせば守ったことになって次の日が載り、解けば終わる', async () => {
    const complaintId = await received(stranger())
    const planId = await agreed(complaintId, { reviewOn: '2027-02-01' })
    const terms = termsOf({ reviewOn: '2027-03-01' })
    const body = { ...order(), terms, because: '先週も同じことがあった' }
    value(await kobayashi.call(wall.changePlan, { params: { planId }, body }))
    value(await agree(sasaki, planId, 2))
    expect((await promisesOf(complaintId)).map(({ state, dueOn }) => [state, dueOn])).toEqual(
      expect.arrayContaining([
        ['kept', '2027-02-01'],
        ['open', '2027-03-01'],
      ]),
    )
    const lifting = { ...order(), reason: 'お話し合いが済んだ' }
    value(await takagi.call(wall.liftPlan, { params: { planId }, body: lifting }))
    const left = (await promisesOf(complaintId)).filter(({ state }) => state === 'open')
    expect(left).toEqual([])
  })

  it('お客様の情報を消せば、見直しのお約束も終わる', async () => {
    const complaintId = await received(stranger())
    await agreed(complaintId, { reviewOn: '2027-03-01' })
    const params = { complaintId }
    const closing = { ...order(), outcome: 'withdrawn' as const, reason: 'お取り下げ' }
    value(await kobayashi.call(closeComplaint, { params, body: closing }))
    value(await fujii.call(erasePersonalData, { params, body: { ...order(), reason: 'ご依頼' } }))
    await desk.runJobs()
    const { commitments } = value(await matsui.call(listComplaintCommitments, { params }))
    expect(commitments.filter(({ state }) => state === 'open')).toEqual([])
  })
})

describe('窓口がいないとき、消すとき', () => {
  it('窓口が休みなら代わりの人に渡る', async () => {
    const customer = stranger()
    await agreed(await received(customer), { standInId: matsui.memberId, reviewOn: '2027-02-20' })
    await inside(desk.ports.db, fujii.scope, (tx) =>
      setAbsence(tx, fujii.scope.organisationId, takagi.memberId, {
        isAway: true,
        substituteId: null,
      }),
    )
    const next = await received(customer)
    expect(await ownerOf(next)).toBe('松井 あかり')
    await inside(desk.ports.db, fujii.scope, (tx) =>
      setAbsence(tx, fujii.scope.organisationId, takagi.memberId, {
        isAway: false,
        substituteId: null,
      }),
    )
  })

  it('個人情報を消すと、取り決めの言葉も消え、もう効かない', async () => {
    const customer = stranger()
    const complaintId = await received(customer)
    const planId = await agreed(complaintId)
    const params = { complaintId }
    const closing = { ...order(), outcome: 'withdrawn' as const, reason: 'お取り下げ' }
    value(await kobayashi.call(closeComplaint, { params, body: closing }))
    value(await fujii.call(erasePersonalData, { params, body: { ...order(), reason: 'ご依頼' } }))
    await desk.runJobs()
    expect(await planOf(planId)).toBeUndefined()
    expect((await standing(complaintId)).holds).toEqual([])
  })
})

describe('会社の設定と、記録からの理由', () => {
  it('決める人を名指しでき、一人だけや、責任者でない人は選べない', async () => {
    const settings = value(await kobayashi.call(wall.readPlanSettings))
    const save = (change: object) =>
      fujii.call(wall.changePlanSettings, { body: { ...settings, ...change } })
    expect(code(await save({ deciderIds: [takagi.memberId] }))).toBe('harassment.one-decider')
    const wrong = [takagi.memberId, matsui.memberId]
    expect(code(await save({ deciderIds: wrong }))).toBe('harassment.decider-unknown')
    expect(code(await save({ usualDays: 200 }))).toBe('harassment.usual-too-long')
    value(await save({ deciderIds: [takagi.memberId, fujii.memberId] }))
    const planId = await proposed(await received(stranger()), { reviewOn: '2027-03-01' })
    expect(code(await agree(sasaki, planId))).toBe('harassment.plan-not-decider')
    value(await agree(takagi, planId))
    value(await save({ deciderIds: [] }))
  })

  it('お客様の言葉は、その一行とともに理由に選べ、手紙の下書きに取り決めが載る', async () => {
    const words = '今すぐ返事しないなら家に火をつけるぞ。'
    const complaintId = await received(ishikawa, words)
    const params = { complaintId }
    const { grounds } = value(await matsui.call(wall.readGrounds, { params }))
    expect(grounds[0]).toMatchObject({ kind: 'said', sequence: 1 })
    const [reason] = grounds
    const reasons = reason
      ? [{ sequence: reason.sequence, on: reason.on, words: reason.words }]
      : []
    await agreed(complaintId, { reasons, reviewOn: '2027-03-01' })
    const { draft } = value(
      await kobayashi.call(readDraft, { params: { complaintId, kind: 'warning' } }),
    )
    expect(draft.text).toContain('3月1日')
    expect(draft.text).toContain('高木')
    expect(draft.text).toContain('書面またはメールでお知らせください')
    expect(draft.text).toContain('お申し出そのもの')
  })
})
