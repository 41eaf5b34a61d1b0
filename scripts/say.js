// Plain JavaScript: this runs on Node 20, before anything is installed.

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const english = /^en/i.test(locale)

/** @param {string} ja @param {string} en */
export function say(ja, en) {
  console.log(english ? en : ja)
}

/** Something that stops the start-up and that a person can do something about. */
export class Problem extends Error {
  /** @param {string} ja @param {string} en */
  constructor(ja, en) {
    super(english ? en : ja)
  }
}

/**
 * The sentence of a Problem alone, or the whole error of a bug.
 * @param {unknown} error
 */
export function complain(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error)
}

/** @param {unknown} error */
export function giveUp(error) {
  complain(error)
  process.exit(1)
}
