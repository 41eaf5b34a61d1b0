/** How little a text looks like what people write, per letter beyond ASCII: 0 is Japanese prose, 1 rare, 8 broken. */
export function oddness(text: string): number {
  let sum = 0
  let letters = 0
  let kana = 0
  for (const letter of text.slice(0, 20_000)) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) continue
    letters += 1
    const isHangul = code >= 0xac00 && code <= 0xd7a3
    if ((code >= 0x3041 && code <= 0x30fe) || code >= 0xff66 || isHangul) kana += 1
    sum += oddnessOf(letter, code)
  }
  if (letters === 0) return 0
  // Half-width kana read as two-byte letters give a row of kanji without a kana between them.
  return (sum + misfits(text)) / letters + (letters > 3 && kana === 0 ? 0.25 : 0)
}

/**
 * Half-width letters that nobody writes so: a small ya, yu or yo that follows nothing it could soften, and brackets that
 * open and never close (EUC-JP's 、 and 。, read as Shift_JIS, are ｡｢ and ｡｣).
 */
function misfits(text: string): number {
  const start = text.slice(0, 20_000)
  const small = start.match(/(?<![ｷｼﾁﾆﾋﾐﾘﾃﾌﾞﾟ])[ｬｭｮ]/gu)?.length ?? 0
  const [opened, closed] = ['｢', '｣'].map((bracket) => start.split(bracket).length - 1)
  return 2 * small + 1.5 * Math.abs((opened ?? 0) - (closed ?? 0))
}

function oddnessOf(letter: string, code: number): number {
  if (code === 0xfffd) return 8
  if (code < 0xa0 || (code >= 0xe000 && code < 0xf8ff)) return 5
  if (code >= 0x3041 && code <= 0x3096) return 0
  if (code >= 0x3000 && code <= 0x30ff) return 0.05
  // EUC-JP's hiragana and katakana, read as Shift_JIS, begin with these two.
  if (code === 0xff64 || code === 0xff65) return 1.5
  if (code >= 0xff61 && code <= 0xff9f) return 0.35
  if (code >= 0xff01 && code <= 0xff5e) return 0.1
  if (inNames.has(letter)) return 0.15
  if (code >= 0xac00 && code <= 0xd7a3) return 0.1
  if (code >= 0x4e00 && code <= 0x9fff) return isEveryday(letter) ? 0.15 : 0.8
  if (code >= 0x3200 && code <= 0x33ff) return 0.3
  if (code < 0x250) return /\p{L}/u.test(letter) ? 0.6 : 1.2
  if (code >= 0x2500 && code <= 0x266f) return 0.3
  return 0.5
}

/** Variants that families write and JIS level 1 lacks. */
const inNames = new Set('髙﨑德濵栁𠮷瀨邊邉齋齊澤廣濱嶋')

let everyday: Set<string> | undefined

/** The kanji of JIS level 1. */
function isEveryday(letter: string): boolean {
  everyday ??= new Set(levelOne())
  return everyday.has(letter)
}

function* levelOne() {
  const decoder = new TextDecoder('euc-jp')
  for (let row = 0xb0; row <= 0xcf; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) yield decoder.decode(Uint8Array.of(row, cell))
}
