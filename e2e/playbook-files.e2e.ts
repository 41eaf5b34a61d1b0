import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { axe, openHouse, settled } from './desk.ts'
import { startNode } from './node.ts'

const home = await mkdtemp(join(tmpdir(), 'uketome-files-'))
const playbooks = join(home, 'playbooks')
await cp(join(import.meta.dirname, '../playbooks'), playbooks, { recursive: true })
const settings = {
  UKETOME_DATA: join(home, 'data'),
  DATABASE_URL: (await testDatabase()).url,
  UKETOME_PLAYBOOKS: playbooks,
}
const node = await startNode(settings)
afterAll(async () => {
  await node.stop()
  await rm(home, { recursive: true, force: true })
})
const { sit } = await openHouse([node])

it('型のファイルが半分だけ書かれていても、管理者は直す行を見て、直せば消える', async () => {
  const page = await sit('fujii', '/settings?section=playbooks', { width: 1024 })
  await page.getByRole('button', { name: /ためす/ }).waitFor()
  const trouble = page.getByRole('alert').filter({ hasText: '読めないところ' })
  expect(await trouble.count()).toBe(0)

  const file = join(playbooks, 'ja', '40-保留.yaml')
  const whole = await readFile(file, 'utf8')
  await writeFile(file, whole.slice(0, whole.indexOf('    goal:') + 12))
  await page.reload()
  await trouble
    .getByText(/ja\/40-保留\.yaml \d+行目/)
    .first()
    .waitFor()
  await settled(page)
  await axe(page, '型のファイルの知らせ')

  await writeFile(file, whole)
  await page.reload()
  await page.getByRole('button', { name: /ためす/ }).waitFor()
  await trouble.waitFor({ state: 'detached' })
  expect(await trouble.count()).toBe(0)
})
