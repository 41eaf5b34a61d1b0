import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { PageWish } from './page.ts'
import type { UnderstoodMail } from './understand.ts'

export type Task = {
  readonly id: number
  readonly bytes: Uint8Array
  readonly own: readonly string[]
  readonly attachment?: number
  readonly page?: PageWish
}
/** What was read, or why nothing was: the message itself is never at risk. */
const answered = z.object({
  id: z.number(),
  mail: z.custom<UnderstoodMail>((mail) => typeof mail === 'object').optional(),
  file: z.custom<Uint8Array>((file) => file instanceof Uint8Array).nullish(),
  page: z.string().nullish(),
  problem: z.string().optional(),
})
export type Answered = z.output<typeof answered>

type Waiting = { readonly task: Task; readonly done: (answer: Answered) => void }

/** Of one message. */
const limit = { milliseconds: 20_000, megabytes: 768 }

/** Reads messages in a thread of its own, one after the other; the thread is replaced when a message breaks it. */
export class MailReading {
  readonly #within: typeof limit
  readonly #waiting: Waiting[] = []
  #current: Waiting | undefined
  #thread: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #count = 0

  constructor(within = limit) {
    this.#within = within
  }

  async understand(
    bytes: Uint8Array,
    own: readonly string[],
  ): Promise<{ mail: UnderstoodMail } | { problem: string }> {
    const { mail, problem } = await this.#ask({ bytes, own })
    return mail ? { mail } : { problem: problem ?? 'unreadable' }
  }

  /** The bytes of one attachment, by its place. */
  async attachment(bytes: Uint8Array, attachment: number): Promise<Buffer | null> {
    const { file } = await this.#ask({ bytes, own: [], attachment })
    return file ? Buffer.from(file) : null
  }

  /** Its HTML as a page to look at; null when it has none. */
  async page(bytes: Uint8Array, wish: PageWish): Promise<string | null> {
    const { page } = await this.#ask({ bytes, own: [], page: wish })
    return page ?? null
  }

  #ask(task: Omit<Task, 'id'>): Promise<Answered> {
    const id = (this.#count += 1)
    return new Promise((done) => {
      this.#waiting.push({ task: { ...task, id }, done })
      this.#next()
    })
  }

  #next() {
    if (this.#current) return
    this.#current = this.#waiting.shift()
    // With nothing to read it keeps no process alive.
    if (!this.#current) return this.#thread?.unref()
    const thread = (this.#thread ??= this.#start())
    thread.ref()
    this.#timer = setTimeout(() => this.#replace(thread, 'too-slow'), this.#within.milliseconds)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(this.#current.task)
  }

  #start(): Worker {
    const thread = new Worker(new URL('./reader.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#within.megabytes },
      // Flags of a test runner or a loader must not reach it.
      execArgv: [],
    })
    thread.on('message', (message) => {
      const told = answered.parse(message)
      if (told.id === this.#current?.task.id) this.#finish(told)
    })
    thread.on('error', (error) => this.#replace(thread, String(error)))
    thread.on('exit', () => this.#replace(thread, 'stopped'))
    return thread
  }

  #replace(broken: Worker, problem: string) {
    if (this.#thread !== broken) return
    this.#thread = undefined
    void broken.terminate()
    if (this.#current) this.#finish({ id: this.#current.task.id, problem })
  }

  #finish(answer: Answered) {
    clearTimeout(this.#timer)
    const last = this.#current
    this.#current = undefined
    last?.done(answer)
    this.#next()
  }
}

/** One thread for the whole process. */
export const mailReading = new MailReading()
