import { runInNewContext } from 'node:vm'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, axe, openHouse, receive, settled } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const [pin, duressPin] = ['4826', '7391']
const second = 1000

/** No line is no fault of the page: the browser writes each failed request down. */
const noLine = /ERR_INTERNET_DISCONNECTED|Failed to load resource/
/** What the page asks for ahead is answered by its worker, which the browser remarks. */
const fromWorker = /^\S+: (?:A preload for|The resource \S+ was preloaded) /
/** Nobody has pressed anything on the office's screen yet: its browser lets no sound out. */
const noSound = /AudioContext was not allowed to start/

type Alarm = { readonly visitId: string; readonly kind: string; readonly isNotice: boolean }
type Visit = { readonly id: string; readonly state: string; readonly backBy: string }

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()

async function memberId(page: Page): Promise<string> {
  return (await ask<{ memberId: string }>(page, '/api/access/viewer')).memberId
}

let visitorIds: string[] = []
let plans = 0

beforeAll(async () => {
  const matsui = await sit('matsui', '/today')
  await setPins(matsui)
  visitorIds = [await memberId(matsui)]
})

/** A complete plan for the phone that `page` is, of somebody and Matsui, to a customer of its own. */
async function plan(page: Page): Promise<{ visitId: string; toWhom: string }> {
  const desk = await sit('sasaki', '/today')
  const visitId = crypto.randomUUID()
  const toWhom = `青木 ${(plans += 1)} 様`
  const now = Date.now()
  const fields = {
    purpose: '割れた急須を引き取り、代わりをお渡しする',
    toWhom,
    address: '静岡市葵区追手町1-1',
    startsAt: new Date(now).toISOString(),
    backBy: new Date(now + 7200 * second).toISOString(),
    agreedWords: '今日の2時なら家にいます',
    holidayWords: '今日でいいです',
    visitorIds: [await memberId(page), ...visitorIds],
    watcherId: await memberId(desk),
    sign: '青いファイルの件、佐々木さんに伝えます',
    question: '昼は何を食べた？ → そば',
    bring: '代わりの急須',
    // Whatever time it is where this runs: no risk that asks for three people.
    isHome: false,
    place: 'public',
    mayPromise: '交換まで',
  }
  const complaintId = await receive(desk, '届いた急須のふたが割れていました。')
  const data = { id: crypto.randomUUID(), complaintId, plan: fields }
  const answer = await desk.request.put(`/api/visits/${visitId}`, { data })
  expect(answer.status(), await answer.text()).toBe(200)
  await desk.context().close()
  return { visitId, toWhom }
}

async function visitAt(page: Page, visitId: string): Promise<Visit | undefined> {
  const { visits } = await ask<{ visits: Visit[] }>(page, '/api/visits')
  return visits.find(({ id }) => id === visitId)
}

async function alarmsOf(desk: Page, visitId: string): Promise<string[]> {
  const { alarms } = await ask<{ alarms: Alarm[] }>(desk, '/api/visits/alarms')
  return alarms.filter((each) => each.visitId === visitId && !each.isNotice).map(({ kind }) => kind)
}

async function type(page: Page, typed: string): Promise<void> {
  await tap(page, '終了')
  for (const digit of typed) await tap(page, digit)
  await tap(page, '決定')
}

async function begin(page: Page, toWhom: string): Promise<void> {
  await page.reload()
  const one = page.getByRole('listitem').filter({ hasText: toWhom })
  await one.getByRole('button', { name: 'この端末で始める' }).tap()
}

/** Begins, and is there. */
async function goThere(page: Page, toWhom: string): Promise<void> {
  await begin(page, toWhom)
  await page.getByText('この端末は、電波がなくても開けます。').waitFor()
  await tap(page, '出発')
  await tap(page, '到着')
  await page.getByRole('heading', { name: '着きました' }).waitFor()
}

const told = (page: Page) => page.locator('[data-told]').innerText()

describe('携帯の画面', () => {
  it('電波がなくても、端末を閉じても続き、事務所が知っていることを正直に言う', async () => {
    forgive(noLine, fromWorker, noSound)
    const desk = await sit('sasaki', '/today')
    const page = await sit('kobayashi', '/visit/', { width: 390 })
    const context = page.context()
    const free = await sit('matsui', '/visit/', { width: 390 })
    await free.getByText('きょうの訪問はありません').waitFor()
    const first = await sit('fujii', '/visit/', { width: 390 })
    await tap(first, '番号を決める')
    await first.getByLabel('ふだんの番号').fill(pin)
    await first.getByLabel('迫られたときの番号').fill('4827')
    await tap(first, 'この番号にする')
    await first.getByText('二つの番号が似ています').waitFor()
    await first.getByLabel('迫られたときの番号').fill(duressPin)
    await tap(first, 'この番号にする')
    await first.getByText('番号を決めました').waitFor()
    await first.getByLabel('番号を試す').fill(duressPin)
    await tap(first, '番号を試す')
    await first.getByText('迫られたときの番号です。').waitFor()
    await axe(first, '番号を決めた画面')

    const { visitId, toWhom } = await plan(page)
    await begin(page, toWhom)
    await page.getByText('青いファイルの件').waitFor()
    await page.getByText('この端末は、電波がなくても開けます。').waitFor()
    await tap(page, '出発')
    await page.getByRole('heading', { name: '向かっています' }).waitFor()
    expect(await page.getByText('青いファイル').count()).toBe(0)
    await tap(page, '到着')
    await expect.poll(() => told(page)).toMatch(/の到着は、届いています。$/)

    await context.setOffline(true)
    await tap(page, '大丈夫')
    await expect
      .poll(() => told(page))
      .toMatch(/の確認は、まだ届いていません。電波が戻ると送ります。/)
    expect(await told(page)).toMatch(/届かなければ、見守る人は \d\d:\d\d に気づきます。$/)
    await page.reload()
    await page.getByRole('heading', { name: 'お話し中' }).waitFor()
    await expect.poll(() => told(page)).toContain('まだ届いていません')
    await page.close()
    const again = await context.newPage()
    await context.clearCookies()
    await again.goto('/visit/')
    await again.getByRole('heading', { name: 'お話し中' }).waitFor()
    expect((await visitAt(desk, visitId))?.state).toBe('arrived')

    const sent: string[] = []
    again.on('request', (request) => {
      if (request.url().endsWith('/presses')) sent.push(request.postData() ?? '')
    })
    await context.setOffline(false)
    await expect.poll(() => told(again)).toMatch(/の確認は、届いています。$/)
    expect((await visitAt(desk, visitId))?.state).toBe('talking')
    expect(sent.filter((body) => body.includes('"check-in"')).length).toBeGreaterThan(0)
    const before = sent.length
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before)
    expect(sent.at(-1)).toContain('"presses":[]')

    const planned = (await visitAt(desk, visitId))?.backBy ?? ''
    await tap(again, '延長')
    await tap(again, '30分')
    const later = new Date(Date.parse(planned) + 1800 * second).toISOString()
    await expect
      .poll(async () => new Date((await visitAt(desk, visitId))?.backBy ?? 0).toISOString())
      .toBe(later)

    const shown = await again.locator('h1').innerText()
    await tap(again, '連絡して')
    await again.getByText(/\d\d:\d\d 連絡を受け付けました。$/).waitFor()
    await expect.poll(() => alarmsOf(desk, visitId)).toEqual(['silent-help'])
    await desk.getByRole('alert').filter({ hasText: '小林 大輔' }).waitFor()
    expect(await again.locator('h1').innerText()).toBe(shown)
    expect(await again.locator('body').innerText()).not.toMatch(/警報|助け|緊急|110/)
    await axe(again, '訪問先の画面')
    await type(again, '5070')
    await again.getByText('番号が合いませんでした').waitFor()
    for (const digit of pin) await tap(again, digit)
    await tap(again, '決定')
    await again.getByRole('heading', { name: 'お疲れさまでした。' }).waitFor()
    await expect.poll(() => told(again)).toMatch(/の終了は、届いています。/)
    await tap(again, '戻りました')
    await expect.poll(async () => (await visitAt(desk, visitId))?.state).toBe('back')
  })

  it('どちらの番号で終えても、画面は一字一点ちがわず、片方だけが事務所に届く', async () => {
    forgive(fromWorker, noSound)
    const seen: { html: string; picture: Buffer; alarms: string[] }[] = []
    const desk = await sit('sasaki', '/today')
    for (const typed of [pin, duressPin]) {
      const page = await sit('kobayashi', '/visit/', { width: 390 })
      await setPins(page)
      const { visitId, toWhom } = await plan(page)
      await goThere(page, toWhom)
      await tap(page, '大丈夫')
      await page.getByRole('heading', { name: 'お話し中' }).waitFor()
      await type(page, typed)
      await page.getByRole('heading', { name: 'お疲れさまでした。' }).waitFor()
      await expect.poll(() => told(page)).toMatch(/^\d\d:\d\d の終了は、届いています。$/)
      const html = await page.locator('#root').innerHTML()
      const mask = [page.locator('[data-told]')]
      const picture = await page.screenshot({ mask })
      await expect.poll(async () => (await visitAt(desk, visitId))?.state).toBe('ended')
      const kept = await page.evaluate<string>(everythingKept)
      expect(kept).not.toMatch(/4826|7391|duress|forced/)
      const expected = typed === duressPin ? ['duress'] : []
      await expect.poll(() => alarmsOf(desk, visitId)).toEqual(expected)
      await tap(page, '戻りました')
      await expect.poll(async () => (await visitAt(desk, visitId))?.state).toBe('back')
      // Looked at again: by now the watch has looked several times.
      seen.push({ html: timeless(html), picture, alarms: await alarmsOf(desk, visitId) })
      await page.context().close()
    }
    const [usual, forced] = seen
    expect(forced?.html).toBe(usual?.html)
    expect(forced?.picture.equals(usual?.picture ?? Buffer.of())).toBe(true)
    expect(seen.map(({ alarms }) => alarms)).toEqual([[], ['duress']])
  })

  it('電波のないところで終えても、番号は開けない形でだけ残り、届いてから見分けられる', async () => {
    forgive(noLine, fromWorker, noSound)
    const desk = await sit('sasaki', '/today')
    const page = await sit('kobayashi', '/visit/', { width: 390 })
    await setPins(page)
    const { visitId, toWhom } = await plan(page)
    await goThere(page, toWhom)
    const other = await sit('kobayashi', '/visit/', { width: 390 })
    await tap(other, '携帯をなくしたので、開けなくする')
    await other.getByText('どの携帯でも開けなくなりました').waitFor()
    await page.getByText('別の端末で開かれています').waitFor({ timeout: 60_000 })
    await tap(page, 'きょうの訪問へ')
    await begin(page, toWhom)
    await page.getByRole('button', { name: '大丈夫' }).waitFor()
    await page.context().setOffline(true)
    await type(page, duressPin)
    await page.getByRole('heading', { name: 'お疲れさまでした。' }).waitFor()
    expect(await told(page)).toContain('の終了は、まだ届いていません')
    expect(await page.evaluate<string>(everythingKept)).not.toMatch(/7391|4826|duress|forced/)
    await page.context().setOffline(false)
    await expect.poll(() => alarmsOf(desk, visitId)).toEqual(['duress'])
    expect(await told(page)).toMatch(/^\d\d:\d\d の終了は、届いています。$/)
    await tap(page, '戻りました')
    await expect.poll(async () => (await visitAt(desk, visitId))?.state).toBe('back')
  })

  it.each(['light', 'dark'] as const)(
    '%s の画面は、片手で届く大きさで、だれにでも読める',
    async (scheme) => {
      forgive(fromWorker, noSound)
      const page = await sit('kobayashi', '/visit/', { width: 390, scheme })
      await setPins(page)
      const { toWhom } = await plan(page)
      await begin(page, toWhom)
      await page.getByRole('button', { name: '出発' }).waitFor()
      await axe(page, `出発まえ（${scheme}）`)
      await tap(page, '出発')
      await tap(page, '到着')
      await page.getByRole('heading', { name: '着きました' }).waitFor()
      await settled(page)
      await axe(page, `訪問先（${scheme}）`)
      const names = ['大丈夫', '延長', '連絡して', '終了']
      const boxes = await Promise.all(
        names.map((name) => page.getByRole('button', { name, exact: true }).boundingBox()),
      )
      const lowest = Math.min(...boxes.map((box) => box?.height ?? 0))
      expect(lowest).toBeGreaterThanOrEqual(64)
      expect(Math.min(...boxes.map((box) => box?.y ?? 0))).toBeGreaterThan(844 / 2)
      await tap(page, '延長')
      await axe(page, `延長（${scheme}）`)
      await tap(page, 'やめる')
      await tap(page, '終了')
      await axe(page, `番号（${scheme}）`)
      await tap(page, 'やめる')
      await page.setViewportSize({ width: 1024, height: 768 })
      await axe(page, `広い画面（${scheme}）`)
      const wide = await page.evaluate<boolean>('document.body.scrollWidth <= innerWidth')
      expect(wide).toBe(true)
      await type(page, pin)
      await page.getByRole('heading', { name: 'お疲れさまでした。' }).waitFor()
      await axe(page, `お疲れさまでした（${scheme}）`)
      await tap(page, '戻りました')
      await page.getByText('この端末の訪問は終わりです。').waitFor()
    },
  )
})

it('画面を閉じていても、電波が戻れば端末が送り、答えのあったものだけを箱から出す', async () => {
  const page = await sit(null, '/visit-worker.js')
  const script = await (await page.request.get('/visit-worker.js')).text()
  const things = new Map<string, unknown>([
    ['carried', { slug: 'demo', token: 'a'.repeat(64), isPinWrong: false }],
  ])
  const outbox = new Map<number, unknown>(
    [1, 2].map((sequence) => [sequence, { id: `press ${sequence}`, sequence }]),
  )
  const told = new Map<string, (event: unknown) => void>()
  const sent: string[] = []
  let isThere = false
  const fetched = async (path: string, { body }: { body: string }) => {
    if (!isThere) throw new TypeError('no line')
    sent.push(`${path} ${body}`)
    return { ok: true, json: async () => ({ results: [{ id: 'press 1', result: 'pin-wrong' }] }) }
  }
  runInNewContext(script, {
    addEventListener: (name: string, listener: (event: unknown) => void) =>
      told.set(name, listener),
    navigator: { locks: { request: (_: string, work: () => Promise<void>) => work() } },
    indexedDB: {
      open: () =>
        answering({
          transaction: () => ({
            objectStore: (name: string) => (name === 'things' ? store(things) : store(outbox)),
          }),
        }),
    },
    fetch: fetched,
  })
  const sync = () => {
    let work: Promise<void> | undefined
    told.get('sync')?.({
      tag: 'visit-presses',
      waitUntil: (given: Promise<void>) => (work = given),
    })
    return work
  }
  await expect(sync()).rejects.toThrow('no line')
  expect(outbox.size).toBe(2)
  isThere = true
  await sync()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatch(/^\/api\/visits\/phone\/demo\/presses .*"press 1".*"press 2"/)
  expect([...outbox.keys()]).toEqual([2])
  expect(things.get('carried')).toMatchObject({ isPinWrong: true, slug: 'demo' })
  expect(things.get('state')).toMatchObject({ results: [{ id: 'press 1' }] })
})

/** As a request of IndexedDB answers. */
function answering(result: unknown) {
  return {
    result,
    addEventListener: (name: string, listener: () => void) => {
      if (name === 'success') queueMicrotask(listener)
    },
  }
}

function store<K>(kept: Map<K, unknown>) {
  return {
    get: (key: K) => answering(kept.get(key)),
    getAll: () => answering([...kept.values()]),
    put: (value: unknown, key: K) => answering(kept.set(key, value)),
    delete: (key: K) => answering(kept.delete(key)),
  }
}

async function setPins(page: Page): Promise<void> {
  const { pin: mine } = await ask<{ pin: { isSet: boolean } }>(page, '/api/visits/phone/mine')
  if (mine.isSet) return
  const answer = await page.request.put('/api/visits/pins', { data: { pin, duressPin } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Times differ because time passes; React's own ids count on. */
function timeless(html: string): string {
  return html.replaceAll(/\d\d:\d\d/g, '00:00').replaceAll(/_r_\w+_/g, '_r_')
}

/** All that this phone keeps, as text. */
const everythingKept = `(async () => {
  const opened = await new Promise((resolve) => {
    const opening = indexedDB.open('uketome-visit')
    opening.onsuccess = () => resolve(opening.result)
  })
  const all = await Promise.all(['things', 'outbox'].map((name) => new Promise((resolve) => {
    const reading = opened.transaction(name).objectStore(name).getAll()
    reading.onsuccess = () => resolve(reading.result)
  })))
  opened.close()
  const { publicKey, token, ...carried } = all[0].find((each) => each.token) ?? {}
  const rest = all[0].filter((each) => !each.token)
  const presses = all[1].map(({ id, at, sealed, ...press }) => press)
  const readable = JSON.stringify([carried, rest, presses, { ...localStorage }], (name, value) =>
    /^(id|visitId|complaintId|.*At|at|backBy)$/.test(name) ? undefined : value)
  return readable + document.cookie
})()`
