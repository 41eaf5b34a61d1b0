import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Language } from '#kernel/dictionary.ts'
import { shippedFolder } from '#platform/shipped.ts'
import { readPlaybook, readWhatCanBeRead, type PlayFile } from './engine/load.ts'

export const shippedPlaybooks = shippedFolder('playbooks/')

let home = shippedPlaybooks

/** A company that keeps its plays in files of its own names their folder: `ja/` and `en/` are in it. */
export function keepPlaybooksIn(folder: string): void {
  home = folder
}

export function playbooksFolder(language: Language): string {
  return join(home, language)
}

type Read = ReturnType<typeof readPlaybook>
/** What the guide uses, the texts it was made from, and what is wrong with the files as they are now. */
export type Loaded = {
  readonly read: Read
  readonly files: readonly PlayFile[]
  /** `file:line: what is wrong. how to fix`; the version in use is an older one, or lacks these files. */
  readonly problems: readonly string[]
}
type Look = Loaded & { readonly stamp: string | null }

/** A saved file is in use so much later: a desk with many calls asks a hundred times a second. */
let lookAgainMs = 300

export function lookForNewPlaybooksEvery(ms: number): void {
  lookAgainMs = ms
}

const loaded = new Map<string, Look>()
const lookedAt = new Map<string, number>()
const loading = new Map<string, Promise<Look>>()

/** The playbook of a folder as it can be used now; refused only when not one of its files has ever been readable. */
export async function loadPlaybook(
  folder: string = playbooksFolder('ja'),
  language: Language = 'ja',
): Promise<Read> {
  return (await loadFiles(folder, language)).read
}

/**
 * Reads `<folder>/*.yaml`, again only when a file was added, removed or changed, and looks for that only every now and
 * then. Whoever asks while somebody is looking gets the same answer. A file that is just being saved is empty or ends in the
 * middle: then the last version that could be read stays in use.
 */
export function loadFiles(folder: string, language: Language): Promise<Loaded> {
  const key = `${language} ${folder}`
  const underWay = loading.get(key)
  if (underWay !== undefined) return underWay
  const before = loaded.get(key)
  if (before && performance.now() - (lookedAt.get(key) ?? 0) < lookAgainMs)
    return Promise.resolve(before)
  lookedAt.set(key, performance.now())
  const look = readAnew(folder, language, before).finally(() => loading.delete(key))
  loading.set(key, look)
  return look.then((seen) => {
    loaded.set(key, seen)
    return seen
  })
}

async function readAnew(
  folder: string,
  language: Language,
  before: Look | undefined,
): Promise<Look> {
  try {
    const stamp = await stampOf(folder)
    if (before?.stamp === stamp) return before
    const files = await filesIn(folder)
    // Written while we read: what is in hand is neither the old text nor the new one.
    const isWhole = (await stampOf(folder)) === stamp
    return isWhole || before === undefined ? seen(files, language, stamp, before) : before
  } catch (error) {
    if (before === undefined || !isGone(error)) throw error
    return { ...before, stamp: null }
  }
}

function seen(
  files: readonly PlayFile[],
  language: Language,
  stamp: string,
  before: Look | undefined,
): Look {
  const read = readPlaybook(files, language)
  if (read.ok) return { read, files, problems: [], stamp }
  const { problems } = read.refusal.data
  if (before?.read.ok) return { ...before, problems, stamp }
  const rest = readWhatCanBeRead(files, language)
  return rest.read.ok ? { ...rest, problems, stamp } : { read, files, problems, stamp }
}

/** An editor that saves by renaming takes the file away for a moment. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function stampOf(folder: string): Promise<string> {
  const names = await namesIn(folder)
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))))
  return names
    .map((name, index) => `${name} ${stats[index]?.mtimeMs} ${stats[index]?.size}`)
    .join('\n')
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/.test(name)).toSorted()
}

async function filesIn(folder: string): Promise<PlayFile[]> {
  const names = await namesIn(folder)
  return Promise.all(
    names.map(async (name) => ({
      file: join(folder, name),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  )
}

/** `10-安全.yaml`, wherever the folder is. */
export function nameOfFile({ file }: PlayFile): string {
  return basename(file)
}
