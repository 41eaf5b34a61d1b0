/**
 * Many screens in a process of their own, so that what they cost does not sit in the server: raw HTTP, and what is the
 * same for all of them is read once. Spoken with by messages: `Orders` in, `Told` out.
 */
import { Agent, get, type IncomingMessage } from 'node:http'
import { z } from 'zod'

export type Orders =
  | { readonly do: 'open'; readonly url: string; readonly screens: readonly Seat[] }
  /** `<complaint> <sequence>` of each event with when their command was acknowledged, in milliseconds since 1970. */
  | { readonly do: 'report'; readonly acknowledged: readonly (readonly [string, number])[] }

export type Seat = {
  readonly cookie: string
  /** Leaves every second or so and comes back with its token. */
  readonly isRestless: boolean
}

export type Told =
  | { readonly told: 'open' }
  | {
      readonly told: 'report'
      /** Milliseconds from acknowledgement to each screen that stayed, sorted. */
      readonly times: Float64Array
      readonly missed: number
      readonly missedByRestless: number
      /** How often a restless one came back, and how often the server cut one off. */
      readonly resumed: number
      readonly cutOff: number
      /** Processor seconds of this process since its screens were open. */
      readonly spent: number
    }

const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
const now = () => performance.timeOrigin + performance.now()

let screens: Screen[] = []
/** For each event, when it came to each screen; 0: not yet. */
const arrivals = new Map<string, Float64Array>()

class Screen {
  readonly #at: number
  readonly #url: string
  readonly seat: Seat
  #token = ''
  #rest = ''
  #response: IncomingMessage | undefined
  resumed = 0
  cutOff = 0

  constructor(at: number, url: string, seat: Seat) {
    this.#at = at
    this.#url = url
    this.seat = seat
  }

  open(): Promise<void> {
    const since = this.#token === '' ? {} : { 'last-event-id': this.#token }
    const headers = { cookie: this.seat.cookie, ...since }
    return new Promise((resolve, reject) => {
      const asked = get(`${this.#url}/api/events`, { agent, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`${response.statusCode}`))
        this.#response = response
        this.#rest = ''
        response.on('data', (chunk: Buffer) => {
          this.#hear(chunk)
          resolve()
        })
        response.on('close', () => response === this.#response && void this.#cut())
      })
      asked.on('error', reject)
    })
  }

  /** Leaves for up to two seconds. */
  async leave(): Promise<void> {
    const left = this.#response
    this.#response = undefined
    left?.destroy()
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2000))
    await this.open()
    this.resumed += 1
  }

  async #cut() {
    this.cutOff += 1
    await this.open()
  }

  #hear(chunk: Buffer): void {
    const whole = this.#rest === '' ? readOnce(chunk) : read(this.#rest + chunk.toString())
    this.#rest = whole.rest
    if (whole.token !== '') this.#token = whole.token
    if (whole.moves.length === 0) return
    const at = now()
    for (const move of whole.moves) {
      const its = arrivals.get(move) ?? new Float64Array(screens.length)
      arrivals.set(move, its)
      its[this.#at] ||= at
    }
  }
}

const movement = z.object({ complaintId: z.string(), sequence: z.int() })

/** `moves`: `<complaint> <sequence>` of each. */
type Read = { readonly moves: readonly string[]; readonly token: string; readonly rest: string }

let last: { chunk: Buffer; is: Read } | undefined

/** All screens are told the same bytes one after the other. */
function readOnce(chunk: Buffer): Read {
  if (!last?.chunk.equals(chunk)) last = { chunk, is: read(chunk.toString()) }
  return last.is
}

function read(text: string): Read {
  const end = text.lastIndexOf('\n\n') + 2
  const whole = end === 1 ? '' : text.slice(0, end)
  const moved = [...whole.matchAll(/^event: movement\ndata: (.*)$/gm)]
  const tokens = [...whole.matchAll(/^id: (.*)$/gm)]
  return {
    moves: moved.map(([, data = '']) => {
      const { complaintId, sequence } = movement.parse(JSON.parse(data))
      return `${complaintId} ${sequence}`
    }),
    token: tokens.at(-1)?.[1] ?? '',
    rest: text.slice(whole.length),
  }
}

async function open(url: string, seats: readonly Seat[]): Promise<void> {
  screens = seats.map((seat, at) => new Screen(at, url, seat))
  for (let at = 0; at < screens.length; at += 20)
    await Promise.all(screens.slice(at, at + 20).map((screen) => screen.open()))
  for (const screen of screens.filter(({ seat }) => seat.isRestless)) void wander(screen)
  began = process.cpuUsage()
  tell({ told: 'open' })
}

let isOver = false
let began = process.cpuUsage()

async function wander(screen: Screen): Promise<void> {
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1000))
    if (!isOver) await screen.leave()
  }
}

async function report(acknowledged: readonly (readonly [string, number])[]): Promise<void> {
  isOver = true
  const { user, system } = process.cpuUsage(began)
  // Whoever is away comes back, and hears the rest.
  await new Promise((resolve) => setTimeout(resolve, 4000))
  const calm = screens.flatMap(({ seat }, at) => (seat.isRestless ? [] : [at]))
  const restless = screens.flatMap(({ seat }, at) => (seat.isRestless ? [at] : []))
  const times = new Float64Array(acknowledged.length * calm.length)
  let count = 0
  let [missed, missedByRestless] = [0, 0]
  for (const [move, at] of acknowledged) {
    const its = arrivals.get(move)
    for (const screen of calm) {
      const came = its?.[screen] ?? 0
      if (came === 0) missed += 1
      else times[count++] = Math.max(0, came - at)
    }
    missedByRestless += restless.filter((screen) => !its?.[screen]).length
  }
  const sum = (of: 'resumed' | 'cutOff') => screens.reduce((all, screen) => all + screen[of], 0)
  const [resumed, cutOff] = [sum('resumed'), sum('cutOff')]
  const sorted = times.subarray(0, count).toSorted()
  const counts = { missed, missedByRestless, resumed, cutOff, spent: (user + system) / 1e6 }
  tell({ told: 'report', times: sorted, ...counts })
}

function tell(told: Told): void {
  process.send?.(told)
}

process.on('message', (orders: Orders) => {
  if (orders.do === 'open') void open(orders.url, orders.screens)
  else void report(orders.acknowledged)
})
