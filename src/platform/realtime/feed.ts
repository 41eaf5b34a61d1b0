import type { Hub, Notice } from './hub.ts'

/** What a feed reads when its line was cut, or when a screen comes back. */
export type Past = {
  /** Where a screen would have to go on from if its line were cut now. */
  token(): Promise<string>
  since(token: string): Promise<Partial<Notice>[]>
}

export type Feed = {
  /**
   * Server-sent events from now on; from `since` on for a screen that comes back. What `actor` does, in this window or
   * another, is told without waiting.
   */
  open(actor: string, since?: string): ReadableStream<Uint8Array<ArrayBuffer>>
}

// Below the idle limits of the usual proxies (60 s).
export const heartbeatMs = 20_000

export const eventHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  // nginx would hold the movements back until its buffer is full.
  'x-accel-buffering': 'no',
}
/** A screen that has so many frames unread is cut off: it comes back by itself and is told the rest. */
const mostUnread = 500
const mostGatheredMs = 250

/**
 * The movements of one organisation for all its screens on this node. Whoever moved something is told at once. For the
 * others they are written once for all: at once when it is quiet, gathered for a moment (two milliseconds for every
 * screen) when a lot moves, because each write to each screen costs as much as deciding what to write. The id of each is a resume
 * token: a screen that comes back with it is told everything from there on, some of it twice, nothing left out.
 */
export function openFeed(hub: Hub, organisationId: string, past: Past, empty: () => void): Feed {
  const tokens = laggingTokens(past)
  const screens = new Set<Screen>()
  const tell = (frames: string) => screens.forEach((screen) => screen.tell(frames))
  const close = follow({ hub, organisationId, past, tokens, screens, tell })
  const leave = (screen: Screen) => {
    if (!screens.delete(screen) || screens.size > 0) return
    close()
    empty()
  }
  return {
    open(actor, since) {
      let screen: Screen | undefined
      return new ReadableStream({
        start(controller) {
          screen = new Screen(actor, controller, leave)
          screens.add(screen)
          void begin(screen, tokens, past, since)
        },
        cancel: () => screen?.gone(),
      })
    },
  }
}

type Following = {
  readonly hub: Hub
  readonly organisationId: string
  readonly past: Past
  readonly tokens: Tokens
  readonly screens: ReadonlySet<Screen>
  readonly tell: (frames: string) => void
}

/** Tells the screens what the hub says, what was missed, and every while that the line still stands. */
function follow({ hub, organisationId, past, tokens, screens, tell }: Following): () => void {
  const gathered = gatherer(
    () => Math.min(mostGatheredMs, screens.size * 2),
    (notices) => tellOthers(screens, notices, tokens.now()),
  )
  const told = recentlyTold()
  const hear = (notice: Notice) => {
    told.add(notice.id)
    tellOwn(screens, notice, tokens.now())
    gathered.add(notice)
  }
  // Nobody was told of these, not even who moved them.
  const missed = (notices: readonly Partial<Notice>[]) => tell(movements(notices, tokens.now()))
  const gap = () =>
    past.since(tokens.now()).then(missed, () => {
      // They come back, each with the last token it was told.
      for (const screen of screens) screen.end()
    })
  const unsubscribe = hub.subscribe(organisationId, {
    // A frame without a token could not be gone on from. Should there be none, every screen is cut off by its beginning.
    notice: (notice) =>
      void tokens.first().then(
        () => hear(notice),
        () => undefined,
      ),
    gap: () => void gap(),
  })
  const stopBeating = beatInto(tell, tokens, () => catchUp(past, tokens.now(), told, missed))
  return () => {
    stopBeating()
    unsubscribe()
  }
}

function beatInto(tell: Following['tell'], tokens: Tokens, before: () => Promise<void>) {
  const beat = async () => {
    await before()
    tell(frame('beat', {}, await tokens.advance()))
  }
  const beating = setInterval(() => void beat(), heartbeatMs)
  return () => clearInterval(beating)
}

function tellOwn(screens: ReadonlySet<Screen>, notice: Notice, token: string): void {
  const frames = movements([notice], token)
  for (const screen of screens) if (screen.actor === notice.by) screen.tell(frames)
}

function tellOthers(screens: ReadonlySet<Screen>, notices: readonly Notice[], token: string): void {
  const toAll = movements(notices, token)
  const actors = new Set(notices.map(({ by }) => by))
  const others = (actor: string) => notices.filter(({ by }) => by !== actor)
  for (const screen of screens)
    screen.tell(actors.has(screen.actor) ? movements(others(screen.actor), token) : toAll)
}

/** Live movements wait until the screen has been told what it missed. */
async function begin(screen: Screen, tokens: Tokens, past: Past, since: string | undefined) {
  try {
    const token = await tokens.first()
    const missed = since === undefined ? [] : await past.since(since)
    screen.begin(frame('ready', {}, since ?? token) + movements(missed, token))
  } catch {
    screen.end()
  }
}

const encoder = new TextEncoder()

/** One open stream. Until it has begun, what moves waits. */
class Screen {
  readonly actor: string
  readonly #controller: Controller
  readonly #leave: (screen: Screen) => void
  #waiting: string[] | null = []
  #isOver = false

  constructor(actor: string, controller: Controller, leave: (screen: Screen) => void) {
    this.actor = actor
    this.#controller = controller
    this.#leave = leave
  }

  /** Told first of all; what moved meanwhile follows. */
  begin(frames: string): void {
    const all = frames + (this.#waiting ?? []).join('')
    this.#waiting = null
    this.tell(all)
  }

  tell(frames: string): void {
    if (this.#isOver || frames === '') return
    if (this.#waiting) this.#waiting.push(frames)
    else if ((this.#controller.desiredSize ?? 0) < -mostUnread) this.end()
    else this.#controller.enqueue(encoder.encode(frames))
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
    this.#leave(this)
  }
}

type Controller = ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>

type Tokens = { first(): Promise<string>; now(): string; advance(): Promise<string> }

/** The token lags one beat behind, so that what is committed but not yet delivered lies after it. */
function laggingTokens(past: Past): Tokens {
  let token = ''
  let younger = ''
  const first = past.token().then((found) => {
    token = found
    younger = found
    return found
  })
  // Whoever waits for it hears of the failure.
  first.catch(() => undefined)
  return {
    first: () => first.then(() => token),
    now: () => token,
    async advance() {
      token = younger
      younger = await past.token().catch(() => younger)
      return token
    },
  }
}

/** A node that ended between its commit and its notice has told nobody. */
async function catchUp(
  past: Past,
  since: string,
  told: ReturnType<typeof recentlyTold>,
  tell: (missed: readonly Partial<Notice>[]) => void,
): Promise<void> {
  const written = await past.since(since).catch(() => [])
  const untold = written.filter(({ id = '' }) => !told.has(id))
  tell(untold)
  told.turn()
  for (const { id = '' } of untold) told.add(id)
}

/** What was told since the beat before last. */
function recentlyTold() {
  let [now, before] = [new Set<string>(), new Set<string>()]
  return {
    add: (id: string) => void now.add(id),
    has: (id: string) => now.has(id) || before.has(id),
    turn() {
      ;[now, before] = [new Set(), now]
    },
  }
}

function gatherer(pauseMs: () => number, tell: (notices: readonly Notice[]) => void) {
  let gathered: Notice[] = []
  let told = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    told = performance.now()
    const notices = gathered
    gathered = []
    tell(notices)
  }
  return {
    add(notice: Notice) {
      gathered.push(notice)
      if (timer !== undefined) return
      const wait = told + pauseMs() - performance.now()
      if (wait <= 0) flush()
      else timer = setTimeout(flush, wait)
    },
  }
}

function movements(notices: readonly Partial<Notice>[], token: string): string {
  return notices
    .map(({ organisationId: _, ...movement }) => frame('movement', movement, token))
    .join('')
}

function frame(event: string, data: object, id: string): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\nid: ${id}\n\n`
}
