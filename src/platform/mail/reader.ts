import { parentPort } from 'node:worker_threads'
import { attachmentBytes, understand } from './understand.ts'
import type { Answered, Task } from './reading.ts'

// Runs in a worker: a message that eats all memory or never ends takes only this thread with it.
parentPort?.on('message', (task: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(carriedOut(task))
})

function carriedOut({ id, bytes, own, attachment }: Task): Answered {
  const raw = Buffer.from(bytes)
  try {
    return attachment === undefined
      ? { id, mail: understand(raw, own) }
      : { id, file: attachmentBytes(raw, attachment) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'unreadable' }
  }
}
