/**
 * Which two letters can a match begin with? Read off the source of a pattern, so that a text is only tried
 * where a match may begin. A prefix is two letters, or shorter: then anything may follow, unless `open`.
 */
type Prefix = { readonly letters: string; readonly open: boolean }
type Prefixes = Map<string, Prefix>

const reach = 2
const widest = 120

/** Prefixes of one or two letters; `null` when a match may begin with anything. */
export function leadingLetters(source: string): ReadonlySet<string> | null {
  const reader = { source, at: 0 }
  const prefixes = alternatives(reader)
  const letters = new Set([...prefixes.values()].map((prefix) => prefix.letters))
  return letters.has('') ? null : letters
}

type Reader = { readonly source: string; at: number }

function prefixesOf(...list: Prefix[]): Prefixes {
  return new Map(list.map((prefix) => [prefix.letters + (prefix.open ? '+' : ''), prefix]))
}

const nothing = () => prefixesOf({ letters: '', open: true })
const anything = () => prefixesOf({ letters: '', open: false })

// Most alternatives are plain words; no class stands in them and nothing is repeated.
const plain = /[^()[\]{}?*+|\\.^$]*(?=[|)]|$)/y

function alternatives(reader: Reader): Prefixes {
  const all: Prefixes = new Map()
  for (;;) {
    plain.lastIndex = reader.at
    if (plain.test(reader.source)) {
      const letters = reader.source.slice(reader.at, Math.min(plain.lastIndex, reader.at + reach))
      const open = letters.length < reach
      all.set(open ? `${letters}+` : letters, { letters, open })
      reader.at = plain.lastIndex
    } else for (const [key, prefix] of sequence(reader)) all.set(key, prefix)
    if (reader.source[reader.at] !== '|') return all
    reader.at += 1
  }
}

function sequence(reader: Reader): Prefixes {
  let before = nothing()
  while (reader.at < reader.source.length && !isEnd(reader)) {
    before = joined(before, quantified(reader, atom(reader)))
    if (before.size > 0 && ![...before.values()].some(({ open }) => open)) skipToEnd(reader)
  }
  return before
}

function isEnd({ source, at }: Reader): boolean {
  return source[at] === '|' || source[at] === ')'
}

/** What stands after two letters does not matter. */
function skipToEnd(reader: Reader) {
  const { source } = reader
  for (let depth = 0; reader.at < source.length; reader.at++) {
    if (depth === 0 && isEnd(reader)) return
    const letter = source[reader.at]
    if (letter === '\\') reader.at += 1
    else if (letter === '[') reader.at = classEnd(source, reader.at)
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
  }
}

function classEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at
}

function joined(before: Prefixes, next: Prefixes): Prefixes {
  const all: Prefix[] = []
  for (const first of before.values()) {
    if (!first.open) all.push(first)
    else
      for (const { letters, open } of next.values()) {
        const both = (first.letters + letters).slice(0, reach)
        all.push({ letters: both, open: open && both.length < reach })
      }
  }
  return prefixesOf(...all)
}

function quantified(reader: Reader, prefixes: Prefixes): Prefixes {
  const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(
    reader.source.slice(reader.at, reader.at + 12),
  )
  if (!quantifier) return prefixes
  reader.at += quantifier[0].length
  const canRepeat = !/^(?:\?|\{1\}|\{0,1\})/.test(quantifier[0])
  const canMiss = /^(?:[?*]|\{0)/.test(quantifier[0])
  const repeated = canRepeat ? joined(prefixes, anything()) : prefixes
  return canMiss
    ? new Map([...(canRepeat ? prefixes : []), ...repeated, ...nothing()])
    : new Map([...prefixes, ...repeated])
}

function atom(reader: Reader): Prefixes {
  const letter = reader.source[reader.at] ?? ''
  if (letter === '(') return group(reader)
  if (letter === '[') return letterClass(reader)
  reader.at += 1
  if (letter === '^' || letter === '$') return nothing()
  if (letter === '.') return anything()
  if (letter !== '\\') return prefixesOf({ letters: letter, open: true })
  const escaped = reader.source[reader.at] ?? ''
  reader.at += 1
  if (/[a-zA-Z0-9]/.test(escaped))
    return escaped === 'n' ? prefixesOf({ letters: '\n', open: true }) : anything()
  return prefixesOf({ letters: escaped, open: true })
}

function group(reader: Reader): Prefixes {
  const kind =
    /^\((?:\?(?:[:=!]|<[=!]))?/.exec(reader.source.slice(reader.at, reader.at + 4))?.[0] ?? '('
  reader.at += kind.length
  const inside = alternatives(reader)
  reader.at += 1
  return kind === '(?:' || kind === '(' ? inside : nothing()
}

function letterClass(reader: Reader): Prefixes {
  const end = classEnd(reader.source, reader.at)
  const inside = reader.source.slice(reader.at + 1, end)
  reader.at = end + 1
  if (inside.startsWith('^') || /\\[a-zA-Z]/.test(inside.replaceAll('\\n', ''))) return anything()
  const letters: string[] = []
  for (const [, from, to] of inside
    .replaceAll('\\n', '\n')
    .matchAll(/\\?([\s\S])(?:-([\s\S]))?/g)) {
    const first = from?.charCodeAt(0) ?? 0
    const last = to?.charCodeAt(0) ?? first
    if (last - first > widest) return anything()
    for (let code = first; code <= last; code++) letters.push(String.fromCharCode(code))
  }
  return prefixesOf(...letters.map((letter) => ({ letters: letter, open: true })))
}
