import Encoding from 'encoding-japanese'

// The same letter with two code points: Windows knows the right one, most others write the left one.
const variants: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '—': '―',
  '\u00a0': ' ',
}

/** Text as Excel for Windows opens it without being asked. The letters that CP932 does not have, instead, when there are any. */
export function toCp932(
  text: string,
): Uint8Array<ArrayBuffer> | { readonly lacks: readonly string[] } {
  const written = text.replaceAll(/[〜−‖¢£¬—\u00a0]/gu, (letter) => variants[letter] ?? letter)
  const lacks = [...new Set(written)].filter((letter) => !has(letter))
  return lacks.length > 0 ? { lacks } : Uint8Array.from(encode(written))
}

function encode(text: string): number[] {
  return Encoding.convert(Encoding.stringToCode(text), {
    to: 'SJIS',
    from: 'UNICODE',
    fallback: 'error',
  })
}

const known = new Map<string, boolean>()
const windows = new TextDecoder('shift_jis', { fatal: true })

/** Whether the letter comes back as itself. */
function has(letter: string): boolean {
  if (letter < '\u0080') return true
  const before = known.get(letter)
  if (before !== undefined) return before
  const comesBack = isSame(letter)
  if (known.size > 20_000) known.clear()
  known.set(letter, comesBack)
  return comesBack
}

function isSame(letter: string): boolean {
  try {
    return windows.decode(Uint8Array.from(encode(letter))) === letter
  } catch {
    return false
  }
}
