import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { toCp932 } from '#platform/files/cp932.ts'
import { ask, axe, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

const grid = (page: Page) => page.getByRole('grid', { name: '規定の表' })
const cell = (page: Page) => grid(page).getByRole('textbox')
const saved = (page: Page) => page.getByText(/^下書きを保存しました/)

/** What stood in the cell is replaced, from the first letter on; the Enter of the input method is its own. */
async function rewrite(page: Page, kana: string, kanji: string) {
  const name = await cell(page).getAttribute('aria-label')
  await decide(await writeComposing(cell(page), kana, kanji, { replaces: true }), kanji)
  expect(await cell(page).getAttribute('aria-label')).toBe(name)
  await page.keyboard.press('Enter')
}

/** By arrow keys from wherever one is, to the row with this number and the column with this name. */
async function goTo(page: Page, code: string, column: string): Promise<Locator> {
  await tabTo(cell(page))
  const name = async () => (await cell(page).getAttribute('aria-label')) ?? ''
  const toColumn = async (wanted: string) => {
    await page.keyboard.press('Home')
    for (let step = 0; step < 30 && !(await name()).includes(` ${wanted}`); step += 1)
      await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < 40 && !(await name()).includes(`行め ${code} `); step += 1)
    await page.keyboard.press('ArrowDown')
  await toColumn(column)
  expect(await name()).toContain(`行め ${code} ${column}`)
  return cell(page)
}

/** Chooses a file by keyboard alone. */
async function bring(page: Page, name: string, bytes: Uint8Array) {
  const chooser = page.waitForEvent('filechooser')
  await press(page.getByRole('button', { name: 'ファイルから読む' }), 'Shift+Tab')
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })
}

describe('規定の表', () => {
  it('管理者が入力方式で行を直し、重なりを直し、先月の苦情で試して公開すると、応対者の案が変わる', async () => {
    const page = await sit('fujii', '/remedies', { width: 1440 })
    await settled(page)
    await axe(page)

    // 日本語で書き換える。変換を決める Enter では、セルを離れない。
    await goTo(page, 'R-01', '規定の名前')
    await rewrite(page, 'われ・ふりょうひんのこうかん', '割れ・不良品の交換')
    await expect.poll(() => grid(page).innerText()).toContain('割れ・不良品の交換')

    // 行を写すと、同じことを二度言う行になる。
    await goTo(page, 'R-01', '番号')
    await press(page.getByRole('button', { name: '行を写す' }), 'Shift+Tab')
    await tabTo(cell(page))
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('R-90')
    await page.keyboard.press('Enter')
    await goTo(page, 'R-90', 'お出しするもの')
    expect(await cell(page).inputValue()).toBe('新しい品との交換')
    await expect.poll(() => page.getByText('R-01 と同じ場面で').count()).toBeGreaterThan(0)
    await expect.poll(() => page.getByRole('button', { name: '公開する' }).isDisabled()).toBe(true)
    await axe(page)

    // 気づいた点から、そのセルへ。出すものを分けて直す。
    await press(page.getByRole('button', { name: 'R-90「優先順位」へ' }))
    await expect.poll(() => cell(page).getAttribute('aria-label')).toContain('R-90 優先順位')
    await goTo(page, 'R-90', 'お出しするもの')
    await rewrite(page, 'われにくいようきのしなとのこうかん', '割れにくい容器の品との交換')
    await expect.poll(() => page.getByText('R-01 と同じ場面で').count()).toBe(0)

    // 元に戻して、やり直す。
    await goTo(page, 'R-90', 'お出しするもの')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => cell(page).inputValue()).toBe('新しい品との交換')
    await page.keyboard.press('ControlOrMeta+y')
    await expect.poll(() => cell(page).inputValue()).toBe('割れにくい容器の品との交換')
    await expect.poll(() => saved(page).count()).toBe(1)

    // 試す。
    await tabTo(page.getByRole('tab', { name: /^気づいた点/ }))
    await page.keyboard.press('ArrowRight')
    await press(page.getByRole('button', { name: '90日間' }))
    await press(page.getByRole('button', { name: '試す', exact: true }))
    await page.getByText(/件のうち、案が変わるのは[1-9]/).waitFor()
    const day = String.raw`(\d{4}/)?\d+/\d+（.）`
    await page
      .getByText(new RegExp(`^${day}から${day}までに届いた苦情を、${day}の規定として比べました。$`))
      .waitFor()
    await page.getByText('R-90 割れにくい容器の品との交換').first().waitFor()
    const opened = page.getByRole('tabpanel').getByRole('link').first()
    const complaint = (await opened.getAttribute('href')) ?? ''
    await axe(page)

    const desk = await sit('matsui', complaint)
    const options = async () => {
      const path = `/api${complaint}/remedies`
      const answer = await desk.request.get(path)
      return (await answer.text()).includes('割れにくい容器の品との交換')
    }
    expect(await options()).toBe(false)

    await press(page.getByRole('button', { name: '公開する' }), 'Shift+Tab')
    const dialog = page.getByRole('dialog', { name: '下書きを公開する' })
    await write(dialog.getByRole('textbox', { name: '変えた理由' }), '瓶の割れが続くため')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByText(/^いま使っているのは 第2版/).waitFor()
    await expect.poll(options).toBe(true)
  })

  it('Excelからの貼り付けは行を増やし、読めないセルは書いたまま残る', async () => {
    const page = await sit('fujii', '/remedies', { width: 1024, scheme: 'dark' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await settled(page)
    await tabTo(cell(page))
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Home')
    const rows = await grid(page).getByRole('row').count()
    await page.evaluate(`navigator.clipboard.writeText('X-1\\t一つめ\\nX-2\\t"二つ\\nめ"\\n')`)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ControlOrMeta+v')
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(rows + 1)
    await goTo(page, 'X-1', '上限（円）')
    await page.keyboard.type('三千')
    await page.keyboard.press('Enter')
    await goTo(page, 'X-1', '上限（円）')
    await expect.poll(() => cell(page).getAttribute('aria-invalid')).toBe('true')
    expect(await cell(page).getAttribute('aria-label')).toContain('数字ではありません')

    await goTo(page, 'X-1', '番号')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ControlOrMeta+c')
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toBe('X-1\t一つめ\nX-2\t"二つ\nめ"')
    await expect.poll(() => saved(page).count()).toBe(1)
    await axe(page)

    await page.reload()
    await settled(page)
    await goTo(page, 'X-1', '上限（円）')
    expect(await cell(page).inputValue()).toBe('三千')
  })

  it('CP932とYAMLのファイルを読み、抜けを埋め、公開し、版を比べ、前の版を下書きに戻す', async () => {
    const page = await sit('fujii', '/remedies', { width: 1440 })
    await settled(page)
    const discard = page.getByRole('button', { name: '下書きを捨てる' })
    if (await discard.isEnabled()) await press(discard)
    await page.getByText('下書きはありません。').waitFor()
    const rows = await grid(page).getByRole('row').count()

    // 読めないセル、知らない列、足りない行のあるファイル。何も黙って消えない。
    const csv = toCp932('番号,上限（円）,色\r\nR-02,三千円①,赤\r\nR-05,800,青\r\n')
    if ('lacks' in csv) throw new Error('CP932')
    await bring(page, 'table.csv', csv)
    await page.getByText('2行め「上限（円）」：「三千円①」は数字ではありません').waitFor()
    await page.getByText('1行め：「色」という列はありません').waitFor()
    await page.getByText(/ファイルにない列は、同じ番号の行ではいまのまま残しました/).waitFor()
    await page.getByText(/^いまの表にあってファイルにない行が/).waitFor()
    await axe(page)
    await press(page.getByRole('button', { name: /^\d+行を残す$/ }))
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(rows)
    await goTo(page, 'R-02', '上限（円）')
    expect(await cell(page).inputValue()).toBe('三千円①')
    await page.keyboard.type('12000')
    await page.keyboard.press('Enter')

    // YAML。読めない行は番号つきで言われ、「元に戻す」で読む前に戻る。
    const yaml = 'rules:\n  - code: R-88\n    colour: 赤\n    maxYen: たくさん\n'
    await bring(page, 'table.yaml', new TextEncoder().encode(yaml))
    await page.getByText('3行め：「colour」という列はありません').waitFor()
    await page.getByText('4行め「上限（円）」：「たくさん」は数字ではありません').waitFor()
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(2)
    const tools = page.getByRole('group', { name: '規定の表' })
    await press(tools.getByRole('button', { name: '元に戻す' }), 'Shift+Tab')
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(rows)

    // お出しできない場面から、行を作りかけて、やめる。
    await tabTo(page.getByRole('tab', { name: /^気づいた点/ }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('columnheader', { name: '原因の部署' }).last().waitFor()
    await axe(page)
    await press(page.getByRole('button', { name: '1つめの場面の行を加える', exact: true }))
    await expect.poll(() => cell(page).getAttribute('aria-label')).toContain(`${rows}行め  番号`)
    await expect.poll(() => cell(page).evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(rows)
    await expect.poll(() => saved(page).count()).toBe(1)

    // 試して公開し、版を比べる。
    const { version } = await ask<{ version: { number: number } }>(page, '/api/remedies/table')
    await tabTo(page.getByRole('tab', { name: 'お出しできない場面' }))
    await page.keyboard.press('ArrowLeft')
    await press(page.getByRole('button', { name: '試す', exact: true }))
    await page.getByText(/件のうち、案が変わるのは/).waitFor()
    await press(page.getByRole('button', { name: '公開する' }), 'Shift+Tab')
    const dialog = page.getByRole('dialog', { name: '下書きを公開する' })
    await write(dialog.getByRole('textbox', { name: '変えた理由' }), '上限を上げた')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByText(`いま使っているのは 第${version.number + 1}版`).waitFor()
    await tabTo(page.getByRole('tab', { name: /^気づいた点/ }))
    await page.keyboard.press('End')
    const older = `第${version.number}版`
    await press(page.getByRole('button', { name: `${older}を、いまの表と比べる` }))
    const changes = page.getByRole('listitem').filter({ hasText: 'R-02' }).last()
    await expect.poll(() => changes.innerText()).toContain('上限（円）：10000 → 12000')
    await axe(page)
    await press(page.getByRole('button', { name: `${older}を下書きに戻す` }))
    await expect.poll(() => saved(page).count()).toBe(1)
    await goTo(page, 'R-02', '上限（円）')
    expect(await cell(page).inputValue()).toBe('10000')

    // SVは左の列から来て、読むだけ。
    const sv = await sit('sasaki', '/today', { width: 1024, scheme: 'dark' })
    await settled(sv)
    await press(sv.getByRole('link', { name: '規定', exact: true }))
    await expect.poll(() => grid(sv).getAttribute('aria-readonly')).toBe('true')
    expect(await sv.getByRole('button', { name: '公開する' }).count()).toBe(0)
    await axe(sv)
  })

  it('携帯では、規定を一枚ずつ読める', async () => {
    const page = await sit('matsui', '/remedies', { width: 390 })
    await settled(page)
    await page.getByRole('listitem').getByText('新しい品との交換').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await axe(page)
  })
})
