import { claimFact, confirmFact, findCause } from '#features/complaints/handling/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { value, type Desk, type Person } from '#test/desk.ts'
import { listRemedyRules, offerRemedy } from '../contract.ts'
import { askApproval, grantApproval, refuseApproval } from './contract.ts'

/** Complaints about a manner of speaking, for which a supervisor may give a coupon; and who asks and decides. */
export async function atTheDesk(desk: Desk) {
  const { rules } = value(await desk.as('matsui').call(listRemedyRules))
  const ruleId = (code: string) => rules.find((each) => each.code === code)?.id ?? ''
  return { ruleId, complaint: receiving(desk), ...asking(desk, ruleId), ...deciding(desk) }
}

function receiving(desk: Desk) {
  const matsui = desk.as('matsui')
  return async (product = '急須'): Promise<string> => {
    const [complaintId, factId] = [desk.newId(), desk.newId()]
    const params = { complaintId }
    const details = { product, price: 3000, purchasedOn: '2026-11-18' }
    const words = '電話の応対が冷たかったです。'
    const body = { id: complaintId, channel: 'phone' as const, words, customer: {}, details }
    value(await matsui.call(receiveComplaint, { body }))
    const claim = { id: factId, topic: 'what' as const, statement: '途中で切れた', source: '電話' }
    value(await matsui.call(claimFact, { params, body: claim }))
    const fact = { id: desk.newId(), source: '録音', attributedTo: 'us' as const }
    value(await matsui.call(confirmFact, { params: { ...params, factId }, body: fact }))
    const found = { cause: 'attitude', detail: '案内不足', answeringFunction: 'desk' } as const
    value(await matsui.call(findCause, { params, body: { id: desk.newId(), ...found } }))
    return complaintId
  }
}

type Wanted = { code?: string; amountYen?: number; approvalId?: string; reason?: string }

function asking(desk: Desk, ruleId: (code: string) => string) {
  const matsui = desk.as('matsui')
  const order = ({ code = 'R-05', ...wanted }: Wanted) => {
    return { id: desk.newId(), ruleId: ruleId(code), ...wanted }
  }
  const offer = (complaintId: string, wanted: Wanted, by: Person = matsui) =>
    by.call(offerRemedy, { params: { complaintId }, body: order(wanted) })
  const ask = (complaintId: string, wanted: Wanted = {}, by: Person = matsui) => {
    const usual = { what: 'remedy' as const, reason: 'お電話で長くお待たせした' }
    const body = { ...usual, ...order({ amountYen: 800, ...wanted }) }
    return by.call(askApproval, { params: { complaintId }, body })
  }
  const asked = async (complaintId: string, wanted: Wanted = {}, by: Person = matsui) =>
    value(await ask(complaintId, wanted, by)).approval
  return { offer, ask, asked }
}

function deciding(desk: Desk) {
  type More = { amountYen?: number; condition?: string }
  return {
    grant: (approvalId: string, by: Person, more: More = {}) =>
      by.call(grantApproval, { params: { approvalId }, body: { id: desk.newId(), ...more } }),
    refuse: (approvalId: string, by: Person, words: string) =>
      by.call(refuseApproval, { params: { approvalId }, body: { id: desk.newId(), words } }),
  }
}
