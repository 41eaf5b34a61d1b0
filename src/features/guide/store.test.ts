import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadPlaybook } from './store.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-playbook-'))
afterAll(() => rm(folder, { recursive: true }))

const play = (title: string) => `play: 試し
title: ${title}
about: 試しです。
tier: main
because: [試しています。]
moves: [{ id: 聴く, stage: listen, goal: 聴く, say: [], reasons: [傾聴の基本] }]
`

test('直すまでは読み直さず、直せば次から新しい版になる', async () => {
  await writeFile(join(folder, '01-試し.yaml'), play('はじめ'))
  const [first, again] = [await loadPlaybook(folder), await loadPlaybook(folder)]
  expect(again).toBe(first)
  await writeFile(join(folder, '01-試し.yaml'), play('書き直した題'))
  const changed = await loadPlaybook(folder)
  expect(changed).toMatchObject({ ok: true, value: { plays: [{ title: '書き直した題' }] } })
  expect(first.ok && changed.ok && first.value.version === changed.value.version).toBe(false)
})

test('YAMLでないファイルは読まない', async () => {
  await writeFile(join(folder, 'README.md'), '# 手引き')
  expect(await loadPlaybook(folder)).toMatchObject({ ok: true, value: { plays: [{}] } })
})

test('壊れたファイルは、どのファイルの何行目かを言う', async () => {
  await writeFile(join(folder, '02-壊れた.yaml'), 'play: 壊れた\ntier: maine\n')
  const read = await loadPlaybook(folder)
  expect(!read.ok && read.refusal.data.problems.join('\n')).toMatch(/02-壊れた\.yaml:2: 「maine」/)
})

test('同時に何度尋ねても、一度で読む', async () => {
  const [one, two] = await Promise.all([loadPlaybook(folder), loadPlaybook(folder)])
  expect(two).toBe(one)
})
