export type StreamEvent = { readonly id: string; readonly event: string; readonly data: string }

/** Reads text/event-stream as it comes in, piece by piece (WHATWG HTML §9.2.6). */
export function eventReader(onEvent: (event: StreamEvent) => void): (piece: string) => void {
  let rest = ''
  let id = ''
  let event = 'message'
  let data: string[] = []

  function take(line: string) {
    if (line === '') {
      if (data.length > 0) onEvent({ id, event, data: data.join('\n') })
      event = 'message'
      data = []
      return
    }
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    if (field === 'event') event = value
    if (field === 'id' && !value.includes('\0')) id = value
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}

export type StreamState = 'connecting' | 'open' | 'lost'

/**
 * Keeps a stream open: resumes with `Last-Event-ID` where it was cut, waits longer after each failure
 * (with jitter, at most 15 s), and at once when the browser is online again. Answers how to stop.
 */
export function followStream(
  url: string,
  on: { event: (event: StreamEvent) => void; state: (state: StreamState) => void },
  headers: Readonly<Record<string, string>> = {},
): () => void {
  const stop = new AbortController()
  let [lastId, failures] = ['', 0]
  const read = eventReader((event) => {
    lastId = event.id || lastId
    on.event(event)
  })

  async function connect() {
    const body = await open(url, { ...headers, ...resumed(lastId) }, stop.signal)
    failures = 0
    on.state('open')
    for await (const piece of chunks(body)) read(piece)
  }

  async function keepOn() {
    while (!stop.signal.aborted) {
      // A cut connection is the expected way for a stream to end.
      await connect().catch(() => undefined)
      if (stop.signal.aborted) return
      on.state('lost')
      await pause(Math.min(15_000, 500 * 2 ** failures++) * (0.5 + Math.random() / 2), stop.signal)
    }
  }

  on.state('connecting')
  void keepOn()
  return () => stop.abort()
}

/** The first time: how long this page has been reading answers without being told what moved since. */
function resumed(lastId: string): Record<string, string> {
  return lastId
    ? { 'last-event-id': lastId }
    : { 'x-reading-for-ms': String(Math.ceil(performance.now())) }
}

async function open(url: string, headers: Record<string, string>, signal: AbortSignal) {
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', ...headers },
    signal,
  })
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`)
  return response.body
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield decoder.decode(value, { stream: true })
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    globalThis.addEventListener('online', wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}
