const strict = new TextDecoder('euc-jp')

/**
 * EUC-JP as Windows and PHP write it (eucJP-win): the IBM kanji that JIS X 0212 lacks stand at 8F F3 F3 – 8F F4 FE,
 * where WHATWG's decoder knows nothing.
 */
export function decodeEucJp(bytes: Uint8Array): string {
  const pieces: string[] = []
  let from = 0
  for (let at = bytes.indexOf(0x8f); at !== -1; at = bytes.indexOf(0x8f, at + 1)) {
    const letter = ibm(bytes[at + 1], bytes[at + 2])
    if (!letter) continue
    pieces.push(strict.decode(bytes.subarray(from, at)), letter)
    from = at + 3
  }
  return [...pieces, strict.decode(bytes.subarray(from))].join('')
}

function ibm(row: number | undefined, cell: number | undefined): string | undefined {
  if ((row !== 0xf3 && row !== 0xf4) || cell === undefined) return undefined
  letters ??= [...'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ＇＂㈱№℡', ...kanji()]
  return letters[(row - 0xf3) * 94 + cell - 0xf3]
}

let letters: string[] | undefined

/** CP932's IBM kanji (FA 40 – FC 4B) in their order, without those that JIS X 0212 has. */
function kanji(): string[] {
  const shiftJis = new TextDecoder('shift_jis')
  const supplementary = new Set<string>()
  for (let row = 0xa1; row <= 0xfe; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1)
      supplementary.add(strict.decode(Uint8Array.of(0x8f, row, cell)))
  const found: string[] = []
  for (let code = 0xfa40; code <= 0xfc4b; code += 1) {
    const letter = shiftJis.decode(Uint8Array.of(code >> 8, code & 0xff))
    const isKanji = [...letter].length === 1 && /\p{Script=Han}/u.test(letter)
    if (isKanji && !supplementary.has(letter)) found.push(letter)
  }
  return found
}
