type Frames = Uint8Array<ArrayBuffer>
type Controller = ReadableStreamDefaultController<Frames>

/** A screen that has so many bytes unread is cut off: it comes back by itself and is told the rest. */
const mostUnread = 256 * 1024

/** One open stream. Until it has begun, what moves waits. The bytes are the same for many: nobody changes them. */
export class Screen {
  readonly actor: string
  readonly #controller: Controller
  readonly #leave: (screen: Screen) => void
  #waiting: Frames[] | null = []
  #waitingBytes = 0
  #missedBytes = 0
  #isOver = false

  constructor(actor: string, controller: Controller, leave: (screen: Screen) => void) {
    this.actor = actor
    this.#controller = controller
    this.#leave = leave
  }

  /** Told first of all; what moved meanwhile follows. */
  begin(frames: Frames): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    // Not counted as unread: whoever missed much must not be cut off for it, and come back to the same again.
    this.#missedBytes = frames.byteLength
    for (const each of [frames, ...waiting]) this.#write(each)
  }

  tell(frames: Frames): void {
    if (this.#isOver || frames.byteLength === 0) return
    if (!this.#waiting) return this.#isFull() ? this.end() : this.#write(frames)
    this.#waiting.push(frames)
    this.#waitingBytes += frames.byteLength
    if (this.#waitingBytes > mostUnread) this.end()
  }

  /** Cuts the line; the screen comes back. */
  end(): void {
    if (this.#isOver) return
    this.gone()
    this.#controller.close()
  }

  /** It has left by itself. */
  gone(): void {
    this.#isOver = true
    this.#waiting = null
    this.#leave(this)
  }

  #isFull(): boolean {
    return (this.#controller.desiredSize ?? 0) < -(mostUnread + this.#missedBytes)
  }

  #write(frames: Frames): void {
    if (!this.#isOver) this.#controller.enqueue(frames)
  }
}
