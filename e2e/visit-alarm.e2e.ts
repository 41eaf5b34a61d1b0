import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { ask, axe, openHouse, press, receive, write } from './desk.ts'
import { startNode } from './node.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-visits-'))
const { url: DATABASE_URL } = await testDatabase()
const settings = { UKETOME_DATA: folder, DATABASE_URL }
const doomed = await startNode(settings)
const survivor = await startNode(settings)
const { sit, forgive } = await openHouse([survivor, doomed])
const database = new Client({ connectionString: DATABASE_URL })
await database.connect()
afterAll(async () => {
  await database.end()
  await survivor.stop()
  await rm(folder, { recursive: true, force: true })
})

const id = () => crypto.randomUUID()
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

async function send(page: Page, method: 'put' | 'post', path: string, data: object) {
  const answer = await page.request[method](path, { data: { id: id(), ...data } })
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
  return answer
}

type Members = { members: { id: string; name: string }[] }

/** Kobayashi goes, Sasaki watches. Complete, but for a holiday only with the customer's own words. */
async function planned(page: Page, complaintId: string | null): Promise<string> {
  const { members } = await ask<Members>(page, '/api/access/members')
  const idOf = (name: string) => members.find((each) => each.name.startsWith(name))?.id ?? ''
  const visitId = id()
  const plan = {
    purpose: '割れた急須を引き取る',
    toWhom: '青木 様',
    address: '静岡市葵区追手町1-1',
    startsAt: soon(0),
    backBy: soon(90),
    agreedWords: 'きょうなら家にいます',
    holidayWords: '休みの日のほうがいいです',
    place: 'public',
    isHome: false,
    visitorIds: [idOf('小林'), idOf('石田')],
    watcherId: idOf('佐々木'),
    outsideIds: [],
    sign: '青いファイル',
    question: '昼は何を食べた？ → そば',
    checkInMinutes: 5,
    bring: '',
    mayPromise: '',
    car: '静岡 580 あ 12-34',
    clothes: '',
  }
  const isDrill = complaintId === null
  await send(page, 'put', `/api/visits/${visitId}`, { complaintId, isDrill, plan })
  return visitId
}

/** The phone: it carries the visit and presses, against whichever server it is given. */
async function phoneOf(page: Page, visitId: string) {
  const token = randomBytes(32).toString('hex')
  await send(page, 'put', `/api/visits/phone/visits/${visitId}`, { token })
  let sequence = 0
  return async (kind: string) => {
    const at = new Date().toISOString()
    const one = { id: id(), kind, at, sequence }
    sequence += 1
    const answer = await page.request.post('/api/visits/phone/demo/presses', {
      data: { token, presses: [one], battery: 0.8 },
    })
    expect(answer.status(), await answer.text()).toBe(200)
  }
}

/** As if the last sign of life had come so much earlier: the next is due in `seconds`. Answers when, in ms. */
async function dueIn(visitId: string, seconds: number): Promise<number> {
  const { rows } = await database.query<{ due: Date }>(
    `update visits set last_sign_at = now() + make_interval(secs => $2) - interval '5 minutes',
       watch_at = now() + make_interval(secs => $2)
     where id = $1 returning watch_at as due`,
    [visitId, seconds],
  )
  return rows[0]?.due.getTime() ?? 0
}

async function raisedAt(visitId: string): Promise<number | null> {
  const { rows } = await database.query<{ raised_at: Date }>(
    `select raised_at from visits_alarms where visit_id = $1 and kind = 'missed-check-in'`,
    [visitId],
  )
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0]?.raised_at.getTime() ?? null
}

async function withPins() {
  await database.query(
    `insert into visits_pins (member_id, organisation_id, pin_hash, duress_hash, changed_at)
     select id, organisation_id, 'x', 'y', now() from access_members on conflict do nothing`,
  )
}

it('訪問を受け取ったサーバーがkill -9されても、確認が途切れてから10秒のうちに、見守る人の画面が警報に替わる', async () => {
  // The page of the node that dies may still be fetching its later parts.
  forgive(/AudioContext was not allowed/, /ERR_CONNECTION|Failed to (?:load|fetch)|net::/)
  const [sasaki, kobayashi] = [await sit('sasaki', '/today'), await sit('kobayashi', '/today')]
  await withPins()
  const { settings: now } = await ask<{ settings: object }>(sasaki, '/api/visits/settings')
  const fujii = await sit('fujii', '/settings')
  await send(fujii, 'put', '/api/visits/settings', { settings: { ...now, rungSeconds: 10 } })
  const complaintId = await receive(sasaki, '急須のふたが欠けています。')
  const visitId = await planned(sasaki, complaintId)
  const onDoomed = await sit('kobayashi', '/today', { node: 1 })
  // Whoever is still being told who they are when it dies sees another trouble than this one.
  await onDoomed.getByRole('heading', { level: 1 }).waitFor()
  const phone = await phoneOf(onDoomed, visitId)
  for (const kind of ['leave', 'arrive', 'check-in']) await phone(kind)
  const due = await dueIn(visitId, 6)
  await doomed.kill()

  await expect.poll(() => raisedAt(visitId), { timeout: 60_000, interval: 250 }).not.toBeNull()
  const late = ((await raisedAt(visitId)) ?? 0) - due
  expect(late).toBeGreaterThanOrEqual(-1000)
  expect(late).toBeLessThan(10_000)

  const alarm = sasaki.getByRole('region', { name: '警報' })
  await alarm.getByText('確認が途切れています').first().waitFor()
  const { alarms } = await ask<{ alarms: { id: string }[] }>(sasaki, '/api/visits/alarms')
  const alarmId = alarms[0]?.id ?? ''
  // Whoever is out there sees nothing of it and cannot answer for themselves.
  expect(await ask(kobayashi, '/api/visits/alarms')).toMatchObject({ alarms: [], ringing: [] })
  const own = await kobayashi.request.post(`/api/visits/alarms/${alarmId}/acknowledgement`, {
    data: { id: id() },
  })
  expect([own.status(), (await own.json()).code]).toEqual([403, 'visits.own-alarm'])

  type Standing = { alarms: { rung: number; acknowledgedByName: string | null }[] }
  const standing = async () => (await ask<Standing>(sasaki, '/api/visits/alarms')).alarms[0]
  await expect.poll(async () => (await standing())?.rung, { timeout: 60_000 }).toBeGreaterThan(0)
  await sasaki.keyboard.press('F9')
  await expect.poll(async () => (await standing())?.acknowledgedByName).toBe('佐々木 恵')
  await alarm.waitFor({ state: 'detached' })

  await sasaki.goto('/visits')
  await axe(sasaki)
  await press(sasaki.getByRole('button', { name: '無事を確かめた' }))
  await write(sasaki.getByRole('textbox', { name: '確かめたこと' }), '声と「そば」の答えで')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByText('終わった警報').waitFor()
  const told = async () => {
    const path = `/api/complaints/${complaintId}/timeline`
    const { entries } = await ask<{ entries: { type: string }[] }>(sasaki, path)
    return entries.map(({ type }) => type)
  }
  await expect.poll(told, { timeout: 60_000 }).toContain('visits.alarm-closed')
  await sasaki.goto(`/complaints/${complaintId}`)
  await sasaki.getByText(/訪問中の警報（確認の途切れ）は、無事を確かめて終わりました/).waitFor()
})

it('訓練は同じように鳴り、どこでも訓練と分かる', async () => {
  const [sasaki, kobayashi] = [await sit('sasaki', '/today'), await sit('kobayashi', '/today')]
  await withPins()
  const visitId = await planned(sasaki, null)
  const phone = await phoneOf(kobayashi, visitId)
  for (const kind of ['leave', 'arrive', 'check-in']) await phone(kind)
  await dueIn(visitId, 1)
  await sasaki.getByRole('alert').getByText('【訓練】').waitFor()
  await sasaki.keyboard.press('F9')
  await sasaki.goto('/visits')
  await sasaki.getByRole('heading', { name: /【訓練】.*確認が途切れています/ }).waitFor()
  await sasaki.goto(`/visits/${visitId}/police`)
  const sheet = sasaki.getByRole('article')
  await sheet.waitFor()
  expect(await sheet.innerText()).toContain('訓練です。110番にはかけないでください。')
})
