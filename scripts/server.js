import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { house, node, run } from './run.js'
import { Problem } from './say.js'

const built = join(house, 'dist', 'server')
const settings = ['package-lock.json', 'scripts/bundle.js', 'scripts/server.js']

/**
 * For Node, before the file. Left alone V8 lets what requests leave behind grow to a few hundred megabytes before it clears
 * it away: the young half of the heap to 32 MB twice, the old one to several times of what is in use.
 */
export const nodeFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100']

/**
 * Puts the server and all it stands on into a few files below dist/server, unless these are of exactly these sources
 * already: it starts in half the time and half the memory of its thousands of modules. Answers the file to run.
 * @param {(ja: string, en: string) => void} [tell] that it takes a while
 */
export async function buildServer(tell = () => undefined) {
  const told = await readFile(join(built, '.built'), 'utf8').catch(() => '{}')
  const { sources = [], stamp = '' } = JSON.parse(told)
  if (stamp === '' || (await stampOf(sources)) !== stamp) await bundle(tell)
  return 'dist/server/cli.js'
}

/** @param {(ja: string, en: string) => void} tell */
async function bundle(tell) {
  tell(
    'サーバーを組み立てています（変わったときだけ、数秒）…',
    'Building the server (only when it changed)…',
  )
  const { code, output } = await run(node, ['scripts/bundle.js'], { quiet: true })
  if (code === 0) return
  throw new Problem(
    `${output}\nサーバーを組み立てられませんでした。上の記録を確かめてください。`,
    `${output}\nThe server could not be built. See above.`,
  )
}

/**
 * Of what was bundled, and of what says how. A file that is new is imported by one that has changed.
 * @param {readonly string[]} sources paths in the house
 */
export async function stampOf(sources) {
  const hash = createHash('sha256')
  const contents = [...settings, ...sources].map(async (file) => {
    const text = await readFile(join(house, file)).catch(() => 'gone')
    return /** @type {const} */ ([file, text])
  })
  for (const [file, text] of await Promise.all(contents)) hash.update(`${file}\0`).update(text)
  return hash.digest('hex')
}
