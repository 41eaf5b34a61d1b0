import { decodeHeader } from './headers.ts'

export type Address = { readonly name: string; readonly address: string }

/** Letters of one address with its name; patterns take the square of it when they find nothing. */
const longestItem = 3000

/** `"山田, 太郎" <a@example.jp>, b@example.jp (花子)`: split first, decoded afterwards, so that no decoded comma splits. */
export function readAddresses(raw: string | null, hint: string | null = null): Address[] {
  if (!raw) return []
  const items =
    raw.slice(0, 100_000).match(/(?:"(?:[^"\\]|\\[^])*"?|\([^)]*\)?|<[^>]*>?|[^,;"(<])+/gu) ?? []
  return items.slice(0, 500).flatMap((item) => {
    // `undisclosed recipients:;` and the name of a group
    const own = item
      .slice(0, longestItem)
      .replace(/^\s*[^"<@:]*:(?!\/)/u, '')
      .trim()
    const address = (
      /<([^<>]*)>?[^<>]*$/u.exec(own)?.[1] ??
      /[^\s<>()",;]+@[^\s<>()",;]+/u.exec(own)?.[0] ??
      ''
    ).trim()
    if (!address.includes('@')) return []
    const rest = own.includes('<')
      ? own.slice(0, own.lastIndexOf('<'))
      : (/\(([^)]*)\)/u.exec(own)?.[1] ?? '')
    const bare = rest
      .trim()
      .replace(/^"([^]*)"$/u, '$1')
      .replace(/\\(["\\])/gu, '$1')
    const name = decodeHeader(bare, hint).replace(/^["'「]+|["'」]+$/gu, '')
    return [{ name: name === address ? '' : name, address: decodeHeader(address, hint) }]
  })
}
