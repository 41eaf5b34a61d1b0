import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

/** What nobody but the desk and the person may ever be shown. */
const flower = '紫陽花'
const unnamedFlower = '木蓮'
const photo = await sharp({
  create: { width: 640, height: 400, channels: 3, background: '#5b6bb5' },
})
  .png()
  .toBuffer()
const aFile = (name: string) => ({ name, mimeType: 'image/png', buffer: photo })

/** From the account menu, in two steps. */
async function enter(page: Page) {
  await settled(page)
  await press(page.getByRole('button', { name: /さんのメニュー$/u }))
  await page.getByRole('menuitem', { name: '相談窓口' }).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '相談したいこと' }).waitFor()
}

async function seesNothing(page: Page, word: string) {
  const paths = [
    `/api/complaints?words=${encodeURIComponent(word)}`,
    '/api/complaints?view=all&limit=200',
    '/api/audit/readings',
    '/api/consultation/entrance',
    '/api/consultation/duties',
  ]
  for (const path of paths) {
    const answer = await page.request.get(path)
    expect(await answer.text(), path).not.toContain(word)
  }
  expect((await page.request.get('/api/consultation/cases')).status()).toBe(403)
}

it('名前を伝えて相談すると、窓口だけが読み、返事が本人に届き、管理者とSVには見えない', async () => {
  forgive(/40[34]/u, /Failed to load resource/u)
  const matsui = await sit('matsui', '/today')
  await enter(matsui)
  const text = matsui.getByRole('textbox', { name: '相談したいこと' })
  await tabTo(text)
  const typed = await writeComposing(text, 'こわい', '怖い')
  await decide(typed, `です。${flower}の件で、帰り道に待ち伏せされました。`)
  await matsui.getByText('いま危ないときは、先に離れて、110番へ。').waitFor()
  await matsui.reload()
  expect(await text.inputValue()).toContain(flower)
  await axe(matsui, '相談窓口')
  await matsui.getByLabel('写真・録音・書類を添える').setInputFiles([aFile('メモ.png')])
  await matsui.getByLabel('写真・録音・書類を添える').setInputFiles([aFile('見せない.png')])
  await press(matsui.getByRole('button', { name: '見せない.png を外す' }))
  await tabTo(text)
  await matsui.keyboard.press('ControlOrMeta+Enter')
  await matsui.getByText('受け取りました。窓口が読んで、この画面に返事を書きます。').waitFor()
  expect(await text.inputValue()).toBe('')

  const mori = await sit('mori', '/consultation/desk')
  await axe(mori, '相談の一覧')
  await press(mori.getByRole('link', { name: /^松井 あかりの.*開く$/u }))
  await mori.getByText(`${flower}の件で`, { exact: false }).waitFor()
  await mori.getByText('急ぐ言葉があります').waitFor()
  await matsui.getByText('届きました', { exact: true }).waitFor()
  await mori.reload()
  await press(mori.getByRole('button', { name: 'メモ.png を開く' }))
  await mori.getByRole('dialog', { name: 'メモ.png' }).getByRole('img').first().waitFor()
  await axe(mori, '相談のファイル')
  await mori.keyboard.press('Escape')
  await mori.getByLabel('控えを加える').setInputFiles([aFile('面談の控え.png')])
  await mori.getByRole('button', { name: '面談の控え.png を開く' }).waitFor()
  await mori.getByLabel('ファイルを送る').setInputFiles([aFile('案内図.png')])
  await mori.getByRole('button', { name: '案内図.png を開く' }).waitFor()
  await write(
    mori.getByRole('textbox', { name: '返事を書く' }),
    '今夜は、タクシーで帰ってください。',
  )
  await press(mori.getByRole('button', { name: '返事を送る' }))
  await mori.getByText('返事を送りました。').waitFor()
  const record = mori.getByRole('region', { name: '窓口の記録' })
  await write(
    record.getByRole('textbox', { name: '本人の言葉のまま' }),
    '警察にはまだ言わないでほしい',
  )
  await press(record.getByRole('button', { name: '記録する' }))
  await record.getByText('誰にも伝えない').waitFor()
  await choose(record.getByRole('group', { name: '何を書きますか' }), '行為者への措置', 'Shift+Tab')
  await write(record.getByRole('textbox', { name: '行うこと' }), '入口の見回り')
  await write(record.getByRole('textbox', { name: /^これで相談を知ることになる人/u }), '警備会社')
  await press(record.getByRole('button', { name: '記録する' }))
  await record
    .getByText('「警備会社」に伝えてよいと、本人からまだ聞いていません。', { exact: false })
    .waitFor()
  expect(await mori.getByRole('button', { name: 'この相談を終える' }).isEnabled()).toBe(false)
  await axe(mori, '相談の一件')

  await matsui.reload()
  await matsui.getByText('返事があります').waitFor()
  await press(matsui.getByRole('button', { name: /からの相談を開く$/u }))
  await matsui.getByText('今夜は、タクシーで帰ってください。').waitFor()
  await matsui.getByRole('button', { name: '案内図.png を開く' }).waitFor()
  expect(await matsui.content()).not.toContain('面談の控え')
  expect(await matsui.content()).not.toContain('警察にはまだ')

  await press(matsui.getByRole('button', { name: 'この相談を消してほしい' }))
  await press(matsui.getByRole('button', { name: '消してほしいと伝える' }))
  await matsui.getByRole('button', { name: 'やはり残してほしい' }).waitFor()
  await mori.reload()
  const keeping = mori.getByRole('region', { name: '残す・消す' })
  await press(keeping.getByRole('button', { name: '消さずに残す' }))
  await write(mori.getByRole('textbox', { name: '残す理由' }), '警察に相談しているため')
  await mori.keyboard.press('ControlOrMeta+Enter')
  await keeping.getByText('警察に相談しているため').waitFor()
  expect(await keeping.getByRole('button', { name: 'この相談を消す' }).count()).toBe(0)
  await press(keeping.getByRole('button', { name: '残すのをやめる' }))
  await press(keeping.getByRole('button', { name: 'この相談を消す' }))
  await axe(mori, '相談を消す')
  await press(mori.getByRole('button', { name: 'すべて消す' }))
  await mori.getByText('相談を消しました。').waitFor()
  await press(mori.getByRole('button', { name: /^消した相談/u }))
  await mori.getByText('本人の希望により、森 由美子さんが消しました').waitFor()
  expect(await mori.content()).not.toContain('松井 あかりの')
  await matsui.reload()
  await matsui.getByRole('heading', { name: '外の相談先' }).waitFor()
  expect(await matsui.content()).not.toContain('タクシー')

  for (const who of ['fujii', 'sasaki'] as const) {
    const other = await sit(who, '/consultation/desk')
    await settled(other)
    await other.getByRole('alert').waitFor()
    expect(await other.content()).not.toContain('松井 あかりの')
    await seesNothing(other, flower)
  }
})

it('名前を伝えない相談は、合い言葉だけで、サインインせずに読んで続けられる', async () => {
  const kobayashi = await sit('kobayashi', '/consultation')
  await settled(kobayashi)
  const sent: Record<string, string>[] = []
  kobayashi.on('request', (request) => {
    if (request.url().includes('/unnamed/')) void request.allHeaders().then((all) => sent.push(all))
  })
  await write(
    kobayashi.getByRole('textbox', { name: '相談したいこと' }),
    `${unnamedFlower}の件です。`,
  )
  await choose(kobayashi.getByRole('group', { name: 'お名前' }), '名前を伝えない')
  const code = await kobayashi
    .getByRole('status')
    .getByText(/^[2-9A-Z]{4}(?:-[2-9A-Z]{4}){4}$/u)
    .innerText()
  const button = kobayashi.getByRole('button', { name: '相談を送る' })
  expect(await button.isEnabled()).toBe(false)
  await kobayashi.getByLabel('写真・録音・書類を添える').setInputFiles([aFile('名乗らない.png')])
  await tabTo(kobayashi.getByRole('checkbox', { name: '合い言葉を控えました' }))
  await kobayashi.keyboard.press('Space')
  await axe(kobayashi, '名前を伝えない相談')
  await press(button)
  await kobayashi.getByText('受け取りました。返事は、合い言葉で読めます。').waitFor()
  await kobayashi.getByText('届きました', { exact: true }).waitFor()
  // The words, the upload that is announced, and its bytes.
  await expect.poll(() => sent.length).toBe(3)
  expect(sent.filter((headers) => 'cookie' in headers)).toEqual([])
  expect((await ask<{ talks: unknown[] }>(kobayashi, '/api/consultation/entrance')).talks).toEqual(
    [],
  )

  const mori = await sit('mori', '/today')
  await mori.getByRole('link', { name: /相談窓口.*返事を待つ相談/u }).waitFor()
  await mori.goto('/consultation/desk')
  await press(mori.getByRole('link', { name: /^名前を伝えていない方の/u }))
  await mori.getByText(`${unnamedFlower}の件です。`).waitFor()
  await write(
    mori.getByRole('textbox', { name: '返事を書く' }),
    '届いています。急がなくて大丈夫です。',
  )
  await press(mori.getByRole('button', { name: '返事を送る' }))
  await mori.getByText('返事を送りました。').waitFor()

  const phone = await sit(null, '/consult/demo', { width: 390, scheme: 'dark' })
  const field = phone.getByRole('textbox', { name: '合い言葉' })
  await write(field, 'abcd')
  await press(phone.getByRole('button', { name: '開く' }))
  await phone.getByText('文字は20文字です。', { exact: false }).waitFor()
  await write(field, code.toLowerCase().replaceAll('-', ' '), 'Shift+Tab')
  await phone.keyboard.press('ControlOrMeta+Enter')
  await phone.getByText('届いています。急がなくて大丈夫です。').waitFor()
  await press(phone.getByRole('button', { name: '名乗らない.png を開く' }))
  await phone.getByRole('dialog', { name: '名乗らない.png' }).getByRole('img').first().waitFor()
  await phone.keyboard.press('Escape')
  await axe(phone, '合い言葉で開いた相談')
  await write(phone.getByRole('textbox', { name: '続きを書く' }), 'ありがとうございます。')
  await phone.keyboard.press('ControlOrMeta+Enter')
  await phone.getByText('送りました。').waitFor()
  await mori.reload()
  await mori.getByText('ありがとうございます。', { exact: true }).waitFor()
  const fujii = await sit('fujii', '/today')
  await seesNothing(fujii, unnamedFlower)
})

it('管理者は事業主の措置を根拠とともに整え、方針を公開し、数だけを見る', async () => {
  forgive(/422/u, /Failed to load resource/u)
  const fujii = await sit('fujii', '/settings?section=employer-measures')
  await press(
    fujii.getByRole('button', { name: '「迷う段階の相談にも応じられるようにする」を書く' }),
  )
  const dialog = fujii.getByRole('dialog')
  await choose(dialog.getByRole('group', { name: '状態' }), '途中')
  await write(dialog.getByRole('textbox', { name: '文書の名前と置き場所' }), '窓口の手引き　共有棚')
  await press(dialog.getByRole('button', { name: '根拠を加える' }))
  await axe(fujii, '措置を書く')
  await fujii.keyboard.press('ControlOrMeta+Enter')
  await dialog.waitFor({ state: 'detached' })
  await fujii.getByText('窓口の手引き　共有棚').waitFor()
  await fujii.getByText('10人のうち6人が読みました').waitFor()
  await press(fujii.getByRole('button', { name: '期間を決め直す' }))
  await write(fujii.getByRole('textbox', { name: /^終えてから残す月数/u }), '８４')
  await write(fujii.getByRole('textbox', { name: '理由' }), '就業規則に合わせる')
  await fujii.keyboard.press('ControlOrMeta+Enter')
  await fujii.getByText('就業規則に合わせる').first().waitFor()
  const pdf = await fujii.request.get('/api/consultation/duties/paper')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await axe(fujii, '事業主の措置')

  const kobayashi = await sit('kobayashi', '/consultation', { width: 1024, scheme: 'dark' })
  await axe(kobayashi, '相談窓口（1024・暗い表示）')
  await write(fujii.getByRole('textbox', { name: '方針の本文' }), '新しい方針です。')
  await press(fujii.getByRole('button', { name: '第2版として公開する' }))
  await fujii.getByText('10人のうち0人が読みました').waitFor()
  await kobayashi.reload()
  await press(kobayashi.getByRole('button', { name: '読みました' }))
  await kobayashi.getByText('ありがとうございます。誰が読んだかは表示されません。').waitFor()
  await fujii.reload()
  await fujii.getByText('10人のうち1人が読みました').waitFor()
})
