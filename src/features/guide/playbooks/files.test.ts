import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readGuidance } from '#features/guide/contract.ts'
import { startCall } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { keepPlaybooksIn, lookForNewPlaybooksEvery, shippedPlaybooks } from '../store.ts'
import { readWorkbench } from './contract.ts'

lookForNewPlaybooksEvery(0)

// A copy of the shipped files: the desk below is really running on them while they are written.
const home = await mkdtemp(join(tmpdir(), 'uketome-playbooks-'))
await cp(shippedPlaybooks, home, { recursive: true })
keepPlaybooksIn(home)
afterAll(async () => {
  keepPlaybooksIn(shippedPlaybooks)
  await rm(home, { recursive: true })
})

const desk = await openDesk()
const operator = desk.as('matsui')
const administrator = desk.as('fujii')
const complaintId = desk.newId()
value(await operator.call(startCall, { body: { id: desk.newId(), complaintId } }))

const file = join(home, 'ja', '01-受付.yaml')
const whole = await readFile(file, 'utf8')
const screen = async () =>
  value(await operator.call(readGuidance, { params: { complaintId } })).current
const trouble = async () =>
  value(await administrator.call(readWorkbench, { params: { language: 'ja' } })).trouble

test('通話中に型のファイルが半分まで書かれても、ナビは読めていた版で続き、管理者は直す行を知る', async () => {
  const before = await screen()
  expect(before).toMatchObject({ play: '受付', id: '名乗って受ける' })
  expect(await trouble()).toEqual([])

  await writeFile(file, whole.slice(0, whole.indexOf('  - id: 名乗って受ける') + 60))
  expect(await screen()).toEqual(before)
  expect(await trouble()).toContainEqual({
    file: '01-受付.yaml',
    line: 14,
    sentence: expect.stringMatching(/。.*(?:ください|書き足して)/),
  })

  await writeFile(file, '')
  expect(await screen()).toEqual(before)
  expect(await trouble()).toContainEqual({
    file: '01-受付.yaml',
    line: 1,
    sentence: expect.stringContaining('中身がありません'),
  })

  await writeFile(file, whole.replace('最初の一言を受け取る', '最初の一言を、両手で受け取る'))
  expect((await screen())?.goal).toBe('会社の代表として名乗り、最初の一言を、両手で受け取る')
  expect(await trouble()).toEqual([])
})
