import type { Hub, Notice } from './hub.ts'

/** What a feed reads when its line was cut, or when a screen comes back. */
export type Past = {
  /** Where a screen would have to go on from if its line were cut now. */
  token(): Promise<string>
  since(token: string): Promise<Partial<Notice>[]>
}

export type Feed = {
  /** Server-sent events from now on; from `since` on for a screen that comes back. */
  open(since?: string): ReadableStream<Uint8Array<ArrayBuffer>>
}

// Below the idle limits of the usual proxies (60 s).
const heartbeatMs = 20_000
/** A screen that has so many frames unread is cut off: it comes back by itself and is told the rest. */
const mostUnread = 500
const mostGatheredMs = 150

/**
 * The movements of one organisation for all its screens on this node. They are written once for all of them: at once
 * when it is quiet, gathered for a moment (half a millisecond a screen) when a lot moves. The id of each is a resume
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
    open(since) {
      let screen: Screen | undefined
      return new ReadableStream({
        start(controller) {
          screen = screenOf(controller, leave)
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
    () => Math.min(mostGatheredMs, screens.size / 2),
    (notices) => tell(movements(notices, tokens.now())),
  )
  const gap = () =>
    past.since(tokens.now()).then(gathered.add, () => {
      // They come back, each with the last token it was told.
      for (const screen of screens) screen.end()
    })
  const unsubscribe = hub.subscribe(organisationId, {
    // A frame without a token could not be gone on from. Should there be none, every screen is cut off by its beginning.
    notice: (notice) =>
      void tokens.first().then(
        () => gathered.add([notice]),
        () => undefined,
      ),
    gap: () => void gap(),
  })
  const beat = () => tokens.advance().then((token) => tell(frame('beat', {}, token)))
  const beating = setInterval(() => void beat(), heartbeatMs)
  return () => {
    clearInterval(beating)
    unsubscribe()
  }
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

type Screen = {
  /** Told first of all; what moved meanwhile follows. */
  begin(frames: string): void
  tell(frames: string): void
  /** Cuts the line; the screen comes back. */
  end(): void
  /** It has left by itself. */
  gone(): void
}

const encoder = new TextEncoder()

function screenOf(
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  leave: (screen: Screen) => void,
): Screen {
  let waiting: string[] | null = []
  let isOver = false
  const screen: Screen = {
    begin(frames) {
      const all = frames + (waiting ?? []).join('')
      waiting = null
      screen.tell(all)
    },
    tell(frames) {
      if (isOver) return
      if (waiting) waiting.push(frames)
      else if ((controller.desiredSize ?? 0) < -mostUnread) screen.end()
      else controller.enqueue(encoder.encode(frames))
    },
    end() {
      if (isOver) return
      screen.gone()
      controller.close()
    },
    gone() {
      isOver = true
      leave(screen)
    },
  }
  return screen
}

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

function gatherer(pauseMs: () => number, tell: (notices: Partial<Notice>[]) => void) {
  let gathered: Partial<Notice>[] = []
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
    add(notices: readonly Partial<Notice>[]) {
      gathered.push(...notices)
      if (gathered.length === 0 || timer !== undefined) return
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
