import { Agent, request } from 'node:http'

type Asked = { readonly cookie: string; readonly body?: unknown }

const agent = new Agent({ keepAlive: true })

/**
 * Asks as a browser does, over connections that stay open, and lays the answer aside as it came. Not by `fetch`: its streams and
 * its unpacking cost as much as half a creation, and on two cores what the client takes the server has not.
 *
 * @throws {Error} Anything but a success, a broken connection.
 */
export async function send(url: string, { cookie, body }: Asked): Promise<void> {
  const words = body === undefined ? undefined : JSON.stringify(body)
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const headers = {
    cookie,
    accept: '*/*',
    'accept-language': '*',
    'accept-encoding': 'br, gzip, deflate',
    ...(words !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(words),
    }),
  }
  const asked = request(url, { agent, headers, method: words === undefined ? 'GET' : 'POST' })
  asked.on('error', reject)
  asked.on('response', (answer) => {
    answer.on('error', reject)
    answer.on('end', () => resolve(answer.statusCode))
    answer.resume()
  })
  asked.end(words)
  const status = await promise
  if (status !== 200) throw new Error(`${url} was answered with ${status}`)
}
