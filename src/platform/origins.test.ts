import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { afterAll, expect, it } from 'vitest'
import { withOrigins } from './origins.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-origins-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const source = `type Told = { readonly words: string }

export function refuse(told: Told): never {
  throw new Error(told.words)
}
`

it('まとめた一つの行に潰れた失敗も、書いたファイルの行で読める', async () => {
  const file = join(folder, 'refuse.ts')
  await writeFile(file, source)
  const bundle = await rolldown({ input: { refuse: file } })
  await bundle.write({ dir: join(folder, 'dist', 'server'), sourcemap: true, minify: true })
  // In a process of its own: the test runner reads maps itself.
  const told = `import { refuse } from './dist/server/refuse.js'
    try { refuse({ words: 'だめです' }) } catch (error) { console.log(error.stack) }`
  const node = promisify(execFile)(process.execPath, ['--input-type=module', '-e', told], {
    cwd: folder,
  })
  const { stdout: stack } = await node
  expect(stack).toContain('dist/server/refuse.js:1:')
  expect(withOrigins(stack)).toContain(`${file}:4:`)
})

it('地図のないファイルと、まとめていないものは、そのまま', () => {
  const stack = `at a (file:///x/dist/server/none.js:1:2)\n at b (file:///x/src/app/server.ts:3:4)`
  expect(withOrigins(stack)).toBe(stack)
})
