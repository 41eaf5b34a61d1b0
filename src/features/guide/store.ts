import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '#kernel/dictionary.ts'
import { readPlaybook, type PlayFile } from './engine/load.ts'

export const shippedPlaybooks = fileURLToPath(new URL('../../../playbooks/', import.meta.url))

type Read = ReturnType<typeof readPlaybook>
const loaded = new Map<string, { readonly stamp: string; readonly read: Read }>()
const loading = new Map<string, Promise<Read>>()

/**
 * Reads `<folder>/*.yaml`, again only when a file was added, removed or changed. Whoever asks while somebody is looking
 * gets the same answer: a busy desk asks many times a second.
 */
export function loadPlaybook(
  folder: string = join(shippedPlaybooks, 'ja'),
  language: Language = 'ja',
): Promise<Read> {
  const key = keyOf(folder, language)
  const underWay = loading.get(key)
  if (underWay !== undefined) return underWay
  const look = readAnew(folder, language).finally(() => loading.delete(key))
  loading.set(key, look)
  return look
}

async function readAnew(folder: string, language: Language): Promise<Read> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).toSorted()
  const stamp = await stampOf(folder, names)
  const before = loaded.get(keyOf(folder, language))
  if (before?.stamp === stamp) return before.read
  const read = readPlaybook(await filesIn(folder, names), language)
  loaded.set(keyOf(folder, language), { stamp, read })
  return read
}

function keyOf(folder: string, language: Language): string {
  return `${language} ${folder}`
}

async function stampOf(folder: string, names: readonly string[]): Promise<string> {
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))))
  return names
    .map((name, index) => `${name} ${stats[index]?.mtimeMs} ${stats[index]?.size}`)
    .join('\n')
}

async function filesIn(folder: string, names: readonly string[]): Promise<PlayFile[]> {
  return Promise.all(
    names.map(async (name) => ({
      file: join(folder, name),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}
