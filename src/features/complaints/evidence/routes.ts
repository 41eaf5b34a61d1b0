import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { isUuid } from '#kernel/ids.ts'
import { receiveResumably } from '#platform/files/resumable.ts'
import type { Route } from '#platform/http/route.ts'
import type { Stream } from '#platform/http/streams.ts'
import { decodeText } from '#platform/mail/charsets.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, memberNames, permitted, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import { linesById } from '../queries.ts'
import { announce, limit, receiving, type Adding, type Announced } from './actions.ts'
import * as wall from './contract.ts'
import { canAddEvidence, canLimitEvidence, canSeeEvidence } from './policy.ts'
import {
  bytesOf,
  evidenceById,
  evidenceOf,
  limitsOf,
  placelessBytesOf,
  smallOf,
  type EvidenceRow,
} from './queries.ts'
import { isShown, nameOf, rangeOf } from './rules.ts'

export function evidenceRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readEvidenceLimits, canSeeEvidence, ({ may }) =>
      inside(ports.db, may, async (tx) => ok(await limitsOf(tx))),
    ),
    deskRoute(wall.changeEvidenceLimits, canLimitEvidence, ({ may, body }) =>
      limit(ports, may, body),
    ),
    deskRoute(wall.listEvidence, canSeeEvidence, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const names = await memberNames(tx, may)
        return ok({ evidence: await evidenceOf(tx, names, params.complaintId) })
      }),
    ),
  ]
}

export function evidenceStreams(ports: Ports): Stream<Scope | null>[] {
  const { uploadsPath } = wall
  const upload: Stream<Scope | null>['handle'] = async ({ who, request, params }) => {
    if (!who) return refuse('unauthenticated', 'access.not-signed-in', {})
    const may = permitted(who, canAddEvidence)
    return may.ok ? takeUpload(ports, may.value, request, uploadsPath, params['evidenceId']) : may
  }
  return [
    { methods: ['POST'], path: uploadsPath, handle: upload },
    { methods: ['GET', 'PATCH', 'DELETE'], path: `${uploadsPath}/:evidenceId`, handle: upload },
    {
      methods: ['GET'],
      path: '/api/complaints/evidence/:evidenceId/file',
      handle: ({ who, request, params }) => show(ports, who, request, params['evidenceId'] ?? ''),
    },
  ]
}

/** One request of the tus protocol, at whichever door: `evidenceId` of an upload that was begun, none for a new one. */
export async function takeUpload(
  ports: Ports,
  may: Adding,
  request: Request,
  path: string,
  evidenceId?: string,
  /** What the door knows better than the request: whose it is, and who sent it. */
  known: Partial<Pick<Announced, 'forId' | 'note'>> = {},
): Promise<Response | No> {
  if (evidenceId === undefined) {
    const file = announced(ports, request)
    if (!file.ok) return file
    const begun = await announce(ports, may, { ...file.value, ...known })
    if (!begun.ok) return begun
    return receiveResumably(request, receiving(ports, may), { path, id: begun.value })
  }
  if (!isUuid(evidenceId)) return refuse('missing', 'complaints.evidence-missing', {})
  return receiveResumably(request, receiving(ports, may), { path, id: evidenceId })
}

/** What the first request says about the file. Its id cannot be guessed: whoever knows it may go on sending. */
function announced(ports: Ports, request: Request): Result<Announced> {
  const told = metadataOf(request.headers.get('upload-metadata') ?? '')
  const forId = told.get('complaint') ?? ''
  const size = Number(request.headers.get('upload-length') ?? Number.NaN)
  const isTus = request.headers.get('tus-resumable') === '1.0.0'
  if (!isTus || !isUuid(forId)) return refuse('invalid', 'complaints.evidence-for-nobody', {})
  const name = nameOf(told.get('filename') ?? '')
  const note = (told.get('note') ?? '').trim().slice(0, 500)
  const hex = ports.randomHex(16)
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  return ok({ id, forId, name, note, size })
}

/** `key base64,key base64`; the bytes are mostly UTF-8, and CP932 where an old system sends them. */
function metadataOf(header: string): Map<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '))
  return new Map(
    pairs.map(([key = '', value = '']) => [
      key,
      decodeText(Buffer.from(value, 'base64'), 'utf-8').text.toWellFormed().replaceAll('\0', ''),
    ]),
  )
}

async function show(
  ports: Ports,
  who: Scope | null,
  request: Request,
  evidenceId: string,
): Promise<Response | No> {
  if (!who) return refuse('unauthenticated', 'access.not-signed-in', {})
  const may = permitted(who, canSeeEvidence)
  if (!may.ok) return may
  if (!isUuid(evidenceId)) return refuse('missing', 'complaints.evidence-missing', {})
  const isSmall = new URL(request.url).searchParams.has('small')
  const looked = await inside(ports.db, may.value, async (tx) => {
    const found = await evidenceById(tx, evidenceId)
    const line =
      found?.complaintId && (await linesById(tx, [found.complaintId])).get(found.complaintId)
    if (!found || !line) return undefined
    await noteReading(ports, tx, may.value, 'evidence', found.id, `${line.number} ${found.name}`)
    return { row: found, small: isSmall ? await smallOf(tx, found.id) : null }
  })
  if (!looked) return refuse('missing', 'complaints.evidence-missing', {})
  const { row, small } = looked
  return small ? picture(request, row, small) : file(ports, may.value, request, row)
}

/** The little one, for a row of many. */
function picture(request: Request, row: EvidenceRow, small: Buffer): Response {
  const headers = headersOf({ ...row, type: 'image/webp' }, { keeps: false, version: 'small' })
  if (request.headers.get('if-none-match') === headers.get('etag'))
    return new Response(null, { status: 304, headers })
  return new Response(Uint8Array.from(small), { headers })
}

/** In pieces as it is read, in parts where a player asks for them, and not again to whoever has it. */
function file(ports: Ports, scope: Scope, request: Request, row: EvidenceRow): Response {
  const keep = new URL(request.url).searchParams.get('keep')
  const isWhole = keep === 'original' || !row.hasPlace
  const version = isWhole ? 'original' : 'placeless'
  const headers = headersOf(row, { keeps: keep !== null, version })
  if (request.headers.get('if-none-match') === headers.get('etag'))
    return new Response(null, { status: 304, headers })
  const range = rangeOf(request.headers.get('range'), row.size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${row.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, to } = range ?? { from: 0, to: row.size - 1 }
  headers.set('content-length', String(to - from + 1))
  if (range) headers.set('content-range', `bytes ${from}-${to}/${row.size}`)
  const body = ReadableStream.from(
    isWhole
      ? bytesOf(ports.db, scope, row.id, { from, to })
      : placelessBytesOf(ports.db, scope, row, { from, to }),
  )
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** A stranger's file must not become a page of ours, whatever is in it. */
function headersOf(
  { name, type, sha256 }: EvidenceRow,
  { keeps, version }: { keeps: boolean; version: 'original' | 'placeless' | 'small' },
): Headers {
  const isInline = !keeps && isShown(type ?? '')
  const plain = name.replace(/[^\w.-]+/gu, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  const isPlayed = /^(image|video|audio)\/|^application\/pdf$/u.test(type ?? '')
  return new Headers({
    'content-type': isPlayed ? (type ?? '') : 'application/octet-stream',
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
    etag: `"${sha256 ?? ''}${version === 'original' ? '' : `-${version}`}"`,
  })
}
