import { expect, it } from 'vitest'
import { claimFact, confirmFact } from '#features/complaints/handling/contract.ts'
import {
  askApproval,
  grantApproval,
  refuseApproval,
} from '#features/remedies/approvals/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { aMailbox, correspond } from '../factory.ts'
import { saveDraft } from '../writing/contract.ts'
import { readReview } from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, sasaki] = [desk.as('kobayashi'), desk.as('sasaki')]
value(await aMailbox(desk, office))
const { received, reply, stateOf, postedTo, later } = correspond(desk, office)

const opening = '森本様\n\nこのたびはご不便をおかけし、申し訳ございません。'
const first = `${opening}\n急須の欠けは、弊社の過失でございます。`
const second = `${opening}\n急須の欠けは、弊社の検品の過失でございます。`

async function withFact() {
  const { complaintId, address } = await received()
  const [params, factId] = [{ complaintId }, desk.newId()]
  const claim = { id: factId, topic: 'what' as const, statement: '口が欠けていた', source: '電話' }
  value(await kobayashi.call(claimFact, { params, body: claim }))
  const other = { ...claim, id: desk.newId(), statement: '箱も潰れていた' }
  value(await kobayashi.call(claimFact, { params, body: other }))
  const fact = { id: desk.newId(), source: '写真', attributedTo: 'us' as const }
  value(await kobayashi.call(confirmFact, { params: { ...params, factId }, body: fact }))
  return { complaintId, address }
}

async function asked(complaintId: string, text: string) {
  const body = {
    id: desk.newId(),
    what: 'words' as const,
    text,
    opens: ['admits-liability' as const],
    reason: '写真で確かめられたため',
  }
  return value(await kobayashi.call(askApproval, { params: { complaintId }, body })).approval.id
}
const reviewed = async (approvalId: string) =>
  value(await sasaki.call(readReview, { params: { approvalId } }))

it('承認する人は、印のついた文面、前との違い、書きはじめとの違い、事実と四点を見る', async () => {
  const { complaintId } = await withFact()
  const content = { subject: '', to: '', cc: '', reasons: {}, attachments: [] }
  const draft = { draftId: desk.newId(), hand: desk.newId(), basedOn: 0 }
  const begun = { ...draft, content: { ...content, text: opening } }
  value(await kobayashi.call(saveDraft, { params: { complaintId }, body: begun }))
  desk.clock.advance({ minutes: 1 })
  const id = await asked(complaintId, first)
  const shown = await reviewed(id)
  expect(shown.findings.map(({ rule, need }) => `${rule}:${need}`)).toEqual([
    'admits-liability:leader',
  ])
  expect(shown.facts.map(({ statement, status }) => [statement, status])).toEqual([
    ['口が欠けていた', 'confirmed'],
    ['箱も潰れていた', 'claimed'],
  ])
  expect(shown.sinceAsked).toBe(null)
  expect(shown.sinceDraft?.pieces.filter(({ kind }) => kind === 'removed')).toEqual([])
  expect(shown.sinceDraft?.pieces.find(({ kind }) => kind === 'added')?.text).toContain(
    '弊社の過失',
  )
  expect(shown.points.map(({ point }) => point)).toEqual([
    'cause',
    'impact',
    'response',
    'prevention',
  ])

  const words = '「検品の」を添えて、どこの過失かを書いてください'
  const refusal = { id: desk.newId(), words }
  value(await sasaki.call(refuseApproval, { params: { approvalId: id }, body: refusal }))
  desk.clock.advance({ minutes: 1 })
  const again = await reviewed(await asked(complaintId, second))
  const added = again.sinceAsked?.pieces.filter(({ kind }) => kind !== 'same')
  expect(added).toEqual([{ kind: 'added', text: '検品の' }])
})

it('承認された文面は一度だけ出る。一字でも変えれば、頼み直しになる', async () => {
  const { complaintId, address } = await withFact()
  expect(code(await reply(complaintId, { text: first }))).toBe('letters.gate')
  const params = { approvalId: await asked(complaintId, first) }
  value(await sasaki.call(grantApproval, { params, body: { id: desk.newId() } }))
  expect(code(await reply(complaintId, { text: second }))).toBe('letters.gate')
  value(await reply(complaintId, { text: first }))
  await desk.runJobs(later(31))
  expect([await stateOf(complaintId), postedTo(address).length]).toEqual(['sent', 1])
  expect(code(await reply(complaintId, { text: first }))).toBe('letters.gate')
})

it('文面を頼んでいない承認には、見るものがない', async () => {
  const answer = await sasaki.call(readReview, { params: { approvalId: desk.newId() } })
  expect(code(answer)).toBe('remedies.approval-missing')
})
