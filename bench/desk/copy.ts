import type { Client, Connection, Submittable } from 'pg'

/** Rows by COPY … FROM STDIN; `lines` as its text format has them. Resolves when the server has taken them all. */
export function copyIn(database: Client, table: string, lines: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  database.query(new Copy(`copy ${table} from stdin`, lines, resolve, reject))
  return promise
}

/** Bytes of one message; the server reads them as they come. */
const piece = 64 * 1024

/** Speaks with the server for `pg`, which has no words for it: CopyData ('d'), then CopyDone ('c'). */
class Copy implements Submittable {
  readonly #statement: string
  readonly #lines: Uint8Array
  readonly #resolve: () => void
  readonly #reject: (error: Error) => void

  constructor(
    statement: string,
    lines: Uint8Array,
    resolve: () => void,
    reject: (error: Error) => void,
  ) {
    this.#statement = statement
    this.#lines = lines
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    connection.query(this.#statement)
  }

  handleCopyInResponse({ stream }: Connection): void {
    for (let from = 0; from < this.#lines.length; from += piece)
      stream.write(message('d', this.#lines.subarray(from, from + piece)))
    stream.write(message('c', new Uint8Array()))
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  handleCommandComplete(): void {
    // The answer that counts is the next: the server is ready again.
  }

  handleReadyForQuery(): void {
    this.#resolve()
  }
}

function message(code: string, body: Uint8Array): Buffer {
  const whole = Buffer.allocUnsafe(5 + body.length)
  whole.write(code, 0, 'latin1')
  whole.writeInt32BE(4 + body.length, 1)
  whole.set(body, 5)
  return whole
}
