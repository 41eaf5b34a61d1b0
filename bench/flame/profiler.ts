import { once } from 'node:events'
import type { UketomeNode } from '../../e2e/node.ts'
import type { Profile } from './fold.ts'

/** For the Node of the server: it then waits for somebody who looks, on this machine alone. */
export const looked = '--inspect=127.0.0.1:0'

/** Microseconds between two looks at the stack. */
const interval = 200

/** What the server's main thread does while `work` goes on, by V8's own profiler. */
export async function profiled(node: UketomeNode, work: () => Promise<unknown>): Promise<Profile> {
  const [address = ''] = /ws:\/\/\S+/.exec(node.logs()) ?? []
  const socket = new WebSocket(address)
  await once(socket, 'open')
  try {
    await asked(socket, 1, 'Profiler.enable')
    await asked(socket, 2, 'Profiler.setSamplingInterval', { interval })
    await asked(socket, 3, 'Profiler.start')
    await work()
    const { profile } = await asked(socket, 4, 'Profiler.stop')
    return profile
  } finally {
    socket.close()
  }
}

/** Chrome DevTools Protocol: one question, one answer of the same number. */
async function asked(socket: WebSocket, id: number, method: string, params = {}) {
  const answered = new Promise<{ profile: Profile }>((resolve, reject) => {
    const listen = ({ data }: MessageEvent) => {
      const answer = JSON.parse(String(data))
      if (answer.id !== id) return
      socket.removeEventListener('message', listen)
      if (answer.error) reject(new Error(`${method}: ${answer.error.message}`))
      else resolve(answer.result)
    }
    socket.addEventListener('message', listen)
  })
  socket.send(JSON.stringify({ id, method, params }))
  return answered
}
