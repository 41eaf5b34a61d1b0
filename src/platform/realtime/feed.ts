import type { Hub, Notice } from './hub.ts'
import { readingTogether } from './reading-together.ts'
import { Screen } from './screen.ts'

/** What a feed reads when its line was cut, when a screen comes back, and to make sure. */
export type Past = {
  /** Where a screen would have to go on from if its line were cut now. */
  token(): Promise<string>
  /** What is known already, by its ids, is left out. */
  since(token: string, known: readonly string[]): Promise<Partial<Notice>[]>
  /** What moved in the last seconds. */
  lately(seconds: number): Promise<Partial<Notice>[]>
}

/** Where a screen goes on: after the last movement it was told, or, on a page that opens, from when it began to read. */
export type From = { readonly token: string } | { readonly readingForMs: number }
const fromNow: From = { readingForMs: 0 }

export type Feed = {
  /**
   * Server-sent events from now on, and what the screen has missed before. What `actor` does, in this window or another, is
   * told without waiting.
   */
  open(actor: string, from?: From): ReadableStream<Uint8Array<ArrayBuffer>>
}

// Below the idle limits of the usual proxies (60 s).
export const heartbeatMs = 20_000

export const eventHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  // nginx would hold the movements back until its buffer is full.
  'x-accel-buffering': 'no',
}
const mostGatheredMs = 150

/**
 * The movements of one organisation for all its screens on this node. Whoever moved something is told at once. For the
 * others they are written once for all: at once when it is quiet, gathered for a moment (one millisecond for every
 * screen) when a lot moves, because each write to each screen costs as much as deciding what to write. The id of each is a resume
 * token: a screen that comes back with it is told everything from there on, some of it twice, nothing left out.
 *
 * Every beat the feed reads what was committed since the one before and tells what nobody has told it: a node may die
 * between its commit and the word of it. Only then the token goes on.
 */
export function openFeed(hub: Hub, organisationId: string, past: Past, empty: () => void): Feed {
  const tokens = laggingTokens(past)
  const screens = new Set<Screen>()
  const since = readingTogether((token: string) => past.since(token, []))
  const missedFrom = missing(past, since)
  const close = follow({ hub, organisationId, past, tokens, screens, since })
  const leave = (screen: Screen) => {
    if (!screens.delete(screen) || screens.size > 0) return
    close()
    empty()
  }
  return {
    open(actor, from = fromNow) {
      let screen: Screen | undefined
      return new ReadableStream(
        {
          start(controller) {
            screen = new Screen(actor, controller, leave)
            screens.add(screen)
            void begin(screen, tokens, missedFrom, from)
          },
          cancel: () => screen?.gone(),
        },
        { size: (frames) => frames.byteLength },
      )
    },
  }
}

type MissedFrom = (from: From) => Promise<Missed>

/** What a screen has missed before it is told what moves. */
function missing(past: Past, since: Since): MissedFrom {
  const lately = readingTogether((seconds: string) => past.lately(Number(seconds)))
  return async (from) => {
    if ('token' in from) return since(from.token)
    return from.readingForMs > 0 ? lately(secondsOf(from.readingForMs)) : []
  }
}

type Following = {
  readonly hub: Hub
  readonly organisationId: string
  readonly past: Past
  readonly tokens: Tokens
  readonly screens: ReadonlySet<Screen>
  readonly since: Since
}
type Missed = readonly Partial<Notice>[]
type Since = (token: string) => Promise<Missed>

/** Tells the screens what the hub says, what was missed, and every while that the line still stands. */
function follow({ hub, organisationId, past, tokens, screens, since }: Following): () => void {
  const heard = heardOfLate()
  const gathered = gatherer(
    () => Math.min(mostGatheredMs, screens.size),
    (notices) => tellOthers(screens, notices, tokens.now()),
  )
  const hear = (notice: Notice) => {
    heard.add(notice.id)
    tellOwn(screens, notice, tokens.now())
    gathered.add(notice)
  }
  // Nobody was told of these, not even who moved them.
  const missed = (these: Missed) => tellAll(screens, movements(these, tokens.now()))
  const gap = () =>
    since(tokens.now()).then(missed, () => {
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
  const stopBeating = beatInto(screens, tokens, () => unheard(past, tokens, heard).then(missed))
  return () => {
    stopBeating()
    unsubscribe()
  }
}

/** One beat after the other: each makes sure first, and should the database be away the next one does. */
function beatInto(screens: Iterable<Screen>, tokens: Tokens, makeSure: () => Promise<void>) {
  let sure = Promise.resolve()
  const beat = () => {
    sure = sure.then(makeSure).catch(() => undefined)
    return sure.then(() => tellAll(screens, frame('beat', {}, tokens.now())))
  }
  const beating = setInterval(() => void beat(), heartbeatMs)
  return () => clearInterval(beating)
}

type Heard = ReturnType<typeof heardOfLate>

/** What was committed since the token and came to nobody's ears. The token goes on once that is known. */
async function unheard(past: Past, tokens: Tokens, heard: Heard): Promise<Partial<Notice>[]> {
  const younger = await past.token()
  const missed = await past.since(tokens.now(), heard.ids())
  tokens.advance(younger)
  heard.turn()
  for (const { id } of missed) if (id !== undefined) heard.add(id)
  return missed
}

/** The ids of this beat and of the one before: as far as the token lags behind. */
function heardOfLate() {
  let [now, before] = [new Set<string>(), new Set<string>()]
  return {
    add: (id: string) => void now.add(id),
    ids: () => [...before, ...now],
    turn() {
      ;[now, before] = [new Set(), now]
    },
  }
}

function tellAll(screens: Iterable<Screen>, frames: string): void {
  const bytes = encoder.encode(frames)
  for (const screen of screens) screen.tell(bytes)
}

function tellOwn(screens: ReadonlySet<Screen>, notice: Notice, token: string): void {
  const own = [...screens].filter(({ actor }) => actor === notice.by)
  if (own.length > 0) tellAll(own, movements([notice], token))
}

/** Written once for all who moved nothing, and once for each who did. */
function tellOthers(screens: ReadonlySet<Screen>, notices: readonly Notice[], token: string): void {
  const written = (told: readonly Notice[]) => encoder.encode(movements(told, token))
  const toAll = written(notices)
  const toActors = new Map(
    [...new Set(notices.map(({ by }) => by))].map((actor) => {
      return [actor, written(notices.filter(({ by }) => by !== actor))]
    }),
  )
  for (const screen of screens) screen.tell(toActors.get(screen.actor) ?? toAll)
}

/** Live movements wait until the screen has been told what it missed. */
async function begin(screen: Screen, tokens: Tokens, missedFrom: MissedFrom, from: From) {
  try {
    const token = await tokens.first()
    const missed = await missedFrom(from)
    const ready = frame('ready', {}, 'token' in from ? from.token : token)
    screen.begin(encoder.encode(ready + movements(missed, token)))
  } catch {
    screen.end()
  }
}

const stepSeconds = 3
const longestSeconds = 60

/** A page has been reading for so long: a little more, because a commit ends later than its ids were made, and nodes' clocks differ. */
function secondsOf(readingForMs: number): string {
  const steps = Math.ceil((readingForMs / 1000 + 2) / stepSeconds)
  return String(Math.min(longestSeconds, steps * stepSeconds))
}

const encoder = new TextEncoder()

type Tokens = { first(): Promise<string>; now(): string; advance(younger: string): void }

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
    advance(youngest) {
      token = younger
      younger = youngest
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
