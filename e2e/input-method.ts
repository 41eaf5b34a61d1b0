import type { CDPSession, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { textOf } from './desk.ts'

/** As an input method does it: the text is in the field, underlined, and not decided yet. */
async function compose(session: CDPSession, text: string): Promise<void> {
  const { length } = text
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: length,
    selectionEnd: length,
  })
}

/** Every Enter there is, while it still belongs to the input method and reaches the page as 229. */
async function enter(session: CDPSession): Promise<void> {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
  for (const modifiers of [0, control, meta]) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers, ...key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, ...key })
  }
}
const [control, meta] = [2, 4]

/** Reads 仮名, takes 漢字 with Enter twice; the words are then in the field, and nothing was sent. */
export async function writeComposing(
  field: Locator,
  kana: string,
  kanji: string,
  { replaces = false } = {},
): Promise<CDPSession> {
  const before = replaces ? '' : await textOf(field)
  const session = await field.page().context().newCDPSession(field.page())
  await compose(session, kana)
  await enter(session)
  await compose(session, kanji)
  await enter(session)
  expect(await textOf(field)).toBe(before + kanji)
  return session
}

/** The input method puts the words in for good: from here on keys belong to the page again. */
export async function decide(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.insertText', { text })
}
