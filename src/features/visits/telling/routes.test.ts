import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { saveMailbox } from '#features/intake/mailboxes/contract.ts'
import { registerDevice } from '#features/supervision/push/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openPushService } from '#test/push-service.ts'
import * as alarms from '../alarms/contract.ts'
import { visitsAt } from '../factory.ts'
import * as settings from '../settings/contract.ts'

const service = await openPushService()
const office = await openPostOffice()
const gateway = await openGateway()
const desk = await openDesk(undefined, [service.origin])
const { talking, after } = visitsAt(desk)
const [sasaki, takagi, fujii] = [desk.as('sasaki'), desk.as('takagi'), desk.as('fujii')]

/** An SMS gateway of one's own: keeps what it is told, and answers as it is told to; null: never. */
async function openGateway() {
  const got: { headers: IncomingHttpHeaders; body: string }[] = []
  const mood: { status: number | null } = { status: 200 }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      if (mood.status !== null) response.writeHead(mood.status).end('gateway said so')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  return { got, mood, url: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/sms` }
}

/** A silent phone is told of, too; here it is not what is looked at. */
const usual = settings.visitsSettings.parse({ lostContactMinutes: 60 })
const contactOf = (key: Parameters<typeof desk.as>[0]) => ({
  memberId: desk.as(key).memberId,
  phone: `090-0000-${key}`,
  mail: `${key}@example.jp`,
})

async function set(more: Partial<settings.VisitsSettings>) {
  const keys = ['sasaki', 'takagi', 'matsui', 'ishida', 'kobayashi'] as const
  const whole = { ...usual, contacts: keys.map(contactOf), ...more }
  value(
    await fujii.call(settings.saveVisitsSettings, { body: { id: desk.newId(), settings: whole } }),
  )
}

async function setMailbox(port: number) {
  const server = { host: '127.0.0.1', port, security: 'none' as const, user: '', certificate: '' }
  const body = {
    address: 'desk@example.jp',
    displayName: 'お客様相談室',
    signature: '',
    isDefault: true,
    isOn: true,
    takesLmtp: false,
    takesPast: false,
    imap: null,
    smtp: server,
  }
  value(await fujii.call(saveMailbox, { params: { mailboxId: desk.newId() }, body }))
}

async function browserOf(person: Person) {
  const box = service.subscribe()
  expect(
    code(await person.call(registerDevice, { body: { id: desk.newId(), ...box.address } })),
  ).toBe('ok')
  return box
}

const alarmOf = async (visitId: string) => {
  const { alarms: all } = value(await sasaki.call(alarms.listAlarms))
  const found = all.find((each) => each.visitId === visitId && !each.isNotice)
  if (!found) throw new Error('no alarm')
  return found
}
const toldBy = async (visitId: string, channel: alarms.Channel) =>
  (await alarmOf(visitId)).tellings.filter((each) => each.channel === channel)
const mailsTo = (address: string) => office.posted.filter(({ to }) => to.includes(address))
/** Every visit of the test before is over, and nothing of it rings on. */
beforeEach(async () => {
  const now = desk.clock.now().toString()
  await inside(desk.ports.db, fujii.scope, async (tx) => {
    await tx.updateTable('visits').set({ state: 'back', watch_at: null }).execute()
    await tx.updateTable('visits_alarms').set({ closed_at: now, step_at: null }).execute()
  })
  await desk.runJobs()
  office.posted.length = 0
  gateway.got.length = 0
  office.mood = {}
  gateway.mood.status = 200
})

it('送る道がないうちは、管理者に、だれに何をすればよいかが出る', async () => {
  const { troubles } = value(await fujii.call(settings.readWays))
  expect(troubles).toEqual([
    { code: 'screen-only', names: ['佐々木 恵', '高木 誠'] },
    { code: 'push-nobody', names: [] },
  ])
  await set({ gatewayUrl: gateway.url })
  const now = value(await sasaki.call(settings.readWays)).troubles.map((each) => each.code)
  expect(now).toEqual(['mail-no-mailbox', 'gateway-unsigned', 'push-nobody'])
  expect(code(await desk.as('matsui').call(settings.readWays))).toBe('access.not-allowed')
})

it('送れない設定のまま鳴った警報は、届かなかったことと、その理由が残る', async () => {
  await set({ usesPush: false })
  const visit = await talking()
  await after(20 * 60)
  await desk.runJobs()
  const [told] = await toldBy(visit.id, 'mail')
  expect(told).toMatchObject({ state: 'failed', detail: 'no-mailbox', attempts: 1 })
  const { failures } = value(await fujii.call(settings.readWays))
  expect(failures).toMatchObject([{ channel: 'mail', detail: 'no-mailbox', count: 1 }])
})

it('見守る人、SV、窓口、110番の用紙の順に、決めた秒ごとに、メールと電話で知らされる', async () => {
  await setMailbox(office.port)
  await set({ gatewayUrl: gateway.url, rungSeconds: 60 })
  const visit = await talking()
  await after(20 * 60)
  for (let rung = 0; rung < 3; rung += 1) {
    await desk.runJobs()
    await after(60)
  }
  await desk.runJobs()
  const { steps, tellings, raisedAt } = await alarmOf(visit.id)
  const seconds = (at: string) => Temporal.Instant.from(raisedAt).until(at).total('seconds')
  expect(steps.map(({ kind, rung, at }) => [kind, rung, seconds(at)])).toEqual([
    ['raised', 0, 0],
    ['rung', 1, 60],
    ['rung', 2, 120],
    ['rung', 3, 180],
  ])
  const namesAt = (rung: number) =>
    [
      ...new Set(tellings.filter((each) => each.rung === rung).map((each) => each.memberName)),
    ].toSorted()
  expect(namesAt(0)).toEqual(['佐々木 恵'])
  expect(namesAt(1)).toEqual(['佐々木 恵', '高木 誠'])
  expect(namesAt(2)).toEqual(
    ['佐々木 恵', '川端 ゆり', '松井 あかり', '森 由美子', '藤井 直子', '高木 誠'].toSorted(),
  )
  expect(namesAt(3)).toEqual(namesAt(2))
  expect(mailsTo('sasaki@example.jp')).toHaveLength(4)
  expect(mailsTo('takagi@example.jp')).toHaveLength(3)
  expect(mailsTo('matsui@example.jp')).toHaveLength(2)
  expect(mailsTo('ishida@example.jp').concat(mailsTo('kobayashi@example.jp'))).toEqual([])
  expect(gateway.got.map(({ body }) => JSON.parse(body).level)).toEqual(Array(9).fill('alarm'))
  expect(JSON.parse(gateway.got.at(-1)?.body ?? '').message).toContain(
    '110番の用紙ができています。',
  )
  expect(gateway.got.map(({ body }) => body).join()).not.toContain('青木')
  const reached = tellings.filter(({ channel }) => channel === 'mail' || channel === 'gateway')
  expect(new Set(reached.map(({ state }) => state))).toEqual(new Set(['delivered']))
})

it('訓練は、件名にも文にも訓練と出て、同じ道で届く', async () => {
  await set({ gatewayUrl: gateway.url })
  await talking({}, true)
  await after(20 * 60)
  await desk.runJobs()
  const [mail] = mailsTo('sasaki@example.jp')
  const { subject = '' } = await PostalMime.parse(mail?.bytes ?? '')
  expect(subject).toMatch(/^【訓練】訪問の警報/)
  expect(JSON.parse(gateway.got[0]?.body ?? '')).toMatchObject({ level: 'drill' })
})

it('端末の通知は、その端末の鍵で開けば読め、お客様のことは載らず、切れた端末は忘れる', async () => {
  const [alive, gone] = [await browserOf(sasaki), await browserOf(sasaki)]
  gone.answerWith(410)
  await set({ usesMail: false })
  const visit = await talking()
  await after(20 * 60)
  await desk.runJobs()
  const { id: tag } = await alarmOf(visit.id)
  expect(alive.messages).toEqual([
    {
      tag,
      title: '訪問の警報：石田 隼人・小林 大輔さんの確認が途切れています',
      body: 'うけとめの「訪問」を開いて、「引き受ける」を押してください。訪問中の人の電話には、かけないでください。',
    },
  ])
  expect((await toldBy(visit.id, 'push')).map(({ state }) => state)).toEqual(['delivered'])
  const left = await inside(desk.ports.db, sasaki.scope, (tx) =>
    tx.selectFrom('supervision_devices').select('endpoint').execute(),
  )
  expect(left).toEqual([{ endpoint: alive.address.endpoint }])
  alive.answerWith(410)
  await after(60)
  await desk.runJobs()
  const last = (await toldBy(visit.id, 'push')).find(
    ({ memberName, rung }) => rung === 1 && memberName === '佐々木 恵',
  )
  expect(last).toMatchObject({ state: 'failed', detail: 'no-device' })
})

it('電話・SMSへは署名して送り、断られたら待って送り直し、三度でやめて次の段に任せる', async () => {
  await set({ gatewayUrl: gateway.url, usesMail: false, usesPush: false, rungSeconds: 900 })
  const { secret } = value(
    await fujii.call(settings.renewGatewaySecret, { body: { id: desk.newId() } }),
  )
  gateway.mood.status = 503
  const visit = await talking()
  await after(20 * 60)
  await desk.runJobs()
  expect(await toldBy(visit.id, 'gateway')).toMatchObject([
    { state: 'waiting', attempts: 1, detail: '503 gateway said so' },
  ])
  await desk.runJobs(desk.clock.now().add({ seconds: 4 }).toString())
  expect(gateway.got).toHaveLength(1)
  gateway.mood.status = 202
  await desk.runJobs(desk.clock.now().add({ seconds: 1 }).toString())
  expect(await toldBy(visit.id, 'gateway')).toMatchObject([{ state: 'delivered', attempts: 2 }])
  const ids = gateway.got.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(1)
  for (const { headers, body } of gateway.got) {
    const content = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signature = `v1,${createHmac('sha256', key).update(content).digest('base64')}`
    expect(headers['webhook-signature']).toBe(signature)
  }
  gateway.mood.status = 500
  const second = await talking()
  await after(20 * 60)
  for (const seconds of [0, 5, 15]) await desk.runJobs(desk.clock.now().add({ seconds }).toString())
  expect(await toldBy(second.id, 'gateway')).toMatchObject([{ state: 'failed', attempts: 3 }])
})

it('送り方がまちがっていると言われたものは、送り直さない', async () => {
  await set({ gatewayUrl: gateway.url, usesMail: false, usesPush: false })
  gateway.mood.status = 400
  const visit = await talking()
  await after(20 * 60)
  await desk.runJobs()
  expect(await toldBy(visit.id, 'gateway')).toMatchObject([
    { state: 'failed', attempts: 1, detail: '400 gateway said so' },
  ])
})

it('だれかが引き受けた警報は、送り残した人を呼び出さない', async () => {
  await set({ usesPush: false })
  const visit = await talking()
  await after(20 * 60)
  const { id: alarmId } = await alarmOf(visit.id)
  const sent = { params: { alarmId }, body: { id: desk.newId() } }
  value(await sasaki.call(alarms.acknowledgeAlarm, sent))
  await desk.runJobs()
  expect(await toldBy(visit.id, 'mail')).toMatchObject([{ state: 'dropped', attempts: 0 }])
  expect(mailsTo('sasaki@example.jp')).toEqual([])
})

it('答えない電話の仕組みは、メールも通知も、次の段も待たせない', async () => {
  gateway.mood.status = null
  await set({ gatewayUrl: gateway.url, rungSeconds: 60 })
  const hers = await browserOf(sasaki)
  const visit = await talking()
  await after(20 * 60)
  await desk.beside(async () => {
    await expect.poll(() => gateway.got.length, { timeout: 8000 }).toBe(1)
    await expect.poll(() => mailsTo('sasaki@example.jp').length, { timeout: 8000 }).toBe(1)
    await expect.poll(() => hers.messages.length, { timeout: 8000 }).toBe(1)
    await after(60)
    await expect.poll(() => mailsTo('takagi@example.jp').length, { timeout: 8000 }).toBe(1)
    const states = (await toldBy(visit.id, 'gateway')).map(({ state }) => state)
    expect(states).toEqual(['waiting', 'waiting', 'waiting'])
  })
})

it('試し送りは、訓練と付けてすべての道へ同時に送り、返ってきたことを道ごとに出す', async () => {
  await set({ gatewayUrl: gateway.url })
  gateway.mood.status = 401
  const send = (memberId: string, who = fujii) =>
    who.call(settings.tryWays, { body: { id: desk.newId(), memberId } })
  const { tried } = value(await send(takagi.memberId))
  expect(tried).toMatchObject([
    { channel: 'push', result: 'failed', detail: 'no-device' },
    { channel: 'mail', result: 'delivered' },
    { channel: 'gateway', result: 'failed', detail: '401 gateway said so' },
  ])
  expect(JSON.parse(gateway.got[0]?.body ?? '')).toMatchObject({ level: 'trial' })
  expect(gateway.got[0]?.body).toContain('【訓練】')
  const off = value(await send(desk.as('mori').memberId)).tried
  expect(off.map(({ result, detail }) => [result, detail])).toEqual([
    ['failed', 'no-device'],
    ['off', 'no-address'],
    ['off', 'no-address'],
  ])
  expect(code(await send(takagi.memberId, sasaki))).toBe('access.not-allowed')
})
