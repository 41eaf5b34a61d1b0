import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Language } from '#kernel/dictionary.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { eventLine } from '#platform/realtime/line.ts'
import type { Hub } from '#platform/realtime/hub.ts'
import type { Organisation } from '#features/access/contract.ts'
import {
  customerScope,
  inside,
  organisationBySlug,
  permitted,
  type May,
  type Scope,
} from '#features/access/door.ts'
import { unknowing } from '#features/intake/door.ts'
import { chatMoved } from '../waiting/contract.ts'
import { canWriteIn } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { chatByToken, windowOf } from './queries.ts'

/** A family or an office behind one address opens a few; a machine opens hundreds. */
const opening = { atOnce: 10, secondsPerMore: 20 }
/** As fast as somebody types who is upset. */
const saying = { atOnce: 40, secondsPerMore: 2 }
/** Reading again, and saying every while that the window is open. */
const looking = { atOnce: 240, secondsPerMore: 0.5 }

type Customer = { readonly may: May<'chat.write-in'>; readonly organisation: Organisation }

export function windowRoutes(ports: Ports): Route<Scope | null>[] {
  const look = atPace(ports, looking)
  return [
    route(wall.readWindow, (asked) =>
      look(asked, ({ may, organisation }) =>
        inside(ports.db, may, async (tx) => ok(await windowOf(ports, tx, organisation))),
      ),
    ),
    route(wall.readConversation, (asked) =>
      look(asked, ({ may, organisation }) =>
        act.readByToken(ports, may, organisation, asked.body.token),
      ),
    ),
    route(wall.keepWatching, (asked) =>
      look(asked, ({ may }) => act.keepWatching(ports, may, asked.body)),
    ),
    ...writing(ports),
  ]
}

function writing(ports: Ports): Route<Scope | null>[] {
  const [open, say] = [atPace(ports, opening), atPace(ports, saying)]
  return [
    route(wall.openChat, (asked) =>
      open(asked, ({ may, organisation }) => act.open(ports, may, organisation, asked.body)),
    ),
    route(wall.sayInChat, (asked) =>
      say(asked, ({ may, organisation }) => act.say(ports, may, organisation, asked.body)),
    ),
    route(wall.leaveContact, (asked) =>
      say(asked, ({ may, organisation }) => act.leaveContact(ports, may, organisation, asked.body)),
    ),
    route(wall.leaveChat, (asked) =>
      say(asked, ({ may, organisation }) => act.leave(ports, may, organisation, asked.body)),
    ),
  ]
}

/** So many at a time from one address, for the customer of one organisation. */
function atPace(ports: Ports, allowance: Parameters<typeof unknowing>[1]) {
  const ask = unknowing(ports, allowance)
  return async <T>(
    { params, language, address }: Asked,
    run: (customer: Customer) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const minutes = ask(address)
    if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
    const customer = await customerOf(ports, params.slug, language)
    return customer.ok ? run(customer.value) : customer
  }
}

type Asked = {
  readonly params: { readonly slug: string }
  readonly language: Language
  readonly address: string | undefined
}

async function customerOf(
  ports: Ports,
  slug: string,
  language: Language,
): Promise<Result<Customer>> {
  const organisation = await organisationBySlug(ports.db, slug)
  if (!organisation) return refuse('missing', 'intake.no-such-form', {})
  const may = permitted(customerScope(organisation.id, language), canWriteIn)
  return may.ok ? ok({ may: may.value, organisation }) : may
}

type Listening = Asked & { readonly token: string }

/** What one token may hear: that something moved in its conversation, and nothing else. */
export function windowEvents(ports: Ports, hub: Hub) {
  const look = atPace(ports, looking)
  return (asked: Listening): Promise<Result<Response>> =>
    look(asked, async ({ may }) => {
      const now = ports.clock.now().toString()
      const held = await inside(ports.db, may, (tx) => chatByToken(tx, asked.token, now))
      if (!held) return refuse('missing', 'chat.unknown', {})
      const isTheirs = ({ type, complaintId }: { type: string; complaintId: string }) =>
        type === chatMoved && complaintId === held.complaint_id
      return ok(eventLine(hub, may.organisationId, isTheirs))
    })
}
