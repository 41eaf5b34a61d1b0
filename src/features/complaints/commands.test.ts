import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitmentOf, entryHash } from '#kernel/chain.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { addNote, closeComplaint, erasePersonalData } from './handling/contract.ts'
import { seal } from './checkpoints/contract.ts'
import { recordCommands } from './commands.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const folder = await mkdtemp(join(tmpdir(), 'uketome-'))
const root = new Client({ connectionString: desk.url, options: '-c timezone=UTC' })
beforeAll(() => root.connect())
afterAll(async () => {
  await root.end()
  await rm(folder, { recursive: true })
})

async function run(name: string, values: Record<string, string | boolean> = {}) {
  const open = async () => ({ ports: desk.ports, close: async () => undefined })
  const command = recordCommands(open).find((each) => each.name === name)
  const printed: string[] = []
  const status = await command?.run({
    values,
    positionals: [],
    stdin: process.stdin,
    now: desk.clock.now().toString(),
    print: (line) => void printed.push(line),
    complain: () => undefined,
  })
  return { status, printed }
}
const sealNow = () => desk.as('sasaki').call(seal, { body: { id: desk.newId() } })
const findings = async (values = {}) => (await run('verify', values)).printed.slice(0, -1)

/** Whoever has the database's own password: no wall and no trigger stops them, only the arithmetic does. */
async function asIntruder(statements: string, ...args: unknown[]) {
  await root.query('set session_replication_role = replica')
  await root.query(statements, args)
  await root.query('set session_replication_role = origin')
}

async function fiveEntries(): Promise<{ id: string; number: string }> {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '届きません。' }
  const { complaintId, number } = value(await matsui.call(receiveComplaint, { body }))
  for (const text of ['一つ目', '二つ目', '三つ目', '四つ目']) {
    const note = { id: desk.newId(), speaker: 'customer' as const, text }
    value(await matsui.call(addNote, { params: { complaintId }, body: note }))
  }
  return { id: complaintId, number }
}

/** Rewrites the hashes of a chain from a sequence on, as somebody would who has read this source. */
async function rechain(complaintId: string, withHead: boolean) {
  const { rows } = await root.query(
    `select organisation_id as "organisationId", complaint_id as "complaintId", sequence, id, type,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as at, by, payload, salt
     from complaints_timeline where complaint_id = $1 order by sequence`,
    [complaintId],
  )
  let previous = '0'.repeat(64)
  for (const { payload, salt, ...row } of rows) {
    const commitment = commitmentOf(payload, salt)
    const at = `${row.at}Z`
    const hash = entryHash({ ...row, at, commitment, previous })
    await asIntruder(
      'update complaints_timeline set commitment = $2, previous = $3, hash = $4 where id = $1',
      row.id,
      commitment,
      previous,
      hash,
    )
    previous = hash
  }
  if (withHead)
    await asIntruder('update complaints set head_hash = $2 where id = $1', complaintId, previous)
}

/** What was tampered with does not come back: every test begins with an empty, sound record. */
beforeEach(() => root.query('truncate complaints, complaints_checkpoints cascade'))

describe('手の加わった記録は、どの苦情のどの行かまで分かる', () => {
  const tampered = {
    書きかえ: [
      `update complaints_timeline set payload = jsonb_set(payload, '{text}', '"なかった"')
       where complaint_id = $1 and sequence = 3`,
      '3行目：書かれた内容が変えられています',
    ],
    日時の書きかえ: [
      `update complaints_timeline set at = at - interval '1 day' where complaint_id = $1 and sequence = 4`,
      '4行目：日時・書いた人・種類・ハッシュのどれかが変えられています',
    ],
    書いた人の書きかえ: [
      `update complaints_timeline set by = 'customer' where complaint_id = $1 and sequence = 2`,
      '2行目：日時・書いた人・種類・ハッシュのどれかが変えられています',
    ],
    抜き取り: [
      'delete from complaints_timeline where complaint_id = $1 and sequence = 3',
      '3行目：記録が抜き取られています',
    ],
    切り取り: [
      'delete from complaints_timeline where complaint_id = $1 and sequence >= 4',
      '4行目：終わりの記録が切り取られています',
    ],
    差し込み: [
      `insert into complaints_timeline (organisation_id, complaint_id, sequence, id, command_id, type, at, by,
         payload, salt, commitment, previous, hash)
       select organisation_id, complaint_id, 6, gen_random_uuid(), gen_random_uuid(), type, at, by, payload, salt,
         commitment, hash, hash from complaints_timeline where complaint_id = $1 and sequence = 5`,
      '6行目：あとから差し込まれた記録です',
    ],
  } as const

  it.each(Object.entries(tampered))('%s', async (_, [statement, says]) => {
    const { id, number } = await fiveEntries()
    await asIntruder(statement, id)
    const { status, printed } = await run('verify')
    expect(status).toBe(1)
    expect(printed.slice(0, -1).join('\n')).toContain(says)
    expect(printed.slice(0, -1).every((line) => line.startsWith(number))).toBe(true)
    expect(printed.at(-1)).toContain('食い違いが')
  })

  it('入れ替え', async () => {
    const { id, number } = await fiveEntries()
    for (const [from, to] of [
      [3, 40],
      [4, 3],
      [40, 4],
    ])
      await asIntruder(
        'update complaints_timeline set sequence = $3 where complaint_id = $1 and sequence = $2',
        id,
        from,
        to,
      )
    const found = await findings()
    expect(found.join()).toContain('順番が入れ替えられています')
    expect(found.every((line) => /[34]行目/u.test(line) && line.startsWith(number))).toBe(true)
  })

  it('二行の中身を入れ替えても、両方が分かる', async () => {
    const { id, number } = await fiveEntries()
    await asIntruder(
      `update complaints_timeline t set payload = o.payload, salt = o.salt from complaints_timeline o
       where t.complaint_id = $1 and o.complaint_id = $1 and t.sequence in (3, 4) and o.sequence = 7 - t.sequence`,
      id,
    )
    expect((await findings()).map((line) => line.split('：')[0])).toEqual([
      `${number} 3行目`,
      `${number} 4行目`,
    ])
  })

  it('ハッシュまで計算し直しても、苦情の先頭と合わない', async () => {
    const { id, number } = await fiveEntries()
    const rewritten = `update complaints_timeline set payload = jsonb_set(payload, '{text}', '"なかった"')
      where complaint_id = $1 and sequence = 3`
    await asIntruder(rewritten, id)
    await rechain(id, false)
    expect((await findings()).join()).toContain(number)
  })

  it('先頭まで書きかえても、封印が覚えている', async () => {
    const { id, number } = await fiveEntries()
    value(await sealNow())
    const rewritten = `update complaints_timeline set payload = jsonb_set(payload, '{text}', '"なかった"')
      where complaint_id = $1 and sequence = 3`
    await asIntruder(rewritten, id)
    await rechain(id, true)
    const found = await findings()
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${number} 5行目：.*（封印 `, 'u'))
  })

  it('終わりを切って先頭も合わせても、封印が覚えている', async () => {
    const { id, number } = await fiveEntries()
    value(await sealNow())
    await asIntruder('delete from complaints_timeline where complaint_id = $1 and sequence > 3', id)
    await asIntruder(
      `update complaints set head = 3, head_hash = (select hash from complaints_timeline
         where complaint_id = $1 and sequence = 3) where id = $1`,
      id,
    )
    expect((await findings())[0]).toMatch(
      new RegExp(`^${number} 5行目：終わりの記録が切り取られています`, 'u'),
    )
  })
})

describe('封印', () => {
  it('苦情がまるごと消えても、封印が数えている', async () => {
    const { id } = await fiveEntries()
    value(await sealNow())
    await asIntruder('delete from complaints_timeline where complaint_id = $1', id)
    await asIntruder('delete from complaints where id = $1', id)
    expect(await findings()).toEqual([
      expect.stringContaining(`苦情 ${id} 5行目：記録が抜き取られています`),
    ])
  })

  it('ほかの鍵で封印し直すと、公開鍵を渡した人には分かる', async () => {
    await fiveEntries()
    const { publicKey } = value(await sealNow())
    expect((await run('verify', { key: publicKey })).status).toBe(0)
    expect(await findings({ key: 'ab'.repeat(32) })).toContainEqual(
      expect.stringContaining('知らない鍵で署名された封印です'),
    )
  })

  it('封印そのものを消したり書きかえたりしても、別に保管したものと比べれば分かる', async () => {
    await fiveEntries()
    const { id } = value(await sealNow())
    const file = join(folder, 'seals.jsonl')
    await writeFile(file, (await run('export', { checkpoints: true })).printed.join('\n'))
    expect((await run('verify', { checkpoints: file })).status).toBe(0)
    const rows = (await root.query('select * from complaints_checkpoints where id = $1', [id])).rows
    await asIntruder('delete from complaints_checkpoints where id = $1', id)
    expect((await run('verify')).status).toBe(0)
    expect(await findings({ checkpoints: file })).toEqual([
      expect.stringContaining('保管してあった封印が、データベースから消えています'),
    ])
    await asIntruder(
      `insert into complaints_checkpoints select * from jsonb_populate_recordset(null::complaints_checkpoints, $1)`,
      JSON.stringify(
        rows.map((row) => ({ ...row, signature: 'not a signature', public_key: 'no key' })),
      ),
    )
    expect(await findings()).toContainEqual(expect.stringContaining('封印の署名が正しくありません'))
  })

  it('封印でないファイルを渡されたら、そう言う', async () => {
    const file = join(folder, 'nothing.jsonl')
    await writeFile(file, '{"kind":"complaint"}\n')
    await expect(run('verify', { checkpoints: file })).rejects.toThrow(
      'チェックポイントがありません',
    )
  })
})

describe('書き出し', () => {
  it('すべての苦情が時系列ごと出て、その行だけで計算し直せる', async () => {
    const { id } = await fiveEntries()
    const { printed } = await run('export')
    const lines = printed.map((line) => JSON.parse(line))
    const complaint = lines.find((line) => line.kind === 'complaint' && line.id === id)
    expect(complaint.entries).toHaveLength(5)
    const { organisationId } = matsui.scope
    for (const entry of complaint.entries) {
      expect(commitmentOf(entry.payload, entry.salt)).toBe(entry.commitment)
      expect(entryHash({ ...entry, organisationId, complaintId: id })).toBe(entry.hash)
    }
    expect(complaint.headHash).toBe(complaint.entries.at(-1).hash)
    expect(new Set(lines.map((line) => line.kind))).toEqual(
      new Set(['organisation', 'member', 'complaint', 'end']),
    )
  })

  it('個人情報を消した苦情も、鎖は確かめられ、言葉は出てこない', async () => {
    const { id } = await fiveEntries()
    const params = { complaintId: id }
    const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
    value(await matsui.call(closeComplaint, { params, body: closing }))
    const body = { id: desk.newId(), reason: '本人のご請求' }
    value(await desk.as('fujii').call(erasePersonalData, { params, body }))
    expect((await run('verify')).status).toBe(0)
    const line = (await run('export')).printed.find((each) => each.includes(id))
    expect(line).not.toContain('三つ目')
  })
})
