import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './install.js'
import { node, run } from './run.js'
import { buildServer } from './server.js'
import { buildWeb } from './web.js'

/** @typedef {import('./count.js').Count} Count */

/**
 * Installs, builds and runs every test.
 * @param {string[]} args for vitest: a file name, --project rules …
 */
export async function runTests(args) {
  await install()
  await buildWeb()
  await buildServer()
  return runVitest(args)
}

/**
 * Needs what is built. A runner that crashes or ends with an error of its own counts as a failure.
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
export async function runVitest(args) {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-tests-'))
  const file = join(folder, 'count.json')
  const reporters = ['--reporter=default', '--reporter=./scripts/count.js']
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]
  const { code } = await run(node, vitest, { env: { ...ownEnvironment(), UKETOME_COUNT: file } })
  const told = await readFile(file, 'utf8').catch(() => undefined)
  await rm(folder, { recursive: true })
  return believed(told, code)
}

/**
 * @param {string | undefined} told by the reporter, nothing when the runner crashed
 * @param {number} code of the runner
 * @returns {Count}
 */
export function believed(told, code) {
  if (!told) return { passed: 0, failed: 1, skipped: 0 }
  const count = JSON.parse(told)
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {Count} count */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

// What the shell says about a real Uketome must not reach the tests.
function ownEnvironment() {
  const env = { ...process.env }
  for (const name of ['DATABASE_URL', 'UKETOME_DATA', 'PORT', 'NODE_ENV']) delete env[name]
  return env
}
