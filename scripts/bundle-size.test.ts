import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesOf, measureVisits, visits } from './bundle-size.ts'

const built = join(import.meta.dirname, '..', 'dist', 'web')

describe('はじめの読み込み', () => {
  let sizes: Record<string, number> = {}
  beforeAll(async () => {
    if (!existsSync(join(built, '.vite', 'manifest.json')))
      throw new Error('画面がまだ組み立てられていません。先に npm run build を実行してください。')
    sizes = await measureVisits(built)
  })

  const limits = Object.entries(visits).map(([name, { limit }]) => [name, limit] as const)
  test.each(limits)('%s に要る JavaScript は gzip で %i バイト以内', (name, limit) => {
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
