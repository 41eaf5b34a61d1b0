import { describe, expect, it } from 'vitest'
import { toCp932 } from '#platform/files/cp932.ts'
import { inside } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import { remedyExport } from '#features/remedies/door.ts'
import { listRemedyRules, offerRemedy, readRemedies } from '#features/remedies/contract.ts'
import { listTrialCases, tryDraft } from '#features/remedies/trials/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const [matsui, sasaki, fujii] = [desk.as('matsui'), desk.as('sasaki'), desk.as('fujii')]
const bottle = { product: 'オリーブオイル', price: 2480, purchasedOn: '2026-11-18' }

async function received() {
  const id = desk.newId()
  const body = { id, channel: 'phone' as const, words: '瓶が割れた', customer: {}, details: bottle }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}
async function present() {
  const { version, rules, draft } = value(await fujii.call(wall.readTable))
  const lines = rules.map((rule) => lineOf(rule))
  return { number: version?.number ?? 0, rules, lines, draft, revision: draft?.revision ?? 0 }
}
type Cells = Partial<Record<wall.Column, string>>
/** The table in force with one row changed, or one more, as the draft. */
async function drafted(code: string, cells: Cells) {
  const { number: fromNumber, lines, revision } = await present()
  const isThere = lines.some((line) => line.cells.code === code)
  const model = lines.find((line) => line.cells.code === 'R-01')?.cells ?? {}
  const all = isThere ? lines : [...lines, { id: desk.newId(), cells: { ...model, code } }]
  const changed = all.map((line) =>
    line.cells.code === code ? { ...line, cells: { ...line.cells, ...cells } } : line,
  )
  const body = { revision, fromNumber, lines: changed }
  return value(await fujii.call(wall.saveDraft, { body })).revision
}
const span = { from: '2026-11-01', until: '2026-11-30' }
const tryOut = (revision: number) => fujii.call(tryDraft, { body: { ...span, revision } })
const publish = (revision: number, note = '見直し') =>
  fujii.call(wall.publishDraft, { body: { revision, note } })
async function inForce(code: string, cells: Cells) {
  const revision = await drafted(code, cells)
  value(await tryOut(revision))
  return value(await publish(revision)).number
}

describe('下書きから公開まで', () => {
  it('管理者だけが下書きを作れ、公開するまで応対者の案は変わらない', async () => {
    const complaintId = await received()
    const { lines, number: fromNumber } = await present()
    const body = { revision: 0, fromNumber, lines }
    expect(await sasaki.call(wall.saveDraft, { body })).toMatchObject({ status: 403 })
    const revision = await drafted('R-01', { productContains: '茶わん' })
    const offered = async () => {
      const remedies = value(await matsui.call(readRemedies, { params: { complaintId } }))
      return remedies.options.map(({ rule }) => rule.code)
    }
    expect(await offered()).toContain('R-01')
    expect(await publish(revision)).toMatchObject({ refusal: { code: 'remedies.not-tested' } })
    const tried = value(await tryOut(revision))
    const { cases } = value(await fujii.call(listTrialCases))
    expect(cases.find((line) => line.complaintId === complaintId)).toMatchObject({
      gained: [],
      lost: [{ code: 'R-01', isAllowed: true }],
    })
    const { number } = value(await publish(revision, '茶わんだけにする'))
    expect(await offered()).not.toContain('R-01')
    const { versions } = value(await matsui.call(wall.listVersions))
    expect(versions.slice(0, 2)).toMatchObject([
      {
        number,
        note: '茶わんだけにする',
        publishedByName: '藤井 直子',
        trial: { changed: tried.changed },
      },
      { number: number - 1 },
    ])
  })

  it('試したあとで直したら、もう一度試すまで公開できない', async () => {
    value(await tryOut(await drafted('R-04', { withinDays: '500' })))
    const revision = await drafted('R-04', { withinDays: '600' })
    expect(await publish(revision)).toMatchObject({ refusal: { code: 'remedies.not-tested' } })
    value(await fujii.call(wall.discardDraft, { body: { revision } }))
    expect((await present()).draft).toBeNull()
  })

  it.each([
    ['重なって違うことを言う行', 'R-60', { clauseText: '別の文' }],
    ['条文のない行', 'R-61', { kind: '再配達', label: '別の便', clauseText: '' }],
    ['読めない上限', 'R-02', { maxYen: '一万' }],
  ])('%sは、どこかを教えて公開を断り、書いたものは残す', async (_what, code, cells) => {
    const revision = await drafted(code, cells)
    await tryOut(revision)
    const refused = await publish(revision)
    expect(refused).toMatchObject({ status: 422, refusal: { code: 'remedies.table-unfinished' } })
    expect(refused.detail).toContain('行め')
    const { draft } = await present()
    const line = draft?.lines.find((each) => each.cells.code === code)
    expect(line?.cells).toMatchObject(cells)
    value(await fujii.call(wall.discardDraft, { body: { revision } }))
  })

  it('ほかの人が直した下書きには、上書きしない', async () => {
    const revision = await drafted('R-04', { withinDays: '400' })
    const { lines, number: fromNumber } = await present()
    const late = { revision: revision - 1, fromNumber, lines }
    const refused = await fujii.call(wall.saveDraft, { body: late })
    expect(refused).toMatchObject({ status: 409, refusal: { code: 'remedies.draft-changed' } })
    expect(refused.detail).toContain('藤井 直子')
    value(await fujii.call(wall.discardDraft, { body: { revision } }))
  })

  it('変えていない下書きは、公開しない', async () => {
    const revision = await drafted('R-04', {})
    value(await tryOut(revision))
    expect(await publish(revision)).toMatchObject({ refusal: { code: 'remedies.nothing-changed' } })
    value(await fujii.call(wall.discardDraft, { body: { revision } }))
  })
})

describe('版', () => {
  it('ご提案には、そのときの版の番号が残る', async () => {
    const label = '新しい茶わん'
    const number = await inForce('R-70', {
      kind: '再配達',
      label,
      productContains: '',
      evidence: '',
    })
    const complaintId = await received()
    const rule = (await present()).rules.find(({ code }) => code === 'R-70')
    const body = { id: desk.newId(), ruleId: rule?.id ?? '' }
    const params = { complaintId }
    expect(value(await matsui.call(offerRemedy, { params, body })).offer).toMatchObject({
      label,
      tableVersion: number,
    })
  })

  it('古い版は読め、その行で新しい版を作れる', async () => {
    const before = await present()
    await inForce('R-04', { withinDays: '90' })
    const older = value(await matsui.call(wall.readVersion, { params: { number: before.number } }))
    expect(older.rules).toEqual(before.rules)
    const { number: fromNumber } = await present()
    const lines = older.rules.map((rule) => lineOf(rule))
    const body = { revision: 0, fromNumber, lines }
    const { revision } = value(await fujii.call(wall.saveDraft, { body }))
    value(await tryOut(revision))
    value(await publish(revision, '元に戻す'))
    const { rules } = value(await matsui.call(listRemedyRules))
    expect(rules).toEqual((await present()).rules)
    expect(rules.find(({ code }) => code === 'R-04')?.withinDays).toBe(365)
  })

  it('公開した版は、データベースでも書き換えられない', async () => {
    const tamper = inside(desk.ports.db, fujii.scope, (tx) =>
      tx.updateTable('remedies_versions').set({ note: '書き換え' }).execute(),
    )
    await expect(tamper).rejects.toThrow(/permission denied/)
  })
})

it('組織の書き出しに、規定のすべての版と下書きが入る', async () => {
  const revision = await drafted('R-04', { withinDays: '700' })
  const lines = await inside(desk.ports.db, fujii.scope, (tx) => remedyExport(tx, fujii.scope))
  const { number, rules } = await present()
  const versions = lines.filter(({ kind }) => kind === 'remedy-table')
  expect(versions).toHaveLength(number)
  expect(versions.at(-1)).toMatchObject({ number, rules })
  expect(lines.at(-1)).toMatchObject({ kind: 'remedy-draft', revision })
  value(await fujii.call(wall.discardDraft, { body: { revision } }))
})

describe('ファイル', () => {
  const send = async (file: string | Uint8Array<ArrayBuffer>, by = 'fujii') => {
    const headers = { 'content-type': 'application/octet-stream', 'x-test-person': by }
    const response = await desk.app.request(wall.readTableFile.path, {
      method: 'POST',
      headers,
      body: file,
    })
    return { status: response.status, said: await response.json() }
  }
  const read = async (file: string | Uint8Array<ArrayBuffer>) =>
    wall.readTableFile.answer.parse((await send(file)).said)

  it('CP932のCSVを読むと、同じ番号の行は同じ規定のまま、セルが変わる', async () => {
    const { rules, number } = await present()
    const bytes = toCp932('番号,規定の名前,上限（円）\r\nR-02,不良品の返金①,三千円\r\n')
    if ('lacks' in bytes) throw new Error('CP932')
    const got = await read(bytes)
    const id = rules.find(({ code }) => code === 'R-02')?.id
    expect(got.lines).toMatchObject([{ id, cells: { name: '不良品の返金①', maxYen: '三千円' } }])
    expect(got.problems).toContainEqual(
      expect.objectContaining({ line: 2, column: 'maxYen', code: 'not-a-number' }),
    )
    expect(await present()).toMatchObject({ number, draft: null })
  })

  it('写真は、規定の表として読まない', async () => {
    expect(await send(Uint8Array.from([137, 80, 78, 71, 0, 0, 1, 0]))).toMatchObject({
      status: 422,
      said: { code: 'remedies.file-unreadable' },
    })
  })

  it('読んでも、試して公開するまで、何も変わらない', async () => {
    const before = value(await matsui.call(listRemedyRules))
    expect((await read('rules:\n  - code: R-01\n    maxYen: 1\n')).lines).toHaveLength(1)
    expect(value(await matsui.call(listRemedyRules))).toEqual(before)
    expect((await send('rules: []', 'sasaki')).status).toBe(403)
  })
})
