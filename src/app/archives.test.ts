import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandCall } from '#kernel/command.ts'
import { listReadings } from '#features/audit/contract.ts'
import { listCheckpoints, seal } from '#features/complaints/checkpoints/contract.ts'
import { recordCommands } from '#features/complaints/commands.ts'
import { verifyExportFile } from '#features/complaints/archives/commands.ts'
import { verifyExport } from '#features/complaints/archives/queries.ts'
import { upload } from '#features/letters/factory.ts'
import { staff } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { aDanger, aPost, aScreen, protectingAt } from '#features/protection/factory.ts'
import { verifyProtected } from '#features/protection/verification/commands.ts'
import { exportProtected } from '#features/protection/export/commands.ts'

const desk = await openDesk()
const { name, received, write } = protectingAt(desk)
const [sasaki, fujii] = [desk.as('sasaki'), desk.as('fujii')]
const { organisationId } = sasaki.scope
const { publicKey } = desk.ports.signer
const folder = await mkdtemp(join(tmpdir(), 'uketome-export-'))
const root = new Client({ connectionString: desk.url })
const open = async () => ({ ports: desk.ports, close: async () => undefined })
const sealNow = () => sasaki.call(seal, { body: { id: desk.newId() } }).then(value)
let complaintId = ''
const signIns = [
  { memberId: sasaki.memberId, address: staff.sasaki.email },
  { memberId: fujii.memberId, address: staff.fujii.email },
]

beforeAll(async () => {
  await root.connect()
  for (const { memberId, address } of signIns) {
    await root.query(
      `insert into access_users (id, name, email, "emailVerified", "createdAt", "updatedAt")
        values ($1, '', $2, true, now(), now())`,
      [memberId, address],
    )
    await root.query('update access_members set user_id = $1 where id = $2', [memberId, memberId])
  }
  await name()
  complaintId = await received()
  value(await write(sasaki, complaintId, aDanger))
  const postId = desk.newId()
  value(await write(sasaki, complaintId, aPost, postId))
  const path = `/api/protection/${complaintId}/posts/${postId}/screens/${desk.newId()}?name=x.png`
  await desk.app.request(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-test-person': 'sasaki' },
    body: aScreen(),
  })
  await upload(desk, complaintId, '箱.png', Buffer.from(aScreen(7)))
  await desk.runJobs()
  await sealNow()
})
afterAll(async () => {
  await root.end()
  await rm(folder, { recursive: true })
})

type Values = CommandCall['values']
async function run(work: (call: CommandCall) => Promise<number | undefined>, values: Values = {}) {
  const [printed, complained]: [string[], string[]] = [[], []]
  const status = await work({
    values,
    positionals: [],
    stdin: process.stdin,
    now: '',
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
  })
  return { status, printed, complained }
}
const command = (verb: string) => async (call: CommandCall) =>
  recordCommands(open, undefined, verifyProtected)
    .find((each) => each.name === verb)
    ?.run(call)
const protection = (as: string, reason: string) =>
  run((call) => exportProtected(desk.ports, organisationId, call), { as, reason })
const verified = async (lines: readonly string[], key: string | null = publicKey) =>
  (await verifyExport(each(lines), key)).findings.map(({ kind }) => kind)
async function* each(lines: readonly string[]) {
  yield* lines
}

describe('保護の記録を書き出す', () => {
  it('扱える人だけが、理由を添えて書き出せ、そのことが閲覧の記録に残る', async () => {
    const reason = '記録の保全のための写し'
    for (const address of [staff.fujii.email, staff.matsui.email, 'nobody@demo.example']) {
      const refused = await protection(address, reason)
      expect(refused).toMatchObject({ status: 2, printed: [] })
    }
    expect((await protection(staff.sasaki.email, ' ')).status).toBe(2)
    const done = await protection(staff.sasaki.email, reason)
    expect(done.status).toBe(0)
    expect(done.printed.join('\n')).toContain('緑町小')
    expect(done.printed.map((line) => JSON.parse(line).kind)).toEqual([
      'organisation',
      'protection-file',
      'protection-screen',
      'end',
    ])
    const { readings } = value(await fujii.call(listReadings))
    expect(readings.filter((one) => one.reason === reason)).toHaveLength(1)
    expect(await verified(done.printed)).toEqual([])
  })

  it('ふつうの書き出しには、一行も、番号も入らない', async () => {
    const { printed } = await run(command('export'))
    const text = printed.join('\n')
    expect(printed.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/protection|緑町小/u)
    const { rows } = await root.query<{ id: string }>('select id from protection_files')
    expect(rows.filter(({ id }) => text.includes(id))).toEqual([])
    const { checkpoints } = value(await fujii.call(listCheckpoints))
    expect(checkpoints[0]?.apart).toMatch(/^[\da-f]{64}$/u)
    expect(await verified(printed)).toEqual([])
  })
})

describe('書き出しを確かめる', () => {
  it('どの行のどの文字を変えても、抜いても、足しても、入れ替えても、切っても見つかる', async () => {
    const archives = [
      (await run(command('export'))).printed,
      (await protection(staff.sasaki.email, '確かめる')).printed,
    ]
    let tried = 0
    for (const lines of archives) {
      const at = fc.nat({ max: lines.length - 1 })
      const tampering = fc.oneof(
        fc.tuple(at, fc.nat()).map(([line, place]) =>
          lines.map((text, index) => {
            const where = place % text.length
            const other = text[where] === '0' ? '1' : '0'
            return index === line ? text.slice(0, where) + other + text.slice(where + 1) : text
          }),
        ),
        at.map((line) => lines.filter((_, index) => index !== line)),
        at.map((line) => lines.flatMap((text, index) => (index === line ? [text, text] : [text]))),
        at.map((line) => lines.slice(0, line)),
        at.map((line) => [...lines.slice(line), ...lines.slice(0, line)]),
      )
      await fc.assert(
        fc.asyncProperty(tampering, async (altered) => {
          fc.pre(altered.join('\n') !== lines.join('\n'))
          tried += 1
          return (await verified(altered)).length > 0
        }),
        { numRuns: 100 },
      )
    }
    expect(tried).toBe(200)
  })

  it('終了コード：鍵まで合えば0、変えられていれば1、鍵を比べていないか書き出しでなければ2か1', async () => {
    const { printed } = await run(command('export'))
    const check = async (lines: readonly string[], values: Values) => {
      const file = join(folder, `${desk.newId()}.jsonl`)
      await writeFile(file, `${lines.join('\n')}\n`)
      return run((call) => verifyExportFile(file, call), values)
    }
    expect((await check(printed, { key: publicKey.toUpperCase() })).status).toBe(0)
    const unknown = await check(printed, { json: true })
    expect(unknown.status).toBe(2)
    expect(JSON.parse(unknown.printed.join(''))).toMatchObject({
      findings: [],
      isKeyCompared: false,
      publicKey,
    })
    const other = await check(printed, { key: 'ab'.repeat(32), json: true })
    expect(other.status).toBe(1)
    expect(JSON.parse(other.printed.join('')).findings).toContainEqual({
      kind: 'other-key',
      where: '',
    })
    const cut = await check(printed.slice(0, -2), { key: publicKey })
    expect([cut.status, cut.printed.join('')]).toEqual([1, expect.stringContaining('途中で切れ')])
    expect((await check(['これは書き出しではない'], {})).status).toBe(1)
  })
})

describe('保護の記録の封印', () => {
  const intruder = async (statement: string, ...args: unknown[]) => {
    await root.query('set session_replication_role = replica')
    await root.query(statement, args)
    await root.query('set session_replication_role = origin')
  }
  const findings = async () => {
    const { status, printed } = await run(command('verify'), { json: true })
    const { protection: found } = JSON.parse(printed.join(''))
    return { status, kinds: found.findings.map(({ kind }: { kind: string }) => kind), printed }
  }

  it('書かれたままなら0。--json は一つのJSONで、保護の記録も入る', async () => {
    const whole = await findings()
    expect(whole).toMatchObject({ status: 0, kinds: [] })
    expect(whole.printed).toHaveLength(1)
    expect(JSON.parse(whole.printed.join(''))).toMatchObject({
      findings: [],
      protection: { files: 1, findings: [] },
    })
  })

  it('いちばん新しい行を消し、先頭の値まで書き直しても、封印と合わないことで見つかる', async () => {
    const { rows } = await root.query('select * from protection_entries order by sequence')
    const [last, before] = [rows.at(-1), rows.at(-2)]
    await intruder('delete from protection_entries where sequence = $1', last.sequence)
    await intruder(
      'update protection_files set head = $1, head_hash = $2',
      before.sequence,
      before.hash,
    )
    expect(await findings()).toMatchObject({ status: 1, kinds: ['truncated'] })
    const said = (await run(command('verify'))).printed.join('\n')
    expect(said).toMatch(/保護の記録 U26-\d+ \d+行目：終わりの記録が切り取られています/u)
    expect(said).not.toContain('緑町小')
    await intruder(
      `insert into protection_entries select * from jsonb_populate_record(null::protection_entries, $1)`,
      JSON.stringify(last),
    )
    await intruder(
      'update protection_files set head = $1, head_hash = $2',
      last.sequence,
      last.hash,
    )
    expect((await findings()).status).toBe(0)
  })

  it('記録をまるごと消しても、封印の控えを消しても書き換えても、見つかる', async () => {
    const { rows: files } = await root.query('select * from protection_files')
    await intruder('delete from protection_files')
    expect((await findings()).kinds).toContain('removed')
    await intruder(
      `insert into protection_files select * from jsonb_populate_record(null::protection_files, $1)`,
      JSON.stringify(files[0]),
    )
    const { rows: seals } = await root.query('select * from protection_seals')
    await intruder(`update protection_seals set heads = '[]'`)
    expect((await findings()).kinds).toEqual(['seal-root'])
    await intruder('delete from protection_seals')
    expect((await findings()).kinds).toEqual(['seal-removed'])
    await intruder(
      `insert into protection_seals select * from jsonb_populate_record(null::protection_seals, $1)`,
      JSON.stringify(seals[0]),
    )
    expect((await findings()).status).toBe(0)
  })
})
