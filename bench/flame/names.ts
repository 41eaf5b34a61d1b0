import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CallFrame, Named, Part } from './fold.ts'

const libraries: readonly [RegExp, Part][] = [
  [/^(?:@?hono|@asteasolutions)\//, 'hono'],
  [/^zod\//, 'zod'],
  [/^kysely\//, 'kysely'],
  [/^pg(?:-[a-z]+)?\//, 'pg'],
]

/** A function by its name in the sources, though it ran from what was bundled of them. */
export function namedFrom(
  sourceOf: (frame: CallFrame) => Source | null,
): (frame: CallFrame, caller: Part) => Named {
  return (frame, caller) => {
    const { functionName, url, lineNumber } = frame
    if (functionName === '(garbage collector)')
      return { name: 'garbage collector', part: 'garbage', place: '' }
    const name = plain(functionName)
    // What a library has put together and compiled while running is its own.
    if (url === '' && name === '') return { name: 'compiled on the spot', part: caller, place: '' }
    const source = url.startsWith('file:') ? sourceOf(frame) : null
    if (!source) return inNode(name, url, lineNumber)
    const { place, part } = placed(source.file)
    return named(name, `${place}:${source.line}`, part)
  }
}

/** No place on this machine is told. */
function inNode(name: string, url: string, lineNumber: number): Named {
  return named(name, url.startsWith('node:') ? `${url}:${lineNumber + 1}` : '', 'node')
}

/** Without a name it is known by its file and line. */
function named(name: string, place: string, part: Part): Named {
  return { name: name || place.slice(place.lastIndexOf('/') + 1), part, place }
}

/** `parse$1`: bundling tells two of one name apart so. */
function plain(name: string): string {
  return name
    .replace(/\$\d+$/, '')
    .replace(/^(?:\(anonymous\)|anonymous)$/, '')
    .replace('(program)', 'inside of Node')
}

/** A file as its readers know it: below the house, or in a package. */
function placed(file: string): { place: string; part: Part } {
  const [, inPackage] = /.*node_modules\/(.+)$/.exec(file) ?? []
  if (inPackage !== undefined) {
    const part = libraries.find(([name]) => name.test(inPackage))?.[1] ?? 'library'
    return { place: inPackage, part }
  }
  const [, inHouse = file] = /(?:^|\/)src\/(.+)$/.exec(file) ?? []
  return { place: inHouse, part: inHouse.startsWith('platform/') ? 'platform' : 'rooms' }
}

type Source = { readonly file: string; readonly line: number }

/** By the maps that lie beside the bundled files; each is read once. */
export function sourcesByMaps(): (frame: CallFrame) => Source | null {
  const maps = new Map<string, SourceMap>()
  return ({ url, lineNumber, columnNumber }) => {
    const map = maps.get(url) ?? mapOf(url)
    maps.set(url, map)
    const entry = map.findEntry(lineNumber, columnNumber)
    if (!('originalSource' in entry)) return null
    return { file: entry.originalSource, line: entry.originalLine + 1 }
  }
}

function mapOf(url: string): SourceMap {
  return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')))
}
