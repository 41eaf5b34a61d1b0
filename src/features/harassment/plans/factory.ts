import { receiveComplaint } from '#features/intake/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import type { StaffKey } from '#test/cast.ts'
import { value, type Desk } from '#test/desk.ts'
import { agreePlan, proposePlan, type Terms } from './contract.ts'

export const ishikawa = {
  name: '石川 剛',
  kana: 'いしかわ つよし',
  phone: '045-900-7777',
  email: 'ishikawa@example.jp',
}

/** Plans made at a desk by two people, and what became of the complaints they hold for. */
export function planningAt(desk: Desk) {
  const [kobayashi, sasaki] = [desk.as('kobayashi'), desk.as('sasaki')]
  const termsOf = usualTerms(desk)
  async function received(customer: object = ishikawa, words = '配送が遅れました。') {
    const id = desk.newId()
    const body = { id, channel: 'mail' as const, words, customer }
    value(await kobayashi.call(receiveComplaint, { body }))
    await desk.runJobs()
    return id
  }
  const proposed = async (complaintId: string, more: Partial<Terms> = {}) =>
    value(
      await kobayashi.call(proposePlan, {
        params: { complaintId },
        body: { id: desk.newId(), terms: termsOf(more) },
      }),
    ).planId
  async function agreed(complaintId: string, more: Partial<Terms> = {}) {
    const planId = await proposed(complaintId, more)
    const body = { id: desk.newId(), version: 1 }
    value(await sasaki.call(agreePlan, { params: { planId }, body }))
    await desk.runJobs()
    return planId
  }
  const entriesOf = async (complaintId: string, who: StaffKey = 'kobayashi') =>
    value(await desk.as(who).call(readTimeline, { params: { complaintId }, query: {} })).entries
  return { termsOf, received, proposed, agreed, entriesOf }
}

function usualTerms(desk: Desk) {
  return (more: Partial<Terms> = {}): Terms => ({
    about: '配送の遅れのお申し出',
    covers: 'everything',
    windowId: desk.as('takagi').memberId,
    standInId: null,
    ways: ['letter', 'phone'],
    hours: { weekdays: [1, 2, 3, 4, 5], from: '10:00', to: '11:00', onHolidays: false },
    refrains: ['新宿店へのご来店'],
    say: 'このお申し出は、担当の高木が承ります。',
    reasons: [{ sequence: null, on: '2026-11-20', words: '電話で「家に行くぞ」と3回' }],
    objection: '書面またはメールでお知らせください。',
    reviewOn: '2027-02-20',
    ...more,
  })
}
