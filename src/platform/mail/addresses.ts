import { decodeHeader, fromQ } from './headers.ts'

/** Of a name without an address, as programs sign, the address is empty; `<root>` has no @. */
export type Address = { readonly name: string; readonly address: string }

/** Letters of one address with its name; patterns take the square of it when they find nothing. */
const longestItem = 3000

/** `"山田, 太郎" <a@example.jp>, b@example.jp (花子)`: split first, decoded afterwards, so that no decoded comma splits. */
export function readAddresses(raw: string | null, hint: string | null = null): Address[] {
  if (!raw) return []
  const items =
    shielded(raw.slice(0, 100_000)).match(
      /(?:"(?:[^"\\]|\\[^])*"?|\([^)]*\)?|<[^>]*>?|[^,;"(<])+/gu,
    ) ?? []
  return items.slice(0, 500).flatMap((item) => {
    // `undisclosed recipients:;` and the name of a group
    const own = item
      .slice(0, longestItem)
      .replace(/^\s*[^"<@:]*:(?!\/)/u, '')
      .trim()
    return own === '' ? [] : inItem(own, hint)
  })
}

/** Bare ISO-2022-JP and careless encoded words are full of brackets and quotation marks that are none. */
function shielded(raw: string): string {
  const one = String.raw`\u001B\$[@B][^\u001B]{0,2000}\u001B\([BJ]`
  return raw
    .replace(new RegExp(`${one}(?:[ \\t]*${one})*`, 'gu'), (run) => {
      const coded = Buffer.from(run, 'latin1').toString('base64')
      return `=?iso-2022-jp?B?${coded}?=`
    })
    .replace(
      /=\?([^?\s]{1,60})\?q\?([^?\r\n]{0,2000})\?=/giu,
      (word, charset: string, coded: string) =>
        /[(),;:<>"\\]/u.test(coded) ? `=?${charset}?B?${fromQ(coded).toString('base64')}?=` : word,
    )
}

function inItem(own: string, hint: string | null): Address[] {
  const angled = /<([^<>]*)>?[^<>]*$/u.exec(own)?.[1]
  if (angled !== undefined) return [read(nameIn(own), bareAddress(angled), hint)].filter(isAny)
  const [first, ...others] = own.match(/[^\s<>()",;]+@[^\s<>()",;]+/gu) ?? []
  const comment = /\(([^)]*)\)/u.exec(own)?.[1] ?? ''
  if (first === undefined) return [read(own, '', hint)].filter(isAny)
  const before = own.slice(0, own.indexOf(first)).replace(/\([^)]*\)?/gu, '')
  return [
    read(comment || before, first, hint),
    ...others.slice(0, 50).map((each) => read('', each, hint)),
  ]
}

function nameIn(own: string): string {
  const [before, after] = [own.slice(0, own.lastIndexOf('<')), own.slice(own.lastIndexOf('>') + 1)]
  return before.trim() === '' && own.includes('>')
    ? (/\(([^)]*)\)/u.exec(after)?.[1] ?? '')
    : before
}

/** Without comments, and without the way that RFC 822 let one prescribe (`<@a,@b:c@d>`). */
function bareAddress(angled: string): string {
  return angled
    .replace(/\([^)]*\)?/gu, '')
    .replace(/^@[^:]*:/u, '')
    .trim()
}

function read(raw: string, address: string, hint: string | null): Address {
  const bare = raw
    .trim()
    .replace(/^"([^]*)"$/u, '$1')
    .replace(/\\(["\\])/gu, '$1')
  const name = decodeHeader(bare, hint).replace(/^["'「]+|["'」]+$/gu, '')
  return { name: name === address ? '' : name, address: decodeHeader(address, hint) }
}

function isAny({ name, address }: Address): boolean {
  return name !== '' || address !== ''
}
