import { createHmac } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { route, type Route } from '#platform/http/route.ts'
import type { Stream } from '#platform/http/streams.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import {
  customerScope,
  inside,
  organisationBySlug,
  permitted,
  toBusinessCalendar,
  type Scope,
} from '#features/access/door.ts'
import { evidenceLimitsOf, mayAddEvidence, takeUpload } from '#features/complaints/door.ts'
import { formFilesPath, readWebForm, submitWebForm } from '../contract.ts'
import { formSettingsOf } from '../form-settings/queries.ts'
import { canReceive } from '../policy.ts'
import { nextContactAt } from '../rules.ts'
import { submit } from './actions.ts'
import { doorkeeper, filesPerAddress, perAddress, phoneHours, type Allowance } from './rules.ts'

export function webFormRoutes(ports: Ports): Route<Scope | null>[] {
  const ask = unknowing(ports, perAddress)
  return [
    route(readWebForm, async ({ params }) => {
      const found = await organisationOf(ports, params.slug)
      return found.ok ? ok(await formOf(ports, found.value)) : found
    }),
    route(submitWebForm, async ({ params, body, language, address }) => {
      const minutes = ask(address)
      if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
      const found = await openFormOf(ports, params.slug)
      if (!found.ok) return found
      const may = permitted(customerScope(found.value.id, language), canReceive)
      return may.ok ? submit(ports, may.value, found.value, body) : may
    }),
  ]
}

async function formOf(ports: Ports, { id, name, calendar: days }: Organisation) {
  const now = ports.clock.now()
  const calendar = toBusinessCalendar(days)
  const { limits, settings } = await inside(ports.db, customerScope(id, 'ja'), async (tx) => ({
    limits: await evidenceLimitsOf(tx),
    settings: await formSettingsOf(tx),
  }))
  return {
    organisationName: name,
    ...phoneHours(calendar, tokyoDay(now)),
    answeredBy: nextContactAt(calendar, now),
    ...limits,
    isOpen: settings.isOpen,
    prepare: settings.prepare.split('\n').filter((line) => line.trim() !== ''),
  }
}

/** Photos and videos, also before the words: who began an upload is whoever knows its address. */
export function webFormStreams(ports: Ports): Stream<Scope | null>[] {
  const ask = unknowing(ports, filesPerAddress)
  const path = '/api/intake/web-forms/:slug/files' as const
  const handle: Stream<Scope | null>['handle'] = async ({ request, params, language, address }) => {
    const { slug = '', evidenceId } = params
    const minutes = evidenceId === undefined ? ask(address) : null
    if (minutes) return refuse('too-many', 'intake.too-many', { minutes })
    // What was begun while it was open may still be sent to its end.
    const found = await (evidenceId === undefined ? openFormOf : organisationOf)(ports, slug)
    if (!found.ok) return found
    const may = mayAddEvidence(customerScope(found.value.id, language))
    return may.ok ? takeUpload(ports, may.value, request, formFilesPath(slug), evidenceId) : may
  }
  return [
    { methods: ['POST'], path, handle },
    { methods: ['GET', 'PATCH', 'DELETE'], path: `${path}/:evidenceId`, handle },
  ]
}

/** Counts who comes without knowing who they are: an address is hashed with a salt that is thrown away each day. */
export function unknowing(ports: Ports, allowance: Allowance) {
  const ask = doorkeeper(allowance)
  let [day, salt] = ['', '']
  return (address: string | undefined): number | null => {
    if (!address) return null
    const now = ports.clock.now()
    const today = tokyoDay(now).toString()
    if (day !== today) [day, salt] = [today, ports.randomHex(32)]
    return ask(createHmac('sha256', salt).update(address).digest('hex'), now.epochMilliseconds)
  }
}

async function organisationOf(ports: Ports, slug: string): Promise<Result<Organisation>> {
  const organisation = await organisationBySlug(ports.db, slug)
  return organisation ? ok(organisation) : refuse('missing', 'intake.no-such-form', {})
}

async function openFormOf(ports: Ports, slug: string): Promise<Result<Organisation>> {
  const found = await organisationOf(ports, slug)
  if (!found.ok) return found
  const scope = customerScope(found.value.id, 'ja')
  const { isOpen } = await inside(ports.db, scope, formSettingsOf)
  return isOpen ? found : refuse('conflict', 'intake.form-shut', {})
}
