import { preferences } from '#kit/preferences.ts'

export type Sending = { readonly stop: () => void }

export type SendEvent =
  | { readonly what: 'url'; readonly url: string }
  | { readonly what: 'progress'; readonly sent: number }
  | { readonly what: 'done'; readonly size: number }
  | { readonly what: 'refused'; readonly sentence: string }
  | { readonly what: 'cut' }

type Order = {
  readonly endpoint: string
  readonly forId: string
  readonly file: File
  readonly name: string
  readonly url: string | null
  readonly way: Way
}

/** How every request of an upload goes. `isUnnamed`: without cookies, for somebody who does not want to be known. */
export type Way = {
  readonly headers?: Readonly<Record<string, string>>
  readonly isUnnamed?: boolean
}

/** Bytes of one request: a proxy in between may allow no more, and a phone loses no more. */
const chunkSize = 5_000_000
/** A phone that has changed its network hears nothing on the old line, not even that it is gone. */
const silenceMs = 40_000

/** One file over the tus protocol, from where it stopped; every attempt ends with `done`, `refused` or `cut`. */
export function sendFile(order: Order, tell: (event: SendEvent) => void): Sending {
  let isOver = false
  let abort = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (event?: SendEvent) => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    abort()
    if (event) tell(event)
  }
  const listen = () => {
    clearTimeout(timer)
    timer = setTimeout(() => end({ what: 'cut' }), silenceMs)
  }
  const hear = (event: SendEvent) => {
    if (isOver) return
    listen()
    tell(event)
  }
  void begin(order, hear, end).then(
    (stop) => {
      abort = stop
      if (isOver) stop()
    },
    () => end({ what: 'cut' }),
  )
  listen()
  return { stop: () => end() }
}

async function begin(
  { endpoint, forId, file, name, url, way }: Order,
  hear: (event: SendEvent) => void,
  end: (event: SendEvent) => void,
) {
  // Fetched with the first file: most of those who write have none.
  const { Upload } = await import('tus-js-client')
  const stack = way.isUnnamed ? await import('#kit/unnamed-requests.ts') : null
  const upload = new Upload(file, {
    ...(stack ? { httpStack: stack.unnamedRequests } : {}),
    endpoint: new URL(endpoint, location.origin).href,
    uploadUrl: url,
    chunkSize,
    retryDelays: null,
    storeFingerprintForResuming: false,
    metadata: { complaint: forId, filename: name },
    headers: { ...way.headers, 'accept-language': preferences().language },
    onUploadUrlAvailable: () => hear({ what: 'url', url: upload.url ?? '' }),
    onProgress: (sent) => hear({ what: 'progress', sent }),
    onSuccess: () => end({ what: 'done', size: file.size }),
    onError: (error) => end(outcomeOf(error)),
  })
  upload.start()
  return () => void upload.abort().catch(() => undefined)
}

/** What a person can mend is a refusal, with the server's sentence; everything else is tried again. */
function outcomeOf(error: Error): SendEvent {
  const response: unknown = Reflect.get(error, 'originalResponse')
  if (!isResponse(response)) return { what: 'cut' }
  const status = response.getStatus()
  if (status < 400 || status >= 500 || [408, 409, 423].includes(status)) return { what: 'cut' }
  const { code, detail } = said(response.getBody())
  if (status === 429 && code === 'intake.too-many') return { what: 'cut' }
  return { what: 'refused', sentence: detail }
}

function isResponse(value: unknown): value is { getStatus(): number; getBody(): string } {
  return typeof value === 'object' && value !== null && 'getStatus' in value
}

function said(body: string): { code: string; detail: string } {
  try {
    const read: unknown = JSON.parse(body)
    const part = (name: string) =>
      typeof read === 'object' && read !== null ? String(Reflect.get(read, name) ?? '') : ''
    return { code: part('code'), detail: part('detail') }
  } catch {
    return { code: '', detail: body.trim() }
  }
}
