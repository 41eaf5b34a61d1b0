import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingOptionals } from './lock.js'
import { closingLine, countOf, type FileReport } from './tests.js'

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))

describe('package-lock.json', () => {
  it('どの機種の部品も載っている（足りなければ npm run lock）', () => {
    expect(missingOptionals(read('package-lock.json').packages)).toEqual({})
  })

  it('package.json と同じ部品を指している', () => {
    const [wanted, { packages }] = [read('package.json'), read('package-lock.json')]
    expect(packages[''].dependencies).toEqual(wanted.dependencies)
    expect(packages[''].devDependencies).toEqual(wanted.devDependencies)
  })

  it('足りない部品を、どの機種のものかとともに見つける', () => {
    const packages = {
      '': {},
      'node_modules/tool': {
        optionalDependencies: { '@tool/linux-arm64-musl': '^1.2.3', there: '1.0.0' },
      },
      'node_modules/tool/node_modules/there': {},
    }
    expect(missingOptionals(packages)).toEqual({
      'node_modules/@tool/linux-arm64-musl': {
        version: '1.2.3',
        optional: true,
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
      },
    })
  })
})

describe('テストの最後の一行', () => {
  const told = (passed: number, failed: number, files: FileReport[] = []) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: files,
  })

  it.each([
    ['全部通った', told(12, 0), 0, '12 passed, 0 failed'],
    ['落ちたテストがある', told(10, 2), 1, '10 passed, 2 failed'],
    [
      '読み込めないファイル',
      told(10, 0, [{ status: 'failed', assertionResults: [] }]),
      1,
      '10 passed, 1 failed',
    ],
    ['テストの外の例外', told(10, 0), 1, '10 passed, 1 failed'],
    ['一つも走らない', told(0, 0), 0, '0 passed, 1 failed'],
    ['走らせる側が落ちた', undefined, 139, '0 passed, 1 failed'],
    ['飛ばしたテスト', { ...told(3, 0), numPendingTests: 2 }, 0, '3 passed, 0 failed, 2 skipped'],
  ])('%s', (_, report, code, line) => {
    expect(closingLine(countOf(report, code))).toBe(line)
  })
})
