import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const house = join(import.meta.dirname, '..')
const urlOf = (path: string) => pathToFileURL(join(house, path)).href

test('どの部屋の契約も、画面で使う読み取りで読み込める', () => {
  // Stories are told and read on the server only.
  const contracts = globSync('src/features/**/contract.ts', { cwd: house }).filter(
    (path) => !path.includes('guide/stories'),
  )
  const loading = `
    const { registerHooks } = await import('node:module')
    registerHooks({
      resolve: (name, context, next) =>
        next(name === 'zod' ? ${JSON.stringify(urlOf('src/kit/schemas.ts'))} : name, context),
    })
    for (const contract of ${JSON.stringify(contracts.map(urlOf))})
      await import(contract).catch((error) => console.error(contract + ': ' + error.message))`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', loading], {
    encoding: 'utf8',
  })
  expect(contracts.length).toBeGreaterThan(20)
  expect(stderr).toBe('')
})
