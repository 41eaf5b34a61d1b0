import { describe, expect, it } from 'vitest'
import { closeComplaint } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { answerOffer, offerRemedy, readRemedies } from '../contract.ts'
import { readPrecedents } from '../precedents/contract.ts'
import * as wall from './contract.ts'
import { atTheDesk } from './factory.ts'

const desk = await openDesk()
const { complaint, offer, ask, asked, grant, refuse } = await atTheDesk(desk)
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const fujii = desk.as('fujii')

const sayable = 'クーポンは500円までとさせていただいております。500円でしたら、本日お送りできます。'
const later = (hours: number) => desk.clock.now().add({ hours }).toString()
const queue = async (by: Person) => value(await by.call(wall.listApprovals))

async function told(complaintId: string): Promise<string[]> {
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
  return entries.map(({ type }) => type).filter((type) => type.startsWith('remedies.'))
}

function lend(from: Person, to: Person, startsOn = '2026-11-01', endsOn = '2026-12-31') {
  const body = { id: desk.newId(), toId: to.memberId, startsOn, endsOn }
  return from.call(wall.delegate, { body })
}

describe('頼んで、決まって、お出しする', () => {
  it('承認されたものを、条件とともに、一度だけお出しできる', async () => {
    const complaintId = await complaint()
    expect(code(await offer(complaintId, { amountYen: 800 }))).toBe('remedies.beyond-authority')
    const { id, needs, deciders, state } = await asked(complaintId)
    expect([needs, state]).toEqual(['supervisor', 'asked'])
    expect(deciders).toContain('佐々木 恵')
    expect(deciders).not.toContain('松井 あかり')
    const granted = value(await grant(id, sasaki, { condition: 'お詫びの言葉を添えて' })).approval
    expect(granted).toMatchObject({ state: 'granted', condition: 'お詫びの言葉を添えて' })
    expect(code(await offer(complaintId, { amountYen: 801, approvalId: id }))).toBe(
      'remedies.over-limit',
    )
    const made = value(await offer(complaintId, { amountYen: 800, approvalId: id }))
    expect(made.offer).toMatchObject({ amountYen: 800, offeredByName: '松井 あかり' })
    const params = { complaintId, offerId: made.offer.id }
    const body = { id: desk.newId(), answer: 'rejected' as const, words: 'いりません' }
    value(await matsui.call(answerOffer, { params, body }))
    expect(code(await offer(complaintId, { amountYen: 700, approvalId: id }))).toBe(
      'remedies.approval-not-open',
    )
    expect(await told(complaintId)).toEqual([
      'remedies.approval-asked',
      'remedies.approval-granted',
      'remedies.offered',
      'remedies.answered',
    ])
  })

  it('頼まれたより少なく承認できる。多くはできない', async () => {
    const complaintId = await complaint()
    const { id } = await asked(complaintId)
    expect(code(await grant(id, sasaki, { amountYen: 900 }))).toBe('remedies.approval-more')
    value(await grant(id, sasaki, { amountYen: 500 }))
    expect(code(await offer(complaintId, { amountYen: 600, approvalId: id }))).toBe(
      'remedies.over-limit',
    )
    expect(code(await offer(complaintId, { amountYen: 500, approvalId: id }))).toBe('ok')
  })

  it('見送るときは、お客様に言える言葉が要る', async () => {
    const complaintId = await complaint()
    const { id } = await asked(complaintId)
    const rough = await refuse(id, sasaki, '承認できません。')
    expect([code(rough), rough.detail]).toEqual([
      'remedies.approval-words',
      expect.stringContaining('社内の言葉'),
    ])
    expect(value(await refuse(id, sasaki, sayable)).approval).toMatchObject({
      state: 'refused',
      words: sayable,
      decidedByName: '佐々木 恵',
    })
    expect(code(await offer(complaintId, { amountYen: 800, approvalId: id }))).toBe(
      'remedies.approval-not-open',
    )
    expect(code(await grant(id, takagi))).toBe('remedies.approval-over')
  })

  it('承認は、頼んだ案のほかには使えない', async () => {
    const [complaintId, other] = [await complaint(), await complaint()]
    const { id } = await asked(complaintId)
    value(await grant(id, sasaki))
    expect(code(await offer(other, { amountYen: 800, approvalId: id }))).toBe(
      'remedies.approval-missing',
    )
    expect(code(await offer(complaintId, { code: 'R-03', amountYen: 800, approvalId: id }))).toBe(
      'remedies.approval-other',
    )
  })

  it('自分で出せるものは頼まない。同じことは二度頼まない', async () => {
    const complaintId = await complaint()
    expect(code(await ask(complaintId, {}, sasaki))).toBe('remedies.approval-needless')
    await asked(complaintId)
    expect(code(await ask(complaintId, {}, kobayashi))).toBe('remedies.approval-waiting')
  })

  it('規定の表にないことは例外として頼める。上限を超えると管理者が決める', async () => {
    const complaintId = await complaint()
    const outside = {
      kind: 'coupon' as const,
      label: 'お詫びの商品券',
      say: '商品券をお送りします。',
    }
    const body = (amountYen: number) => {
      return {
        id: desk.newId(),
        what: 'remedy' as const,
        outside,
        amountYen,
        reason: '三度めの行き違い',
      }
    }
    const params = { complaintId }
    const large = value(
      await matsui.call(wall.askApproval, { params, body: body(40_000) }),
    ).approval
    expect(large).toMatchObject({ isException: true, needs: 'admin', ruleId: null })
    expect(code(await grant(large.id, sasaki))).toBe('remedies.approval-beyond')
    value(await grant(large.id, fujii))
    const order = { id: desk.newId(), ruleId: large.id, approvalId: large.id, amountYen: 40_000 }
    const made = value(await matsui.call(offerRemedy, { params, body: order }))
    expect(made.offer).toMatchObject({ label: 'お詫びの商品券', amountYen: 40_000 })
  })
})

describe('四つの目', () => {
  it('自分が頼んだことは、自分では決められない', async () => {
    const { id } = await asked(await complaint(), { amountYen: 5000 }, takagi)
    expect(code(await grant(id, takagi))).toBe('remedies.approval-own')
    expect(code(await grant(id, sasaki))).toBe('ok')
  })

  it('頼んだ人から預かった権限は、その人の依頼には効かない。ほかの依頼には効く', async () => {
    const loan = value(await lend(takagi, kobayashi))
    const own = await asked(await complaint(), { amountYen: 5000 }, takagi)
    expect(code(await grant(own.id, kobayashi))).toBe('remedies.approval-back-to-asker')
    const others = await asked(await complaint())
    const granted = value(await grant(others.id, kobayashi)).approval
    expect(granted).toMatchObject({ decidedByName: '小林 大輔', onBehalfOfName: '高木 誠' })
    const params = { delegationId: loan.id }
    value(await takagi.call(wall.endDelegation, { params }))
    const next = await asked(await complaint())
    expect(code(await grant(next.id, kobayashi))).toBe('remedies.approval-beyond')
  })

  it('預かりは、決めた日のあいだだけ', async () => {
    value(await lend(sasaki, kobayashi, '2026-11-26', '2026-11-26'))
    const { id } = await asked(await complaint())
    expect(code(await grant(id, kobayashi))).toBe('remedies.approval-beyond')
    expect(code(await lend(sasaki, kobayashi, '2026-11-30', '2026-11-25'))).toBe(
      'remedies.delegation-days',
    )
    expect(code(await lend(sasaki, sasaki))).toBe('remedies.delegation-self')
  })
})

describe('まとめて', () => {
  const together = (approvalIds: string[], sumYen: number, by = sasaki) =>
    by.call(wall.grantTogether, { body: { id: desk.newId(), approvalIds, sumYen } })

  it('似たものだけを、合計を確かめて、全部か、ひとつもか', async () => {
    const several = [await asked(await complaint()), await asked(await complaint())]
    const ids = several.map(({ id }) => id)
    expect(code(await together(ids, 1500))).toBe('remedies.approvals-sum')
    const own = await asked(await complaint(), { amountYen: 5000 }, takagi)
    expect(code(await together([...ids, own.id], 6600))).toBe('remedies.approvals-unlike')
    value(await refuse(ids[0] ?? '', sasaki, sayable))
    expect(code(await together(ids, 1600))).toBe('remedies.approval-over')
    const { approvals } = await queue(sasaki)
    expect(approvals.map(({ id }) => id)).toContain(ids[1])
  })

  it('まとめて承認すると、それぞれの件に残る', async () => {
    const several = [await asked(await complaint()), await asked(await complaint())]
    const ids = several.map(({ id }) => id)
    expect(value(await together(ids, 1600)).granted.toSorted()).toEqual(ids.toSorted())
    for (const { complaintId } of several)
      expect((await told(complaintId)).at(-1)).toBe('remedies.approval-granted')
  })
})

describe('時が過ぎたら', () => {
  it('半ばに一度知らせ、期限で消える。二度鳴っても一度だけ', async () => {
    const complaintId = await complaint()
    const { id } = await asked(complaintId)
    await desk.runJobs(later(13))
    expect(await told(complaintId)).toEqual([
      'remedies.approval-asked',
      'remedies.approval-reminded',
    ])
    await desk.runJobs(later(12))
    await desk.runJobs(later(1))
    expect((await told(complaintId)).slice(2)).toEqual(['remedies.approval-expired'])
    expect(code(await grant(id, sasaki))).toBe('remedies.approval-over')
    expect((await queue(sasaki)).approvals.map((each) => each.id)).not.toContain(id)
  })

  it('終えた苦情の依頼は、ひとりでに取り下がる', async () => {
    const complaintId = await complaint()
    await asked(complaintId)
    const body = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'もうよいとのこと' }
    value(await matsui.call(closeComplaint, { params: { complaintId }, body }))
    await desk.runJobs()
    expect((await told(complaintId)).at(-1)).toBe('remedies.approval-withdrawn')
  })
})

it('同じ原因と商品で、お受けになったものが、前例になる', async () => {
  for (const amountYen of [500, 500, 600]) {
    const complaintId = await complaint('前例の急須')
    const { id: offerId } = value(await offer(complaintId, { amountYen }, sasaki)).offer
    const body = { id: desk.newId(), answer: 'accepted' as const, words: 'それで' }
    value(await sasaki.call(answerOffer, { params: { complaintId, offerId }, body }))
  }
  const params = { complaintId: await complaint('前例の　急須') }
  expect(value(await matsui.call(readPrecedents, { params }))).toMatchObject({
    comparedBy: 'cause-and-product',
    granted: [{ kind: 'coupon', count: 3 }],
    spread: { count: 3, least: 500, most: 600 },
  })
  expect(value(await matsui.call(readRemedies, { params })).offers).toEqual([])
})
