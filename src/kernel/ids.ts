import { toHex } from './hash.ts'

/** Ids are UUIDv7 and made by whoever starts the command, so that sending it twice does it once. */
export type Ids = { next(): string }

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Lower case only: ids are compared and hashed as text. */
export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}

/** RFC 9562 §5.7. Takes the first 10 of the random bytes. */
export function uuidv7(unixMs: number, randomBytes: Uint8Array): string {
  if (randomBytes.length < 10) throw new RangeError('uuidv7 needs 10 random bytes')
  const time = unixMs.toString(16).padStart(12, '0')
  const random = Uint8Array.from(randomBytes.subarray(0, 10))
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70 // version 7
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80 // RFC variant
  const hex = toHex(random)
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

/** No id of that moment, or of a later one, sorts before it. */
export function lowestIdAt(unixMs: number): string {
  return uuidv7(unixMs, new Uint8Array(10))
}

/** Each id sorts after the one before, also within a millisecond and when the clock is set back. */
export function monotonicIds(
  unixMs: () => number,
  randomBytes: (length: number) => Uint8Array,
): Ids {
  let time = -1
  let counter = 0
  return {
    next() {
      const random = randomBytes(10)
      const current = unixMs()
      if (current > time) {
        time = current
        counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff // leaves room to count up
      } else if (++counter > 0xfff) {
        time += 1
        counter = 0
      }
      random[0] = counter >> 8
      random[1] = counter & 0xff
      return uuidv7(time, random)
    },
  }
}

/** 00000000-0000-7000-8000-000000000001, …002, … for tests. */
export function sequentialIds(): Ids {
  let count = 0
  return {
    next: () => `00000000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`,
  }
}
