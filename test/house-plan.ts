import { posix } from 'node:path'

export type HouseFile = { readonly path: string; readonly text: string }

/** The furniture of a room. */
export const words = new Set(
  `contract rules policy store queries actions reactions routes
  jobs commands search messages door factory`.split(/\s+/),
)
const pureWords = new Set(['contract', 'rules', 'policy', 'messages'])
/** Folders of one file per rule, with names of their own; pure, like rules.ts. */
export const freeFolders =
  /^src\/features\/(language\/(cues|wording|promises|weighing)\/|guide\/engine\/|letters\/(gate\/(?!queries\.)|phrasing\/))/
export const isTest = (path: string) => /\.(test|e2e)\.tsx?$|(^|\/)factory\.ts$/.test(path)
export const wordOf = (path: string) => posix.basename(path).replace(/\.tsx?$/, '')
export const roomOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1]
export const isUi = (path: string) => /^src\/features\/.+?\/ui\//.test(path)
/** What app/web may show. */
export const isPanel = (path: string) => /^src\/features\/.+?\/ui\/[^/]+\.tsx$/.test(path)
export const isPure = (path: string) =>
  roomOf(path) !== undefined &&
  (freeFolders.test(path) || (!isUi(path) && pureWords.has(wordOf(path))))

export type Floor =
  | 'kernel'
  | 'platform'
  | 'kit'
  | 'room'
  | 'room ui'
  | 'app'
  | 'app/web'
  | 'outside'

export function floorOf(path: string): Floor {
  if (path.startsWith('src/app/web/')) return 'app/web'
  if (path.startsWith('src/features/')) return isUi(path) ? 'room ui' : 'room'
  const floor = /^src\/(kernel|platform|kit|app)\//.exec(path)?.[1]
  return floor === 'kernel' || floor === 'platform' || floor === 'kit' || floor === 'app'
    ? floor
    : 'outside'
}

export const mayImport: Record<Floor, readonly Floor[]> = {
  kernel: ['kernel'],
  platform: ['kernel', 'platform'],
  kit: ['kernel', 'kit'],
  room: ['kernel', 'platform', 'room'],
  'room ui': ['kernel', 'kit', 'room', 'room ui'],
  app: ['kernel', 'platform', 'room', 'app'],
  'app/web': ['kernel', 'kit', 'room', 'room ui', 'app/web'],
  outside: ['kernel', 'platform', 'kit', 'room', 'room ui', 'app', 'app/web', 'outside'],
}

/** Paths of the house as they are in it, packages by name. */
export function importsOf({ path, text }: HouseFile): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)
  return [...found].map(([, name = '']) => {
    if (name.startsWith('#test/')) return name.slice(1)
    if (name.startsWith('#')) return `src/${name.slice(1)}`
    return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
  })
}
