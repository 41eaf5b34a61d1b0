import { z } from 'zod'
import { sha256Hex } from '#kernel/hash.ts'
import { isUuid } from '#kernel/ids.ts'
import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Stream } from '#platform/http/streams.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import {
  inside,
  organisationBySlug,
  permitted,
  systemScope,
  type May,
  type Scope,
} from '#features/access/door.ts'
import { evidencePicture, mayAddEvidence, takeUpload } from '#features/complaints/door.ts'
import { unknowing } from '#features/intake/door.ts'
import { departmentById } from '../departments/queries.ts'
import { canAnswer } from '../policy.ts'
import { act, heldByToken, look, openOnly } from './actions.ts'
import { readAnswerPage, sendDeed, token } from './contract.ts'

/** An office behind one address opens a few links and reads them again; a machine tries thousands. */
const looking = { atOnce: 60, secondsPerMore: 5 }
const doing = { atOnce: 20, secondsPerMore: 15 }
/** A handful of photos, some of them begun twice on a bad line, and the little pictures of the page. */
const files = { atOnce: 200, secondsPerMore: 2 }

type Asked = {
  readonly slug: string
  readonly address: string | undefined
  readonly ask: (address: string | undefined) => number | null
}
type Door = { readonly may: May<'inquiries.answer'>; readonly organisation: Organisation }

export function answeringRoutes(ports: Ports): Route<Scope | null>[] {
  const [mayLook, mayDo] = [unknowing(ports, looking), unknowing(ports, doing)]
  return [
    route(readAnswerPage, async ({ params, body, address }) => {
      const door = await doorOf(ports, { slug: params.slug, address, ask: mayLook })
      return door.ok ? look(ports, door.value.may, { ...door.value, token: body.token }) : door
    }),
    route(sendDeed, async ({ params, body, address }) => {
      const door = await doorOf(ports, { slug: params.slug, address, ask: mayDo })
      return door.ok ? act(ports, door.value.may, { ...door.value, token: body.token }, body) : door
    }),
  ]
}

/** Whoever comes with a link acts as this room, and only on what the link opens. */
async function doorOf(ports: Ports, { slug, address, ask }: Asked): Promise<Result<Door>> {
  const minutes = ask(address)
  if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
  const organisation = await organisationBySlug(ports.db, slug)
  if (!organisation) return refuse('missing', 'inquiries.link-shut', {})
  const may = permitted(systemScope(organisation.id, 'inquiries'), canAnswer)
  return may.ok ? ok({ may: may.value, organisation }) : may
}

export function answeringStreams(ports: Ports): Stream<Scope | null>[] {
  const ask = unknowing(ports, files)
  const path = '/api/inquiries/pages/:slug/files/:key' as const
  const upload: Stream<Scope | null>['handle'] = async ({ request, params, address }) => {
    const { slug = '', key = '', evidenceId } = params
    // Of an upload that was begun each piece is a request of its own.
    const door = await doorOf(ports, { slug, address, ask: evidenceId ? () => null : ask })
    return door.ok ? takeFile(ports, door.value.may, request, { slug, key, evidenceId }) : door
  }
  return [
    { methods: ['POST'], path, handle: upload },
    { methods: ['GET', 'PATCH', 'DELETE'], path: `${path}/:evidenceId`, handle: upload },
    {
      methods: ['POST'],
      path: '/api/inquiries/pages/:slug/pictures',
      async handle({ request, params, address }) {
        const door = await doorOf(ports, { slug: params['slug'] ?? '', address, ask })
        return door.ok ? picture(ports, door.value.may, request) : door
      },
    },
  ]
}

async function takeFile(
  ports: Ports,
  may: May<'inquiries.answer'>,
  request: Request,
  at: { slug: string; key: string; evidenceId: string | undefined },
): Promise<Response | No> {
  const { slug, key, evidenceId } = at
  const found = await openOnly(ports, may, 'files_hash', sha256Hex(key))
  if (!found.ok) return found
  const { complaintId, departmentId } = found.value
  const adding = mayAddEvidence(may)
  if (!adding.ok) return adding
  const department = await inside(ports.db, may, (tx) => departmentById(tx, may, departmentId))
  const known = { forId: complaintId, note: `${department?.name ?? ''}から（部署照会）` }
  const path = `/api/inquiries/pages/${encodeURIComponent(slug)}/files/${key}`
  return takeUpload(ports, adding.value, request, path, evidenceId, known)
}

const wanted = z.object({ token, evidenceId: z.uuid(), isWhole: z.boolean() })

/** One of the files that were chosen to be shown, without the place where it was taken. */
async function picture(
  ports: Ports,
  may: May<'inquiries.answer'>,
  request: Request,
): Promise<Response | No> {
  const read = wanted.safeParse(await request.json().catch(() => null))
  if (!read.success) return refuse('missing', 'inquiries.link-shut', {})
  const { token: shownToken, evidenceId, isWhole } = read.data
  const found = await heldByToken(ports, may, shownToken)
  if (!found.ok) return found
  const { complaintId, shown } = found.value
  if (!isUuid(evidenceId) || !shown.evidenceIds.includes(evidenceId))
    return refuse('missing', 'complaints.evidence-missing', {})
  const file = await evidencePicture(ports, may, complaintId, evidenceId)
  if (!file) return refuse('missing', 'complaints.evidence-missing', {})
  const headers = {
    'content-type': isWhole ? (file.row.type ?? 'application/octet-stream') : 'image/webp',
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  }
  if (isWhole) return new Response(ReadableStream.from(file.bytes()), { headers })
  if (!file.small) return refuse('missing', 'complaints.evidence-missing', {})
  return new Response(Uint8Array.from(file.small), { headers })
}
