import { tokyoDay } from '#kernel/tokyo.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { agreePlan, proposePlan } from '#features/harassment/plans/contract.ts'
import type { Stage } from './play.ts'
import { must } from './steps.ts'

/** The review is near: leaders see it on their first page. */
const days = { since: 20, until: 4 }

/** One plan that holds, out of a complaint that is over: nothing that is open changes hands by it. */
export async function agreeOnContact({ call, clock, scopeOf, nextId, settle }: Stage) {
  const [writing, leading] = [scopeOf('kobayashi'), scopeOf('sasaki')]
  const { complaints } = await must(call(writing, listComplaints, { query: { view: 'closed' } }))
  const over = complaints.find(({ customerName }) => customerName !== null)
  if (!over) return
  const today = tokyoDay(clock.now())
  const on = today.subtract({ days: days.since }).toString()
  const terms = {
    about: '配送の遅れと、お詫びの品のお申し出',
    covers: 'everything' as const,
    windowId: scopeOf('takagi').viewer?.memberId ?? '',
    standInId: leading.viewer?.memberId ?? null,
    ways: ['letter' as const, 'phone' as const],
    hours: { weekdays: [2, 4], from: '10:00', to: '11:00', onHolidays: false },
    refrains: ['夜間のお電話'],
    say: 'この件は担当の高木が承ります。高木から折り返しご連絡いたします。',
    reasons: [{ sequence: null, on, words: '一日に11回のお電話。「おまえの名前をさらす」と3回' }],
    objection:
      '書面またはメールでお知らせください。決めた者とは別の責任者が確かめ、お返事いたします。',
    reviewOn: today.add({ days: days.until }).toString(),
  }
  const params = { complaintId: over.id }
  const { planId } = await must(
    call(writing, proposePlan, { params, body: { id: nextId(), terms } }),
  )
  const body = { id: nextId(), version: 1 }
  await must(call(leading, agreePlan, { params: { planId }, body }))
  await settle()
}
