import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

type Text = { text: string }
const address = (name: string) => `/api/guide/playbooks/ja/play/${encodeURIComponent(name)}`
const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `「${name}」の文（YAML）` })
const list = (page: Page) => page.getByRole('navigation', { name: '型の一覧' })
const tryDialog = (page: Page) => page.getByRole('dialog', { name: '物語でためした結果' })
const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

async function openPlay(page: Page, name: string) {
  await settled(page)
  await press(list(page).getByRole('button', { name: new RegExp(`^${name}`) }))
  await field(page, name).waitFor()
}

/** Every story goes as it did, and the version goes out with its note. */
async function publish(page: Page, note: string) {
  await press(page.getByRole('button', { name: 'ためす', exact: false }).first(), 'Shift+Tab')
  const dialog = tryDialog(page)
  await dialog.getByText(/の物語のうち、\d+が期待どおりです。/).waitFor({ timeout: 60_000 })
  await axe(page, 'ためした結果')
  expect(await dialog.getByRole('textbox', { name: /承知で公開する理由/ }).count()).toBe(0)
  await write(dialog.getByRole('textbox', { name: /何を変えたか/ }), note, 'Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
}

const greeting = 'お世話になっております。'

it('言い方を直し、ためし、公開すると応対に出て、版が記録に残り、前の版に戻せる。すべてキーボードで', async () => {
  forgive(/status of 4\d\d/)
  const page = await sit('fujii', '/settings?section=playbooks')
  await page.getByText('出荷時の型を使っています').waitFor()
  await axe(page, '応対の型')
  await openPlay(page, '受付')
  const { text } = await ask<Text>(page, address('受付'))
  const firstSaying = (words: string) => text.replace('    say:\n', `    say:\n      - ${words}\n`)
  await write(field(page, '受付'), firstSaying('お支払いいたします。'))
  const problems = page.getByRole('list', { name: '直すところ' })
  await problems.getByText(/支払いを約束する言葉/).waitFor()
  await axe(page, '直すところのある型')
  await press(problems.getByRole('button').first(), 'Shift+Tab')
  expect(await field(page, '受付').evaluate('document.activeElement.tagName')).toBe('TEXTAREA')

  await write(field(page, '受付'), firstSaying(greeting))
  await page.getByText('読めます。直すところはありません。').waitFor()
  await page.getByRole('tabpanel').getByText(greeting).first().waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await list(page).getByText('会社で変更').waitFor()
  await axe(page, '下書きのある応対の型')
  await tabTo(page.getByRole('tab', { name: '画面での見え方' }))
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel').getByText('足した行').first().waitFor({ state: 'attached' })
  await axe(page, '差分')

  await publish(page, '名乗りを店の言い方に')
  await page
    .getByText(/第1版を藤井 直子が公開/)
    .first()
    .waitFor()

  const call = await sit('matsui', '/today')
  await settled(call)
  await call.keyboard.press('F2')
  await call.waitForURL('**/calls/*')
  const said = guide(call).getByRole('button', { name: greeting })
  await said.first().waitFor()
  await guide(call).getByText('応対の型 第1版').waitFor()
  await call.keyboard.press('Alt+1')
  await guide(call).getByText('言いました').first().waitFor()
  const { calls } = await ask<{ calls: { complaintId: string }[] }>(
    call,
    '/api/intake/calls?mine=true',
  )
  const complaintId = calls[0]?.complaintId ?? ''
  type Entries = { entries: { type: string; payload: object }[] }
  const used = async () => {
    const { entries } = await ask<Entries>(call, `/api/complaints/${complaintId}/timeline`)
    return entries.find(({ type }) => type === 'guide.phrase-used')?.payload
  }
  await expect.poll(used).toMatchObject({ version: expect.stringMatching(/^1-/) })

  await press(page.getByRole('button', { name: /^公開の履歴/ }))
  await press(page.getByRole('button', { name: '出荷時の型に戻す' }))
  const back = page.getByRole('dialog', { name: '出荷時の型に戻す' })
  await write(back.getByRole('textbox', { name: /何を変えたか/ }), '元の名乗りに戻す')
  await axe(page, '版を戻す')
  await page.keyboard.press('ControlOrMeta+Enter')
  await back.waitFor({ state: 'detached', timeout: 60_000 })
  await page
    .getByText(/第2版を藤井 直子が公開/)
    .first()
    .waitFor()
  expect((await ask<Text>(page, address('受付'))).text).toBe(text)
})

it('二人で書いても、書いた文は消えず、どちらにするかを決められる', async () => {
  forgive(/status of 409/)
  const page = await sit('fujii', '/settings?section=playbooks')
  await openPlay(page, '傾聴')
  const before = await ask<Text & { revision: number }>(page, address('傾聴'))
  await write(field(page, '傾聴'), `${before.text}# わたしの文\n`)
  const data = { basedOn: before.revision, state: 'text', text: `${before.text}# 先の人の文\n` }
  expect((await page.request.put(address('傾聴'), { data })).status()).toBe(200)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page
    .getByRole('alert')
    .getByText(/藤井 直子が先に書き換えました/)
    .waitFor()
  // The words survive a reload, too.
  await page.reload()
  await openPlay(page, '傾聴')
  const both = page.getByRole('region', { name: /先に書き換えました/ })
  await both.getByText('# わたしの文').waitFor()
  await axe(page, '二人で書いたとき')
  await press(both.getByRole('button', { name: 'この文で保存' }), 'Shift+Tab')
  await both.waitFor({ state: 'detached' })
  expect((await ask<Text>(page, address('傾聴'))).text).toContain('# わたしの文')
})

it.each([
  { width: 1024, scheme: 'dark' },
  { width: 390, scheme: 'light' },
] as const)('狭い画面でも読めて書ける：$width $scheme', async (seat) => {
  const page = await sit('fujii', '/settings?section=playbooks', seat)
  await openPlay(page, 'お詫び')
  await page.getByText('読めます。直すところはありません。').waitFor()
  await axe(page, `応対の型 ${seat.width}`)
  expect(await page.evaluate(overflow)).toBe(0)
})

it('監督者は読めるが書けず、応対者の設定には応対の型はない', async () => {
  const reader = await sit('sasaki', '/settings?section=playbooks')
  await openPlay(reader, 'お詫び')
  expect(await field(reader, 'お詫び').getAttribute('readonly')).not.toBeNull()
  expect(await reader.getByRole('button', { name: '下書きに保存' }).count()).toBe(0)
  const page = await sit('matsui', '/settings?section=playbooks')
  await settled(page)
  expect(await page.getByRole('link', { name: '応対の型' }).count()).toBe(0)
})

type Held = Record<string, { state: string; text: string; basedOn: string | null }>
type Exported = { format: string; plays: Held; stories: Record<string, string> }
const loading = (page: Page) => page.getByRole('button', { name: '読み込む', exact: true })

/** The dialogue in which the file is chosen is the machine's own: what the browser gets of it is the file. */
async function load(page: Page, name: string, text: string) {
  const opens = page.waitForEvent('filechooser')
  await tabTo(loading(page))
  await page.keyboard.press('Enter')
  const chooser = await opens
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

it('会社の型を書き出し、直して読み込める。直すところのあるファイルは、何行目をどう直すかが出る', async () => {
  const page = await sit('fujii', '/settings?section=playbooks')
  await openPlay(page, '結び')
  const { text } = await ask<Text>(page, address('結び'))
  const closing = 'ほかに気がかりなことは、ございませんか。'
  expect(text).toContain(closing)
  await write(field(page, '結び'), text.replace(closing, '言い残されたことは、ございませんか。'))
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('まだ保存していません').waitFor({ state: 'detached' })

  const saves = page.waitForEvent('download')
  await press(page.getByRole('button', { name: '書き出す' }), 'Shift+Tab')
  const download = await saves
  expect(download.suggestedFilename()).toBe('uketome-playbook-ja.json')
  const written = await readFile(await download.path(), 'utf8')
  const file: Exported = JSON.parse(written)
  expect(file.format).toBe('uketome-playbook-1')
  expect(file.plays['結び']?.text).toContain('言い残されたことは、ございませんか。')

  const name = 'みなと食卓の型.json'
  const alert = page.getByRole('alert')
  const at = written.split('\n').findIndex((line) => line.includes('"language"')) + 1
  await load(page, name, written.replace('"language": "ja",', '"language": "ja"'))
  await alert.getByText(`${name}:${at + 1}: JSON として読めません。この行か一つ前の行`).waitFor()
  await alert.getByText('下書きはもとのままです。').waitFor()
  await axe(page, '読めないファイル')
  await load(page, name, '<html></html>')
  await alert.getByText(`${name}:1: JSON として読めません。`).waitFor()
  await load(page, name, '{ "name": "ほかのもの" }')
  await alert.getByText(`${name}:1: この画面で書き出したファイルではありません。`).waitFor()
  const place = written.split('\n').findIndex((line) => line.includes('"結び": {')) + 1
  const draft = written.replace(/("結び": \{\s+"state": )"text"/, '$1"draft"')
  await load(page, name, draft)
  await alert.getByText(`${name}:${place + 1}: 「plays › 結び › state」がないか`).waitFor()
  expect((await ask<Text>(page, address('結び'))).text).toContain('言い残されたことは')

  // Readable, but one sentence in it must not be said: it is in the draft, and its line is named.
  const risky = written.replace('言い残されたことは、ございませんか。', 'お支払いいたします。')
  await load(page, name, risky)
  await alert
    .getByText(/^みなと食卓の型\.json:\d+: 「結び」の文の\d+行目：.*支払いを約束/)
    .waitFor()
  await alert.getByText('公開の前に、次の行を直してください。').waitFor()
  await axe(page, '直すところのあるファイル')

  const mended = written.replace('言い残されたことは、', 'お気づきのことは、')
  await load(page, name, mended)
  await page.getByText('ファイルの型と物語を、下書きに取り入れました。').waitFor()
  expect(await alert.filter({ hasText: name }).count()).toBe(0)
  await expect.poll(() => field(page, '結び').inputValue()).toContain('お気づきのことは、')
})
