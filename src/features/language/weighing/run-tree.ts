/** What is known of a run beside its number, for whoever looks it up; each fits where it is kept. */
export type Known = {
  /** 0 to 255. */
  readonly rarity: number
  /** A place in a list, and how many there belong to the run: 0 to 255. */
  readonly from: number
  readonly count: number
}
const nothing: Known = { rarity: 0, from: 0, count: 0 }

/**
 * Runs of letters as a tree: a run is the run before its last letter, and that letter. Which run a letter makes of
 * which other is in one open-addressed table of numbers, several times faster than a map of strings. What is known of a run stands in
 * its entry: lists of their own for each of it would take twice the memory.
 */
export class RunTree {
  /** How many runs there are; they are numbered from 1 in the order they came, 0 is the empty one. */
  size = 0
  readonly #mask: number
  /** Four numbers each: the run before; letter, rarity and count; the run; from. */
  readonly #entries: Uint32Array

  constructor(capacity: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 1.5)))
    this.#mask = places - 1
    this.#entries = new Uint32Array(places * 4)
  }

  /** The number of the new run `parent` + `letter`, a UTF-16 unit. */
  add(parent: number, letter: number, { rarity, from, count }: Known = nothing): number {
    this.size += 1
    const entry = [parent, letter | (rarity << 16) | (count << 24), this.size, from]
    this.#entries.set(entry, this.entryOf(parent, letter))
    return this.size
  }

  /** The number of `parent` + `letter`, 0 where there is no such run. */
  find(parent: number, letter: number): number {
    return this.runAt(this.entryOf(parent, letter))
  }

  /** Where the entry of `parent` + `letter` stands, or would. */
  entryOf(parent: number, letter: number): number {
    const entries = this.#entries
    let place = (Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(letter + 1, 0x85ebca6b)) >>> 7
    for (; ; place += 1) {
      const entry = (place & this.#mask) * 4
      if (entries[entry + 2] === 0) return entry
      if (entries[entry] === parent && (entries[entry + 1]! & 0xffff) === letter) return entry
    }
  }

  /** The number of the run with this entry, 0 where there is none. */
  runAt(entry: number): number {
    return this.#entries[entry + 2]!
  }
  rarityAt(entry: number): number {
    return (this.#entries[entry + 1]! >>> 16) & 0xff
  }
  fromAt(entry: number): number {
    return this.#entries[entry + 3]!
  }
  countAt(entry: number): number {
    return this.#entries[entry + 1]! >>> 24
  }
}
