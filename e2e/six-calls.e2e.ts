import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readGuidance, type Guidance } from '#features/guide/contract.ts'
import { ask, axe, openHouse, settled, tabTo } from './desk.ts'
import { startNodes } from './world.ts'

const { sit } = await openHouse(await startNodes(1))

/** What the customer says, whose play comes to the front, and which of the wordings 1·2·3 the operator says. */
type Turn = { readonly hear: string; readonly play: string; readonly say?: 1 | 2 | 3 }

const calls: readonly (readonly [string, readonly Turn[]])[] = [
  [
    '目立たない不具合',
    [
      { hear: '先月買った急須のことなんですが。', play: '傾聴', say: 1 },
      { hear: '注ぎ口から、少しずつ伝ってこぼれるんです。', play: '傾聴' },
      { hear: '使えなくはないんですけど、毎回ふきんが要ります。', play: '傾聴', say: 2 },
    ],
  ],
  [
    '怒鳴り声',
    [
      { hear: 'いい加減にしろよ。どうなってるんだ、おたくは。', play: '怒り', say: 1 },
      { hear: 'ふざけんな、こっちは仕事を休んで待ってたんだぞ。', play: '怒り', say: 2 },
    ],
  ],
  [
    '上司を出せ',
    [
      {
        hear: 'あなたじゃ話にならない。責任者を出してください。',
        play: '上司対応',
        say: 1,
      },
      { hear: 'いいから責任者を出してください。', play: '上司対応', say: 2 },
    ],
  ],
  [
    '誠意を見せろ',
    [
      { hear: 'そちらの誠意は見せてもらえるんですか。', play: '暗示の金品要求', say: 1 },
      {
        hear: '誠意ですよ、誠意。言わなくても分かるでしょう。',
        play: '暗示の金品要求',
        say: 3,
      },
    ],
  ],
  [
    '他人の書類が届いた',
    [
      {
        hear: '封筒を開けたら、知らない方の名前の申込書が入っていました。',
        play: '漏えい',
        say: 1,
      },
    ],
  ],
  [
    'けがをした',
    [{ hear: '電気ケトルのふたが外れて、手にやけどをしました。', play: '安全', say: 2 }],
  ],
]

const guide = (page: Page) => page.getByRole('region', { name: '応対ナビ' })
const wordings = (page: Page) => guide(page).getByRole('list', { name: '言い方' })
const money = /円|返金|お支払|金品/

/** Begins a call, and ends it whatever happens: a call that is still open would be gone back to by the next test. */
async function onACall(talk: (page: Page, complaintId: string) => Promise<void>): Promise<void> {
  const page = await sit('kobayashi', '/today', { width: 1024 })
  await settled(page)
  await page.keyboard.press('F2')
  await page.waitForURL('**/calls/*')
  const callId = page.url().split('/').at(-1)
  const { complaintId } = await ask<{ complaintId: string }>(page, `/api/intake/calls/${callId}`)
  await tabTo(page.getByRole('textbox', { name: 'メモ' }))
  try {
    await talk(page, complaintId)
  } finally {
    await page.keyboard.press('F10')
    await page.getByRole('dialog', { name: 'どのように終わりましたか' }).waitFor()
    await page.keyboard.press('2')
    await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
  }
}

/** As the screen itself asks for it. */
async function guidanceOf(page: Page, complaintId: string): Promise<Guidance> {
  const path = `/api/guide/complaints/${complaintId}`
  return readGuidance.answer.parse(
    await page.evaluate((where) => fetch(where).then((answer) => answer.json()), path),
  )
}

/** Writes down what was said; answers once the screen shows what the guide then says. */
async function hear(page: Page, complaintId: string, text: string): Promise<Guidance> {
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  await page.getByRole('log', { name: 'この通話のメモ' }).getByText(text).waitFor()
  await page.getByLabel('送っています').waitFor({ state: 'detached' })
  const guidance = await guidanceOf(page, complaintId)
  const { goal = '' } = guidance.current ?? {}
  await guide(page).getByRole('heading', { level: 2, name: goal, exact: true }).waitFor()
  return guidance
}

/** Says one of the three wordings without leaving the note line; it stays in its place, marked. */
async function say(page: Page, complaintId: string, number: number): Promise<string> {
  const button = wordings(page)
    .getByRole('listitem')
    .nth(number - 1)
  const text = (await button.locator('span.flex-1').textContent()) ?? ''
  await page.keyboard.press(`Alt+${number}`)
  const used = async () => {
    const { current, following } = await guidanceOf(page, complaintId)
    const all = [current, ...following].flatMap((move) => move?.say ?? [])
    return all.filter((each) => each.text === text && !each.isUsed).length
  }
  await expect.poll(used, { timeout: 10_000 }).toBe(0)
  return text
}

it.each(calls)('%s：いまの一手と言い方が、キーボードだけで使える', (title, turns) =>
  onACall(async (page, complaintId) => {
    const said: string[] = []
    for (const turn of turns) {
      const guidance = await hear(page, complaintId, turn.hear)
      expect(guidance.current?.play).toBe(turn.play)
      expect(1 + guidance.following.length).toBeLessThanOrEqual(7)
      const fresh = guidance.current?.say.filter(({ isUsed }) => !isUsed) ?? []
      expect(fresh.filter(({ text }) => said.includes(text))).toEqual([])
      const named = fresh.filter(({ text }) => title === '誠意を見せろ' && money.test(text))
      expect(named).toEqual([])
      if (turn.say) said.push(await say(page, complaintId, turn.say))
    }
    expect(new Set(said).size).toBe(said.length)
  }),
)

it('なぜこの一手かを、W で開いて、また閉じられる', () =>
  onACall(async (page, complaintId) => {
    const { current } = await hear(page, complaintId, 'いいから責任者を出してください。')
    expect(current?.play).toBe('上司対応')
    const why = guide(page).getByRole('button', { name: /^なぜこの一手か/ })
    const grounds = guide(page).locator('dl')
    await page.keyboard.press('Alt+w')
    await grounds.waitFor()
    expect(await why.getAttribute('aria-expanded')).toBe('true')
    const told = await grounds.innerText()
    expect(told).toContain('「いいから責任者を出してください」')
    expect(told).toContain(`応対の型「上司対応」の「${current?.id}」`)
    expect(told).toContain(current?.reasons[0])
    await axe(page, 'なぜこの一手か')
    await page.keyboard.press('Alt+w')
    await grounds.waitFor({ state: 'detached' })

    await tabTo(why)
    await page.keyboard.press('w')
    await grounds.waitFor()
  }))

it('読んでいる言い方は、お客様の言葉が増えても、場所も引用も変わらない', () =>
  onACall(async (page, complaintId) => {
    const { current: before } = await hear(page, complaintId, '届いた箱の色が、写真と違います。')
    await expect.poll(() => wordings(page).count()).toBe(1)
    const read = await wordings(page).innerText()
    const { current } = await hear(page, complaintId, 'リボンも、思っていたより細いんです。')
    expect(current?.id).toBe(before?.id)
    expect(current?.say).not.toEqual(before?.say)
    await page.waitForTimeout(500) // the screen has the new answer by now
    expect(await wordings(page).innerText()).toBe(read)
  }))

it('この一手で書き留めることは、読める所にあり、Alt+I で書けて、書くと次の一手へ進む', () =>
  onACall(async (page, complaintId) => {
    const asked = '新しいものに換えてもらえますか。'
    const { current } = await hear(page, complaintId, asked)
    const write = current?.write.find(({ isRequired }) => isRequired)
    const field = guide(page).getByRole('textbox', { name: write?.label ?? '' })
    const line = page.getByRole('textbox', { name: 'メモ' })
    await say(page, complaintId, 1)
    await page.keyboard.press('Alt+i')
    await expect.poll(() => field.and(page.locator(':focus')).count()).toBe(1)
    const [seen, below] = [await field.boundingBox(), await line.boundingBox()]
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(below?.y ?? 0)
    await axe(page, '書き留めるところ')
    await page.keyboard.insertText(asked)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(() => line.and(page.locator(':focus')).count()).toBe(1)
    const next = await guidanceOf(page, complaintId)
    expect(`${next.current?.play}/${next.current?.id}`).not.toBe(`${current?.play}/${current?.id}`)
  }))

it('はっきり言われた日付・お店・お名前は、一つの鍵で書き留められ、分からないことから消える', () =>
  onACall(async (page, complaintId) => {
    await hear(page, complaintId, '11月2日に本店で買った急須のことです。')
    await hear(page, complaintId, '山本と申します。')
    const heard = page.getByRole('list', { name: 'お話にありました' })
    await heard.getByRole('button', { name: '購入日に「11月2日」と書き留める' }).waitFor()
    await axe(page, 'お話にありました')
    const details = async () =>
      (await ask<{ details: Record<string, string> }>(page, `/api/complaints/${complaintId}`))
        .details
    await page.keyboard.press('Alt+m')
    await expect.poll(async () => (await details())['happenedWhere']).toBe('本店')
    // What is written is gone before the key is for the next.
    await heard.getByRole('button', { name: /「本店」/ }).waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+m')
    await expect.poll(async () => (await details())['purchasedOn']).toMatch(/-11-02$/)
    await heard.getByRole('button', { name: /「11月2日」/ }).waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+m')
    await heard.waitFor({ state: 'detached' })
    await expect
      .poll(async () => {
        const path = `/api/complaints/${complaintId}`
        return (await ask<{ customer: { name?: string } }>(page, path)).customer.name
      })
      .toBe('山本')
    const { unknowns } = await guidanceOf(page, complaintId)
    expect(unknowns.map(({ key }) => key)).not.toContain('where')
    const line = page.getByRole('textbox', { name: 'メモ' })
    await expect.poll(() => line.and(page.locator(':focus')).count()).toBe(1)
  }))

it('記録で確かめたことは、出どころと一緒に、確認済みとして残る', () =>
  onACall(async (page, complaintId) => {
    const { current } = await hear(
      page,
      complaintId,
      '解約金がかかるなんて、説明を受けていません。',
    )
    expect(current?.play).toBe('説明不足')
    await say(page, complaintId, 1)
    await hear(page, complaintId, '三年前に入ったときの話です。')
    await hear(page, complaintId, '家族四人で使っていました。')
    const field = guide(page).getByRole('textbox', { name: /確認できた説明・同意の記録/ })
    await field.fill('申込書の八条に記載がある')
    await guide(page).getByRole('textbox', { name: '何で確かめましたか' }).fill('申込書の控え')
    await axe(page, '確認できたこと')
    await page.keyboard.press('ControlOrMeta+Enter')
    const facts = async () =>
      (await ask<{ facts: object[] }>(page, `/api/complaints/${complaintId}`)).facts
    await expect.poll(facts).toEqual([
      expect.objectContaining({
        status: 'confirmed',
        source: '申込書の控え',
        statement: '申込書の八条に記載がある',
      }),
    ])
    const next = await guidanceOf(page, complaintId)
    expect(next.current?.id).toBe('条文を平たい言葉で伝える')
  }))

it('重ねて怒って責任者を求められたら、鍵の名は「引き継ぐ」になり、呼んだあとは話に付いていく', () =>
  onACall(async (page, complaintId) => {
    await hear(page, complaintId, '上司を出してください。')
    await say(page, complaintId, 1)
    await hear(page, complaintId, 'いいから上司を出せって言ってるんだ。')
    const { current } = await hear(page, complaintId, 'ふざけるな、いい加減にしろ。')
    expect(current?.id).toBe('責任者を呼ぶ')
    await guide(page)
      .getByRole('button', { name: /^引き継ぐ/ })
      .waitFor()
    await say(page, complaintId, 1)
    await guide(page)
      .getByRole('button', { name: /頃合いです.*引き継ぎを頼む/ })
      .waitFor()
    const calmed = await hear(page, complaintId, '悪かったな、大声出して。')
    expect(calmed.current?.play).toBe('和らぎ')
  }))
