import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, axe, choose, openHouse, press, settled, tabTo, write } from './desk.ts'
import { decide, writeComposing } from './input-method.ts'
import { startNodes } from './world.ts'

const { sit, forgive } = await openHouse(await startNodes(1))

type Told = { name?: string; kana?: string; phone?: string; email?: string; address?: string }
type Customer = {
  customer: Told
  complaints: { id: string }[]
  merges: unknown[]
  cautions: { words: string }[]
}

async function received(page: Page, words: string, customer: Told) {
  const id = crypto.randomUUID()
  const data = { id, channel: 'mail', words, customer, details: {} }
  const answer = await page.request.post('/api/intake/complaints', { data })
  expect(answer.status(), await answer.text()).toBe(200)
  const read = await ask<{ customer: { customerId: string } }>(page, `/api/complaints/${id}`)
  return { id, customerId: read.customer.customerId }
}

const customerOf = (page: Page, id: string) =>
  ask<Customer>(page, `/api/complaints/customers/${id}`)

/** Written with an input method: every Enter belongs to it until the words are decided. */
async function compose(field: Locator, kana: string, kanji: string) {
  await tabTo(field)
  await decide(await writeComposing(field, kana, kanji), kanji)
}

const send = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')
const gone = (dialog: Locator) => dialog.waitFor({ state: 'detached' })

it('二つの記録をまとめ、戻し、分ける。キーボードだけで、お申し出は一件もなくならない', async () => {
  const page = await sit('kobayashi', '/today')
  // A second try meets the people of the first.
  const tail = String(1000 + Math.floor(Math.random() * 9000))
  const into = await received(page, '皿が割れていました。', {
    name: '渡邊 蓮',
    phone: `０９０－７７７７－${tail}`,
  })
  const from = await received(page, '返事がまだです。', {
    name: '渡辺 れん',
    phone: `090-7777-${tail}`,
    email: 'ren@example.jp',
  })
  expect(from.customerId).not.toBe(into.customerId)
  await page.goto(`/complaints/${into.id}`)
  await settled(page)
  await press(page.getByRole('link', { name: 'お客様のページ' }))
  await page.waitForURL(/\/customers\//)
  await settled(page)

  await page.getByRole('button', { name: /^まとめる/ }).waitFor()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: '同じ方の記録をまとめる' })
  const match = dialog.getByRole('button', { name: /^渡辺 れん 様/ }).filter({ hasText: tail })
  await match.getByText('電話番号が一致').waitFor()
  await write(dialog.getByRole('searchbox'), '渡邉')
  await match.getByText('お名前が一致').waitFor()
  await press(match)
  await dialog.getByText('合わせて2件になります', { exact: false }).waitFor()
  await choose(dialog.getByRole('group', { name: 'お名前' }), '渡辺 れん')
  await compose(dialog.getByRole('textbox', { name: /^理由/ }), 'ごほんにん', 'ご本人に確かめた')
  expect((await customerOf(page, into.customerId)).merges).toEqual([])
  await axe(page)
  await send(page)
  await gone(dialog)
  await page.getByRole('heading', { name: '渡辺 れん 様' }).waitFor()
  expect((await customerOf(page, into.customerId)).complaints).toHaveLength(2)

  await press(page.getByRole('button', { name: '「渡辺 れん」を元に戻す' }))
  const undoing = page.getByRole('dialog', { name: 'まとめる前に戻す' })
  await write(undoing.getByRole('textbox', { name: /^理由/ }), '別の方だった')
  await send(page)
  await gone(undoing)
  await page.getByRole('heading', { name: '渡邊 蓮 様' }).waitFor()
  const back = [into, from].map(({ customerId }) => customerOf(page, customerId))
  expect((await Promise.all(back)).map(({ complaints }) => complaints.map(({ id }) => id))).toEqual(
    [[into.id], [from.id]],
  )

  const third = await received(page, '奥様のお申し出です。', {
    phone: `090-7777-${tail}`,
    name: '渡邊 蓮',
  })
  await page.getByText('奥様のお申し出です。').waitFor()
  await page.keyboard.press('s')
  const splitting = page.getByRole('dialog', { name: '別の方の記録を分ける' })
  await tabTo(splitting.getByRole('checkbox', { name: /奥様のお申し出/ }))
  await page.keyboard.press('Space')
  await choose(splitting.getByRole('group', { name: /^電話番号/ }), '両方に')
  await write(splitting.getByRole('textbox', { name: 'もう一人の方のお名前' }), '渡邊 紬')
  await write(splitting.getByRole('textbox', { name: /^理由/ }), '奥様からのお電話だった')
  const preview = splitting.getByRole('region', { name: '分けたあとの姿' })
  await preview.getByText('渡邊 紬').waitFor()
  expect(await preview.getByText('お申し出1件').count()).toBe(2)
  await axe(page)
  await send(page)
  await page.getByRole('heading', { name: '渡邊 紬 様' }).waitFor()
  const splitId = page.url().split('/').at(-1) ?? ''
  const { customer, complaints } = await customerOf(page, splitId)
  expect(complaints.map(({ id }) => id)).toEqual([third.id])
  expect(customer).toMatchObject({ name: '渡邊 紬', phone: expect.stringContaining('7777') })
  await page.goto(`/complaints/${third.id}`)
  await settled(page)
  await page.getByRole('log').getByText('お客様を分けました：奥様からのお電話だった').waitFor()

  await page.goto(`/customers/${into.customerId}`)
  await settled(page)
  await press(page.getByRole('button', { name: '「渡邊 紬」を元に戻す' }))
  const rejoining = page.getByRole('dialog', { name: '分ける前に戻す' })
  await write(rejoining.getByRole('textbox', { name: /^理由/ }), 'ご夫婦で一つでよいとのこと')
  await send(page)
  await gone(rejoining)
  expect((await customerOf(page, into.customerId)).complaints).toHaveLength(2)
  // The address of the record that is gone leads to the one that stands.
  await page.goto(`/customers/${splitId}`)
  await page.waitForURL(`**/customers/${into.customerId}`)
  await page.getByText('いまの記録を開きました', { exact: false }).waitFor()
})

it('日付のある事実・代わりの方・つながりを、確かめた方法と一緒に残す。呼び名は残せない', async () => {
  forgive(/422/)
  const page = await sit('kobayashi', '/today')
  const one = await received(page, '返金の話を聞きたい。', {
    name: '髙嶋 渚',
    phone: '054-777-1001',
  })
  await received(page, '母の件です。', { name: '高島 母', kana: 'たかしま はは' })
  await page.goto(`/customers/${one.customerId}`)
  await settled(page)

  await page.keyboard.press('n')
  const fact = page.getByRole('dialog', { name: '事実を書き留める' })
  const happened = fact.getByRole('textbox', { name: /^起きたこと/ })
  await write(happened, 'クレーマー')
  await write(fact.getByRole('textbox', { name: /^何で分かったか/ }), '通話の記録')
  await send(page)
  await fact.getByText('人への呼び名は記録できません', { exact: false }).waitFor()
  await write(happened, '電話で30分怒鳴った。「責任者を出せ」と5回', 'Shift+Tab')
  await axe(page)
  await send(page)
  await gone(fact)
  await page.getByText('小林 大輔 が記録').first().waitFor()
  expect((await customerOf(page, one.customerId)).cautions).toHaveLength(1)

  const sasaki = await sit('sasaki', `/customers/${one.customerId}`)
  await press(sasaki.getByRole('button', { name: /怒鳴った.*を延ばす/ }))
  const prolonging = sasaki.getByRole('dialog', { name: '事実の表示を延ばす' })
  await write(prolonging.getByRole('textbox', { name: /^延ばす理由/ }), '今週も同じことがあった')
  const until = Temporal.Now.plainDateISO('Asia/Tokyo').add({ days: 120 }).toString()
  await prolonging.getByLabel('次に見直す日').fill(until)
  await axe(sasaki, '事実を延ばす')
  await send(sasaki)
  await gone(prolonging)
  await page.getByText(`佐々木 恵 が ${until} まで延ばした：今週も同じことがあった`).waitFor()
  await sasaki.goto(`/complaints/${one.id}`)
  await sasaki.getByRole('region', { name: '話す前に' }).getByText('電話で30分怒鳴った').waitFor()
  await axe(sasaki, '話す前に知ること')

  await page.keyboard.press('p')
  const proxy = page.getByRole('dialog', { name: '代わりの方を決める' })
  await write(proxy.getByRole('textbox', { name: /^お名前/ }), '髙嶋 港')
  await write(proxy.getByRole('textbox', { name: /^ご関係/ }), '長男')
  await write(proxy.getByRole('textbox', { name: /^お伝えしてよいこと/ }), '返金の日程')
  await write(proxy.getByRole('textbox', { name: /^確かめた方法/ }), 'ご本人からお電話で')
  await send(page)
  await gone(proxy)
  await page.getByText('お伝えしてよいこと：返金の日程').waitFor()

  await page.keyboard.press('l')
  const link = page.getByRole('dialog', { name: 'つながりを記録する' })
  await write(link.getByRole('searchbox'), 'ﾀｶｼﾏ')
  const match = link.getByRole('button', { name: /^高島 母 様/ })
  await match.getByText('ふりがなが一致').waitFor()
  await press(match)
  await write(link.getByRole('textbox', { name: /^何で分かったか/ }), 'ご本人の言葉')
  await axe(page)
  await send(page)
  await gone(link)
  await press(page.getByRole('link', { name: '高島 母 様' }))
  await page.getByRole('link', { name: '髙嶋 渚 様' }).waitFor()
})

it.each([1440, 1024, 390] as const)(
  '%i px：お申し出が30件でも、一件だけでも、明るくても暗くても読める',
  async (width) => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await sit('kobayashi', '/today', { width, scheme })
      const phone = `054-9${width}-${scheme === 'dark' ? '0001' : '0002'}`
      const told = {
        name: '寿限無 五劫の擦り切れ',
        kana: 'じゅげむ',
        phone,
        address: '静岡県静岡市葵区',
      }
      const first = await received(page, '一件目のお申し出です。', told)
      await page.goto(`/customers/${first.customerId}`)
      await axe(page, `${width} ${scheme}, empty`)
      for (let count = 2; count <= 30; count += 1)
        await received(
          page,
          `${count}件目のお申し出です。${'とても長い事情があります。'.repeat(4)}`,
          told,
        )
      await page.reload()
      const open = page.getByRole('list', { name: '対応中のお申し出' })
      await open.waitFor()
      await axe(page, `${width} ${scheme}, crowded`)
      await press(page.getByRole('button', { name: '残り22件も見る' }))
      expect(await open.getByRole('listitem').count()).toBe(30)
      const spills = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      )
      expect(spills).toBe(false)
    }
  },
)
