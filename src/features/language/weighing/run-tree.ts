/**
 * Runs of letters as a tree: a run is the run before its last letter, and that letter. Which run a letter makes of
 * which other is in one open-addressed table of numbers, several times faster than a map of strings.
 */
export class RunTree {
  /** How many runs there are; they are numbered from 1 in the order they came, 0 is the empty one. */
  size = 0
  readonly #mask: number
  readonly #parents: Uint32Array
  readonly #letters: Uint16Array
  readonly #runs: Uint32Array

  constructor(capacity: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)))
    this.#mask = places - 1
    this.#parents = new Uint32Array(places)
    this.#letters = new Uint16Array(places)
    this.#runs = new Uint32Array(places)
  }

  /** The number of the new run `parent` + `letter`, a UTF-16 unit. */
  add(parent: number, letter: number): number {
    const place = this.#place(parent, letter)
    this.#parents[place] = parent
    this.#letters[place] = letter
    this.size += 1
    this.#runs[place] = this.size
    return this.size
  }

  /** The number of `parent` + `letter`, 0 where there is no such run. */
  find(parent: number, letter: number): number {
    return this.#runs[this.#place(parent, letter)] ?? 0
  }

  #place(parent: number, letter: number): number {
    let place = (Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(letter + 1, 0x85ebca6b)) >>> 7
    for (; ; place += 1) {
      place &= this.#mask
      if (this.#runs[place] === 0) return place
      if (this.#parents[place] === parent && this.#letters[place] === letter) return place
    }
  }
}
