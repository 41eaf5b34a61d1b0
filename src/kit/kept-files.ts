import { openDB, type IDBPDatabase } from 'idb'

/** A file that is being sent, as it outlasts a closed tab. `file` is null where the browser had no room for it. */
export type KeptFile = {
  readonly key: string
  /** Which page it belongs to. */
  readonly place: string
  readonly forId: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly url: string | null
  readonly isDone: boolean
  readonly file: File | null
}

const store = 'files'
let opening: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opening ??= openDB('uketome-uploads', 1, {
    upgrade: (fresh) => void fresh.createObjectStore(store, { keyPath: 'key' }),
  })
  return opening
}

/** Never fails: a private window may keep nothing, and what is too large is kept by its name alone. */
export async function keepFile(kept: KeptFile): Promise<void> {
  try {
    await (await database()).put(store, kept)
  } catch {
    if (kept.file) await keepFile({ ...kept, file: null })
  }
}

export async function forgetFile(key: string): Promise<void> {
  await database()
    .then((opened) => opened.delete(store, key))
    .catch(() => undefined)
}

export async function keptFiles(place: string): Promise<KeptFile[]> {
  try {
    const all: KeptFile[] = await (await database()).getAll(store)
    return all.filter((each) => each.place === place)
  } catch {
    return []
  }
}
