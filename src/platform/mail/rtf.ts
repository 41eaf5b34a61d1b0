import { decompressRTF } from '@kenjiuno/decompressrtf'
import { decodeText } from './charsets.ts'

/** Bytes of packed RTF; it grows to nine times that. */
const largest = 2_000_000

/** The words of an RTF letter as Outlook packs it; '' when it cannot be unpacked. */
export function textOfRtf(packed: Buffer): string {
  if (packed.length > largest) return ''
  try {
    return wordsOfRtf(Buffer.from(decompressRTF([...packed])).toString('latin1'))
  } catch {
    return ''
  }
}

type Group = { readonly isHidden: boolean; readonly skip: number }

const token =
  /\\u(-?\d{1,6}) ?|\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z0-9'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gu
const hidden = new Set(
  'fonttbl colortbl stylesheet info pict object header footer htmltag listtable generator'.split(
    ' ',
  ),
)
const ends = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['tab', '\t'],
])

/** RTF 1.9 as far as a letter needs it: bytes in its own code page, letters by number, groups that are not for reading. */
export function wordsOfRtf(rtf: string): string {
  const codepage = /\\ansicpg(\d{2,5})/u.exec(rtf)?.[1]
  const charset = codepage === '65001' ? 'utf-8' : codepage ? `windows-${codepage}` : null
  const reading: Reading = { groups: [], group: { isHidden: false, skip: 1 }, left: 0, runs: [''] }
  for (const match of rtf.matchAll(token))
    if (!isOfGroups(match, reading)) readToken(match, reading)
  const words = reading.runs.map((run) =>
    typeof run === 'number'
      ? String.fromCharCode(run)
      : decodeText(Buffer.from(run, 'latin1'), charset).text,
  )
  return words.join('').replaceAll('\0', '').toWellFormed().trim()
}

type Reading = {
  readonly groups: Group[]
  group: Group
  /** Letters still to be passed over: what stands after a number for those who cannot read it. */
  left: number
  /** Bytes, or one letter by its number. */
  readonly runs: (string | number)[]
}

function isOfGroups([, , , word, number, sign, brace]: RegExpExecArray, reading: Reading): boolean {
  const { groups, group } = reading
  if (brace === '{') groups.push(group)
  else if (brace === '}') reading.group = groups.pop() ?? group
  else if ((word && hidden.has(word)) || sign === '*') reading.group = { ...group, isHidden: true }
  else if (word === 'uc') reading.group = { ...group, skip: Number(number ?? 1) }
  else if (word === 'htmlrtf') reading.group = { ...group, isHidden: number !== '0' }
  else return group.isHidden
  return true
}

function readToken([, letter, hex, word, , sign, , text]: RegExpExecArray, reading: Reading) {
  if (letter !== undefined) {
    reading.runs.push(Number(letter) & 0xffff, '')
    reading.left = reading.group.skip
    return
  }
  const coded = hex === undefined ? text : String.fromCharCode(Number.parseInt(hex, 16))
  const bytes = coded?.slice(reading.left) ?? (word ? (ends.get(word) ?? '') : signOf(sign))
  reading.left = Math.max(0, reading.left - (coded?.length ?? 0))
  reading.runs.push(String(reading.runs.pop() ?? '') + bytes)
}

function signOf(sign: string | undefined): string {
  return sign === '~' ? ' ' : (sign ?? '')
}
