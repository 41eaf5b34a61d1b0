import { isUuid } from '#kernel/ids.ts'
import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { receiveResumably } from '#platform/files/resumable.ts'
import { pictureAnswer, storedAnswer } from '#platform/http/stored-file.ts'
import type { Stream } from '#platform/http/streams.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, type Scope } from '#features/access/door.ts'
import { announcedFile, isFileShown } from '#features/complaints/door.ts'
import { unknowing } from '#features/intake/door.ts'
import { noteLook } from '../cases/actions.ts'
import { canConsult, canCounsel } from '../policy.ts'
import { hashOf } from '../talks/actions.ts'
import { code } from '../talks/contract.ts'
import { caseIdOfCode, personOf } from '../talks/queries.ts'
import { doorOf } from '../talks/routes.ts'
import { showBearer } from '../talks/store.ts'
import { announce, findFile, receiving, type Sender } from './actions.ts'
import { codeHeader, unnamedUploads, uploadPaths, type UploadDoor } from './contract.ts'
import {
  bytesOf,
  fileById,
  placelessBytesOf,
  smallOf,
  type FileRow,
  type Reach,
} from './queries.ts'

type Handle = Stream<Scope | null>['handle']

const doors = ['talks', 'shared', 'kept'] as const
/** A handful of files, some begun twice on a bad line, and the little pictures of the page. */
const allowance = { atOnce: 120, secondsPerMore: 5 }

export function filesStreams(ports: Ports): Stream<Scope | null>[] {
  return [
    ...doors.flatMap((door) => uploadStreams(uploadPaths[door], memberUpload(ports, door))),
    { methods: ['GET'], path: '/api/consultation/files/:fileId', handle: memberLook(ports) },
    ...unnamedStreams(ports),
  ]
}

function uploadStreams(path: `/${string}`, handle: Handle): Stream<Scope | null>[] {
  return [
    { methods: ['POST'], path, handle },
    { methods: ['GET', 'PATCH', 'DELETE'], path: `${path}/:fileId`, handle },
  ]
}

function unnamedStreams(ports: Ports): Stream<Scope | null>[] {
  const path = '/api/consultation/unnamed/:slug/files' as const
  const { upload, look } = byCode(ports)
  return [
    ...uploadStreams(path, upload),
    { methods: ['GET'] as const, path: `${path}/:fileId/bytes` as const, handle: look },
  ].map((each) => ({ ...each, isUnnamed: true as const }))
}

/** `sender` of the consultation the first request names; later ones belong to the file that was begun. */
async function takeUpload(
  ports: Ports,
  request: Request,
  { path, reach, fileId }: { path: string; reach: Reach; fileId: string | undefined },
  senderOf: (caseId: string) => Promise<Result<Sender>>,
): Promise<Response | No> {
  if (fileId === undefined) {
    const file = announcedFile(ports, request)
    if (!file.ok) return file
    const sender = await senderOf(file.value.forId)
    if (!sender.ok) return sender
    const begun = await announce(ports, sender.value, file.value)
    if (!begun.ok) return begun
    return receiveResumably(request, receiving(ports, sender.value), { path, id: begun.value })
  }
  const row = isUuid(fileId) ? await reach((tx) => fileById(tx, ports.vault, fileId)) : undefined
  if (!row) return refuse('missing', 'complaints.evidence-missing', {})
  const sender = await senderOf(row.caseId)
  if (!sender.ok) return sender
  return receiveResumably(request, receiving(ports, sender.value), { path, id: fileId })
}

function memberUpload(ports: Ports, door: UploadDoor): Handle {
  return async ({ who, request, params }) => {
    if (!who) return refuse('unauthenticated', 'access.not-signed-in', {})
    const may = permitted(who, door === 'talks' ? canConsult : canCounsel)
    if (!may.ok) return may
    const scope: Scope = may.value
    const reach: Reach = (work) => inside(ports.db, scope, work)
    const asked = { path: uploadPaths[door], reach, fileId: params['fileId'] }
    return takeUpload(ports, request, asked, async (caseId) => {
      const memberId = scope.viewer?.memberId
      const found = await reach((tx) => personOf(tx, caseId))
      // Their own consultation is not on their own desk, and the desk's is not theirs.
      if (!memberId || !found || (found.personId === memberId) !== (door === 'talks'))
        return refuse('missing', 'consultation.missing', {})
      const isNamed = found.personId !== null
      const deskMemberId = door === 'talks' ? null : memberId
      return ok({ scope, reach, caseId, deskMemberId, isShared: door !== 'kept', isNamed })
    })
  }
}

/** The person, and the desk, whose looks are written down for the desk. */
function memberLook(ports: Ports): Handle {
  return async ({ who, request, params }) => {
    if (!who) return refuse('unauthenticated', 'access.not-signed-in', {})
    const may = permitted(who, canConsult)
    if (!may.ok) return may
    const reach: Reach = (work) => inside(ports.db, may.value, work)
    return look(ports, request, { reach, fileId: params['fileId'] ?? '' }, async (tx, row) => {
      const found = await personOf(tx, row.caseId)
      const memberId = may.value.viewer?.memberId
      if (memberId && found?.personId !== memberId)
        await noteLook(ports, tx, may.value, { caseId: row.caseId, memberId, fileId: row.id })
    })
  }
}

type Entered = { readonly scope: Scope; readonly reach: Reach; readonly known: string }

/** Whoever holds a code. The server does not look who is signed in. */
function byCode(ports: Ports): { upload: Handle; look: Handle } {
  const ask = unknowing(ports, allowance)
  const enter = ({ request, params, address }: Parameters<Handle>[0], isCounted: boolean) =>
    enterBy(ports, request, params['slug'] ?? '', isCounted ? ask(address) : null)
  return {
    async upload(call) {
      const fileId = call.params['fileId']
      // Of an upload that was begun each piece is a request of its own.
      const entered = await enter(call, fileId === undefined)
      if (!entered.ok) return entered
      const { scope, reach, known } = entered.value
      const asked = { path: unnamedUploads(call.params['slug'] ?? ''), reach, fileId }
      return takeUpload(ports, call.request, asked, async (caseId) => {
        const sender = { scope, reach, caseId, deskMemberId: null, isShared: true, isNamed: false }
        return caseId === known ? ok(sender) : refuse('missing', 'consultation.missing', {})
      })
    },
    async look(call) {
      const entered = await enter(call, true)
      if (!entered.ok) return entered
      const asked = { reach: entered.value.reach, fileId: call.params['fileId'] ?? '' }
      return look(ports, call.request, asked, async () => null)
    },
  }
}

async function enterBy(
  ports: Ports,
  request: Request,
  slug: string,
  minutes: number | null,
): Promise<Result<Entered>> {
  const shown = code.safeParse(request.headers.get(codeHeader))
  const may = await doorOf(ports, slug, minutes)
  if (!may.ok) return may
  if (!shown.success) return refuse('missing', 'consultation.code-unknown', {})
  const codeHash = hashOf(shown.data)
  const scope: Scope = may.value
  const reach: Reach = (work) =>
    inside(ports.db, scope, async (tx) => {
      await showBearer(tx, codeHash)
      return work(tx)
    })
  const known = await reach((tx) => caseIdOfCode(tx, codeHash))
  return known ? ok({ scope, reach, known }) : refuse('missing', 'consultation.code-unknown', {})
}

async function look(
  ports: Ports,
  request: Request,
  { reach, fileId }: { reach: Reach; fileId: string },
  note: Parameters<typeof findFile>[3],
): Promise<Response | No> {
  if (!isUuid(fileId)) return refuse('missing', 'complaints.evidence-missing', {})
  const found = await findFile(ports, reach, fileId, note)
  if (!found.ok) return found
  const row: FileRow = found.value
  const { vault } = ports
  const small = new URL(request.url).searchParams.has('small')
    ? await reach((tx) => smallOf(tx, vault, row.id))
    : null
  if (small) return pictureAnswer(request, row, small)
  return storedAnswer(request, { ...row, isShown: isFileShown(row.type) }, (range, isWhole) =>
    isWhole ? bytesOf(reach, vault, row.id, range) : placelessBytesOf(reach, vault, row, range),
  )
}
