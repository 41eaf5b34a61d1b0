import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingOptionals } from './lock.js'
import { countOf } from './count.js'
import { believed, closingLine } from './tests.js'

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
  const fine = { ok: true, states: ['passed', 'passed'] }
  const nothing: { ok: boolean; states: string[] }[] = []

  it.each([
    ['全部通った', [fine], 0, '2 passed, 0 failed'],
    ['落ちたテストがある', [{ ok: false, states: ['passed', 'failed'] }], 0, '1 passed, 1 failed'],
    ['読み込めないファイル', [fine, { ok: false, states: [] }], 0, '2 passed, 1 failed'],
    ['後片づけに失敗', [{ ok: false, states: ['passed'] }], 0, '1 passed, 1 failed'],
    ['テストの外の例外', [fine], 1, '2 passed, 1 failed'],
    ['一つも走らない', nothing, 0, '0 passed, 1 failed'],
    [
      '飛ばしたテスト',
      [{ ok: true, states: ['passed', 'skipped'] }],
      0,
      '1 passed, 0 failed, 1 skipped',
    ],
    [
      '途中で止まったテスト',
      [{ ok: true, states: ['passed', 'pending'] }],
      0,
      '1 passed, 0 failed, 1 skipped',
    ],
  ])('%s', (_, files, errors, line) => {
    expect(closingLine(countOf(files, errors))).toBe(line)
  })

  it('走らせる側が落ちたら、通ったことにしない', () => {
    expect(closingLine(believed(undefined, 139))).toBe('0 passed, 1 failed')
    const told = JSON.stringify(countOf([fine], 0))
    expect(closingLine(believed(told, 1))).toBe('2 passed, 1 failed')
    expect(closingLine(believed(told, 0))).toBe('2 passed, 0 failed')
  })
})
