import { decodeText } from './charsets.ts'
import { decodeHeader } from './headers.ts'

export type Parameters = { readonly value: string; readonly named: ReadonlyMap<string, string> }

type Piece = { readonly order: number; readonly isCoded: boolean; readonly text: string }

/**
 * `text/plain; charset=…` and the like. Names come as RFC 2231 says (`filename*0*=…`), as encoded words that it forbids,
 * or as bare bytes.
 */
export function readParameters(raw: string, hint: string | null = null): Parameters {
  const [value = '', ...rest] = atSemicolons(raw)
  const pieces = new Map<string, Piece[]>()
  for (const each of rest) {
    const match = /^\s*([^=*\s]+)(?:\*(\d{1,3}))?(\*)?\s*=\s*([^]*)$/u.exec(each)
    if (!match) continue
    const [, name = '', order = '0', star, text = ''] = match
    const piece = { order: Number(order), isCoded: star !== undefined, text: unquoted(text.trim()) }
    pieces.set(name.toLowerCase(), [...(pieces.get(name.toLowerCase()) ?? []), piece])
  }
  const named = [...pieces].map(([name, of]) => [name, joined(of, hint)] as const)
  return { value: value.trim().toLowerCase(), named: new Map(named) }
}

function atSemicolons(raw: string): string[] {
  return raw.match(/(?:"(?:[^"\\]|\\[^])*"?|[^;"])+/gu)?.slice(0, 200) ?? []
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/gu, '').replace(/\\(["\\])/gu, '$1') : text
}

function joined(pieces: readonly Piece[], hint: string | null): string {
  const sorted = pieces.toSorted((a, b) => a.order - b.order)
  // `filename=` for the old and `filename*=` for the new side by side: the new one is exact.
  const coded = sorted.filter(({ isCoded }) => isCoded)
  const isDoubled = coded.length > 0 && sorted.filter(({ order }) => order === 0).length > 1
  const used = isDoubled ? coded : sorted
  const first = used[0]
  if (!used.some(({ isCoded }) => isCoded))
    return decodeHeader(used.map(({ text }) => text).join(''), hint)
  const tagged = first?.isCoded ? /^([^']*)'[^']*'([^]*)$/u.exec(first.text) : null
  const texts = used.map(({ text, isCoded }, at) => {
    const own = at === 0 && tagged ? (tagged[2] ?? '') : text
    return isCoded ? unescaped(own) : own
  })
  const bytes = Buffer.from(texts.join(''), 'latin1')
  return decodeText(bytes, tagged?.[1] || hint).text
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}
