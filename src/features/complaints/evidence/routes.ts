import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { isUuid } from '#kernel/ids.ts'
import { receiveResumably } from '#platform/files/resumable.ts'
import { pictureAnswer, storedAnswer } from '#platform/http/stored-file.ts'
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
} from './queries.ts'
import { isShown, nameOf } from './rules.ts'

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
export function announced(ports: Ports, request: Request): Result<Announced> {
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
    noteReading(ports, tx, may.value, 'evidence', found.id, `${line.number} ${found.name}`)
    return { row: found, small: isSmall ? await smallOf(tx, found.id) : null }
  })
  if (!looked) return refuse('missing', 'complaints.evidence-missing', {})
  const { row, small } = looked
  const stored = { ...row, type: row.type ?? '', sha256: row.sha256 ?? '' }
  if (small) return pictureAnswer(request, stored, small)
  return storedAnswer(request, { ...stored, isShown: isShown(stored.type) }, (range, isWhole) =>
    isWhole
      ? bytesOf(ports, may.value, row.id, range)
      : placelessBytesOf(ports, may.value, row, range),
  )
}
