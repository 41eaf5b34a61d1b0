import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ReadList } from './long-list.ts'
import { most, page } from './stretch.ts'

type Line = { readonly id: string }
const lineOf = (number: number): Line => ({ id: String(number).padStart(8, '0') })

/** Lines from the greatest number to the least, as the newest complaint comes first. */
class Server {
  lines: Line[]
  asked = 0
  counts = 0
  /** `counted`: of more lines it says that there are at least so many. */
  readonly counted: number
  readonly isCounting: boolean
  constructor(count: number, counted = Infinity, isCounting = true) {
    this.counted = counted
    this.isCounting = isCounting
    this.lines = Array.from({ length: count }, (_, at) => lineOf((count - at) * 1000))
  }

  read(place: { cursor?: string; before?: string; skip?: number; limit: number }) {
    this.asked += 1
    const { cursor, before, skip = 0, limit } = place
    const behind = this.lines.filter(({ id }) => cursor === undefined || id < cursor)
    const ahead = this.lines.filter(({ id }) => before !== undefined && id > before)
    const items = before === undefined ? behind.slice(skip, skip + limit) : ahead.slice(-limit)
    const total = Math.min(this.counted, this.lines.length)
    const isAtLeast = total < this.lines.length
    return Promise.resolve({ ok: true as const, value: { items, total, isAtLeast } })
  }

  count() {
    this.counts += 1
    const total = this.lines.length
    return Promise.resolve({ ok: true as const, value: { total, isAtLeast: false } })
  }

  arrive(number: number) {
    const line = lineOf(number)
    const rest = this.lines.filter(({ id }) => id !== line.id)
    this.lines = [...rest, line].toSorted((a, b) => (a.id < b.id ? 1 : -1))
  }

  leave(at: number) {
    this.lines = this.lines.toSpliced(at, 1)
  }
}

async function unanswered() {
  const refusal = { kind: 'unreachable', code: 'unreachable', data: null, sentence: '' } as const
  return { ok: false as const, refusal }
}

function open(server: Server) {
  const list = new ReadList<Line>({
    read: (place) => server.read(place),
    count: () => (server.isCounting ? server.count() : unanswered()),
    cursorOf: ({ id }) => id,
  })
  list.look()
  return list
}

/** What stands in sight now, as the screen would show it. */
function seen(list: ReadList<Line>, first: number, height = 10) {
  const { start, items } = list.shown().stretch
  return Array.from({ length: height }, (_, row) => items[first + row - start]?.id)
}

const rest = () => vi.advanceTimersByTimeAsync(5000)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('どこへ跳んでも、しばらくすれば見えるところはすべて読めていて、持つ行は増えつづけない', async () => {
  const server = new Server(20_000)
  const list = open(server)
  await rest()
  for (const first of [0, 40, 900, 19_990, 12_345, 12_900, 11_000, 0]) {
    list.see(first, first + 9)
    await rest()
    const there = server.lines.slice(first, first + 10).map(({ id }) => id)
    expect(seen(list, first)).toEqual(there)
    expect(list.shown().stretch.items.length).toBeLessThanOrEqual(most + page)
  }
})

test('はじめから終わりまで歩いても、一行も抜けず、二度も出ない', async () => {
  const server = new Server(5000)
  const list = open(server)
  const met: (string | undefined)[] = []
  for (let first = 0; first < 5000; first += 10) {
    list.see(first, first + 9)
    await vi.advanceTimersByTimeAsync(20)
    met.push(...seen(list, first))
  }
  expect(met).toEqual(server.lines.map(({ id }) => id))
})

test('数えきらない長さでも、終わりまで歩け、跳んだ先も、戻った先も正しい', async () => {
  const server = new Server(6000, 1000, false)
  const list = open(server)
  await rest()
  expect(list.shown().stretch).toMatchObject({ total: 1000, isAtLeast: true })
  for (const first of [0, 900, 1100, 1500, 2600, 4000, 5990, 5200, 3000, 700, 0]) {
    list.see(first, first + 9)
    await rest()
    const there = server.lines.slice(first, first + 10).map(({ id }) => id)
    expect(seen(list, first)).toEqual(there)
  }
})

test('ページが数えなかった長さは、あとから数えた数になり、めくっても戻らない', async () => {
  const server = new Server(6000, 100)
  const list = open(server)
  list.see(0, 9)
  await rest()
  expect(list.shown().stretch).toMatchObject({ total: 6000, isAtLeast: false })
  for (const first of [40, 900, 5990]) {
    list.see(first, first + 9)
    await rest()
    expect(list.shown().stretch).toMatchObject({ total: 6000, isAtLeast: false })
    expect(seen(list, first)).toEqual(server.lines.slice(first, first + 10).map(({ id }) => id))
  }
})

test('数えているあいだは数えていると言い、数えられなくても、いつまでもは言わない', async () => {
  for (const isCounting of [true, false]) {
    const list = open(new Server(6000, 100, isCounting))
    const told: boolean[] = []
    list.subscribe(() => told.push(list.shown().isCounting))
    await rest()
    expect(told).toContain(true)
    expect(told.at(-1)).toBe(false)
  }
})

test('数えなおすのは、動きが続いても十秒に一度まで', async () => {
  const server = new Server(6000, 100)
  const list = open(server)
  list.see(0, 9)
  await rest()
  const before = server.counts
  for (let nth = 0; nth < 100; nth += 1) {
    server.arrive(7_000_000 + nth)
    list.moved()
    await vi.advanceTimersByTimeAsync(210)
  }
  expect(server.counts - before).toBeGreaterThanOrEqual(2)
  expect(server.counts - before).toBeLessThanOrEqual(3)
})

test('いちばん上で待っていれば、新しい行が上に入り、下の行も抜けない', async () => {
  const server = new Server(1000)
  const list = open(server)
  list.see(0, 9)
  await rest()
  for (let nth = 0; nth < 5; nth += 1) server.arrive(2_000_000 + nth)
  list.moved()
  await rest()
  expect(list.shown().pushed).toBe(0)
  expect(list.shown().stretch.total).toBe(1005)
  for (const first of [0, 45, 190, 400]) {
    list.see(first, first + 9)
    await rest()
    expect(seen(list, first)).toEqual(server.lines.slice(first, first + 10).map(({ id }) => id))
  }
})

test('深いところで読んでいる行は、上に新しい行が入っても動かない', async () => {
  const server = new Server(1000)
  const list = open(server)
  list.see(3, 12)
  await rest()
  const before = seen(list, 3)
  server.arrive(2_000_000)
  list.moved()
  await rest()
  const { pushed } = list.shown()
  expect(pushed).toBe(1)
  expect(seen(list, 3 + pushed)).toEqual(before)
})

test('変わりつづけても、静まれば、見えるところはサーバーと同じになる', async () => {
  const deed = fc.oneof(
    fc.record({ arrive: fc.integer({ min: 0, max: 3_100_000 }) }),
    fc.record({ leave: fc.nat() }),
    fc.record({ see: fc.nat() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const server = new Server(3000)
      const list = open(server)
      let [first, pushed] = [0, 0]
      const follow = () => {
        first += list.shown().pushed - pushed
        pushed = list.shown().pushed
      }
      for (const each of deeds) {
        if ('see' in each) {
          first = each.see % 2980
          list.see(first, first + 9)
        } else {
          if ('arrive' in each) server.arrive(each.arrive)
          else server.leave(each.leave % server.lines.length)
          list.moved()
        }
        await vi.advanceTimersByTimeAsync(100)
        follow()
      }
      await rest()
      follow()
      const shown = seen(list, first).filter((id) => id !== undefined)
      const at = server.lines.findIndex(({ id }) => id === shown[0])
      expect(shown).toEqual(server.lines.slice(at, at + shown.length).map(({ id }) => id))
      expect(shown.length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})

test('動きが続いても、見えるところを読み直すのは、1.5秒に一度まで', async () => {
  const server = new Server(1000)
  const list = open(server)
  list.see(100, 109)
  await rest()
  const before = server.asked
  for (let nth = 0; nth < 100; nth += 1) {
    list.moved()
    await vi.advanceTimersByTimeAsync(30)
  }
  expect(server.asked - before).toBeGreaterThanOrEqual(2)
  expect(server.asked - before).toBeLessThanOrEqual(3)
})

test('離れているあいだは何も読まず、戻れば読み直す', async () => {
  const server = new Server(1000)
  const list = open(server)
  list.see(500, 509)
  await rest()
  list.rest()
  const before = server.asked
  server.leave(503)
  list.moved()
  await rest()
  expect(server.asked).toBe(before)
  expect(seen(list, 500)).toHaveLength(10)
  list.look()
  await rest()
  expect(server.asked).toBeGreaterThan(before)
  expect(seen(list, 500)).toEqual(server.lines.slice(500, 510).map(({ id }) => id))
})
