import { inp, spread, type Line } from './rows.ts'
import type { Screen } from './screen.ts'
import { writeJapanese } from './typing.ts'

const firstLine = '[data-line]'

/** With an empty cache, `times` over: until the largest was painted (LCP), and until the first line was. */
export async function firstLoads(open: () => Promise<Screen>, times: number): Promise<Line> {
  const [largest, rows]: [number[], number[]] = [[], []]
  let requests = 0
  for (let time = 0; time < times; time += 1) {
    const screen = await open()
    await screen.page.goto('/inbox')
    await screen.page.locator(firstLine).first().waitFor()
    await screen.page.waitForTimeout(1000)
    const loaded = await screen.loaded()
    largest.push(loaded.largest)
    rows.push(loaded.firstRow)
    requests = screen.asked()
    await screen.page.context().close()
  }
  const { p50, p99 } = spread('', rows)
  return { ...spread('first load, LCP', largest), rowP50: p50, rowP99: p99, requests }
}

/** Over thousands of lines: by the wheel as one reads, by the wheel as hard as one can, by the keys. */
export async function scrolling(screen: Screen, tell: (line: Line) => void): Promise<void> {
  const { page } = screen
  await page.goto('/inbox?view=all')
  await page.locator(firstLine).first().waitFor()
  await page.waitForTimeout(1500)
  const before = await screen.weight()
  tell(await scrolled('scroll while reading', screen, () => wheel(screen, 120, 25, 240)))
  tell(await scrolled('scroll hard', screen, () => wheel(screen, 900, 15, 600)))
  tell(await scrolled('scroll hard, back up', screen, () => wheel(screen, -900, 15, 300)))
  await page.keyboard.press('j')
  await page.waitForTimeout(500)
  tell(await scrolled('Page Down held', screen, () => hold(screen, 'PageDown', 150)))
  tell(await scrolled('End', screen, () => hold(screen, 'End', 5)))
  tell(await scrolled('Home', screen, () => hold(screen, 'Home', 5)))
  await page.waitForTimeout(1000)
  const after = await screen.weight()
  tell({
    row: 'weight after scrolling, MiB of heap',
    n: 1,
    p50: after.heap,
    p99: after.heap,
    heapBefore: before.heap,
    nodesBefore: before.nodes,
    nodes: after.nodes,
  })
}

/** Milliseconds between frames; a frame is dropped when the next came more than 50 ms later. */
async function scrolled(row: string, screen: Screen, deed: () => Promise<void>): Promise<Line> {
  screen.asked()
  const from = await screen.place()
  const seen = await screen.frames(deed)
  await screen.interactions()
  const { at, of } = await screen.place()
  return {
    ...spread(row, seen.gaps),
    dropped: seen.gaps.filter((gap) => gap > 50).length,
    longest: Math.max(...seen.gaps),
    blank: seen.blank,
    longestBlank: seen.longestBlank,
    stopped: seen.stopped,
    fromLine: from.at,
    toLine: at,
    ofLines: of,
    requests: screen.asked(),
  }
}

async function wheel({ page }: Screen, by: number, everyMs: number, times: number) {
  const { x, y } = await page.evaluate<{ x: number; y: number }>('watch.middle()')
  await page.mouse.move(x, y)
  for (let time = 0; time < times; time += 1) {
    await page.mouse.wheel(0, by)
    await page.waitForTimeout(everyMs)
  }
  await page.waitForTimeout(300)
}

/** A key that repeats thirty times a second. */
async function hold({ page }: Screen, key: string, times: number) {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.down(key)
    await page.waitForTimeout(33)
  }
  await page.keyboard.up(key)
  await page.waitForTimeout(1000)
}

/** j and k along the lines, Enter into one, and back to the list. */
export async function walking(screen: Screen, tell: (line: Line) => void): Promise<void> {
  const { page } = screen
  await page.goto('/inbox?view=all')
  await page.locator(firstLine).first().waitFor()
  await page.waitForTimeout(1500)
  await screen.interactions()
  screen.asked()
  await walk(screen, 'j', 80)
  await walk(screen, 'k', 20)
  tell(await inp('j and k along the list', screen, 100))
  const [opened, back]: [number[], number[]] = [[], []]
  for (let time = 0; time < 20; time += 1) {
    await walk(screen, 'j', 2)
    await page.waitForTimeout(500)
    await screen.interactions()
    opened.push(
      await screen.until('[role=log] li', '/complaints/', () => page.keyboard.press('Enter')),
    )
    await page.waitForTimeout(400)
    const goBack = async () => void (await page.goBack())
    back.push(await screen.until(firstLine, '/inbox', goBack))
    await page.waitForTimeout(300)
  }
  tell({ ...spread('open from the list, to the painted page', opened), requests: screen.asked() })
  tell(spread('back to the list, to the painted lines', back))
  tell(await deepAndBack(screen))
}

async function walk({ page }: Screen, key: string, times: number) {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
}

/** Thousands of lines down, into one and back: how many lines off its place the list is then. */
async function deepAndBack(screen: Screen): Promise<Line> {
  const { page } = screen
  await wheel(screen, 900, 15, 300)
  await page.waitForTimeout(2000)
  const before = await screen.place()
  await page.locator(`[data-line="${before.id}"]`).click()
  await page.locator('[role=log] li').first().waitFor()
  await page.waitForTimeout(1000)
  const time = await screen.until(firstLine, '/inbox', async () => void (await page.goBack()))
  await page.waitForTimeout(1000)
  const after = await screen.place()
  const isSame = after.id === before.id ? 'yes' : `no: ${before.at} became ${after.at}`
  return { ...spread('deep down and back', [time]), line: before.at, isSamePlace: isSame }
}

/** The search as one types it, the views by key and by press, and one of the filters. */
export async function narrowing(screen: Screen, tell: (line: Line) => void): Promise<void> {
  const { page } = screen
  await page.goto('/inbox')
  await page.locator(firstLine).first().waitFor()
  await page.waitForTimeout(1000)
  await page.keyboard.press('/')
  await screen.interactions()
  screen.asked()
  const strokes = await writeJapanese(screen, 3)
  tell(await inp('type into the search', screen, strokes))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1000)
  await screen.interactions()
  screen.asked()
  const times = 18
  for (let time = 0; time < times; time += 1) await pause(screen, () => page.keyboard.press('v'))
  tell(await inp('the next view (v)', screen, times))
  await pause(screen, () => page.getByRole('button', { name: '未解決' }).click())
  await screen.interactions()
  const over = page.getByRole('button', { name: '目標超過' })
  for (let time = 0; time < times; time += 1) await pause(screen, () => over.click())
  tell(await inp('a filter by press', screen, times))
}

async function pause({ page }: Screen, deed: () => Promise<void>) {
  await deed()
  await page.waitForTimeout(300)
}
