import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
export type Manifest = Readonly<Record<string, Chunk>>

/** The JavaScript that has to arrive before these modules run: they themselves and all they import. */
export function filesOf(manifest: Manifest, modules: readonly string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...modules]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in the manifest: was it moved?`)
    if (chunk.file.endsWith('.js')) files.add(chunk.file)
    waiting.push(...(chunk.imports ?? []))
  }
  return files
}

export async function gzippedBytes(folder: string, files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(folder, file))).byteLength),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const pages = 'src/app/web/pages/'
// The Japanese words are the larger ones.
const staff = ['index.html', 'src/app/web/mount.tsx', 'src/app/web/words/ja.ts']
const shell = [...staff, 'src/app/web/shell/Shell.tsx']

const kB = 1000

/** What a visit has to fetch, and how much that may be. Fonts and `temporal-polyfill` (old browsers) are not in it. */
export const visits: Readonly<Record<string, { modules: readonly string[]; limit: number }>> = {
  'sign-in': { modules: [...staff, `${pages}SignIn.tsx`], limit: 200 * kB },
  today: { modules: [...shell, `${pages}Today.tsx`], limit: 200 * kB },
  inbox: { modules: [...shell, `${pages}Inbox.tsx`], limit: 200 * kB },
  promises: { modules: [...shell, `${pages}Promises.tsx`], limit: 200 * kB },
  'web form': { modules: ['form.html'], limit: 150 * kB },
  chat: { modules: ['chat.html'], limit: 150 * kB },
  'visit page': { modules: ['visit.html'], limit: 150 * kB },
  'answer page': { modules: ['answer.html'], limit: 150 * kB },
  'case desk': { modules: [...shell, `${pages}CaseDesk.tsx`], limit: 195 * kB },
  'call mode': { modules: [...shell, `${pages}CallMode.tsx`], limit: 195 * kB },
}

export async function measureVisits(folder: string): Promise<Record<string, number>> {
  const manifest: Manifest = JSON.parse(
    await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  const measured = Object.entries(visits).map(async ([name, { modules }]) => {
    const bytes = await gzippedBytes(folder, filesOf(manifest, modules))
    return [name, bytes] as const
  })
  return Object.fromEntries(await Promise.all(measured))
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist', 'web')
  for (const [name, bytes] of Object.entries(await measureVisits(folder))) {
    console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB gz  ${name}`)
  }
}
