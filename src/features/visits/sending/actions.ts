import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { signedHeaders } from '#platform/http/standard-webhooks.ts'
import { compose } from '#platform/mail/compose.ts'
import { deliver } from '#platform/mail/smtp.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { mailboxById, sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import type { Channel } from '../alarms/contract.ts'
import type { VisitsSettings } from '../settings/contract.ts'
import { gatewaySecretOf } from '../settings/queries.ts'
import { contactOf, filled, gatewayPlace, outcomeOf, type Outcome } from '../telling/rules.ts'

/** A visit that was hard on those who were there. `minutes` of the talk; `at`: when it was told of (ISO). */
export const care = z.object({
  visitId: id,
  complaintId: id.nullable(),
  memberIds: z.array(id),
  minutes: z.number(),
  hadAlarm: z.boolean(),
  at: z.string(),
})
export type Care = z.output<typeof care>

/** What the roof lends: the browsers that people have registered for calls for help, and care afterwards. */
export type Surroundings = {
  /** To every browser of this member; `trouble`: what a push service said that did not take it. */
  push(
    ports: Ports,
    scope: Scope,
    memberId: string,
    notice: { tag: string; title: string; body: string },
  ): Promise<{ readonly delivered: number; readonly trouble: string | null }>
  /** Those of the members who have registered one. */
  withBrowser(ports: Ports, scope: Scope, memberIds: readonly string[]): Promise<Set<string>>
  /** A break for each of them; nobody else is told. */
  offerCare(ports: Ports, organisationId: string, care: Care): Promise<void>
}

/** `tag`: of the same tag only the latest is shown. `attempts`: how often it was tried before. */
export type Message = {
  readonly id: string
  readonly tag: string
  readonly memberId: string
  readonly title: string
  readonly body: string
  readonly level: 'alarm' | 'drill' | 'trial'
  readonly attempts: number
}

type Way = (
  ports: Ports,
  around: Surroundings,
  scope: Scope,
  settings: VisitsSettings,
  message: Message,
) => Promise<Outcome>

/** ms. Short: an alarm that waits for an answer is no alarm. */
const patienceMs = 10_000

/** One message to one person by one way. Never throws: what goes wrong is an answer. */
export async function sendBy(
  channel: Exclude<Channel, 'screen'>,
  ...all: Parameters<Way>
): Promise<Outcome> {
  try {
    return await ways[channel](...all)
  } catch (error) {
    return { result: 'again', detail: error instanceof Error ? error.message : String(error) }
  }
}

const ways: Record<Exclude<Channel, 'screen'>, Way> = {
  push: async (ports, around, scope, _, { tag, title, body, memberId }) => {
    const told = await around.push(ports, scope, memberId, { tag, title, body })
    if (told.delivered > 0) return { result: 'delivered', detail: '' }
    return told.trouble === null
      ? { result: 'failed', detail: 'no-device' }
      : { result: 'again', detail: told.trouble }
  },
  mail: (ports, _, scope, settings, message) => mail(ports, scope, settings, message),
  gateway: (ports, _, scope, settings, message) => callGateway(ports, scope, settings, message),
}

/** By the first mailbox that can send; each further try takes the next. */
async function mail(
  ports: Ports,
  scope: Scope,
  settings: VisitsSettings,
  message: Message,
): Promise<Outcome> {
  const to = contactOf(settings, message.memberId)?.mail ?? ''
  if (to === '') return { result: 'failed', detail: 'no-address' }
  const mailbox = await inside(ports.db, scope, async (tx) => {
    const all = await sendingMailboxes(tx)
    const one = all[message.attempts % Math.max(1, all.length)]
    return one && mailboxById(ports, tx, one.id)
  })
  if (!mailbox?.smtp) return { result: 'failed', detail: 'no-mailbox' }
  const { host, port, security, user, secret: password, certificate } = mailbox.smtp
  const bytes = await letter(ports, scope, mailbox, to, message)
  const server = { host, port, security, user: user || null, password, certificate }
  const done = await deliver(server, { from: mailbox.address, to: [to] }, bytes, patienceMs)
  if (done.kind === 'sent') return { result: 'delivered', detail: done.said }
  const detail = done.said || (done.kind === 'unsure' ? 'timeout' : done.trouble)
  return { result: done.kind === 'never' ? 'failed' : 'again', detail }
}

/** The same id at each try: mail programs show it once. */
function letter(
  ports: Ports,
  { organisationId }: Scope,
  { address, displayName: name }: { readonly address: string; readonly displayName: string },
  to: string,
  { id, title, body }: Message,
): Promise<Buffer> {
  return compose({
    from: { name, address },
    replyTo: null,
    to: [to],
    cc: [],
    subject: title,
    text: body,
    messageId: `<${id}@visits.${address.split('@')[1] ?? 'uketome'}>`,
    inReplyTo: null,
    references: [],
    at: ports.clock.now().toString(),
    isAutomatic: true,
    organisationId,
  })
}

/** The company's own SMS or telephone gateway; signed as webhooks are, when there is a secret. */
async function callGateway(
  ports: Ports,
  scope: Scope,
  settings: VisitsSettings,
  { id: messageId, memberId, title, body: words, level }: Message,
): Promise<Outcome> {
  const phone = contactOf(settings, memberId)?.phone ?? ''
  if (settings.gatewayUrl === '') return { result: 'failed', detail: 'no-gateway' }
  if (phone === '') return { result: 'failed', detail: 'no-address' }
  const sealed = await inside(ports.db, scope, gatewaySecretOf)
  const secret = sealed === null ? null : ports.vault.open(sealed, gatewayPlace)
  if (sealed !== null && secret === null) return { result: 'failed', detail: 'no-secret' }
  const body = filled(settings.gatewayBody, { phone, text: `${title}。${words}`, level })
  const seconds = Math.floor(ports.clock.now().epochMilliseconds / 1000)
  const id = `msg_${messageId}`
  const signed = secret === null ? {} : signedHeaders([secret], { id, seconds, body })
  const headers = { 'content-type': 'application/json', 'user-agent': 'Uketome/1', ...signed }
  const done = await ports.outgoing.post(settings.gatewayUrl, headers, body, patienceMs)
  if (!('failure' in done)) return outcomeOf(done.status, done.answer)
  return { result: done.failure === 'barred' ? 'failed' : 'again', detail: done.failure }
}
