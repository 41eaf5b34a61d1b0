import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadFiles, loadPlaybook, lookForNewPlaybooksEvery } from './store.ts'

lookForNewPlaybooksEvery(0)

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

describe('書いている途中のファイル', () => {
  const path = join(folder, '01-試し.yaml')
  const titleNow = async () => {
    const { read, problems } = await loadFiles(folder, 'ja')
    return { title: read.ok ? read.value.plays[0]?.title : 'なし', problems }
  }

  test('空でも途中でも、読めていた版のまま。どのファイルの何行目かを言い、直れば新しい版になる', async () => {
    await writeFile(path, play('まえの題'))
    expect(await titleNow()).toEqual({ title: 'まえの題', problems: [] })
    await writeFile(path, '')
    expect(await titleNow()).toEqual({
      title: 'まえの題',
      problems: [expect.stringMatching(/01-試し\.yaml:1: 中身がありません/)],
    })
    const whole = play('あとの題')
    await writeFile(path, whole.slice(0, whole.indexOf('goal')))
    const half = await titleNow()
    expect(half.title).toBe('まえの題')
    expect(half.problems.join('\n')).toMatch(/01-試し\.yaml:6: YAMLとして読めません.*ください。/)
    await writeFile(path, whole)
    expect(await titleNow()).toEqual({ title: 'あとの題', problems: [] })
  })

  test('どこで切れていても、型が一つもなくなることはない', async () => {
    const whole = play('切っても残る題')
    await writeFile(path, whole)
    await titleNow()
    for (let end = 0; end < whole.length; end += 7) {
      await writeFile(path, whole.slice(0, end))
      const { title, problems } = await titleNow()
      expect({ end, title: title === 'なし' }).toEqual({ end, title: false })
      for (const problem of problems) expect(problem).toMatch(/01-試し\.yaml:\d+: .+。/)
    }
  })

  test('書き換えのあいだ、尋ね続けても一度も断られない', async () => {
    const whole = play('書きつづける題')
    await writeFile(path, whole)
    let isWriting = true
    const writing = (async () => {
      for (let turn = 0; turn < 40; turn += 1) await writeFile(path, whole.repeat(1 + (turn % 2)))
      await writeFile(path, whole)
      isWriting = false
    })()
    const answers: boolean[] = []
    while (isWriting) answers.push((await loadPlaybook(folder)).ok)
    await writing
    expect(answers.length).toBeGreaterThan(5)
    expect(answers).not.toContain(false)
  })

  test('名前を替えて保存するあいだ消えていても、読めていた版のまま', async () => {
    const alone = await mkdtemp(join(tmpdir(), 'uketome-playbook-'))
    await writeFile(join(alone, 'a.yaml'), play('消える前の題'))
    expect((await loadPlaybook(alone)).ok).toBe(true)
    await rm(alone, { recursive: true })
    expect(await loadPlaybook(alone)).toMatchObject({
      ok: true,
      value: { plays: [{ title: '消える前の題' }] },
    })
  })

  test('はじめから読めないファイルは除いて始め、残りの型で応対できる', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'uketome-playbook-'))
    await writeFile(join(fresh, '01-よい.yaml'), play('よい型'))
    await writeFile(join(fresh, '02-壊れた.yaml'), 'play: 壊れた\ntier: maine\n')
    const { read, problems } = await loadFiles(fresh, 'ja')
    expect(read).toMatchObject({ ok: true, value: { plays: [{ title: 'よい型' }] } })
    expect(problems.join('\n')).toMatch(/02-壊れた\.yaml:2: 「maine」は使えません/)
    await rm(fresh, { recursive: true })
  })

  test('読めるものが一つもなければ、断って直し方を言う', async () => {
    const bad = await mkdtemp(join(tmpdir(), 'uketome-playbook-'))
    await writeFile(join(bad, '01-壊れた.yaml'), 'play: 壊れた\ntier: maine\n')
    const read = await loadPlaybook(bad)
    expect(!read.ok && read.refusal.data.problems.join('\n')).toMatch(
      /01-壊れた\.yaml:2: 「maine」/,
    )
    await rm(bad, { recursive: true })
  })
})

test('同時に何度尋ねても、一度で読む', async () => {
  const [one, two] = await Promise.all([loadPlaybook(folder), loadPlaybook(folder)])
  expect(two).toBe(one)
})
