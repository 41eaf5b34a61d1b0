import { describe, expect, test } from 'vitest'
import { isEnter, isSend, strokeOf, type KeyPress } from './keys.ts'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  }
}

describe('Enter は送らない', () => {
  test('Ctrl か ⌘ と Enter で送る', () => {
    expect(isSend(press('Enter', { ctrlKey: true }))).toBe(true)
    expect(isSend(press('Enter', { metaKey: true }))).toBe(true)
    expect(isSend(press('Enter'))).toBe(false)
  })

  test('変換を確定する Enter では、何も起きない', () => {
    expect(isSend(press('Enter', { ctrlKey: true, isComposing: true }))).toBe(false)
    expect(isEnter(press('Enter', { isComposing: true }))).toBe(false)
    expect(isEnter(press('Enter', { keyCode: 229 }))).toBe(false)
    expect(isEnter(press('Enter'))).toBe(true)
  })

  test('Shift+Enter は改行のまま', () => {
    expect(isEnter(press('Enter', { shiftKey: true }))).toBe(false)
  })
})

describe('打鍵の名前', () => {
  test.each([
    [press('k', { ctrlKey: true }), 'mod+k'],
    [press('k', { metaKey: true }), 'mod+k'],
    [press('?', { shiftKey: true }), '?'],
    [press('J', { shiftKey: true }), 'shift+j'],
    [press('ArrowDown'), 'arrowdown'],
    [press(' '), 'space'],
  ])('%o', (pressed, name) => {
    expect(strokeOf(pressed)).toBe(name)
  })
})
