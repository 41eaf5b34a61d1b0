import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importCommands } from '#features/intake/import/commands.ts'
import { aMail, aMailbox } from '#features/letters/factory.ts'
import { openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'

const desk = await openDesk()
const office = await openPostOffice()
value(await aMailbox(desk, office))

it('ファイルからの取り込みは、お客様に何も送らない', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uketome-'))
  const eml = join(folder, 'old.eml')
  const mail = { from: 'archive@example.jp', subject: '古い件', messageId: '<old@example.jp>' }
  await writeFile(eml, aMail({ ...mail, text: '割れていました。' }))
  const [command] = importCommands(async () => ({ ports: desk.ports, close: async () => {} }))
  const printed: string[] = []
  const say = (line: string) => void printed.push(line)
  const now = desk.clock.now().toString()
  const call = { values: { eml }, positionals: [], stdin: process.stdin, now }
  await command?.run({ ...call, print: say, complain: say })
  await rm(folder, { recursive: true })
  await desk.runJobs()
  expect(printed.at(-1)).toContain('取り込み 1 通')
  expect(office.posted).toEqual([])
})
