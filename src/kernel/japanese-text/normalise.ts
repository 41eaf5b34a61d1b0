import { kanjiVariants } from './kanji-variants.ts'
import { type MappedText, rewrite, unchanged } from './mapped-text.ts'

// Characters that NFKC and every step below leave as they are; most texts hold nothing else.
const settledLetters = '\\n !-,./-\\]^-}、。「」『』・々ぁ-ゖァ-ヺー一-鿋'
const settled = new RegExp(`^[${settledLetters}]*$`, 'u')

const voiceable =
  /[うかきくけこさしすせそたちつてとはひふへほウカキクケコサシスセソタチツテトハヒフヘホ]/u
const cluster = new RegExp(
  `(?:[^${settledLetters}]|[\\s\\S](?=[\\p{M}\\uff9e\\uff9f]))[\\p{M}\\uff9e\\uff9f]*`,
  'gu',
)
const dash = /[-‐‑‒–—―−─━﹣]+/gu
const wave = /[~〜∼〰]/gu

/**
 * NFKC, spacing voice marks joined to their kana, one kind of dash, wave and long-vowel mark, old and
 * variant kanji to the common ones, line ends to \n. Applying it twice changes nothing more.
 */
export function normalise(text: string): MappedText {
  let mapped = rewrite(unchanged(text), /\r\n?/g, () => '\n')
  mapped = settled.test(mapped.text) ? mapped : composed(mapped)
  mapped = rewrite(mapped, kanjiVariants.pattern, (kanji) => kanjiVariants.usual(kanji))
  mapped = rewrite(mapped, wave, () => '〜')
  return longVowels(mapped)
}

function composed(mapped: MappedText): MappedText {
  let now = rewrite(mapped, /.[゛゜]/gsu, (pair) => voiced(pair))
  // Decompositions can bring a mark next to a new base: a second round settles them.
  for (let round = 0; round < 4; round++) {
    const next = rewrite(now, cluster, (letters) => letters.normalize('NFKC'))
    if (next.text === now.text) return next
    now = next
  }
  return now
}

function voiced(pair: string): string {
  const kana = pair.slice(0, -1)
  if (!voiceable.test(kana)) return pair
  return (kana + (pair.endsWith('゛') ? '\u3099' : '\u309a')).normalize('NFC')
}

/** A dash after kana (カスタマ-, 早く―) was meant as ー; elsewhere all dashes are one hyphen. */
function longVowels(mapped: MappedText): MappedText {
  return rewrite(mapped, dash, (dashes, at) => {
    const before = mapped.text[at - 1] ?? ''
    return /[ァ-ヺー]/u.test(before) || (dashes !== '-' && /[ぁ-ゖ]/u.test(before)) ? 'ー' : '-'
  })
}
