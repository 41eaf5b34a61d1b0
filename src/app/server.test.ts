import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { silentLog } from '#platform/log.ts'
import { startHub } from '#platform/realtime/hub.ts'
import { readViewer } from '#features/access/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { demoPassword, staff } from '#test/cast.ts'
import { testDatabase } from '#test/database.ts'
import { makeCompany } from './demo/company.ts'
import { openHouse } from './house.ts'
import { listen } from './server.ts'
import { allRoutes } from './wiring.ts'

const { url: databaseUrl } = await testDatabase()
const dataFolder = await mkdtemp(join(tmpdir(), 'uketome-server-'))
const configuration = {
  port: 0,
  host: '127.0.0.1',
  dataFolder,
  databaseUrl,
  publicUrl: undefined,
  webFolder: '',
  pushOrigins: [],
  secret: undefined,
}
const house = await openHouse(configuration, silentLog)
const { ports, signIn } = house
await makeCompany(ports, async ({ name, email }) =>
  email ? signIn.enrol({ name, email, password: demoPassword }) : null,
)
const hub = await startHub(databaseUrl, silentLog)
const server = await listen({ ports, signIn, hub, webFolder: null }, 0, '127.0.0.1')
const url = `http://127.0.0.1:${server.port}`
afterAll(async () => {
  await server.close()
  await hub.stop()
  await house.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const problem = z.object({ code: z.string(), detail: z.string() })
const json = { 'content-type': 'application/json', origin: url }

async function enter(email: string, password: string) {
  const body = JSON.stringify({ email, password })
  const where = `${url}/api/access/auth/sign-in/email`
  const response = await fetch(where, { method: 'POST', headers: json, body })
  const cookies = response.headers.getSetCookie()
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  return { status: response.status, cookie, cookies }
}

it('合言葉が合えばサインインでき、クッキーは画面の外から読めない', async () => {
  expect((await enter(staff.matsui.email, 'まちがい-まちがい')).status).toBe(401)
  const { status, cookie, cookies } = await enter(staff.matsui.email, demoPassword)
  expect(status).toBe(200)
  expect(cookies.every((each) => /HttpOnly/i.test(each) && /SameSite=Lax/i.test(each))).toBe(true)
  const response = await fetch(`${url}/api/access/viewer`, { headers: { cookie } })
  expect(readViewer.answer.parse(await response.json()).name).toBe('松井 あかり')
})

it('サインアウトすると、そのクッキーではもう何も読めない', async () => {
  const { cookie } = await enter(staff.matsui.email, demoPassword)
  const read = async () => (await fetch(`${url}/api/access/viewer`, { headers: { cookie } })).status
  expect([await read(), await read()]).toEqual([200, 200])
  const headers = { ...json, cookie }
  const token = cookie.split('; ').filter((each) => !each.includes('session_data'))
  const asToken = { headers: { cookie: token.join('; ') } }
  const readAgain = async () => (await fetch(`${url}/api/access/viewer`, asToken)).status
  const signOut = async () =>
    (await fetch(`${url}/api/access/auth/sign-out`, { method: 'POST', headers, body: '{}' })).status
  // Screens go on asking while somebody signs out.
  const [out] = await Promise.all([signOut(), ...Array.from({ length: 20 }, readAgain)])
  expect(out).toBe(200)
  expect(await readAgain()).toBe(401)
})

it('自分でメンバーになることはできない', async () => {
  const body = JSON.stringify({ email: 'x@example.com', password: 'long-enough-1', name: 'x' })
  const where = `${url}/api/access/auth/sign-up/email`
  const response = await fetch(where, { method: 'POST', headers: json, body })
  expect(response.ok).toBe(false)
})

it('読めない内容には、何を確かめればよいかを言う。英語でも', async () => {
  const { cookie } = await enter(staff.matsui.email, demoPassword)
  const send = async (body: string, language = 'ja') => {
    const headers = { ...json, cookie, 'accept-language': language }
    const response = await fetch(`${url}/api/intake/complaints`, { method: 'POST', headers, body })
    return { status: response.status, ...problem.parse(await response.json()) }
  }
  expect(await send('{')).toMatchObject({ status: 422, code: 'http.not-json' })
  const huge = await fetch(`${url}/api/language/lint`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ kind: 'mail', text: 'あ'.repeat(400_000) }),
  })
  expect(huge.status).toBe(413)
  expect(problem.parse(await huge.json())).toMatchObject({ code: 'http.too-large' })
  const unread = await send('{"channel":"電話"}')
  expect(unread).toMatchObject({ status: 422, code: 'http.not-understood' })
  expect(unread.detail).toContain('channel')
  expect((await send('{', 'en')).detail).toContain('JSON')
})

it('応対ナビは、サインインした人の言葉で答える', async () => {
  const { cookie } = await enter(staff.matsui.email, demoPassword)
  const ask = async (path: string, language: string, body?: object) => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const headers = { ...json, cookie, 'accept-language': language }
    return (await fetch(`${url}${path}`, { ...sent, headers })).json()
  }
  const { complaintId } = receiveComplaint.answer.parse(
    await ask('/api/intake/complaints', 'en', {
      id: ports.ids.next(),
      channel: 'mail',
      words: 'The kettle leaks.',
      customer: { name: 'Sarah Miller', email: 'sarah@example.com' },
      details: {},
    }),
  )
  const guided = async (language: string) =>
    readGuidance.answer.parse(await ask(`/api/guide/complaints/${complaintId}`, language))
  const [english, japanese] = [await guided('en-GB,en'), await guided('ja')]
  expect(english.playbook.language).toBe('en')
  expect(english.current).toMatchObject({
    play: 'Receiving',
    because: expect.stringContaining('“The kettle leaks”'),
  })
  expect(english.unknowns).toContainEqual({ key: 'when', label: 'When' })
  expect(japanese.playbook.language).toBe('ja')
  expect(japanese.current?.play).toBe('受付')
})

it('ほかのサイトからの操作は受け付けない', async () => {
  const { cookie } = await enter(staff.matsui.email, demoPassword)
  const headers = { ...json, cookie, origin: 'https://evil.example' }
  const response = await fetch(`${url}/api/intake/calls`, { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(403)
  expect(problem.parse(await response.json()).code).toBe('http.other-site')
})

it('APIは、すべての入口を自分で説明する', async () => {
  const response = await fetch(`${url}/api/openapi.json`)
  const { openapi, paths } = z
    .object({
      openapi: z.string(),
      paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))),
    })
    .parse(await response.json())
  expect(openapi).toBe('3.1.0')
  for (const { endpoint } of allRoutes(ports)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    expect(paths[path]?.[endpoint.method]?.summary, path).toBe(endpoint.summary)
  }
})

it('ないアドレスと、サインインのない更新の流れには、文で答える', async () => {
  const missing = await fetch(`${url}/api/nowhere`)
  expect(missing.status).toBe(404)
  expect(problem.parse(await missing.json()).detail).toContain('アドレス')
  expect((await fetch(`${url}/api/events`)).status).toBe(401)
})
