import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withinWall } from '#platform/db/database.ts'
import { membersOfZip } from '#platform/files/zip.ts'
import { fingerprintOf } from '#platform/signing.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { upload } from '#features/letters/factory.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { readProtection } from '../contract.ts'
import { aDanger, aPost, protectingAt } from '../factory.ts'
import { place } from '../verification/contract.ts'
import { verifyPack } from '../verification/queries.ts'
import { openRecord } from '../store.ts'
import { packOf } from './actions.ts'
import * as wall from './contract.ts'
import { gather } from './queries.ts'

const desk = await openDesk()
const { name, received, write } = protectingAt(desk)
const [sasaki, matsui, fujii] = [desk.as('sasaki'), desk.as('matsui'), desk.as('fujii')]
await name()
const fingerprint = fingerprintOf(desk.ports.signer.publicKey)
const picture = await sharp({
  create: { width: 40, height: 30, channels: 3, background: '#b3261e' },
})
  .png()
  .toBuffer()

const prepared = await (async () => {
  const complaintId = await received('届いた箱がつぶれていました。👿')
  value(
    await matsui.call(addNote, {
      params: { complaintId },
      body: {
        id: desk.newId(),
        speaker: 'customer',
        text: '娘の友人の浜田がいい弁護士を知っている。',
      },
    }),
  )
  await upload(desk, complaintId, '箱の写真.png', picture)
  value(await write(sasaki, complaintId, aDanger))
  const postId = desk.newId()
  value(await write(sasaki, complaintId, aPost, postId))
  const screenId = desk.newId()
  const path = `/api/protection/${complaintId}/posts/${postId}/screens/${screenId}?name=x.png`
  await desk.app.request(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-test-person': 'sasaki' },
    body: new Uint8Array(picture),
  })
  return { complaintId, postId, screenId }
})()

const choiceOf = (more: Partial<wall.PackChoice> = {}): wall.PackChoice => ({
  id: desk.newId(),
  complaintIds: [prepared.complaintId],
  forWhom: '港北警察署 生活安全課',
  purpose: '相談と被害の届出',
  parts: ['talk', 'letters', 'judgement', 'notes', 'posts'],
  leaveOut: [],
  mask: [],
  ...more,
})

async function made(more: Partial<wall.PackChoice> = {}) {
  const response = await desk.app.request('/api/protection/packs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-person': 'sasaki' },
    body: JSON.stringify(choiceOf(more)),
  })
  expect(response.status, response.ok ? '' : await response.clone().text()).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const members = new Map((membersOfZip(bytes) ?? []).map((each) => [each.path, each.bytes]))
  const text = (path: string) => new TextDecoder().decode(members.get(path))
  return { bytes, members, text }
}

async function printed(pdf: Uint8Array | undefined) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf ?? [])), {
    mergePages: true,
  })
  return text.replaceAll(/[\s\u200B]+/gu, '')
}

const entered = z.object({ complaint: z.object({ complaintId: z.string() }) })

/** A letter that has left, as the outbox keeps it. */
function sentAlready(complaintId: string, bytes: Buffer) {
  const { organisationId: organisation_id, actor: written_by } = sasaki.scope
  const at = desk.clock.now().toString()
  const times = { written_at: at, send_at: at, sent_at: at }
  const names = { sender_name: '窓口', sender_address: 'desk@example.com' }
  const own = { kind: 'reply', state: 'sent', subject: 'Re', text: '', signature: '', based_on: 1 }
  const row = { ...times, ...names, ...own, id: desk.newId(), message_id: '<sent@example.com>' }
  const to = { recipients: ['mori@example.jp'], cc: [] }
  return withinWall(desk.ports.db, organisation_id, (tx) =>
    tx
      .insertInto('letters')
      .values({ ...row, ...to, organisation_id, written_by, complaint_id: complaintId, bytes })
      .execute(),
  )
}

const pack = await made()

describe('証拠一式', () => {
  it('表紙、日時の順の記録、言葉・時刻・居合わせた人、指紋が紙にあり、ファイルはバイト列のまま入る', async () => {
    const paper = await printed(pack.members.get(place.paper))
    for (const words of [
      '港北警察署生活安全課',
      fingerprint.replaceAll(' ', ''),
      '帰り道に気をつけろよ。子どもは緑町小だろ。',
      '川端、警備の山田さん',
      '2026年11月24日09時55分12秒',
      'https://x.example/omori/status/1',
      '〔U+1F47F〕',
    ])
      expect(paper).toContain(words)
    const files = [...pack.members].filter(([path]) => path.startsWith('files/'))
    expect(files.map(([, bytes]) => Buffer.compare(bytes, picture))).toEqual([0, 0])
    expect(verifyPack(pack.bytes, fingerprint)).toMatchObject({ findings: [] })
  })

  it('届いたメールと送ったメールが、バイト列のまま入り、選ばなければ入らない', async () => {
    const received = Buffer.from(
      [
        'From: =?ISO-2022-JP?B?GyRCTnNMWhsoQg==?= <mori@example.jp>',
        'To: desk@example.com',
        'Subject: again',
        'Message-ID: <keep@example.jp>',
        '',
        'また電話する。覚えておけ。',
        '',
      ].join('\r\n'),
    )
    const answer = await desk.app.request('/api/intake/mail?mailbox=desk@example.com', {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'x-test-person': 'sasaki' },
      body: new Uint8Array(received),
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const { complaintId } = entered.parse(await answer.json()).complaint
    value(await write(sasaki, complaintId, aDanger))
    const sent = Buffer.from('From: desk@example.com\r\n\r\nお電話は窓口がお受けします。\r\n')
    await sentAlready(complaintId, sent)
    const mails = async (parts: wall.PackChoice['parts']) => {
      const { members, bytes } = await made({ complaintIds: [complaintId], parts })
      expect(verifyPack(bytes, fingerprint)).toMatchObject({ findings: [] })
      return [...members].filter(([path]) => path.endsWith('.eml')).map(([, each]) => each)
    }
    const all = await mails(['talk', 'letters'])
    expect(all.map((each) => Buffer.from(each))).toEqual([received, sent])
    expect(await mails(['notes'])).toEqual([])
  })

  it('うけとめを使わず、sha256sum と OpenSSL だけでも確かめられる', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pack-'))
    for (const [path, bytes] of pack.members) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    const list = /sha256sum -c.*/u.exec(pack.text(place.readme))?.[0] ?? ''
    const sums = spawnSync('sh', ['-c', list], { cwd: folder, encoding: 'utf8' })
    const command = /openssl pkeyutl.*/u.exec(pack.text(place.readme))?.[0] ?? ''
    const signed = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    const print = /openssl pkey -pubin.*/u.exec(pack.text(place.readme))?.[0] ?? ''
    const hash = spawnSync('sh', ['-c', print], { cwd: folder, encoding: 'utf8' })
    await rm(folder, { recursive: true })
    expect([sums.status, signed.status], sums.stdout + signed.stderr).toEqual([0, 0])
    expect(hash.stdout.slice(0, 64)).toBe(fingerprint.replaceAll(' ', ''))
  })

  it('第三者の名前は紙でも記録でも伏せられ、外したものは入らず、それでもつながりは確かめられる', async () => {
    const masked = await made({
      mask: ['浜田'],
      parts: ['talk', 'posts'],
      leaveOut: [prepared.postId],
    })
    const everything = [...masked.members].map(([path]) => masked.text(path)).join('\n')
    expect(everything).not.toContain('浜田')
    expect(everything).not.toContain('緑町小')
    expect(everything).not.toContain('x.example')
    expect([...masked.members.keys()].filter((path) => path.startsWith('files/'))).toHaveLength(1)
    const paper = await printed(masked.members.get(place.paper))
    expect(paper).toContain('［第三者1］がいい弁護士')
    expect(verifyPack(masked.bytes, fingerprint).findings).toEqual([])
  })

  it('本物の一式でも、どの一バイトを変えても見つかる', () => {
    let tried = 0
    fc.assert(
      fc.property(
        fc.nat({ max: pack.bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const altered = Uint8Array.from(pack.bytes)
          altered[at] = (altered[at] ?? 0) ^ by
          tried += 1
          return verifyPack(altered, fingerprint).findings.length > 0
        },
      ),
      { numRuns: 200 },
    )
    expect(tried).toBe(200)
  })

  it('同じ記録、同じ選び方、同じ鍵なら、何度作っても同じバイト列になる', async () => {
    const { db, signer } = desk.ports
    const found = await withinWall(db, sasaki.scope.organisationId, async (tx) => {
      await openRecord(tx, 'house')
      return gather(tx, sasaki.scope, [prepared.complaintId])
    })
    const choice = choiceOf()
    const build = () => found && packOf(found, choice, ({ type }) => type, [], signer)
    const [one, other] = [await build(), await build()]
    expect(one?.length).toBeGreaterThan(10_000)
    expect(one).toEqual(other)
  })

  it('作ったことは、誰が、誰に、何のために、が記録と閲覧の記録に残る', async () => {
    const body = { reason: '作った記録の確認' }
    const params = { complaintId: prepared.complaintId }
    const { record, readings } = value(await sasaki.call(readProtection, { params, body }))
    expect(record.packs[0]).toMatchObject({
      forWhom: '港北警察署 生活安全課',
      purpose: '相談と被害の届出',
      byName: '佐々木 恵',
      sha256: createHash('sha256').update(pack.bytes).digest('hex'),
    })
    expect(readings.map(({ reason }) => reason)).toContain(
      '証拠一式（港北警察署 生活安全課）：相談と被害の届出',
    )
  })

  it('応対者にも管理者にも作れず、別のお客様の苦情は混ぜられない', async () => {
    const other = await received('別の方の話です。', '青木 隆')
    const body = choiceOf()
    expect(code(await matsui.call(wall.previewPack, { body }))).toBe('access.not-allowed')
    expect(code(await fujii.call(wall.makePack, { body }))).toBe('access.not-allowed')
    const mixed = choiceOf({ complaintIds: [prepared.complaintId, other] })
    expect(code(await sasaki.call(wall.previewPack, { body: mixed }))).toBe(
      'protection.other-customer',
    )
  })

  it('作る前に、入るものを見られる', async () => {
    const preview = value(await sasaki.call(wall.previewPack, { body: choiceOf() }))
    expect(preview).toMatchObject({
      fingerprint,
      notes: [{ title: expect.stringContaining('受付の机') }],
      posts: [{ id: prepared.postId, title: 'https://x.example/omori/status/1' }],
    })
    expect(preview.files.map(({ title }) => title)).toEqual(['箱の写真.png', 'x.png'])
    const times = preview.lines.map(({ at }) => at)
    expect(times).toEqual(times.toSorted(Temporal.Instant.compare))
  })
})
