import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { askApproval, grantApproval } from '#features/remedies/approvals/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { changeLetterhead } from '../letterhead/contract.ts'
import {
  checkPaper,
  issuePaper,
  listPapers,
  postPaper,
  typesetLetter,
  type TypedLetter,
} from '../typesetting/contract.ts'
import { aLetter, ourLetterhead } from '../typesetting/factory.ts'

const desk = await openDesk()
const [kobayashi, sasaki, fujii] = [desk.as('kobayashi'), desk.as('sasaki'), desk.as('fujii')]
value(await fujii.call(changeLetterhead, { body: ourLetterhead }))

const text = 'お申し出の急須について、出荷の記録を確かめました。'
const calm = aLetter({ kind: 'progress', recipient: { name: '森本 千尋' }, text })

async function received(customer: object = { name: '森本 千尋' }): Promise<string> {
  const words = '急須の口が欠けていた'
  const body = { id: desk.newId(), words, channel: 'letter' as const, customer }
  return value(await kobayashi.call(receiveComplaint, { body })).complaintId
}
const entriesOf = async (complaintId: string) =>
  value(await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }))
const papersOf = async (complaintId: string) =>
  value(await kobayashi.call(listPapers, { params: { complaintId } })).papers

async function issue(complaintId: string, letter: TypedLetter, more: object = {}) {
  const { head: basedOn } = await entriesOf(complaintId)
  const body = { id: desk.newId(), letter, format: 'pdf' as const, basedOn, ...more }
  return kobayashi.call(issuePaper, { params: { complaintId }, body })
}

async function fetched(path: string, body?: unknown): Promise<Buffer> {
  const response = await desk.app.request(path, {
    headers: { 'content-type': 'application/json', 'x-test-person': 'kobayashi' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const drafted = (letter: TypedLetter, format: string) =>
  fetched(typesetLetter.path, { letter, format, complaintId: null })

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return pages.map((page) => page.replaceAll(/\s+/gu, ''))
}

/** One part of a DOCX, found by the local header before its bytes. */
function partOf(docx: Buffer, name: string): string {
  const at = docx.indexOf(name) - 30
  const from = at + 30 + name.length + docx.readUInt16LE(at + 28)
  return inflateRawSync(docx.subarray(from, from + docx.readUInt32LE(at + 18))).toString('utf8')
}

const complaintId = await received()

/** Whatever the sheet prints that somebody has typed, besides the text. */
const beside: Record<string, (words: string) => object> = {
  件名: (words) => ({ subject: words }),
  番号: (words) => ({ number: words }),
  会社名: (words) => ({ recipient: { name: '森本 千尋', company: words } }),
  部署: (words) => ({ recipient: { name: '森本 千尋', department: words } }),
  記: (words) => ({ notes: [{ text: words }] }),
  記の表: (words) => ({ notes: [{ text: '内訳', rows: [['一', words]] }] }),
  経過: (words) => ({ timeline: [{ at: '窓口', what: words }] }),
  同封物: (words) => ({ enclosures: [words] }),
  追伸: (words) => ({ postscript: words }),
}
const never = [
  ['admits-liability', '弊社の過失でございます。'],
  ['promises-money', '代金は全額お返しいたします。'],
  ['internal-words', '要注意人物として記録しております。'],
  ['unbacked-promise', '明日の17時までにご連絡いたします。'],
] as const

describe('紙に刷るところは、本文のほかも同じ関所を通る', () => {
  const cells = Object.keys(beside).flatMap((place) =>
    never.map(([rule, words]) => [place, rule, words] as const),
  )
  it.each(cells)('%s に %s', async (place, rule, words) => {
    const letter = aLetter({ ...calm, ...beside[place]?.(words) })
    const answer = await issue(complaintId, letter)
    expect(code(answer)).toBe('letters.gate')
    expect(JSON.stringify(answer)).toContain(`"rule":"${rule}"`)
    const { findings } = value(
      await kobayashi.call(checkPaper, { params: { complaintId }, body: { letter } }),
    )
    expect(findings.map((each) => each.rule)).toContain(rule)
    expect(await papersOf(complaintId)).toEqual([])
  })

  it.each(['件名', '記', '記の表', '追伸'])('%s の埋まっていない所は、刷らない', async (place) => {
    const letter = aLetter({ ...calm, ...beside[place]?.('{商品名}について') })
    expect(code(await issue(complaintId, letter))).toBe('letters.paper-incomplete')
  })

  it.each([
    '手順書を添付いたします。',
    '返送用の封筒を同封いたします。',
    '別添の資料をご覧ください。',
  ])('同封物のない「%s」は、刷らない。同封物を書けば刷れる', async (words) => {
    const other = await received()
    const letter = aLetter({ ...calm, notes: [{ text: words }] })
    const answer = await issue(other, letter)
    expect(code(answer)).toBe('letters.paper-incomplete')
    expect(answer.detail).toContain('同封するものを書いてください')
    const enclosures = ['手順書']
    expect(code(await issue(other, aLetter({ ...letter, enclosures })))).toBe('ok')
  })
})

describe('宛先の住所は、記録と照らす', () => {
  const address = '静岡市葵区追手町1-2-3'
  const to = (typed: string) =>
    aLetter({ ...calm, recipient: { name: '森本 千尋', address: typed } })

  it.each([
    '静岡県静岡市葵区追手町１丁目２番３号',
    '静岡市葵区追手町一丁目二番三号　メゾン追手201',
    '静岡市葵区追手町1ー2ー3',
  ])('%s は同じところ', async (typed) => {
    const there = await received({ name: '森本 千尋', address })
    expect(code(await issue(there, to(typed)))).toBe('ok')
  })

  it.each(['静岡市葵区追手町1-2-31', '静岡市駿河区南町1-2-3'])(
    '%s へは、理由なしには刷らない',
    async (typed) => {
      const there = await received({ name: '森本 千尋', address })
      const answer = await issue(there, to(typed))
      expect(JSON.stringify(answer)).toContain('"rule":"address-differs"')
      const reasons = [{ rule: 'address-differs', reason: 'お引っ越しと電話で伺いました' }]
      expect(code(await issue(there, to(typed), { reasons }))).toBe('ok')
    },
  )
})

describe('下書きは、送れないと読める', () => {
  const admitting = aLetter({
    ...calm,
    text: `弊社の過失でございます。\n${Array.from({ length: 90 }, () => text).join('\n')}`,
  })

  it.each(['horizontal', 'vertical'])('%s のPDFは、どの頁にもそう刷られる', async (direction) => {
    const pages = await pagesOf(await drafted(aLetter({ ...admitting, direction }), 'pdf'))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.filter((page) => page.includes('下書き—送れません'))).toHaveLength(pages.length)
  })

  it('Wordの下書きは、どの頁のヘッダーにもそうあり、読み取り専用で開く', async () => {
    const docx = await drafted(admitting, 'docx')
    for (const name of ['word/header1.xml', 'word/header2.xml'])
      expect(partOf(docx, name)).toContain('下書き — 送れません')
    expect(partOf(docx, 'word/settings.xml')).toContain('w:edit="readOnly"')
  })

  it('下書きは残らず、投函したとも書けない。経過も動かない', async () => {
    const other = await received()
    const { head } = await entriesOf(other)
    await drafted(calm, 'pdf')
    expect((await entriesOf(other)).head).toBe(head)
    const body = { id: desk.newId(), on: '2026-11-24', how: 'ordinary' as const }
    const answer = await kobayashi.call(postPaper, { params: { paperId: desk.newId() }, body })
    expect(code(answer)).toBe('letters.paper-missing')
  })
})

describe('発行したものは、そのまま残る', () => {
  it.each(['pdf', 'docx'] as const)('%s：開けるものは、残したバイトそのもの', async (format) => {
    const other = await received()
    const letter = aLetter({ ...calm, notes: [{ text: '調べの結果' }], postscript: '寒さの折' })
    const { paper } = value(await issue(other, letter, { format }))
    const bytes = await fetched(`/api/letters/papers/${paper.id}/original`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256)
    expect(bytes.toString('latin1')).not.toContain(Buffer.from('下書き').toString('latin1'))
    const { entries } = await entriesOf(other)
    expect(entries.at(-1)).toMatchObject({
      type: 'letters.printed',
      payload: { sha256: paper.sha256, text: `${text}\n調べの結果\n寒さの折` },
    })
  })
})

describe('承認したのは、紙の上のすべての言葉', () => {
  const paid = aLetter({ ...calm, text: `${text}\n代金は全額お返しいたします。` })
  const approved = async (letter: TypedLetter) => {
    const other = await received()
    const params = { complaintId: other }
    const { said } = value(await kobayashi.call(checkPaper, { params, body: { letter } }))
    const asked = {
      id: desk.newId(),
      what: 'words' as const,
      text: said,
      opens: ['promises-money' as const],
      reason: '課長と相談済み',
    }
    const { approval } = value(await kobayashi.call(askApproval, { params, body: asked }))
    const granting = { params: { approvalId: approval.id }, body: { id: desk.newId() } }
    value(await sasaki.call(grantApproval, granting))
    return other
  }
  const changes: Record<string, object> = {
    本文: { text: `${paid.text}送料もお返しいたします。` },
    ...Object.fromEntries(
      Object.entries(beside)
        .filter(([place]) => place !== '同封物')
        .map(([place, put]) => [place, put('送料もお返しいたします')]),
    ),
    同封物: { enclosures: ['返送用の封筒'] },
    宛名: { recipient: { name: '森本' } },
  }

  it.each(Object.keys(changes))('%s を変えたら、承認はもう効かない', async (place) => {
    const other = await approved(paid)
    expect(code(await issue(other, aLetter({ ...paid, ...changes[place] })))).toBe('letters.gate')
    expect(code(await issue(other, paid))).toBe('ok')
    expect(code(await issue(other, paid))).toBe('letters.gate')
  })
})

it.each([
  ['department', '要注意人物係'],
  ['person', '{役職}　佐々木 恵'],
])('差出人の %s にも、どの手紙にも刷れない言葉は入れられない', async (field, words) => {
  const body = { ...ourLetterhead, [field]: words }
  const answer = await fujii.call(changeLetterhead, { body })
  expect(code(answer)).toBe('letters.letterhead-held')
  expect(answer.detail).toContain('どの手紙にも刷られます')
})
