import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { findingsInTalk, withApproved } from '#features/letters/door.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { canAnswerChats, canChangeChatSettings, canSeeChats, canSeeChatSettings } from './policy.ts'
import { deskChatOf, isChatOn, waitingChats } from './queries.ts'
import { windowRoutes } from './window/routes.ts'

export function chatRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...answering(ports), ...settings(ports), ...windowRoutes(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.readChat, canSeeChats, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ chat: await deskChatOf(tx, may, params.complaintId, now()) }),
      ),
    ),
    deskRoute(wall.listChats, canSeeChats, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ chats: await waitingChats(tx, may, now()) })),
    ),
  ]
}

function answering(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.takeChat, canAnswerChats, ({ may, params, body }) =>
      act.take(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.checkReply, canAnswerChats, ({ may, params, body }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, params.complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const at = ports.clock.now().toString()
        const found = await findingsInTalk({ tx, record, at }, may, body.text)
        const asking = { complaintId: params.complaintId, text: body.text }
        return ok({ findings: await withApproved({ tx, at }, asking, found) })
      }),
    ),
    deskRoute(wall.sendReply, canAnswerChats, ({ may, params, body }) =>
      act.reply(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.keepReading, canAnswerChats, ({ may, params, body }) =>
      act.keepReading(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.endChat, canAnswerChats, ({ may, params, body }) =>
      act.end(ports, may, params.complaintId, body),
    ),
  ]
}

function settings(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readChatSettings, canSeeChatSettings, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ isOn: await isChatOn(tx), slug: may.viewer?.organisation.slug ?? '' }),
      ),
    ),
    deskRoute(wall.changeChatSettings, canChangeChatSettings, ({ may, body }) =>
      act.changeSettings(ports, may, body),
    ),
  ]
}
