import { inp, interactions, spread, type Line } from './rows.ts'
import type { Screen } from './screen.ts'
import { writeJapanese } from './typing.ts'

/** The line for a note, and a reply by mail with all that reads along. */
export async function onTheCase(screen: Screen, tell: (line: Line) => void): Promise<void> {
  const { page } = screen
  await page.goto('/inbox?view=all')
  await page.locator('[data-line]').nth(3).click()
  await page.locator('[role=log] li').first().waitFor()
  await page.waitForTimeout(1500)
  await screen.interactions()
  screen.asked()
  await page.keyboard.press('n')
  await page.locator('textarea:focus').waitFor()
  tell(await inp('type a note on the case', screen, await writeJapanese(screen, 5)))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await screen.interactions()
  const editor = '.cm-content'
  const opened = await screen.until(editor, '/complaints/', () => page.keyboard.press('m'))
  tell(spread('open a reply, to the painted editor', [opened]))
  await page.locator(editor).first().click()
  await page.waitForTimeout(1000)
  await screen.interactions()
  screen.asked()
  tell(await inp('type a reply', screen, await writeJapanese(screen, 8)))
}

/** From the bell to the painted call, `times` over; its note line, its keys, and the way out. */
export async function inCalls(screen: Screen, times: number, tell: (line: Line) => void) {
  const { page } = screen
  await page.goto('/today')
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(1500)
  const [painted, typed, pressed]: [number[], number[], number[]] = [[], [], []]
  for (let time = 0; time < times; time += 1) {
    painted.push(await screen.until('textarea', '/calls/', () => page.keyboard.press('F2')))
    await page.waitForTimeout(1000)
    await screen.interactions()
    await page.getByRole('textbox', { name: 'メモ' }).focus()
    typed.push(...(await interactions(screen, await writeJapanese(screen, 3))))
    await page.keyboard.press('Enter')
    await page.waitForTimeout(1000)
    await screen.interactions()
    pressed.push(...(await interactions(screen, await move(screen))))
    await end(screen)
  }
  tell(spread('take a call (F2), to the painted page', painted))
  tell(spread('type a note in call mode', typed))
  tell(spread('keys of call mode', pressed))
}

/** Who said it, the phrases of the guide and why, a promise opened and left. */
async function move({ page }: Screen): Promise<number> {
  const keys = [
    'Alt+s',
    'Alt+s',
    'Alt+w',
    'Alt+w',
    'Alt+1',
    'Alt+2',
    'F6',
    'Escape',
    'F8',
    'Escape',
  ]
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(350)
  }
  return keys.length
}

async function end({ page }: Screen) {
  await page.keyboard.press('F10')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('1')
  await page.getByRole('heading', { name: /おつかれさまでした/ }).waitFor()
  await page.waitForTimeout(500)
}
