import { writeFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** A reporter of vitest that leaves the count in the file UKETOME_COUNT. */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    for (const name of modules.flatMap(secondTries))
      console.log(`二度めで通った passed at the second try: ${name}`)
    const file = process.env.UKETOME_COUNT
    if (file) writeFileSync(file, JSON.stringify(countOf(modules.map(summary), errors.length)))
  }
}

/** @param {import('vitest/node').TestModule} module */
function secondTries(module) {
  const tests = [...module.children.allTests()].filter((test) => test.diagnostic()?.flaky)
  return tests.map((test) => `${module.relativeModuleId} > ${test.fullName}`)
}

/** @param {import('vitest/node').TestModule} module */
function summary(module) {
  const states = [...module.children.allTests()].map((test) => test.result().state)
  return { ok: module.ok(), states }
}

/**
 * What counts as failed: a failed test, a file that fails without one (it cannot be loaded, its hooks
 * fail), an error outside of every test, and a run of nothing.
 * @param {{ ok: boolean, states: string[] }[]} files
 * @param {number} errors
 * @returns {Count}
 */
export function countOf(files, errors) {
  const states = files.flatMap((file) => file.states)
  const passed = states.filter((state) => state === 'passed').length
  const failedTests = states.filter((state) => state === 'failed').length
  const failedFiles = files.filter((file) => !file.ok && !file.states.includes('failed')).length
  const failed = failedTests + failedFiles + errors
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    skipped: states.length - passed - failedTests,
  }
}
