import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ask, axe, openHouse, press, receive, settled, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))
const folder = await mkdtemp(join(tmpdir(), 'evidence-pack-'))
afterAll(() => rm(folder, { recursive: true }))

/** As somebody would on another machine: no database, no data folder, only the file. */
function verify(file: string, ...more: string[]) {
  const script = join(import.meta.dirname, '..', 'src', 'app', 'cli.ts')
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const given = ['verify', file, ...more]
  return spawnSync(process.execPath, [script, ...given], { cwd: folder, env, encoding: 'utf8' })
}

const drawPost = `(async () => {
  const canvas = new OffscreenCanvas(600, 300)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 600, 300)
  context.fillStyle = '#111'
  context.font = '28px sans-serif'
  context.fillText('x.example/omori/1  松井の顔を晒す', 30, 120)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer()).toBase64()
})()`

it('投稿を保全し、危険を書きとめ、証拠一式を作って渡す。どこでも確かめられ、改変は見つかる', async () => {
  // A label is refused on purpose.
  forgive(/status of 422/u)
  const sasaki = await sit('sasaki', '/today')
  const complaintId = await receive(sasaki, '箱がつぶれていた件で、店に行く。')
  await sasaki.goto(`/complaints/${complaintId}`)
  await press(sasaki.getByRole('link', { name: '保護の記録を開く' }))
  await write(sasaki.getByRole('textbox', { name: /^読む理由/u }), '警察への相談の準備')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByRole('heading', { name: /^投稿の保全/u }).waitFor()
  await settled(sasaki)
  await axe(sasaki, '空の保護の記録')

  await press(sasaki.getByRole('button', { name: '投稿を残す' }))
  await write(sasaki.getByRole('textbox', { name: 'URL' }), 'https://x.example/omori/1')
  await write(sasaki.getByRole('textbox', { name: /^サイト/u }), 'Ｘ')
  await write(sasaki.getByRole('textbox', { name: 'アカウント名' }), '@omori_s')
  await write(sasaki.getByRole('textbox', { name: /^投稿の言葉/u }), '松井の顔を晒す')
  await axe(sasaki, '投稿を残す')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  const post = sasaki.getByRole('article', { name: 'https://x.example/omori/1' })
  await post.waitFor()
  const buffer = Buffer.from(await sasaki.evaluate<string>(drawPost), 'base64')
  const chooser = sasaki.waitForEvent('filechooser')
  await press(post.getByRole('button', { name: '画面の写しを加える' }))
  await (await chooser).setFiles({ name: '投稿.png', mimeType: 'image/png', buffer })
  await post.getByText(/投稿\.png　SHA-256/u).waitFor()
  await press(post.getByRole('button', { name: '保全を完了する' }))
  await post.getByText('保全済み').waitFor()

  await press(sasaki.getByRole('button', { name: '書きとめる' }))
  const facts = sasaki.getByRole('textbox', { name: /^起きたこと/u })
  await write(facts, 'この客は悪質クレーマーだ')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByText(/「悪質クレーマー」は人への評価です/u).waitFor()
  await write(facts, '受付の机を三回たたいた。')
  await write(sasaki.getByRole('textbox', { name: /^言われた言葉/u }), '帰り道に気をつけろ')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByText('受付の机を三回たたいた。').waitFor()
  await press(sasaki.getByRole('button', { name: '指示を出す' }))
  await sasaki.getByRole('radio', { name: '二人で応対する' }).waitFor()
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  await sasaki.getByRole('button', { name: '終える：二人で応対する' }).waitFor()

  await press(sasaki.getByRole('button', { name: '証拠一式を作る' }))
  await write(sasaki.getByRole('textbox', { name: 'お渡し先' }), '港北警察署')
  await write(sasaki.getByRole('textbox', { name: '目的' }), '相談')
  await press(sasaki.getByRole('button', { name: '中身を見る' }))
  const contents = sasaki.getByRole('region', { name: '入る記録' })
  await contents.getByText(/受付の机を三回たたいた/u).waitFor()
  const dialog = sasaki.getByRole('dialog', { name: '証拠一式を作る' })
  const fingerprint = await dialog.locator('code').innerText()
  await settled(sasaki)
  await axe(sasaki, '証拠一式の中身')
  const saving = sasaki.waitForEvent('download')
  await sasaki.keyboard.press('ControlOrMeta+Enter')
  const pack = join(folder, '証拠一式.zip')
  await (await saving).saveAs(pack)
  await sasaki.getByText('港北警察署（相談）').waitFor()
  await settled(sasaki)
  await axe(sasaki, '保護の記録')

  const good = verify(pack, '--fingerprint', fingerprint)
  expect([good.status, good.stderr]).toEqual([0, ''])
  expect(good.stdout).toContain('すべて作られたときのままです')
  const uncompared = verify(pack)
  expect([uncompared.status, uncompared.stdout]).toEqual([2, expect.stringContaining(fingerprint)])
  const bytes = await readFile(pack)
  const at = bytes.indexOf(buffer.subarray(0, 64)) + 60
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const altered = join(folder, '変えた一式.zip')
  await writeFile(altered, bytes)
  const bad = verify(altered, '--fingerprint', fingerprint)
  expect([bad.status, bad.stdout]).toEqual([
    1,
    expect.stringMatching(/files\/001\.png：中身が変えられています/u),
  ])

  const matsui = await sit('matsui', `/complaints/${complaintId}`)
  await matsui.getByRole('region', { name: '応対のしかた' }).getByText('二人で応対する').waitFor()
  for (const who of ['matsui', 'fujii'] as const) {
    const page = who === 'matsui' ? matsui : await sit(who, `/complaints/${complaintId}`)
    await page.getByRole('log', { name: '経過' }).waitFor()
    await settled(page)
    const shown = await page.locator('body').innerText()
    expect(shown, who).not.toMatch(/保護の記録|悪質|気をつけろ|omori/u)
    const timeline = await ask(page, `/api/complaints/${complaintId}/timeline`)
    expect(JSON.stringify(timeline), who).not.toMatch(/気をつけろ|omori|港北/u)
    const path = `/api/protection/${complaintId}/reading`
    const tried = await page.request.post(path, { data: { reason: '見たい' } })
    expect(tried.status(), who).toBe(403)
  }
})

it('電話の幅でも、暗い画面でも読め、きょうに期限が並ぶ', async () => {
  const narrow = await sit('sasaki', '/today', { width: 390, scheme: 'dark' })
  const complaintId = await receive(narrow, '窓口で大声を出された件です。')
  const data = {
    id: crypto.randomUUID(),
    deed: {
      kind: 'begin-accusation',
      offence: '侮辱',
      knownOn: '2026-01-05',
      about: '店頭での言葉',
    },
  }
  const begun = await narrow.request.post(`/api/protection/${complaintId}/entries`, { data })
  expect(begun.status(), await begun.text()).toBe(200)
  await narrow.reload()
  const due = narrow.getByRole('region', { name: /^保護の期限/u })
  await press(due.getByRole('link', { name: /告訴/u }).first())
  await write(narrow.getByRole('textbox', { name: /^読む理由/u }), '期限の確認')
  await narrow.keyboard.press('ControlOrMeta+Enter')
  await narrow.getByText(/侮辱（.*）に当たり得る/u).waitFor()
  await settled(narrow)
  await axe(narrow, '狭い画面の保護の記録')
  const middle = await sit('sasaki', `/protection/${complaintId}`, { width: 1024 })
  await write(middle.getByRole('textbox', { name: /^読む理由/u }), '期限の確認')
  await middle.keyboard.press('ControlOrMeta+Enter')
  await middle.getByText(/侮辱（.*）に当たり得る/u).waitFor()
  await settled(middle)
  await axe(middle, '中くらいの画面の保護の記録')
  const words = await middle.locator('main').innerText()
  await middle.goto('/settings?section=protection')
  await middle.getByRole('textbox', { name: /^親告罪の一覧/u }).waitFor()
  await settled(middle)
  await axe(middle, '保護の記録の設定')
  expect(words).toContain('法的助言ではありません')
})
