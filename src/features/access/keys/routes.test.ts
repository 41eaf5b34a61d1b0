import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listReadings } from '#features/audit/contract.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { listWaitingMail, receivedMail } from '#features/intake/mail/contract.ts'
import { startCall } from '#features/intake/contract.ts'
import { withinWall } from '#platform/db/database.ts'
import { problem } from '#platform/http/mount.ts'
import { code, openDesk, value } from '#test/desk.ts'
import type { Permission } from '../contract.ts'
import { listKeys, makeKey, revokeKey } from './contract.ts'

const desk = await openDesk()
const fujii = desk.as('fujii')
const matsui = desk.as('matsui')

const make = async (permissions: Permission[], more = {}) => {
  const body = { id: desk.newId(), name: '文字起こし', permissions, perMinute: 60_000, ...more }
  return value(await fujii.call(makeKey, { body }))
}

/** A request as another system sends it. */
async function send(secret: string, path: string, body?: unknown, headers = {}) {
  const answer = await desk.app.request(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json = z.record(z.string(), z.unknown()).parse(await answer.json())
  return { status: answer.status, headers: answer.headers, json }
}
const detail = (answer: { json: unknown }) => problem.parse(answer.json).detail

const complaint = (words = '箱がつぶれていた') => ({ id: desk.newId(), channel: 'api', words })
const receive = (secret: string, body: unknown, headers = {}) =>
  send(secret, '/api/intake/complaints', body, headers)

describe('APIキーを作る', () => {
  it('管理者だけが作れ、文字は一度だけ渡り、どこにも残らない', async () => {
    const body = { id: desk.newId(), name: '電話', permissions: ['telephone' as const] }
    expect((await matsui.call(makeKey, { body })).status).toBe(403)
    const { key, secret } = value(await fujii.call(makeKey, { body }))
    expect(secret.startsWith(key.prefix)).toBe(true)
    const again = await fujii.call(makeKey, { body })
    expect(code(again)).toBe('access.key-made-before')
    const listed = value(await fujii.call(listKeys)).keys
    expect(listed.map(({ name }) => name)).toContain('電話')
    expect(JSON.stringify(listed)).not.toContain(secret)
    const rows = await withinWall(desk.ports.db, fujii.scope.organisationId, (tx) =>
      tx.selectFrom('access_keys').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(secret.slice(16))
  })

  it('終わりの日は、きょうより前にできない', async () => {
    const refused = await fujii.call(makeKey, {
      body: { id: desk.newId(), name: '古い', permissions: ['import'], endsOn: '2026-11-23' },
    })
    expect(code(refused)).toBe('access.key-ends-before')
  })
})

describe('APIキーを使う', () => {
  it('許されたことができ、経過には人の名前の代わりにキーの名前が残る', async () => {
    const { secret } = await make(['receive-complaints', 'send-transcripts'], {
      name: '会員サイト',
    })
    const body = complaint()
    expect((await receive(secret, body)).status).toBe(200)
    const said = {
      id: desk.newId(),
      speaker: 'customer',
      text: '責任者を出してください',
      at: '2026-11-24T01:00:00Z',
      state: 'final',
    }
    const path = `/api/complaints/${body.id}/utterances`
    expect((await send(secret, path, said)).status).toBe(200)
    expect((await send(secret, path)).json.utterances).toHaveLength(1)
    const { entries } = value(await matsui.call(readTimeline, { params: { complaintId: body.id } }))
    expect(entries.map(({ type, byName }) => [type, byName])).toEqual([
      ['complaints.received', 'APIキー：会員サイト'],
      ['complaints.noted', 'APIキー：会員サイト'],
    ])
    const used = value(await fujii.call(listKeys)).keys.find(({ name }) => name === '会員サイト')
    expect(used?.lastUsedAt).toBe('2026-11-24T01:00:00Z')
  })

  it.each([
    ['苦情を読む', '/api/complaints', undefined],
    ['経過を読む', '/api/complaints/00000000-0000-7000-8000-000000000001/timeline', undefined],
    ['メールの一覧を読む', listWaitingMail.path, undefined],
    ['苦情を受け付ける', '/api/intake/complaints', complaint()],
    ['通話の一覧を読む', '/api/intake/calls', undefined],
  ])('許可のないことは、何の許可が要るかを言って断る：%s', async (_, path, body) => {
    const { secret } = await make(['bring-mail'])
    const refused = await send(secret, path, body)
    expect(refused.status).toBe(403)
    expect(detail(refused)).toMatch(/「.+」の許可がありません。設定の「APIキー」で/u)
  })

  it.each([
    ['電話を受ける', startCall.path, { id: desk.newId(), complaintId: desk.newId() }],
    ['キーを作る', makeKey.path, { id: desk.newId(), name: 'もう一つ', permissions: ['import'] }],
    ['営業日を見る', '/api/access/organisation', undefined],
  ])('人がすることは、どのキーでもできない：%s', async (_, path, body) => {
    const { secret } = await make(['read-complaints', 'receive-complaints', 'import', 'telephone'])
    const refused = await send(secret, path, body)
    expect(refused.status).toBe(403)
    expect(detail(refused)).toContain('サインインした人が')
  })

  it('メールをそのまま入れられ、読んだことは閲覧の記録に残る', async () => {
    const { secret } = await make(['bring-mail', 'read-complaints'], { name: '郵便受け' })
    const answer = await desk.app.request('/api/intake/mail', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
      body: 'From: a@b.example\r\nSubject: hako\r\n\r\nhako ga tsubureta\r\n',
    })
    expect(answer.status).toBe(200)
    const { complaint: entered } = receivedMail.parse(await answer.json())
    const path = `/api/complaints/${entered?.complaintId}`
    expect((await send(secret, path)).status).toBe(200)
    const { readings } = value(await fujii.call(listReadings, { query: {} }))
    expect(readings[0]).toMatchObject({ memberName: 'APIキー：郵便受け', label: entered?.number })
  })

  it('取り消すと次の呼び出しから断られ、取り消した人が残る', async () => {
    const { key, secret } = await make(['read-complaints'])
    expect((await send(secret, '/api/complaints')).status).toBe(200)
    const params = { keyId: key.id }
    const revoked = value(await fujii.call(revokeKey, { params, body: { id: desk.newId() } }))
    expect(revoked.revokedByName).toBe(fujii.scope.viewer?.name)
    const refused = await send(secret, '/api/complaints')
    expect(refused.status).toBe(401)
    expect(detail(refused)).toContain('取り消されています')
  })

  it('終わりの日が過ぎると断られる', async () => {
    const { secret } = await make(['read-complaints'], { endsOn: '2026-11-24' })
    expect((await send(secret, '/api/complaints')).status).toBe(200)
    desk.clock.advance({ days: 1 })
    const refused = await send(secret, '/api/complaints')
    desk.clock.advance({ days: -1 })
    expect(refused.status).toBe(401)
    expect(detail(refused)).toContain('2026-11-24 で終わっています')
  })

  it.each([
    ['似ているが違う', (secret: string) => `${secret.slice(0, 20)}A${secret.slice(21)}`],
    ['別の会社を名乗る', (secret: string) => `${secret.slice(0, -22)}${'A'.repeat(22)}`],
    ['短い', (secret: string) => secret.slice(0, -1)],
  ])('%sキーは、サインインの話ではなくキーの話で断る', async (_, change) => {
    const { secret } = await make(['read-complaints'])
    const refused = await send(change(secret), '/api/complaints')
    expect(refused.status).toBe(401)
    expect(detail(refused)).toContain('このAPIキーは見つかりません')
  })

  it('回数を超えると、何秒待つかを見出しと言葉で答える', async () => {
    const { secret } = await make(['read-complaints'], { perMinute: 10 })
    const answers = []
    for (let times = 0; times < 11; times += 1) answers.push(await send(secret, '/api/complaints'))
    const last = answers.at(-1)
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    expect(last?.headers.get('retry-after')).toBe('6')
    expect(last && detail(last)).toContain('6秒待って')
    desk.clock.advance({ seconds: 6 })
    expect((await send(secret, '/api/complaints')).status).toBe(200)
  })
})

describe('Idempotency-Key', () => {
  const once = (key: string) => ({ 'idempotency-key': key })
  const withoutId = (words: string) => ({ channel: 'api', words })
  const numbers = async (words: string) => {
    const answer = await matsui.call(listComplaints, { query: { view: 'all', limit: 200 } })
    return value(answer).complaints.filter(({ excerpt }) => excerpt.includes(words)).length
  }

  it('同じキーの同じ内容は一度だけ行われ、同じ答えが返る', async () => {
    const { secret } = await make(['receive-complaints'])
    const body = withoutId('ふたが開かない一件')
    const first = await receive(secret, body, once('order-1'))
    const again = await receive(secret, body, once('"order-1"'))
    expect(first.status).toBe(200)
    expect(again.json).toEqual(first.json)
    expect(await numbers('ふたが開かない一件')).toBe(1)
  })

  it('同時に届いた十の同じ要求は、一つの苦情になる', async () => {
    const { secret } = await make(['receive-complaints'])
    const body = withoutId('同時に届いた一件')
    const all = await Promise.all(
      Array.from({ length: 10 }, () => receive(secret, body, once('burst'))),
    )
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(all.map(({ json }) => json.number)).size).toBe(1)
    expect(await numbers('同時に届いた一件')).toBe(1)
  })

  it('同じキーで違う内容は、言葉で断る', async () => {
    const { secret } = await make(['receive-complaints'])
    await receive(secret, withoutId('はじめの内容'), once('reused'))
    const refused = await receive(secret, withoutId('べつの内容'), once('reused'))
    expect(refused.status).toBe(422)
    expect(detail(refused)).toContain('前と違う内容')
    expect(await numbers('べつの内容')).toBe(0)
  })

  it('断られた要求は、直して同じキーで送れる', async () => {
    const { secret } = await make(['receive-complaints'])
    expect((await receive(secret, withoutId(''), once('mended'))).status).toBe(422)
    expect((await receive(secret, withoutId('直した内容'), once('mended'))).status).toBe(200)
  })

  it('キーは送り手ごとのもので、24時間で忘れる', async () => {
    const one = await make(['receive-complaints'])
    const other = await make(['receive-complaints'])
    const body = withoutId('送り手の違う一件')
    await receive(one.secret, body, once('same'))
    await receive(other.secret, withoutId('もう一つの送り手'), once('same'))
    expect(await numbers('もう一つの送り手')).toBe(1)
    desk.clock.advance({ hours: 25 })
    await desk.runJobs()
    await receive(one.secret, withoutId('次の日の内容'), once('same'))
    await receive(one.secret, body, once('other'))
    desk.clock.advance({ hours: -25 })
    expect(await numbers('次の日の内容')).toBe(1)
    expect(await numbers('送り手の違う一件')).toBe(2)
  })

  it.each(['', '""', 'a b', '\u00e9', 'x'.repeat(256)])('キー「%s」は形で断る', async (key) => {
    const { secret } = await make(['receive-complaints'])
    const refused = await receive(secret, withoutId('形の違うキー'), once(key))
    expect(refused.status).toBe(422)
    expect(detail(refused)).toContain('Idempotency-Key')
  })

  it('一度だけ見せる答えは、キーを付けても残さない', async () => {
    const body = { id: desk.newId(), name: '残さない', permissions: ['import'] }
    const sent = () =>
      desk.app.request(makeKey.path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-test-person': 'fujii',
          'idempotency-key': 'secret',
        },
        body: JSON.stringify(body),
      })
    expect((await sent()).status).toBe(200)
    expect((await sent()).status).toBe(409)
    const kept = await withinWall(desk.ports.db, fujii.scope.organisationId, (tx) =>
      tx.selectFrom('access_answers').selectAll().where('key', '=', 'secret').execute(),
    )
    expect(kept).toEqual([])
  })

  it('OpenAPIには、キーの許可と Idempotency-Key が書いてある', () => {
    const { paths, components } = desk.app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
    })
    const post = paths?.['/api/intake/complaints']?.post
    expect(post?.description).toContain('receive-complaints')
    expect(post?.security).toContainEqual({ apiKey: [] })
    expect(JSON.stringify(post?.parameters)).toContain('idempotency-key')
    const shownOnce = paths?.['/api/access/keys']?.post?.parameters ?? []
    expect(JSON.stringify(shownOnce)).not.toContain('idempotency')
    expect(components?.securitySchemes?.['apiKey']).toMatchObject({ scheme: 'bearer' })
  })
})
