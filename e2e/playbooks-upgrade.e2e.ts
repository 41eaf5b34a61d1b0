import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNode, type UketomeNode } from './node.ts'

const house = join(import.meta.dirname, '..')
const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'uketome-upgrade-'))
const settings = { UKETOME_DATA: join(folder, 'data'), DATABASE_URL: database.url }
const nodes: UketomeNode[] = [await startNode(settings)]
afterAll(async () => {
  await nodes.at(-1)?.stop()
  await rm(folder, { recursive: true, force: true })
})
const { sit, forgive } = await openHouse(nodes)

type Saved = { text: string; basedOn: string; shipped: string; revision: number }
type Line = { name: string; state: string; upgrade: string }
const playbook = '/api/guide/playbooks/ja'
const address = (name: string) => `${playbook}/play/${encodeURIComponent(name)}`
const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `「${name}」の文（YAML）` })
const list = (page: Page) => page.getByRole('navigation', { name: '型の一覧' })
const merge = (page: Page) => page.getByRole('region', { name: '出荷時の文が新しくなっています' })

const ours = {
  greeting: 'お世話になっております。みなと食卓の{担当名}でございます。',
  closing: '本日は、みなと食卓の{担当名}が承りました。',
  calling: 'みなと食卓でございます。お電話でお話を伺えますでしょうか。',
  unsaved: '# 夜間は、最初に折り返しの番号を伺う（店長より）',
  note: '# みなと食卓では、社名を先に名乗る',
}
const theirs = {
  greeting: 'お電話をいただき、{担当名}が承ります。まず、お聞かせください。',
  reading: '最後まで読み、いちばん困っていることを、お客様の言葉のまま書き出す',
  calling: '担当の{担当名}でございます。いま、お電話でお話しできますでしょうか。',
}
const shipped = {
  greeting: 'お電話を承りました、{担当名}でございます。どうぞ、お聞かせください。',
  reading: '最後まで読み、いちばん困っていることをお客様の言葉で書き出す',
  calling: '担当の{担当名}でございます。お電話で伺ってもよろしいでしょうか。',
  closing: 'ほかに気がかりなことは、ございませんか。',
}

/** The next version of the product, in a folder of its own as an upgrade puts it; only its 受付 says something else. */
async function nextVersion(): Promise<string> {
  const next = join(folder, 'next')
  const stays = new Set(['node_modules', 'dist', '.git', 'data'])
  const filter = (path: string) =>
    !(stays.has(basename(path)) && join(house, basename(path)) === path)
  await cp(house, next, { recursive: true, filter })
  for (const name of ['node_modules', 'dist']) await symlink(join(house, name), join(next, name))
  const file = join(next, 'playbooks', 'ja', '01-受付.yaml')
  let text = await readFile(file, 'utf8')
  for (const each of ['greeting', 'reading', 'calling'] as const) {
    expect(text).toContain(shipped[each])
    text = text.replace(shipped[each], theirs[each])
  }
  await writeFile(file, text)
  return next
}

async function openPlay(page: Page, name: string) {
  await settled(page)
  await press(list(page).getByRole('button', { name: new RegExp(`^${name}`) }))
  await field(page, name).waitFor()
}

/** Two answers of which none is chosen yet: Tab to them, arrows between them. */
async function decide(group: Locator, name: string) {
  const { keyboard } = group.page()
  const wanted = group.getByRole('radio', { name, exact: true })
  await tabTo(group.getByRole('radio').first())
  await keyboard.press('Space')
  if (!(await wanted.isChecked())) await keyboard.press('ArrowRight')
  expect(await wanted.isChecked()).toBe(true)
}

const linesOf = async (page: Page) => {
  const { plays } = await ask<{ plays: Line[] }>(page, playbook)
  return plays.filter(({ state }) => state !== 'shipped')
}

/** What a call would say at its very first move. */
async function firstWords(page: Page): Promise<string> {
  const call = { id: crypto.randomUUID(), complaintId: crypto.randomUUID() }
  expect((await page.request.post('/api/intake/calls', { data: call })).status()).toBe(200)
  const path = `/api/guide/complaints/${call.complaintId}`
  const { current } = await ask<{ current: { say: { text: string }[] } }>(page, path)
  const data = { id: crypto.randomUUID(), how: 'agreed' }
  const ended = await page.request.post(`/api/intake/calls/${call.id}/ending`, { data })
  expect(ended.status(), await ended.text()).toBe(200)
  return current.say.map(({ text }) => text).join('\n')
}

it('会社で変えた型は、製品が新しくなっても失われず、重なる所だけをキーボードで選んで合わせる', async () => {
  forgive(/ERR_CONNECTION|ERR_EMPTY|Failed to fetch|status of 5\d\d|ERR_INCOMPLETE|network error/i)
  const page = await sit('fujii', '/settings?section=playbooks')
  await openPlay(page, '受付')
  const before = await ask<Saved>(page, address('受付'))
  const text = before.text
    .replace(shipped.greeting, ours.greeting)
    .replace(shipped.calling, ours.calling)
    .replace('moves:\n', `moves:\n  ${ours.note}\n`)
  await write(field(page, '受付'), text)
  await page.keyboard.press('ControlOrMeta+Enter')
  await list(page).getByText('会社で変更').waitFor()
  await openPlay(page, '結び')
  const closing = await ask<Saved>(page, address('結び'))
  await write(field(page, '結び'), closing.text.replace(shipped.closing, ours.closing))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(async () => (await linesOf(page)).length).toBe(2)
  const { revision } = await ask<{ revision: number }>(page, playbook)
  const note = { id: crypto.randomUUID(), note: '社名を先に', basedOn: revision, acknowledged: [] }
  const published = await page.request.post(`${playbook}/versions`, { data: note })
  expect(published.status(), await published.text()).toBe(200)

  // Still being typed while the product is exchanged.
  await openPlay(page, '受付')
  await write(field(page, '受付'), `${text}${ours.unsaved}\n`)
  await page.getByText('まだ保存していません').waitFor()
  const { port } = new URL(nodes[0]?.url ?? '')
  await nodes[0]?.stop()
  nodes.push(await startNode({ ...settings, PORT: port }, { folder: await nextVersion() }))
  await page.reload()

  await list(page).getByText('出荷時と重なる変更があります').waitFor()
  expect(await linesOf(page)).toMatchObject([
    { name: '受付', upgrade: 'conflict' },
    { name: '結び', upgrade: 'none' },
  ])
  // Meanwhile calls say what was published.
  expect(await firstWords(await sit('matsui', '/today'))).toContain('お世話になっております。')

  await openPlay(page, '受付')
  await merge(page)
    .getByText('会社で触れていない1か所は、新しい文をそのまま取り入れます。')
    .waitFor()
  await merge(page).getByText('両方で書き換えた2か所は、どちらにするか選んでください。').waitFor()
  expect(await field(page, '受付').inputValue()).toContain(ours.unsaved)
  await axe(page, '三つの文を合わせる')
  const keep = merge(page).getByRole('button', { name: 'この文で下書きに保存' })
  expect(await keep.isDisabled()).toBe(true)
  const greeting = merge(page).getByRole('group', {
    name: '「名乗って受ける」をどちらにするか',
  })
  const calling = merge(page).getByRole('group', { name: '「電話で聴く」をどちらにするか' })
  await decide(greeting, '会社の文')
  expect(await keep.isDisabled()).toBe(true)
  await decide(calling, '新しい出荷時の文')
  await axe(page, '選び終えたとき')
  await press(keep)
  await merge(page).waitFor({ state: 'detached' })

  const merged = await ask<Saved>(page, address('受付'))
  for (const kept of [ours.greeting, ours.note, ours.unsaved, theirs.reading, theirs.calling])
    expect(merged.text).toContain(kept)
  for (const gone of [shipped.greeting, theirs.greeting, shipped.reading, shipped.calling])
    expect(merged.text).not.toContain(gone)
  expect(merged.basedOn).toBe(merged.shipped)
  expect(await field(page, '受付').inputValue()).toBe(merged.text)
  expect((await linesOf(page)).map(({ upgrade }) => upgrade)).toEqual(['none', 'none'])
})
