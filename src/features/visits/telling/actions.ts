import type { Tx } from '#platform/db/database.ts'
import { signedHeaders } from '#platform/http/standard-webhooks.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import { compose } from '#platform/mail/compose.ts'
import { deliver } from '#platform/mail/smtp.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { mailboxById, sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { rungs, type AlarmKind, type Channel } from '../alarms/contract.ts'
import { heldAlarm, tellingById } from '../alarms/queries.ts'
import { toldAt } from '../alarms/rules.ts'
import { insertTelling, saveTelling } from '../alarms/store.ts'
import { heldVisit, type Held } from '../queries.ts'
import type { Contact, VisitsSettings } from '../settings/contract.ts'
import { gatewaySecretOf, settingsOf } from '../settings/queries.ts'
import { tellingMessages } from './messages.ts'
import { filled, gatewayPlace } from './rules.ts'

/** What the roof lends: the browsers that people have registered for calls for help. */
export type Surroundings = {
  /** How many browsers of this member took it; throws when a push service cannot be reached. */
  push(
    ports: Ports,
    scope: Scope,
    memberId: string,
    notice: { tag: string; title: string; body: string },
  ): Promise<number>
}

type Rung = { id: string; kind: AlarmKind; round: number; rung: number }

/** Everybody of this rung, by every way they have: written down in this transaction, sent right after it. */
export async function tellRung(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  visit: Held,
  { id: alarmId, round, rung }: Rung,
  at: string,
): Promise<void> {
  const settings = await settingsOf(tx)
  const members = await membersOf(tx, scope.organisationId)
  for (const memberId of toldAt(rung, members, visit.plan)) {
    for (const channel of waysTo(settings, memberId)) {
      const id = ports.ids.next()
      await insertTelling(tx, scope, { id, alarmId, round, rung, channel, memberId, at })
      if (channel === 'screen') continue
      const payload = { organisationId: scope.organisationId, tellingId: id }
      await enqueue(tx, { task: 'visits.tell', payload, key: `visits.tell:${id}` })
    }
  }
}

function waysTo(settings: VisitsSettings, memberId: string): Channel[] {
  const contact = contactOf(settings, memberId)
  return [
    'screen',
    ...(settings.usesPush ? (['push'] as const) : []),
    ...(settings.usesMail && contact?.mail ? (['mail'] as const) : []),
    ...(settings.gatewayUrl !== '' && contact?.phone ? (['gateway'] as const) : []),
  ]
}

function contactOf({ contacts }: VisitsSettings, memberId: string): Contact | undefined {
  return contacts.find((each) => each.memberId === memberId)
}

type Outcome = { readonly isDelivered: boolean; readonly detail: string }

/** One way to one person, once. What failed is shown to whoever watches; the next rung tells again. */
export async function tellOne(
  ports: Ports,
  around: Surroundings,
  scope: Scope,
  tellingId: string,
): Promise<void> {
  const errand = await inside(ports.db, scope, (tx) => errandOf(tx, scope, tellingId))
  if (!errand) return
  const { channel, ...told } = errand
  const outcome = await send(ports, around, scope, channel, told).catch((error: unknown) => ({
    isDelivered: false,
    detail: error instanceof Error ? error.message : String(error),
  }))
  const state = outcome.isDelivered ? 'delivered' : 'failed'
  const at = ports.clock.now().toString()
  await inside(ports.db, scope, (tx) =>
    saveTelling(tx, tellingId, { state, detail: outcome.detail.slice(0, 500), at }),
  )
}

type Told = {
  readonly alarmId: string
  readonly memberId: string
  readonly title: string
  readonly body: string
  readonly level: string
  readonly settings: VisitsSettings
  readonly messageId: string
}

async function errandOf(
  tx: Tx,
  scope: Scope,
  tellingId: string,
): Promise<(Told & { channel: Channel }) | undefined> {
  const telling = await tellingById(tx, tellingId)
  if (telling?.state !== 'waiting' || telling.memberId === null) return undefined
  const alarm = await heldAlarm(tx, telling.alarmId)
  const visit = alarm && (await heldVisit(tx, alarm.visitId))
  if (!alarm || !visit) return undefined
  const names = await memberNames(tx, scope)
  const { words } = tellingMessages[scope.language]
  const told = {
    names: visit.plan.visitorIds.map((each) => names.get(each) ?? '').join('・'),
    isDrill: visit.isDrill,
    isSheet: telling.rung === rungs.length - 1,
  }
  return {
    channel: telling.channel,
    alarmId: alarm.id,
    memberId: telling.memberId,
    title: words.titles[alarm.kind](told),
    body: words.body(told),
    level: visit.isDrill ? 'drill' : 'alarm',
    settings: await settingsOf(tx),
    messageId: tellingId,
  }
}

async function send(
  ports: Ports,
  around: Surroundings,
  scope: Scope,
  channel: Channel,
  told: Told,
): Promise<Outcome> {
  if (channel === 'push') {
    const { alarmId: tag, title, body, memberId } = told
    const count = await around.push(ports, scope, memberId, { tag, title, body })
    return { isDelivered: count > 0, detail: count > 0 ? '' : 'no-device' }
  }
  const contact = contactOf(told.settings, told.memberId)
  if (channel === 'mail') return mail(ports, scope, contact?.mail ?? '', told)
  const { settings, messageId, title, body, level } = told
  const text = `${title}。${body}`
  return callGateway(ports, scope, settings, {
    messageId,
    phone: contact?.phone ?? '',
    text,
    level,
  })
}

async function mail(ports: Ports, scope: Scope, to: string, told: Told): Promise<Outcome> {
  const mailbox = await inside(ports.db, scope, async (tx) => {
    const [first] = await sendingMailboxes(tx)
    return first && mailboxById(ports, tx, first.id)
  })
  if (!mailbox?.smtp) return { isDelivered: false, detail: 'no-mailbox' }
  const { host, port, security, user, secret: password, certificate } = mailbox.smtp
  const { address, displayName: name } = mailbox
  const bytes = await compose({
    from: { name, address },
    replyTo: null,
    to: [to],
    cc: [],
    subject: told.title,
    text: told.body,
    messageId: `<${told.messageId}@visits.${address.split('@')[1] ?? 'uketome'}>`,
    inReplyTo: null,
    references: [],
    at: ports.clock.now().toString(),
    isAutomatic: true,
    organisationId: scope.organisationId,
  })
  const server = { host, port, security, user: user || null, password, certificate }
  const delivery = await deliver(server, { from: address, to: [to] }, bytes)
  return { isDelivered: delivery.kind === 'sent', detail: delivery.said }
}

/** Short: an alarm that waits for a gateway is no alarm. */
const patienceMs = 10_000

/** The company's own SMS or telephone gateway; signed as webhooks are, when there is a secret. */
export async function callGateway(
  ports: Ports,
  scope: Scope,
  settings: Pick<VisitsSettings, 'gatewayUrl' | 'gatewayBody'>,
  message: { messageId: string; phone: string; text: string; level: string },
): Promise<Outcome> {
  const sealed = await inside(ports.db, scope, gatewaySecretOf)
  const secret = sealed === null ? null : ports.vault.open(sealed, gatewayPlace)
  if (sealed !== null && secret === null) return { isDelivered: false, detail: 'no-secret' }
  const body = filled(settings.gatewayBody, message)
  const seconds = Math.floor(ports.clock.now().epochMilliseconds / 1000)
  const id = `msg_${message.messageId}`
  const signed = secret === null ? {} : signedHeaders([secret], { id, seconds, body })
  const headers = { 'content-type': 'application/json', 'user-agent': 'Uketome/1', ...signed }
  const done = await ports.outgoing.post(settings.gatewayUrl, headers, body, patienceMs)
  if ('failure' in done) return { isDelivered: false, detail: done.failure }
  const isDelivered = done.status >= 200 && done.status < 300
  return { isDelivered, detail: isDelivered ? '' : `${done.status} ${done.answer}` }
}
