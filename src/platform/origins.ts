import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const place = /(file:\/\/[^\s()]*\/dist\/server\/[\w.-]+\.js):(\d+):(\d+)/gu
const mostKnown = 10_000
const known = new Map<string, string>()

/**
 * A stack with the lines of the sources, where the server runs from what was bundled of them. Node could do so itself, and
 * would keep a hundred megabytes of maps for it; here a map is read when something has gone wrong.
 */
export function withOrigins(stack: string): string {
  return stack.replaceAll(place, (there, file: string, line: string, column: string) => {
    const before = known.get(there)
    if (before !== undefined) return before
    const origin = originOf(file, Number(line), Number(column)) ?? there
    if (known.size < mostKnown) known.set(there, origin)
    return origin
  })
}

function originOf(url: string, line: number, column: number): string | null {
  try {
    const file = fileURLToPath(url)
    const found = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
    const origin = found.findOrigin(line, column)
    if (!('fileName' in origin)) return null
    const { fileName, lineNumber, columnNumber } = origin
    return `${resolve(dirname(file), fileName)}:${lineNumber}:${columnNumber}`
  } catch {
    return null
  }
}
