/** Chance that falls the same way each time: everything follows from the seed. */
export type Dice = {
  /** 0 ≤ n < `most`. */
  readonly below: (most: number) => number
  /** 0 ≤ n < `most`; n about 1/(n+1) as often as 0. */
  readonly zipf: (most: number) => number
  readonly bytes: (length: number) => Uint8Array
}

/** mulberry32, one for each complaint, so that it is the same in whatever order they are made. */
export function diceOf(seed: number, index: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (most) => Math.floor(next() * most),
    zipf: (most) => Math.min(most - 1, Math.floor((most + 1) ** next() - 1)),
    bytes: (length) => {
      const made = new Uint8Array(length)
      for (let at = 0; at < length; at += 1) made[at] = next() * 256
      return made
    },
  }
}
