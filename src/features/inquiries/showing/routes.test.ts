import { describe, expect, it } from 'vitest'
import {
  claimFact,
  confirmFact,
  describeComplaint,
  identifyCustomer,
  withdrawFact,
} from '#features/complaints/handling/contract.ts'
import { aMailbox } from '#features/letters/factory.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { readAnswerPage } from '../answering/contract.ts'
import { askDepartment, previewInquiry, readOpening, tellDepartment } from '../contract.ts'
import { changeInquirySettings, saveDepartment } from '../departments/contract.ts'
import { askingAt, factoryAddress, factoryFields, nothingShown, tokenIn } from '../factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, fujii] = [desk.as('kobayashi'), desk.as('fujii')]
value(await aMailbox(desk, office))
const departmentId = desk.newId()
value(await fujii.call(saveDepartment, { params: { departmentId }, body: factoryFields }))
const settings = { deskUrl: 'https://desk.minato.example', linkDays: 14 }
value(await fujii.call(changeInquirySettings, { body: settings }))
const { asked, mailsTo, received } = askingAt(desk, office, departmentId)

const question = 'このロットの出荷前検査の記録を見せてください。'
const customer = { name: '森本 千尋', phone: '090-1111-2222', address: '静岡市葵区追手町1-2-3' }

async function known() {
  const { complaintId } = await received()
  const params = { complaintId }
  const body = { id: desk.newId(), customer }
  value(await kobayashi.call(identifyCustomer, { params, body }))
  return params
}
const sent = (more: object = {}) => ({
  id: desk.newId(),
  departmentId,
  question,
  dueAt: '2026-12-31T06:00:00Z',
  shown: nothingShown,
  ...more,
})
const lastToken = () => tokenIn(mailsTo(factoryAddress).at(-1) ?? '')
const open = async (token: string) =>
  value(
    await desk.customer.call(readAnswerPage, { params: { slug: company.slug }, body: { token } }),
  )

describe('部署へ書く言葉も、選んだより多くは言わない', () => {
  it.each([
    '森本様のロットの検査の記録を見せてください。',
    '090-1111-2222 の方のロットです。',
    '０９０−１１１１−２２２２ の方のロットです。',
    '追手町1-2-3 に届いた品です。',
    'kyaku@example.com の方の品です。',
  ])('「%s」は、送らずに、何に直すかを言う', async (words) => {
    const params = await known()
    const before = mailsTo(factoryAddress).length
    const answer = await kobayashi.call(askDepartment, { params, body: sent({ question: words }) })
    expect(code(answer)).toBe('inquiries.personal-in-words')
    expect(answer.detail).toMatch(
      /「お客様」などの言葉に替えてください。.*書いたものは残っています。/u,
    )
    await desk.runJobs()
    expect(mailsTo(factoryAddress)).toHaveLength(before)
  })

  it('ほかのお客様の電話も、理由の欄に書いたお名前も、出ない', async () => {
    const params = await known()
    const other = (await received()).complaintId
    const body = { id: desk.newId(), customer: { name: '早乙女 三千代', phone: '054-222-3333' } }
    value(await kobayashi.call(identifyCustomer, { params: { complaintId: other }, body }))
    for (const more of [
      { question: '054-222-3333 の方と同じロットですか。' },
      { shown: { ...nothingShown, contactFor: '森本様へのお届け' } },
    ])
      expect(code(await kobayashi.call(askDepartment, { params, body: sent(more) }))).toBe(
        'inquiries.personal-in-words',
      )
  })

  it('お名前は選べば、連絡先は使い道を書けば、書ける', async () => {
    const params = await known()
    const shown = { ...nothingShown, withPersonal: true }
    const named = sent({ question: '森本様のロットはどれですか。', shown })
    expect(code(await kobayashi.call(askDepartment, { params, body: named }))).toBe('ok')
    const where = '追手町1-2-3 への配達はいつでしたか。'
    const blind = sent({ question: where, shown })
    expect(code(await kobayashi.call(askDepartment, { params, body: blind }))).toBe(
      'inquiries.personal-in-words',
    )
    const told = { ...shown, contactFor: '配達の記録を探す' }
    const body = sent({ question: where, shown: told })
    expect(code(await kobayashi.call(askDepartment, { params, body }))).toBe('ok')
    await desk.runJobs()
    expect(await open(lastToken())).toMatchObject({ contactFor: '配達の記録を探す' })
  })

  it('あとから伝える言葉も同じ', async () => {
    const { inquiry, complaintId } = await asked()
    const body = { id: desk.newId(), customer }
    value(await kobayashi.call(identifyCustomer, { params: { complaintId }, body }))
    const tell = (text: string) =>
      kobayashi.call(tellDepartment, {
        params: { inquiryId: inquiry.id },
        body: { id: desk.newId(), text },
      })
    expect(code(await tell('森本様は 090-1111-2222 の方です。'))).toBe(
      'inquiries.personal-in-words',
    )
    expect(code(await tell('お客様は、口が欠けていたとおっしゃっています。'))).toBe('ok')
  })
})

describe('リンクで見えるのは、聞いたときのことだけ', () => {
  it('はじめは、電話もお名前も見せない', async () => {
    const params = await known()
    const { showable } = value(await kobayashi.call(readOpening, { params }))
    const body = { departmentId, question, dueAt: sent().dueAt, shown: nothingShown }
    const { seen } = value(await kobayashi.call(previewInquiry, { params, body }))
    expect(showable).not.toHaveProperty('phone')
    expect(seen).toMatchObject({ customerName: null, contactFor: null, words: null, facts: [] })
  })

  it('お名前を見せても、連絡先は伏せたまま', async () => {
    const params = await known()
    const fact = { id: desk.newId(), topic: 'what' as const, source: 'お客様' }
    const statement = '森本様（090-1111-2222）の急須の口が欠けていた'
    value(await kobayashi.call(claimFact, { params, body: { ...fact, statement } }))
    const { showable } = value(await kobayashi.call(readOpening, { params }))
    const factIds = showable.facts.map(({ id }) => id)
    const shown = { ...nothingShown, factIds, withPersonal: true }
    value(await kobayashi.call(askDepartment, { params, body: sent({ shown }) }))
    await desk.runJobs()
    const page = await open(lastToken())
    expect(page.facts[0]?.statement).toBe('森本様（■■）の急須の口が欠けていた')
  })

  it('あとで分かったことも、書き直したことも、届いているリンクには出ない。取り下げたことは消える', async () => {
    const params = await known()
    const claim = async (statement: string) => {
      const id = desk.newId()
      const body = { id, topic: 'what' as const, statement, source: 'お客様' }
      value(await kobayashi.call(claimFact, { params, body }))
      return id
    }
    const details = (lot: string) =>
      kobayashi.call(describeComplaint, { params, body: { id: desk.newId(), details: { lot } } })
    const [kept, taken] = [await claim('口が欠けていた'), await claim('箱が濡れていた')]
    value(await details('A-1'))
    const shown = { ...nothingShown, factIds: [kept, taken], particulars: ['lot' as const] }
    value(await kobayashi.call(askDepartment, { params, body: sent({ shown }) }))
    await desk.runJobs()
    const token = lastToken()
    const before = await open(token)
    expect(before.facts.map(({ statement }) => statement)).toEqual([
      '口が欠けていた',
      '箱が濡れていた',
    ])
    value(await details('B-2'))
    const confirmed = { id: desk.newId(), source: '写真', attributedTo: 'us' as const }
    const at = (factId: string) => ({ params: { ...params, factId } })
    value(await kobayashi.call(confirmFact, { ...at(kept), body: confirmed }))
    const gone = { id: desk.newId(), reason: '別の箱の話だった' }
    value(await kobayashi.call(withdrawFact, { ...at(taken), body: gone }))
    const after = await open(token)
    expect(after.facts.map(({ statement }) => statement)).toEqual(['口が欠けていた'])
    expect(after.particulars).toEqual([{ name: 'lot', value: 'A-1' }])
  })
})
