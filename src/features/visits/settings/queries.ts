import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { gatewayPlace } from '../telling/rules.ts'
import type { Surroundings } from '../sending/actions.ts'
import { outside, visitsSettings, type Stood, type VisitsSettings, type Ways } from './contract.ts'
import { troublesOf } from './rules.ts'

const usual = visitsSettings.parse({})

export async function settingsOf(tx: Tx): Promise<VisitsSettings> {
  const row = await tx.selectFrom('visits_settings').select('content').executeTakeFirst()
  return row ? visitsSettings.parse(row.content) : usual
}

export async function stoodOf(tx: Tx, scope: Scope): Promise<Stood> {
  const row = await tx.selectFrom('visits_settings').selectAll().executeTakeFirst()
  const names = await memberNames(tx, scope)
  return {
    settings: row ? visitsSettings.parse(row.content) : usual,
    changedByName: row ? (names.get(row.changed_by.replace(/^member:/, '')) ?? null) : null,
    changedAt: row?.changed_at ?? null,
    hasSecret: row?.gateway_secret != null,
  }
}

/** Sealed; null: what the gateway is sent is not signed. */
export async function gatewaySecretOf(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom('visits_settings').select('gateway_secret').executeTakeFirst()
  return row?.gateway_secret ?? null
}

/** What keeps alarms from reaching people as it is now, and what did not arrive since. */
export async function waysOf(
  ports: Ports,
  scope: Scope,
  around: Pick<Surroundings, 'withBrowser'>,
  since: string,
): Promise<Ways> {
  const known = await inside(ports.db, scope, async (tx) => ({
    settings: await settingsOf(tx),
    members: await membersOf(tx, scope.organisationId),
    canSendMail: (await sendingMailboxes(tx)).length > 0,
    sealed: await gatewaySecretOf(tx),
    failures: await failuresSince(tx, since),
  }))
  const { sealed, failures, members, ...rest } = known
  const ids = members.map(({ id }) => id)
  const withBrowser = await around.withBrowser(ports, scope, ids)
  const secret =
    sealed === null ? 'none' : ports.vault.open(sealed, gatewayPlace) === null ? 'broken' : 'fine'
  return { failures, troubles: troublesOf({ ...rest, members, withBrowser, secret }) }
}

const mostFailures = 10

async function failuresSince(tx: Tx, since: string): Promise<Ways['failures']> {
  const rows = await tx
    .selectFrom('visits_tellings')
    .where('state', '=', 'failed')
    .where('done_at', '>', since)
    .groupBy(['channel', 'detail'])
    .select(['channel', 'detail', (the) => the.fn.countAll<string>().as('count')])
    .select(sql<string>`max(done_at)`.as('lastAt'))
    .orderBy('lastAt', 'desc')
    .limit(mostFailures)
    .execute()
  return rows.map(({ channel, count, ...row }) => ({
    ...row,
    channel: outside.parse(channel),
    count: Number(count),
  }))
}
