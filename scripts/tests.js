import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './install.js'
import { node, run } from './run.js'
import { buildWeb } from './web.js'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: FileReport[] }} Report */

/**
 * Installs, builds and runs every test.
 * @param {string[]} args for vitest: a file name, --project rules …
 */
export async function runTests(args) {
  await install()
  await buildWeb()
  return runVitest(args)
}

/**
 * Needs what is built. A runner that crashes, fails to load a file or finds nothing
 * counts as a failure.
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
export async function runVitest(args) {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-tests-'))
  const report = join(folder, 'report.json')
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const { code } = await run(node, [...vitest, ...args], { env: ownEnvironment() })
  const told = JSON.parse(await readFile(report, 'utf8').catch(() => 'null'))
  await rm(folder, { recursive: true })
  return countOf(told, code)
}

/** @param {Count} count */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {Report | null | undefined} report vitest's JSON, or nothing when it crashed
 * @param {number} code its exit code
 * @returns {Count}
 */
export function countOf(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  // A file that cannot be loaded fails without a failed test in it.
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const seen = numFailedTests + unloaded
  const failed = seen === 0 && (code !== 0 || passed === 0) ? 1 : seen
  return { passed, failed, skipped: numPendingTests + numTodoTests }
}

// What the shell says about a real Uketome must not reach the tests.
function ownEnvironment() {
  const env = { ...process.env }
  for (const name of ['DATABASE_URL', 'UKETOME_DATA', 'PORT', 'NODE_ENV']) delete env[name]
  return env
}
