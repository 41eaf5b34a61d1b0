/** The parts of a KeyboardEvent that decide; a real event fits. */
export type KeyPress = {
  readonly key: string
  /** The place on the keyboard: with Alt, some machines type another character (⌥1 → ¡). */
  readonly code?: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** While an input method composes, keys belong to it. Safari reports the closing Enter as 229 only. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229
}

/** `mod+k`, `shift+j`, `?`, `enter`: mod is ⌘ on Apple machines and Ctrl elsewhere. */
export function strokeOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : (placed(press) ?? press.key.toLowerCase())
  const isPrinted = press.key.length === 1 && !/\p{L}/u.test(press.key)
  return [
    press.ctrlKey || press.metaKey ? 'mod+' : '',
    press.altKey ? 'alt+' : '',
    press.shiftKey && !isPrinted ? 'shift+' : '',
    key,
  ].join('')
}

function placed({ altKey, code }: KeyPress): string | undefined {
  return altKey ? /^(?:Digit|Key)(.)$/.exec(code ?? '')?.[1]?.toLowerCase() : undefined
}

/** Ctrl/⌘+Enter, and not the Enter that ends a composition. */
export function isSend(press: KeyPress): boolean {
  return press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !isComposing(press)
}

/** A plain Enter that the person meant. */
export function isEnter(press: KeyPress): boolean {
  return strokeOf(press) === 'enter' && !isComposing(press)
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')
const printed: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
}

/** As printed on the keyboard: `g i` → G, I; `mod+enter` → Ctrl + Enter. */
export function printedKeys(keys: string): string[][] {
  return keys
    .split(' ')
    .map((stroke) => stroke.split('+').map((part) => printed[part] ?? part.toUpperCase()))
}

/** In the notation of aria-keyshortcuts; sequences have none. */
export function ariaKeys(keys: string): string | undefined {
  if (keys.includes(' ')) return undefined
  const names: Readonly<Record<string, string>> = {
    mod: isApple ? 'Meta' : 'Control',
    shift: 'Shift',
    alt: 'Alt',
    enter: 'Enter',
  }
  return keys
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+')
}
