import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesOf, firstLoads, measureFirstLoads } from './bundle-size.ts'

const built = join(import.meta.dirname, '..', 'dist', 'web')
const limit = 200_000

describe('はじめの読み込み', () => {
  let sizes: Record<string, number> = {}
  beforeAll(async () => {
    if (!existsSync(join(built, '.vite', 'manifest.json')))
      throw new Error('画面がまだ組み立てられていません。先に npm run build を実行してください。')
    sizes = await measureFirstLoads(built)
  })

  test.each(Object.keys(firstLoads))('%s に要る JavaScript は 200 kB（gzip）以内', (name) => {
    expect(sizes[name]).toBeGreaterThan(10_000)
    expect(sizes[name]).toBeLessThanOrEqual(limit)
  })
})

test('読み込むものには、つながりの先まで数える', () => {
  const manifest = {
    'page.tsx': { file: 'page.js', imports: ['_shared.js'], dynamicImports: ['later.tsx'] },
    '_shared.js': { file: 'shared.js', imports: ['_core.js'] },
    '_core.js': { file: 'core.js', imports: ['_shared.js'] },
    'later.tsx': { file: 'later.js' },
  }
  expect([...filesOf(manifest, ['page.tsx'])].toSorted()).toEqual([
    'core.js',
    'page.js',
    'shared.js',
  ])
  expect(() => filesOf(manifest, ['moved.tsx'])).toThrow('moved.tsx')
})
