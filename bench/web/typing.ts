import type { Screen } from './screen.ts'

/** A word as it is written with an input method: what stands there after each stroke, and what it becomes. */
const words = [
  [['へ', 'へn', 'へん', 'へんk', 'へんき', 'へんきn', 'へんきん'], '返金'],
  [['を'], 'を'],
  [['お', 'おn', 'おね', 'おねg', 'おねが', 'おねがi', 'おねがい'], 'お願い'],
  [['し', 'しt', 'した', 'したi', 'したい'], 'したい'],
] as const

const process = { key: 'Process', windowsVirtualKeyCode: 229 }
/** Somebody who types fast: about eleven strokes a second. */
const betweenMs = 90

/** Writes it into the field that has the focus, `times` over; answers with the number of strokes. */
export async function writeJapanese({ page, devtools }: Screen, times: number): Promise<number> {
  let strokes = 0
  const stroke = async (deed: () => Promise<unknown>) => {
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process })
    await deed()
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...process })
    await page.waitForTimeout(betweenMs)
    strokes += 1
  }
  const compose = (text: string) => {
    const { length } = text
    const place = { selectionStart: length, selectionEnd: length }
    return devtools.send('Input.imeSetComposition', { text, ...place })
  }
  for (let time = 0; time < times; time += 1) {
    for (const [steps, word] of words) {
      for (const step of steps) await stroke(() => compose(step))
      await stroke(() => devtools.send('Input.insertText', { text: word }))
    }
  }
  return strokes
}
