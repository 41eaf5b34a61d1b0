export type Stored = {
  readonly name: string
  readonly type: string
  readonly sha256: string
  readonly size: number
  /** A photo that tells where it was taken. */
  readonly hasPlace: boolean
  /** May the browser draw it? */
  readonly isShown: boolean
}

/**
 * Somebody's file as it is read, in parts where a player asks for them, and not again to whoever has it. `?keep` downloads it,
 * `?keep=original` as it was sent; else a photo comes without its place. `read` gives the bytes from `from` to `to`, both included.
 */
export function storedAnswer(
  request: Request,
  stored: Stored,
  read: (range: { from: number; to: number }, isWhole: boolean) => AsyncIterable<Uint8Array>,
): Response {
  const keep = new URL(request.url).searchParams.get('keep')
  const isWhole = keep === 'original' || !stored.hasPlace
  const version = isWhole ? 'original' : 'placeless'
  const headers = headersOf(stored, { keeps: keep !== null, version })
  if (request.headers.get('if-none-match') === headers.get('etag'))
    return new Response(null, { status: 304, headers })
  const range = rangeOf(request.headers.get('range'), stored.size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${stored.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, to } = range ?? { from: 0, to: stored.size - 1 }
  headers.set('content-length', String(to - from + 1))
  if (range) headers.set('content-range', `bytes ${from}-${to}/${stored.size}`)
  const body = ReadableStream.from(read({ from, to }, isWhole))
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** The little one, for a row of many. */
export function pictureAnswer(
  request: Request,
  stored: Pick<Stored, 'name' | 'sha256'>,
  small: Uint8Array,
): Response {
  const drawn = { ...stored, type: 'image/webp', isShown: true }
  const headers = headersOf(drawn, { keeps: false, version: 'small' })
  if (request.headers.get('if-none-match') === headers.get('etag'))
    return new Response(null, { status: 304, headers })
  return new Response(Uint8Array.from(small), { headers })
}

/** A stranger's file must not become a page of ours, whatever is in it. */
function headersOf(
  { name, type, sha256, isShown }: Pick<Stored, 'name' | 'type' | 'sha256' | 'isShown'>,
  { keeps, version }: { keeps: boolean; version: 'original' | 'placeless' | 'small' },
): Headers {
  const isInline = !keeps && isShown
  const plain = name.replace(/[^\w.-]+/gu, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  const isPlayed = /^(image|video|audio)\/|^application\/pdf$/u.test(type)
  return new Headers({
    'content-type': isPlayed ? type : 'application/octet-stream',
    'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${coded}`,
    // Chromium's reader of PDF does not run in a sandbox; it has no script of the page and no rights of our site.
    'content-security-policy':
      type === 'application/pdf' && isInline
        ? "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    'x-content-type-options': 'nosniff',
    // Asked for again each time, so that leaving the house and erasing hold; sent again only when it has changed.
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
    etag: `"${sha256}${version === 'original' ? '' : `-${version}`}"`,
  })
}

/** A `Range` of one stretch (RFC 9110 §14); null asks for all of it, `unsatisfiable` for what is not there. */
export function rangeOf(
  header: string | null,
  size: number,
): { from: number; to: number } | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const [first, last] = [asked[1], asked[2]].map((text) => (text ? Number(text) : undefined))
  const from = first ?? Math.max(0, size - (last ?? 0))
  const to = first === undefined ? size - 1 : Math.min(last ?? size - 1, size - 1)
  return from > to ? 'unsatisfiable' : { from, to }
}
