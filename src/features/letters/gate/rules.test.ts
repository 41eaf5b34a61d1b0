import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { aboutTheWay, gate, obstacles, withReasons } from './rules.ts'

const base: CaseRecord = { ...emptyRecord, number: 'U26-00001', customer: { name: '髙橋 由紀子' } }
const held = (record: CaseRecord = base, hasAttachments = false) => ({
  hasAttachments,
  record,
  now: '2026-11-24T10:00:00+09:00',
  calendar: japaneseOfficeCalendar,
  companyWords: [],
})
const needs = (text: string, record?: CaseRecord) =>
  gate(text, held(record))
    .filter(({ need }) => need !== 'nothing')
    .map(({ rule, need }) => `${rule}:${need}`)

const offer = {
  offerId: '00000000-0000-7000-8000-000000000001',
  ruleId: '00000000-0000-7000-8000-000000000002',
  ruleCode: 'R1',
  kind: 'partial-refund',
  label: '一部返金',
  amountYen: 3000,
  clause: '3条',
  words: '3,000円をお返しします',
  feasibility: null,
  answer: 'accepted',
  answerWords: null,
} as const

describe('送る前に尋ねること', () => {
  it.each([
    ['穏やかな返事', '髙橋様\n\nお申し出の内容を、配送の記録と照らして確かめております。', []],
    ['埋まっていない所', '髙橋様\n\n{商品名}について確かめております。', ['placeholder:change']],
    ['丸のままの日付', '髙橋様\n\n〇〇について確かめております。', ['placeholder:change']],
    ['お名前の字', '高橋様\n\n確かめております。', ['addressee:change']],
    ['別の方の名', '森本 千尋様\n\n確かめております。', ['addressee:reason']],
    ['名字と名', '髙橋由紀子　様\n\n確かめております。', []],
    ['お客様', 'お客様\n\n確かめております。', []],
    ['ない添付', '髙橋様\n\n手順書を添付いたします。', ['attachment-missing:reason']],
    ['いただいた添付', '髙橋様\n\nお客様の添付ファイルを拝見しました。', []],
    ['台帳にない約束', '髙橋様\n\n明日の17時までにご連絡いたします。', ['unbacked-promise:reason']],
    ['承認のないお金', '髙橋様\n\n代金を全額返金いたします。', ['promises-money:leader']],
  ])('%s', (_, text, expected) => {
    expect(needs(text)).toEqual(expected)
  })

  it('人を傷つける言葉が続いた件では、断りに前置きを求めない', () => {
    const insult = { code: 'insult', start: 0, end: 2, words: 'ばか', sequence: 2 } as const
    const heard = { ...insult, at: '2026-11-24T01:00:00Z', speaker: 'customer' } as const
    const refusal = '髙橋様\n\n返金はできません。'
    const rules = (record: CaseRecord) => gate(refusal, held(record)).map(({ rule }) => rule)
    expect(rules({ ...base, cues: [heard] })).toContain('flat-refusal')
    expect(rules({ ...base, cues: [heard, { ...heard, sequence: 5 }] })).not.toContain(
      'flat-refusal',
    )
  })

  it('台帳にある約束と、承認された額なら、何も尋ねない', () => {
    const promised = {
      commitmentId: '00000000-0000-7000-8000-000000000003',
      words: '折り返し',
      ownerId: '00000000-0000-7000-8000-000000000004',
      ownerName: '小林',
      madeTo: 'customer',
      dueAt: '2026-11-25T08:00:00Z',
      dueOn: '2026-11-25',
      precision: 'minute',
      state: 'open',
      madeAt: '2026-11-24T01:00:00Z',
    } as const
    const record = { ...base, commitments: [promised], offers: [offer] }
    expect(needs('明日の17時までにご連絡いたします。3,000円を返金いたします。', record)).toEqual([])
  })

  it('承認された額を超えるお金は、上長の理由を求める', () => {
    const record = { ...base, offers: [offer] }
    expect(needs('５，０００円を返金いたします。', record)).toEqual(['amount-beyond-remedy:leader'])
    expect(needs('5,000円の急須を確かめました。', record)).toEqual([])
  })
})

it('理由で通るもの、上長だけが通せるもの、直すまで通らないもの', () => {
  const findings = gate('{名}様\n手順書を添付いたします。代金を全額返金いたします。', held())
  const given = (byLeader: boolean) =>
    findings.map(({ rule }) => ({ rule, reason: '電話で確かめたため', byLeader }))
  const left = (reasons: ReturnType<typeof given>) =>
    [...new Set(obstacles(findings, reasons).map(({ rule }) => rule))].toSorted()
  expect(left([])).toEqual(['addressee', 'attachment-missing', 'placeholder', 'promises-money'])
  expect(left(given(false))).toEqual(['placeholder', 'promises-money'])
  expect(left(given(true))).toEqual(['placeholder'])
  expect(left(withReasons(given(true), given(false)))).toEqual(['placeholder', 'promises-money'])
})

it('ファイルが付いていれば、添付のことは尋ねない', () => {
  const rules = gate('手順書を添付いたします。', held(base, true)).map(({ rule }) => rule)
  expect(rules).not.toContain('attachment-missing')
})

it('終わった件と、届かなかったあて先は、理由を求める', () => {
  const closing = { outcome: 'withdrawn', agreementWords: null, reason: '', at: '' } as const
  const asked = aboutTheWay({ ...base, closing }, ['a@example.jp', 'b@example.jp'])
  expect(asked.map(({ rule, need }) => [rule, need])).toEqual([
    ['complaint-closed', 'reason'],
    ['addressee-bounced', 'reason'],
  ])
  expect(asked.at(-1)?.message).toContain('a@example.jp、b@example.jp')
  expect(aboutTheWay(base, [])).toEqual([])
})
