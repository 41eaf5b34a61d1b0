import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import {
  claimFact,
  closeComplaint,
  confirmFact,
  erasePersonalData,
  withdrawFact,
} from '#features/complaints/handling/contract.ts'
import {
  keepCommitment,
  listComplaintCommitments,
  renegotiateCommitment,
} from '#features/commitments/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { checkLetter } from '../composing/contract.ts'
import { aMailbox, correspond } from '../factory.ts'
import {
  moveMeasure,
  withdrawMeasure,
  writeMeasure,
  type MeasureState,
} from '#features/complaints/measures/contract.ts'
import { issuePaper } from '../typesetting/contract.ts'
import { aLetter, ourLetterhead } from '../typesetting/factory.ts'
import { changeLetterhead } from '../letterhead/contract.ts'
import { checkStanding, keepDraft, listDraftKinds, readDraft, type DraftKind } from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, matsui, fujii] = [desk.as('kobayashi'), desk.as('matsui'), desk.as('fujii')]
value(await aMailbox(desk, office))
value(await fujii.call(changeLetterhead, { body: ourLetterhead }))
const { received, reply, stateOf, postedTo, later, opening } = correspond(desk, office)
const chipped = '急須の口が欠けた状態でお届けしていた'

async function confirmed(complaintId: string, statement = chipped): Promise<string> {
  const factId = desk.newId()
  const source = '出荷の記録'
  const claim = { id: factId, topic: 'what' as const, statement, source }
  value(await matsui.call(claimFact, { params: { complaintId }, body: claim }))
  const body = { id: desk.newId(), source, attributedTo: 'us' as const }
  value(await matsui.call(confirmFact, { params: { complaintId, factId }, body }))
  return factId
}

async function withdrawn(complaintId: string, factId: string) {
  const body = { id: desk.newId(), reason: '別のお客様の記録でした' }
  value(await matsui.call(withdrawFact, { params: { complaintId, factId }, body }))
}

async function draft(complaintId: string, kind: DraftKind = 'progress') {
  return value(await kobayashi.call(readDraft, { params: { complaintId, kind } })).draft
}

/** As the pane does it: read, then put into the text. */
async function kept(complaintId: string, kind: DraftKind = 'progress') {
  const { text } = await draft(complaintId, kind)
  const body = { id: desk.newId(), kind, text }
  return value(await kobayashi.call(keepDraft, { params: { complaintId }, body })).draft
}

async function fallen(complaintId: string, text: string) {
  const asked = { params: { complaintId }, body: { text } }
  const { sentences } = value(await kobayashi.call(checkStanding, asked))
  return sentences.flatMap(({ text: sentence, falls }) =>
    falls.map((fall) => `${fall.code}：${sentence}`),
  )
}

async function askedIn(complaintId: string, text: string) {
  const { to, subject } = await opening(complaintId)
  const body = { text, subject, to }
  const { findings } = value(await kobayashi.call(checkLetter, { params: { complaintId }, body }))
  return findings.filter(({ need }) => need !== 'nothing').map(({ rule }) => rule)
}

describe('記録から下書きを作る', () => {
  it('いま作れるものが先に並び、作れないものには訳がある', async () => {
    const { complaintId } = await received()
    const before = value(await kobayashi.call(listDraftKinds, { params: { complaintId } }))
    expect(before.kinds.map(({ kind, whyNot }) => [kind, whyNot])).toEqual(
      expect.arrayContaining([
        ['progress', null],
        ['prevention', 'no-cause'],
        ['review-reply', 'not-a-review'],
      ]),
    )
    await confirmed(complaintId)
    const { kinds } = value(await kobayashi.call(listDraftKinds, { params: { complaintId } }))
    expect([kinds[0]?.kind, kinds[0]?.fits]).toEqual(['apology-mail', true])
  })

  it('どの文も、記録のどれによるかを持っている。確かめていないことは言い切らない', async () => {
    const { complaintId } = await received()
    const factId = await confirmed(complaintId)
    const claim = { id: desk.newId(), topic: 'what' as const, source: 'お客様のお話' }
    const body = { ...claim, statement: '箱も濡れていた' }
    value(await kobayashi.call(claimFact, { params: { complaintId }, body }))
    const { sentences } = await draft(complaintId)
    const about = (words: string) => sentences.find(({ text }) => text.includes(words))
    const said = { type: 'fact', id: factId, said: chipped, state: 'confirmed' }
    expect(about('口が欠けた')?.grounds).toEqual([said])
    expect(about('箱も濡れていた')?.text).toBe(
      '「箱も濡れていた」との点は、ただいま確認しております。',
    )
  })

  it('記録から作れない下書きは、訳を添えて断る', async () => {
    const { complaintId } = await received()
    const params = { complaintId, kind: 'warning' as const }
    const refused = await kobayashi.call(readDraft, { params })
    expect(refused).toMatchObject({
      refusal: { code: 'letters.draft-not-possible', data: { whyNot: 'no-harassment' } },
    })
  })

  it('見ているあいだに記録が変わったら、新しい下書きを見せる', async () => {
    const { complaintId } = await received()
    const { text } = await draft(complaintId)
    await confirmed(complaintId)
    const body = { id: desk.newId(), kind: 'progress' as const, text }
    const refused = await kobayashi.call(keepDraft, { params: { complaintId }, body })
    expect(code(refused)).toBe('letters.draft-overtaken')
    expect(await fallen(complaintId, text)).toEqual([])
  })
})

describe('根拠が変わると、下書きの文は赤くなる', () => {
  it('事実が取り下げられたら、その文を直すまで、メールは送れない。理由では通らない', async () => {
    const { complaintId } = await received()
    const factId = await confirmed(complaintId)
    const { text } = await kept(complaintId)
    const whole = `森本様\n\n${text}`
    expect([await fallen(complaintId, whole), await askedIn(complaintId, whole)]).toEqual([[], []])
    await withdrawn(complaintId, factId)
    const sentence = `${chipped}ことを確認いたしました。`
    expect(await fallen(complaintId, whole)).toEqual([`fact-withdrawn：${sentence}`])
    const reasons = [{ rule: 'ground-fallen', reason: '急ぎます' }]
    expect(code(await reply(complaintId, { text: whole, reasons }))).toBe('letters.gate')
    expect(code(await reply(complaintId, { text: whole.replace(sentence, '') }))).toBe('ok')
  })

  it('送るのを待っているあいだに取り下げられても、止まる', async () => {
    const { complaintId, address } = await received()
    const factId = await confirmed(complaintId)
    const { text } = await kept(complaintId)
    value(await reply(complaintId, { text: `森本様\n\n${text}` }))
    await withdrawn(complaintId, factId)
    await desk.runJobs(later(40))
    expect([await stateOf(complaintId), postedTo(address)]).toEqual(['stopped', []])
  })

  it('紙の手紙も、同じ門を通る', async () => {
    const { complaintId } = await received()
    const factId = await confirmed(complaintId)
    const { text } = await kept(complaintId)
    const { head: basedOn } = await opening(complaintId)
    const letter = aLetter({ kind: 'progress', text, direction: 'horizontal' })
    const issued = { letter, format: 'pdf' as const }
    const issue = async (seen: number) => {
      const body = { id: desk.newId(), basedOn: seen, ...issued }
      return code(await kobayashi.call(issuePaper, { params: { complaintId }, body }))
    }
    expect(await issue(basedOn)).toBe('ok')
    await withdrawn(complaintId, factId)
    expect(await issue((await opening(complaintId)).head)).toBe('letters.gate')
  })

  it('約束の日が動いたら直し、果たしたら理由があれば伝えられる', async () => {
    const { complaintId } = await received()
    const { text } = await kept(complaintId)
    const params = { complaintId }
    const { commitments } = value(await kobayashi.call(listComplaintCommitments, { params }))
    const commitmentId = commitments[0]?.id ?? ''
    const due = { on: '2026-11-27', at: '12:00' }
    const told = { reason: '調べに時間がかかる', alternative: '途中までをお伝えする' }
    const move = { id: desk.newId(), due, ...told, toldBy: '小林' }
    const ofPromise = { params: { commitmentId } }
    value(await kobayashi.call(renegotiateCommitment, { ...ofPromise, body: move }))
    expect((await fallen(complaintId, text)).join()).toMatch(/^promise-moved：/u)
    const anew = await kept(complaintId)
    expect(await fallen(complaintId, anew.text)).toEqual([])
    const body = { id: desk.newId(), how: '電話でお伝えしました' }
    value(await kobayashi.call(keepCommitment, { ...ofPromise, body }))
    expect(await askedIn(complaintId, anew.text)).toContain('ground-over')
  })

  it('確かめ直せば、また立つ', async () => {
    const { complaintId } = await received()
    const factId = await confirmed(complaintId)
    const { text } = await kept(complaintId)
    await withdrawn(complaintId, factId)
    expect(await fallen(complaintId, text)).toHaveLength(1)
    await confirmed(complaintId)
    expect(await fallen(complaintId, text)).toEqual([])
  })
})

it('お客様の情報を消すと、残した下書きも消える', async () => {
  const { complaintId } = await received()
  await confirmed(complaintId)
  await kept(complaintId)
  const params = { complaintId }
  const { commitments } = value(await kobayashi.call(listComplaintCommitments, { params }))
  for (const { id: commitmentId } of commitments) {
    const body = { id: desk.newId(), how: 'メールでお伝えしました' }
    value(await kobayashi.call(keepCommitment, { params: { commitmentId }, body }))
  }
  const over = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'もうよいとのこと' }
  value(await kobayashi.call(closeComplaint, { params, body: over }))
  const reason = 'お客様のご請求'
  value(await fujii.call(erasePersonalData, { params, body: { id: desk.newId(), reason } }))
  await desk.runJobs()
  const left = await inside(desk.ports.db, fujii.scope, (tx) =>
    tx
      .selectFrom('letters_drafts_from_record')
      .select('id')
      .where('complaint_id', '=', complaintId)
      .execute(),
  )
  expect(left).toEqual([])
})

describe('今後の対策は、記録にあるところまでを書く', () => {
  const words = '箱を閉じる前に、二人で口の内側を確かめる'
  const measured = async (complaintId: string) => {
    const id = desk.newId()
    const terms = { words, answeringFunction: 'logistics' as const, ownerName: '大西' }
    const body = { id, ...terms, fromOn: null, dueOn: null }
    value(await kobayashi.call(writeMeasure, { params: { complaintId }, body }))
    const params = { complaintId, measureId: id }
    const move = async (state: MeasureState, why = '') => {
      const step = { state, on: '2026-11-24', byName: '大西', words: why }
      value(await matsui.call(moveMeasure, { params, body: { id: desk.newId(), ...step } }))
    }
    const withdraw = async () => {
      const given = { id: desk.newId(), reason: '機械で見ることにした' }
      value(await matsui.call(withdrawMeasure, { params, body: given }))
    }
    return { measureId: id, move, withdraw }
  }
  const cause = async (complaintId: string) => {
    const factId = desk.newId()
    const source = '検品の記録'
    const claim = { topic: 'cause' as const, statement: '検品で口の内側を見ていなかった', source }
    const params = { complaintId }
    value(await matsui.call(claimFact, { params, body: { id: factId, ...claim } }))
    const body = { id: desk.newId(), source, attributedTo: 'us' as const }
    value(await matsui.call(confirmFact, { params: { complaintId, factId }, body }))
  }

  it('再発防止の報告は、決まった対策を根拠とともに載せ、取り下げられたら送れない', async () => {
    const { complaintId } = await received()
    await cause(complaintId)
    const { measureId, move, withdraw } = await measured(complaintId)
    await move('decided')
    await move('done')
    const { text, sentences, lacks } = await kept(complaintId, 'prevention')
    const sentence = `11月24日から、${words}ように改めました。`
    expect(sentences.find((each) => each.text === sentence)?.grounds).toEqual([
      { type: 'measure', id: measureId, said: words, state: 'done/2026-11-24/' },
    ])
    expect(lacks).not.toContain('prevention')
    const whole = `森本様\n\n${text}`
    expect(await fallen(complaintId, whole)).toEqual([])
    await withdraw()
    expect(await fallen(complaintId, whole)).toContain(`measure-withdrawn：${sentence}`)
    expect(code(await reply(complaintId, { text: whole }))).toBe('letters.gate')
  })

  it('検討中の対策を、決まったことや済んだこととしては送れない', async () => {
    const { complaintId } = await received()
    await confirmed(complaintId)
    const { move } = await measured(complaintId)
    const told = (end: string) => `森本様\n\n今後は、箱を閉じる前に、二人で口の内側を${end}`
    const asked = (end: string) => askedIn(complaintId, told(end))
    expect(await asked('確かめます。')).toContain('measure-undecided')
    expect(await asked('確かめるように改めました。')).toContain('measure-undecided')
    expect(await asked('確かめることを検討しております。')).toEqual([])
    const reasons = [{ rule: 'measure-undecided', reason: '急ぎます' }]
    const refused = await reply(complaintId, { text: told('確かめます。'), reasons })
    expect(code(refused)).toBe('letters.gate')
    await move('decided')
    expect(await asked('確かめます。')).toEqual([])
    expect(await asked('確かめるように改めました。')).toEqual(['measure-not-done'])
    await move('considered', '費用を見直す')
    expect(await asked('確かめます。')).toContain('measure-undecided')
  })
})
