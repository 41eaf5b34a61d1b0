import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { insideFrom } from './addresses.ts'
import { openOutgoing } from './outgoing.ts'

const outside = openOutgoing(insideFrom(''))
const inside = openOutgoing(insideFrom('127.0.0.1'))
const cleanUp: (() => void)[] = []
afterAll(() => cleanUp.forEach((each) => each()))

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUp.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('外へ送る', () => {
  it('送ったものが届き、答えの始まりと待ち時間が返る', async () => {
    const got: string[] = []
    const url = await listen((request, response) => {
      request.on('data', (chunk) => got.push(String(chunk)))
      request.on('end', () => {
        got.push(String(request.headers['webhook-id']))
        response.writeHead(503, { 'retry-after': '120' }).end('いま混んでいます')
      })
    })
    const answered = await inside.post(url, { 'webhook-id': 'msg_1' }, '{"a":"あ"}')
    expect(got).toEqual(['{"a":"あ"}', 'msg_1'])
    expect(answered).toMatchObject({ status: 503, answer: 'いま混んでいます', retryAfter: 120 })
  })

  it('転送の指示には従わない', async () => {
    let visits = 0
    const target = await listen((_, response) => {
      visits += 1
      response.end()
    })
    const url = await listen((_, response) => {
      response.writeHead(307, { location: target }).end()
    })
    expect(await inside.post(url, {}, '{}')).toMatchObject({ status: 307 })
    expect(visits).toBe(0)
  })

  it('終わらない答えは、初めだけ読んで切る', async () => {
    const url = await listen((_, response) => {
      response.write('x'.repeat(200_000))
      response.on('drain', () => response.write('x'.repeat(200_000)))
    })
    const answered = await inside.post(url, {}, '{}')
    expect('answer' in answered && answered.answer).toBe('x'.repeat(1000))
  })

  it.each([
    ['自分自身', 'http://127.0.0.1:1/'],
    ['https でも自分自身', 'https://127.0.0.1/'],
    ['10進で書いた自分自身', 'https://2130706433/'],
    ['8進で書いた自分自身', 'https://0177.0.0.1/'],
    ['短く書いた自分自身', 'https://127.1/'],
    ['IPv6の自分自身', 'https://[::1]/'],
    ['IPv4を包んだIPv6', 'https://[::ffff:127.0.0.1]/'],
    ['社内', 'https://192.168.0.10/'],
    ['クラウドの内側', 'https://169.254.169.254/latest'],
    ['名前が自分自身を指す', 'https://localhost/'],
    ['暗号のない外', 'http://example.com/'],
    ['名前と合言葉つき', 'https://a:b@example.com/'],
    ['別の仕組み', 'ftp://example.com/'],
    ['アドレスでない', 'example'],
  ])('%s（%s）へは送らない', async (_, url) => {
    expect(await outside.post(url, {}, '{}')).toMatchObject({ failure: 'barred' })
  })

  it('つながらない、途中で切れる、証明書がないのは、別々の失敗', async () => {
    const cut = await listen((_, response) => response.destroy())
    const port = new URL(cut).port
    const answers = [
      await inside.post('http://127.0.0.1:1/', {}, '{}'),
      await inside.post(cut, {}, '{}'),
      await inside.post(`https://127.0.0.1:${port}/`, {}, '{}'),
      await outside.post('https://does-not-exist.invalid/', {}, '{}'),
    ]
    expect(answers.map((each) => ('failure' in each ? each.failure : each.status))).toEqual([
      'refused',
      'broken',
      'certificate',
      'no-name',
    ])
  })
})
