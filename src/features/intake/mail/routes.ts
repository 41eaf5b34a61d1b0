import { isUuid } from '#kernel/ids.ts'
import { ok, refuse, type No } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Stream } from '#platform/http/streams.ts'
import { mailReading } from '#platform/mail/reading.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, permitted, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import { canBringMail, canSeeMail } from '../policy.ts'
import { attachmentOf, bring, readStored } from './actions.ts'
import * as wall from './contract.ts'
import { mailMessages } from './messages.ts'
import { mailById, rawMail, waitingMails } from './queries.ts'

export function mailRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.receiveMail, canBringMail, ({ may, query, body }) =>
      bring(ports, may, { bytes: body, mailbox: query.mailbox }),
    ),
    deskRoute(wall.listWaitingMail, canSeeMail, async ({ may }) =>
      ok(await inside(ports.db, may, waitingMails)),
    ),
    deskRoute(wall.readMail, canSeeMail, async ({ may, params }) => {
      const view = await inside(ports.db, may, (tx) => seenMail(ports, tx, may, params.mailId))
      return view ? ok(view) : refuse('missing', 'intake.mail-missing', {})
    }),
    deskRoute(wall.rereadMail, canBringMail, ({ may, params, body }) =>
      readStored(ports, may, params.mailId, { isArchive: false, ...body }),
    ),
    deskRoute(wall.downloadOriginal, canSeeMail, async ({ may, params }) => {
      const raw = await inside(ports.db, may, async (tx) => {
        await seenMail(ports, tx, may, params.mailId)
        return rawMail(tx, params.mailId)
      })
      if (!raw) return refuse('missing', 'intake.mail-missing', {})
      return ok({ name: `${params.mailId}.eml`, bytes: raw.bytes })
    }),
    deskRoute(wall.downloadAttachment, canSeeMail, async ({ may, params }) => {
      await inside(ports.db, may, (tx) => seenMail(ports, tx, may, params.mailId))
      return attachmentOf(ports, may, params.mailId, params.at)
    }),
  ]
}

/** Mail holds what customers wrote: whoever opens one is written down. */
async function seenMail(ports: Ports, tx: Tx, may: Scope, mailId: string) {
  const view = await mailById(tx, mailId)
  const label = view?.complaint?.number ?? view?.mail?.subject ?? ''
  if (view) noteReading(ports, tx, may, 'mail', mailId, label.slice(0, 200))
  return view
}

/** The page of a mail, for a frame without rights. */
export function mailStreams(ports: Ports): Stream<Scope | null>[] {
  return [
    {
      methods: ['GET'],
      path: `${wall.mailPagesPath}/:mailId/page`,
      handle: ({ who, request, params }) => page(ports, who, request, params['mailId'] ?? ''),
    },
  ]
}

async function page(
  ports: Ports,
  who: Scope | null,
  request: Request,
  mailId: string,
): Promise<Response | No> {
  if (!who) return refuse('unauthenticated', 'access.not-signed-in', {})
  const may = permitted(who, canSeeMail)
  if (!may.ok) return may
  const asked = new URL(request.url).searchParams
  const [images, lang] = [asked.has('images'), asked.get('in') === 'en' ? 'en' : 'ja'] as const
  const raw = isUuid(mailId)
    ? await inside(ports.db, may.value, async (tx) => {
        await seenMail(ports, tx, may.value, mailId)
        return rawMail(tx, mailId)
      })
    : undefined
  const { quoted, image } = mailMessages[lang].words
  const html = raw && (await mailReading.page(raw.bytes, { images, lang, quoted, image }))
  return html ? shownPage(html, images) : refuse('missing', 'intake.mail-missing', {})
}

/** It may open links in a tab of their own, and nothing else; images of others only when somebody asked for them. */
function shownPage(html: string, images: boolean): Response {
  const policy = `default-src 'none'; img-src data:${images ? ' https: http:' : ''}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A page in a sandbox has no origin to keep apart; asked for, the browser complains.
      'origin-agent-cluster': '?0',
      'cache-control': 'no-store',
    },
  })
}
