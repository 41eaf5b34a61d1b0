import { install } from './install.js'
import { node, run } from './run.js'
import { complain } from './say.js'
import { buildServer } from './server.js'
import { closingLine, runVitest } from './tests.js'
import { buildWeb } from './web.js'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'rules']

/** @type {[name: string, work: () => Promise<{ code: number, output: string }>][]} */
const steps = [
  ['書式 format', () => tool('node_modules/oxfmt/bin/oxfmt', '--check')],
  ['文法 lint', () => tool('node_modules/oxlint/bin/oxlint', '--type-aware', '--format=unix')],
  ['型 types', () => tool('node_modules/typescript/bin/tsc', '-b')],
  ['間取り house', () => tool(...vitest, 'test/house.test.ts')],
  ['文言 messages', () => tool(...vitest, 'test/messages.test.ts')],
  ['使われないもの dead code', () => tool('node_modules/knip/bin/knip.js')],
  ['組み立て build', build],
]

try {
  await install()
  const failed = []
  for (const [name, work] of steps) {
    if (!(await passes(name, work))) failed.push(name)
  }
  const tests = await testsOf(failed)
  console.log(closingLine({ ...tests, failed: tests.failed + failed.length }))
  process.exit(tests.failed + failed.length > 0 ? 1 : 0)
} catch (error) {
  complain(error)
  console.log(closingLine({ passed: 0, failed: 1, skipped: 0 }))
  process.exit(1)
}

/** @param {string} name @param {() => Promise<{ code: number, output: string }>} work */
async function passes(name, work) {
  const start = performance.now()
  const { code, output } = await work()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds} s`)
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '))
  return code === 0
}

/** @param {string[]} failed the steps before */
async function testsOf(failed) {
  const start = performance.now()
  const count = await runVitest([])
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${count.failed === 0 ? '✓' : '✗'} テスト tests  ${seconds} s`)
  for (const name of failed) console.log(`✗ ${name}`)
  return count
}

/** @param {...string} args */
function tool(...args) {
  return run(node, args, { quiet: true })
}

async function build() {
  try {
    await buildWeb()
    await buildServer()
    return { code: 0, output: '' }
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) }
  }
}
