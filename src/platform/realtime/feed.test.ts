import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openFeed, type Past } from './feed.ts'
import type { Hub, Notice } from './hub.ts'

type Listener = Parameters<Hub['subscribe']>[1]

/** A hub that says what the test says, and how many listen. */
function hubOfTest() {
  const listeners = new Set<Listener>()
  const hub: Hub = {
    subscribe(_, listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => Promise.resolve(),
  }
  const move = (id: string) => {
    for (const listener of listeners) listener.notice(notice(id))
  }
  const lose = () => {
    for (const listener of listeners) listener.gap()
  }
  return { hub, move, lose, listening: () => listeners.size }
}

function notice(id: string): Notice {
  const place = { organisationId: 'o', complaintId: 'c', sequence: 1 }
  return { ...place, id, type: 'complaints.noted', at: '2026-11-24T01:00:00Z', by: 'member:m' }
}

/** What was committed, by its ids; and how often that was read. */
function pastOf(committed: readonly string[] = []) {
  let tokens = 0
  const past = {
    readings: 0,
    token: async () => String((tokens += 1)),
    since: async (_: string, known: readonly string[]) => {
      past.readings += 1
      return committed.filter((id) => !known.includes(id)).map(notice)
    },
    lately: async (seconds: number) => [notice(`of ${seconds} s`)],
  }
  return past satisfies Past
}

/** Reads a stream as a browser would; what came so far, a line per event: `movement a`. */
function screen(stream: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  const chunks: string[] = []
  let isOver = false
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(decoder.decode(value))
    }
    isOver = true
  })()
  const told = (chunk: string) =>
    [...chunk.matchAll(/event: (\w+)\ndata: (.*)\nid: (\d+)\n\n/g)].map(([, event, data = '']) => {
      const { id } = JSON.parse(data) as { id?: string }
      return id ? `${event} ${id}` : `${event}`
    })
  return {
    chunks: () => chunks.map(told),
    events: () => chunks.flatMap(told),
    leave: () => reader.cancel(),
    isOver: () => isOver,
  }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('静かなときは、動いたらすぐに知らせ、組織の番号は載せない', async () => {
  const { hub, move } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(), () => undefined)
  const stream = feed.open('member:a')
  const page = screen(stream)
  await settled()
  move('a')
  await settled()
  expect(page.events()).toEqual(['ready', 'movement a'])
})

it('続けて動くときは、少しためて一度に書き、一つも落とさず、順は変わらない', async () => {
  const { hub, move } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(), () => undefined)
  const pages = Array.from({ length: 100 }, () => screen(feed.open('member:a')))
  await settled()
  for (const id of ['a', 'b', 'c', 'd']) move(id)
  await vi.advanceTimersByTimeAsync(260)
  for (const page of pages)
    expect(page.chunks()).toEqual([
      ['ready'],
      ['movement a'],
      ['movement b', 'movement c', 'movement d'],
    ])
})

it('動かした人の画面には、混みあっていても待たせずに、一度だけ知らせる', async () => {
  const { hub, move } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(), () => undefined)
  const own = screen(feed.open('member:m'))
  const others = Array.from({ length: 100 }, () => screen(feed.open('member:a')))
  await settled()
  for (const id of ['a', 'b']) move(id)
  await settled()
  expect(own.events()).toEqual(['ready', 'movement a', 'movement b'])
  expect(others[0]?.events()).toEqual(['ready', 'movement a'])
  await vi.advanceTimersByTimeAsync(260)
  expect(own.events()).toEqual(['ready', 'movement a', 'movement b'])
  expect(others[0]?.events()).toEqual(['ready', 'movement a', 'movement b'])
})

it('戻ってきた画面には、その間のことを先に、それから今のことを知らせる', async () => {
  const { hub, move } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(['missed']), () => undefined)
  const page = screen(feed.open('member:a', { token: '7' }))
  move('now')
  await settled()
  expect(page.events()).toEqual(['ready', 'movement missed', 'movement now'])
})

it.each([
  [0, []],
  [300, ['movement of 3 s']],
  [1000, ['movement of 3 s']],
  [1001, ['movement of 6 s']],
  [3_600_000, ['movement of 60 s']],
])(
  '%dミリ秒前から読みはじめていたページには、その間のことから知らせる',
  async (readingForMs, told) => {
    const { hub, move } = hubOfTest()
    const page = screen(
      openFeed(hub, 'o', pastOf(), () => undefined).open('member:a', { readingForMs }),
    )
    move('now')
    await settled()
    expect(page.events()).toEqual(['ready', ...told, 'movement now'])
  },
)

it('線が切れて戻ったときは、間のことがすべての画面に届く', async () => {
  const { hub, lose } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(['missed']), () => undefined)
  const pages = [screen(feed.open('member:a')), screen(feed.open('member:a'))]
  await settled()
  lose()
  await settled()
  for (const page of pages) expect(page.events()).toEqual(['ready', 'movement missed'])
})

it('間のことが読めないときは、線を切る。画面はひとりでに戻る', async () => {
  const { hub, lose, listening } = hubOfTest()
  const away = () => Promise.reject(new Error('away'))
  const past: Past = { token: async () => '1', since: away, lately: away }
  const feed = openFeed(hub, 'o', past, () => undefined)
  const [live, back] = [
    screen(feed.open('member:a')),
    screen(feed.open('member:a', { token: '3' })),
  ]
  await settled()
  expect(back.isOver()).toBe(true)
  expect(live.isOver()).toBe(false)
  lose()
  await settled()
  expect(live.isOver()).toBe(true)
  expect(listening()).toBe(0)
})

it('だれからも知らされなかったことは、次の合図で知らせ、知らせたことは繰り返さない', async () => {
  const { hub, move } = hubOfTest()
  const committed = ['told']
  const feed = openFeed(hub, 'o', pastOf(committed), () => undefined)
  const page = screen(feed.open('member:a'))
  await settled()
  move('told')
  committed.push('lost')
  await vi.advanceTimersByTimeAsync(20_000)
  const told = ['ready', 'movement told', 'movement lost', 'beat']
  expect(page.events()).toEqual(told)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(page.events()).toEqual([...told, 'beat'])
})

it('データベースに聞けないあいだも合図は続き、聞けるようになれば知らせる', async () => {
  const { hub } = hubOfTest()
  const past = pastOf(['lost'])
  const away = vi.spyOn(past, 'since').mockRejectedValueOnce(new Error('away'))
  const page = screen(openFeed(hub, 'o', past, () => undefined).open('member:a'))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(page.events()).toEqual(['ready', 'beat'])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(page.events()).toEqual(['ready', 'beat', 'movement lost', 'beat'])
  away.mockRestore()
})

it('千の画面が一度に戻っても、間のことを読むのは一度か二度', async () => {
  const { hub } = hubOfTest()
  const past = pastOf(['missed'])
  const feed = openFeed(hub, 'o', past, () => undefined)
  const pages = Array.from({ length: 1000 }, () => screen(feed.open('member:a', { token: '7' })))
  await settled()
  for (const page of pages) expect(page.events()).toEqual(['ready', 'movement missed'])
  expect(past.readings).toBeLessThan(3)
})

it('たくさん逃した画面も、読みはじめる前に切られない', async () => {
  const { hub, move } = hubOfTest()
  const missed = Array.from({ length: 5000 }, (_, nth) => `m${nth}`)
  const stream = openFeed(hub, 'o', pastOf(missed), () => undefined).open('member:a', {
    token: '7',
  })
  await settled()
  move('now')
  await vi.advanceTimersByTimeAsync(200)
  const page = screen(stream)
  await vi.advanceTimersByTimeAsync(0)
  expect(page.events()).toHaveLength(5002)
  expect(page.isOver()).toBe(false)
})

it('読まない画面は切り、ほかの画面を待たせない', async () => {
  const { hub, move } = hubOfTest()
  const feed = openFeed(hub, 'o', pastOf(), () => undefined)
  const asleep = feed.open('member:a')
  const page = screen(feed.open('member:a'))
  await settled()
  for (let i = 0; i < 2000; i += 1) {
    move(`m${i}`)
    await vi.advanceTimersByTimeAsync(5)
  }
  expect(page.events()).toHaveLength(2001)
  const late = screen(asleep)
  await settled()
  expect(late.isOver()).toBe(true)
  expect(late.events().length).toBeLessThan(2001)
})

it('だれも見ていなければ、何も聞かず、二十秒ごとの合図も止める', async () => {
  const { hub, listening } = hubOfTest()
  let isEmpty = false
  const feed = openFeed(hub, 'o', pastOf(), () => (isEmpty = true))
  const pages = [screen(feed.open('member:a')), screen(feed.open('member:a'))]
  await vi.advanceTimersByTimeAsync(20_000)
  expect(pages[0]?.events()).toEqual(['ready', 'beat'])
  await pages[0]?.leave()
  expect([isEmpty, listening()]).toEqual([false, 1])
  await pages[1]?.leave()
  expect([isEmpty, listening(), vi.getTimerCount()]).toEqual([true, 0, 0])
})
