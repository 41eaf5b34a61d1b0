import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCommitment } from '#features/commitments/contract.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import {
  addEndpoint,
  changeEndpoint,
  listEndpoints,
  listMessages,
  removeEndpoint,
  replayMessage,
  replayRange,
  resumeEndpoint,
  rotateSecret,
  stopEndpoint,
  tryEndpoint,
  webhookTypes,
  type WebhookType,
} from './contract.ts'

const desk = await openDesk()
const fujii = desk.as('fujii')
const matsui = desk.as('matsui')

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string }
type Receiver = {
  readonly url: string
  readonly got: Got[]
  say: (status: number, headers?: Record<string, string>) => void
}
const receivers: (() => void)[] = []
afterAll(() => receivers.forEach((close) => close()))

/** Another system: keeps what it is told, and answers as it is told to. */
async function receiver(): Promise<Receiver> {
  const got: Got[] = []
  let answer: { status: number; headers: Record<string, string> } = { status: 204, headers: {} }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.writeHead(answer.status, answer.headers).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  receivers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
  return { url, got, say: (status, headers = {}) => void (answer = { status, headers }) }
}

async function connect(to: Receiver, types: readonly WebhookType[], more = {}) {
  const body = { id: desk.newId(), name: '基幹システム', url: to.url, types: [...types], ...more }
  const { endpoint, secret } = value(await fujii.call(addEndpoint, { body }))
  return { params: { endpointId: endpoint.id }, secret, body }
}
const order = () => ({ body: { id: desk.newId() } })

async function receive(words = '瓶が割れていた') {
  const id = desk.newId()
  const customer = { name: '西田 恵子', phone: '090-1111-2222' }
  value(await matsui.call(receiveComplaint, { body: { id, channel: 'mail', words, customer } }))
  return id
}

/** The library looks at the real clock; ours stands on a day of its own. */
function verify(
  secret: string,
  { headers, body }: Got,
): { type: string; data: Record<string, unknown> } {
  const [now, time] = [Date.now, desk.clock.now().epochMilliseconds]
  Date.now = () => time
  try {
    const signed = Object.fromEntries(
      ['id', 'timestamp', 'signature'].map((each) => [
        `webhook-${each}`,
        String(headers[`webhook-${each}`]),
      ]),
    )
    const read: unknown = new Webhook(secret).verify(body, signed)
    return Object.assign({ type: '', data: {} }, read)
  } finally {
    Date.now = now
  }
}

const messages = async (params: { endpointId: string }) =>
  value(await fujii.call(listMessages, { params, query: {} })).messages
const endpoint = async ({ endpointId }: { endpointId: string }) =>
  value(await fujii.call(listEndpoints)).endpoints.find(({ id }) => id === endpointId)
const drop = (params: { endpointId: string }) => fujii.call(removeEndpoint, { params, ...order() })

describe('知らせる', () => {
  it('起きたことが、署名と番号だけで届き、名前も言葉も入らない', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, webhookTypes)
    const complaintId = await receive()
    await desk.runJobs()
    expect(to.got).toHaveLength(1)
    const told = verify(secret, to.got[0] ?? { headers: {}, body: '' })
    expect(told).toMatchObject({
      type: 'complaint.received',
      data: { complaintId, state: 'received', channel: 'mail' },
    })
    expect(to.got[0]?.body).not.toMatch(/西田|090-1111|割れて/u)
    expect(to.got[0]?.headers['webhook-id']).toMatch(/^msg_[\da-f-]{36}$/u)
    const [message] = await messages(params)
    expect(message).toMatchObject({ state: 'delivered', complaint: { id: complaintId } })
    expect(message?.attempts).toMatchObject([{ status: 204, failure: null }])
    await drop(params)
  })

  it('入れると決めれば名前と言葉も届き、消去すると記録からも消える', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, ['complaint.received'], { withWords: true })
    const complaintId = await receive('ふたが欠けていた')
    await desk.runJobs()
    const told = verify(secret, to.got[0] ?? { headers: {}, body: '' })
    expect(told.data).toMatchObject({ words: 'ふたが欠けていた', customer: { name: '西田 恵子' } })
    const closing = { outcome: 'withdrawn' as const, agreement: null, reason: '取り下げ' }
    const at = { params: { complaintId } }
    value(await matsui.call(closeComplaint, { ...at, body: { id: desk.newId(), ...closing } }))
    value(
      await fujii.call(erasePersonalData, { ...at, body: { id: desk.newId(), reason: 'ご依頼' } }),
    )
    await desk.runJobs()
    expect(JSON.stringify(await messages(params))).not.toMatch(/西田|欠けて/u)
    await drop(params)
  })

  it('選んだことだけが、起きた順に届く', async () => {
    const to = await receiver()
    const { params } = await connect(to, ['promise.made', 'complaint.closed'])
    const complaintId = await receive()
    const due = { on: '2026-11-25', at: '15:00' }
    const promise = { id: desk.newId(), words: '折り返します', due }
    const at = { params: { complaintId } }
    value(await matsui.call(makeCommitment, { ...at, body: { ...promise, madeTo: 'customer' } }))
    await desk.runJobs()
    expect(to.got.map(({ body }) => JSON.parse(body).type)).toEqual(['promise.made'])
    expect(JSON.parse(to.got[0]?.body ?? '').data).toMatchObject({ dueAt: '2026-11-25T06:00:00Z' })
    await drop(params)
  })

  it('管理者だけが送り先を決められる', async () => {
    const body = {
      id: desk.newId(),
      name: 'x',
      url: 'https://example.com/',
      types: ['promise.made' as const],
    }
    expect((await matsui.call(addEndpoint, { body })).status).toBe(403)
    expect((await desk.as('sasaki').call(listEndpoints)).status).toBe(403)
  })

  it.each([
    'http://example.com/hook',
    'https://10.0.0.5/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://user:pass@example.com/',
    'example',
  ])('送り先にできないアドレスは、どうすればよいかを言って断る：%s', async (url) => {
    const body = { id: desk.newId(), name: 'x', url, types: ['promise.made' as const] }
    const refused = await fujii.call(addEndpoint, { body })
    expect(code(refused)).toBe('webhooks.barred')
    expect(refused.detail).toContain('UKETOME_WEBHOOKS_INSIDE')
  })
})

describe('届かないとき', () => {
  it('間を空けて同じ番号で送り直し、届けば終わる', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, ['complaint.received'])
    to.say(500)
    await receive()
    await desk.runJobs()
    const [failed] = await messages(params)
    expect(failed).toMatchObject({ state: 'waiting', attempts: [{ status: 500 }] })
    expect((await endpoint(params))?.failingSince).not.toBeNull()
    to.say(200)
    const soon = desk.clock.now().add({ seconds: 6 }).toString()
    await desk.runJobs(soon)
    expect(to.got.map(({ headers }) => headers['webhook-id'])).toEqual([
      `msg_${failed?.id}`,
      `msg_${failed?.id}`,
    ])
    expect(to.got[1]?.headers['webhook-timestamp']).not.toBe(
      to.got[0]?.headers['webhook-timestamp'],
    )
    expect(verify(secret, to.got[1] ?? { headers: {}, body: '' }).type).toBe('complaint.received')
    const [done] = await messages(params)
    expect(done).toMatchObject({ state: 'delivered', nextAt: null })
    expect(done?.attempts.map(({ status }) => status)).toEqual([500, 200])
    expect((await endpoint(params))?.failingSince).toBeNull()
    await drop(params)
  })

  it('待ってほしいと言われれば待つ', async () => {
    const to = await receiver()
    const { params } = await connect(to, ['complaint.received'])
    to.say(429, { 'retry-after': '3600' })
    await receive()
    await desk.runJobs()
    const [message] = await messages(params)
    const wait = desk.clock
      .now()
      .until(message?.nextAt ?? '')
      .total('minutes')
    expect(wait).toBeGreaterThanOrEqual(60)
    await drop(params)
  })

  it('410 なら、そこで止めて取っておく', async () => {
    const to = await receiver()
    const { params } = await connect(to, ['complaint.received'])
    to.say(410)
    await receive()
    await desk.runJobs()
    expect(await endpoint(params)).toMatchObject({ stoppedBecause: 'gone' })
    desk.clock.advance({ minutes: 1 }) // of one moment, either may come first
    await receive()
    await desk.runJobs()
    expect(to.got).toHaveLength(1)
    expect((await messages(params)).map(({ state }) => state)).toEqual(['held', 'given-up'])
    const [held] = await messages(params)
    const refused = await fujii.call(replayMessage, {
      params: { messageId: held?.id ?? '' },
      ...order(),
    })
    expect(code(refused)).toBe('webhooks.stopped')
    await drop(params)
  })

  it('5日届かなければ止まり、直してから、その間の分をまとめて送り直せる', async () => {
    const to = await receiver()
    const { params } = await connect(to, ['complaint.received'])
    const from = desk.clock.now().toString()
    to.say(503)
    await receive()
    await desk.runJobs()
    await desk.runJobs(desk.clock.now().add({ hours: 84 }).toString())
    const [givenUp] = await messages(params)
    expect(givenUp?.state).toBe('given-up')
    expect(givenUp?.attempts).toHaveLength(10)
    await desk.runJobs(desk.clock.now().add({ hours: 48 }).toString())
    await receive()
    await desk.runJobs()
    expect(await endpoint(params)).toMatchObject({ stoppedBecause: 'failing' })
    await receive()
    await desk.runJobs()
    to.say(200)
    value(await fujii.call(resumeEndpoint, { params, ...order() }))
    const before = to.got.length
    const range = { id: desk.newId(), from, to: desk.clock.now().toString() }
    expect(value(await fujii.call(replayRange, { params, body: range })).count).toBe(3)
    await desk.runJobs()
    expect(to.got.length - before).toBe(3)
    expect((await messages(params)).map(({ state }) => state)).toEqual(Array(3).fill('delivered'))
    const again = { ...range, id: desk.newId() }
    expect(value(await fujii.call(replayRange, { params, body: again })).count).toBe(0)
    await drop(params)
  })
})

describe('送り先の手入れ', () => {
  it('合言葉を替えると、24時間は両方で署名する', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, ['complaint.received'])
    const next = value(await fujii.call(rotateSecret, { params, ...order() })).secret
    await receive()
    await desk.runJobs()
    const [first] = to.got
    if (!first) throw new Error('nothing arrived')
    expect(first.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/u)
    expect([verify(secret, first).type, verify(next, first).type]).toEqual(
      Array(2).fill('complaint.received'),
    )
    desk.clock.advance({ hours: 25 })
    await receive()
    await desk.runJobs()
    const last = to.got.at(-1) ?? first
    expect(() => verify(secret, last)).toThrow('No matching signature')
    expect(verify(next, last).type).toBe('complaint.received')
    await drop(params)
  })

  it('一件を送り直すと、同じ番号で届く', async () => {
    const to = await receiver()
    const { params } = await connect(to, ['complaint.received'])
    await receive()
    await desk.runJobs()
    const [message] = await messages(params)
    value(await fujii.call(replayMessage, { params: { messageId: message?.id ?? '' }, ...order() }))
    await desk.runJobs()
    expect(new Set(to.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(to.got).toHaveLength(2)
    await drop(params)
  })

  it('ためしはその場で答えが分かり、止まっていても送れ、続かない', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, ['complaint.received'])
    value(await fujii.call(stopEndpoint, { params, ...order() }))
    const tried = value(await fujii.call(tryEndpoint, { params, ...order() }))
    expect(tried).toMatchObject({ state: 'delivered', attempts: [{ status: 204 }] })
    expect(verify(secret, to.got[0] ?? { headers: {}, body: '' }).type).toBe('webhook.trial')
    to.say(404)
    const failed = value(await fujii.call(tryEndpoint, { params, ...order() }))
    expect(failed).toMatchObject({ state: 'given-up', attempts: [{ status: 404 }] })
    await drop(params)
  })

  it('止めると取っておき、アドレスを直して再開できる', async () => {
    const [old, to] = [await receiver(), await receiver()]
    const { params, body } = await connect(old, ['complaint.received'])
    value(await fujii.call(stopEndpoint, { params, ...order() }))
    await receive()
    await desk.runJobs()
    expect((await messages(params))[0]?.state).toBe('held')
    value(
      await fujii.call(changeEndpoint, {
        params,
        body: { ...body, id: desk.newId(), url: to.url },
      }),
    )
    value(await fujii.call(resumeEndpoint, { params, ...order() }))
    await receive()
    await desk.runJobs()
    expect([old.got.length, to.got.length]).toEqual([0, 1])
    await drop(params)
  })

  it('合言葉は、読める形ではどこにも残らない', async () => {
    const to = await receiver()
    const { params, secret } = await connect(to, ['complaint.received'])
    const rows = await desk.ports.db.selectFrom('webhooks_endpoints').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6))
    await drop(params)
  })
})
