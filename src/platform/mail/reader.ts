import { parentPort } from 'node:worker_threads'
import { pageOf } from './page.ts'
import { attachmentBytes, understand } from './understand.ts'
import type { Answered, Task } from './reading.ts'

// Runs in a worker: a message that eats all memory or never ends takes only this thread with it.
parentPort?.on('message', (task: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(carriedOut(task))
})

function carriedOut({ id, bytes, own, attachment, page }: Task): Answered {
  const raw = Buffer.from(bytes)
  try {
    if (page) return { id, page: pageOf(raw, page) }
    return attachment === undefined
      ? { id, mail: understand(raw, own) }
      : { id, file: attachmentBytes(raw, attachment) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'unreadable' }
  }
}
