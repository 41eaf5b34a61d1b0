const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  弐: 2,
  三: 3,
  参: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 }
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 }

/** `23`, `1,200`, `3万`, `二十三`, `一二〇` (digit by digit). Undefined when it is no number. */
export function parseNumeral(words: string): number | undefined {
  const arabic = /^(\d[\d,]*(?:\.\d+)?)([万億兆千百]?)$/u.exec(words)
  if (arabic) {
    const unit = arabic[2] ?? ''
    return Number((arabic[1] ?? '').replaceAll(',', '')) * (myriads[unit] ?? units[unit] ?? 1)
  }
  if (words === '' || /[^〇零一壱二弐三参四五六七八九十拾百千万億兆]/u.test(words)) return undefined
  return /[十拾百千万億兆]/u.test(words)
    ? grouped(words)
    : Number([...words].map((d) => digits[d]).join(''))
}

function grouped(words: string): number {
  let total = 0
  let group = 0
  let digit: number | undefined
  for (const letter of words) {
    if (letter in digits) {
      digit = (digit ?? 0) * 10 + (digits[letter] ?? 0)
      continue
    }
    const unit = units[letter]
    if (unit !== undefined) group += (digit ?? 1) * unit
    else {
      total += (group + (digit ?? 0) || 1) * (myriads[letter] ?? 1)
      group = 0
    }
    digit = undefined
  }
  return total + group + (digit ?? 0)
}
