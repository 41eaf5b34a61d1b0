import {
  floorOf,
  freeFolders,
  type HouseFile,
  importsOf,
  isTest,
  roomOf,
  words,
  wordOf,
} from './house-plan.ts'
import { wall } from './house-walls.ts'

export type Order = readonly { readonly room: string; readonly rank: number }[]

/** Every breach of the rules in ARCHITECTURE.md, as "path: what is wrong. What to do instead." */
export function violations(files: readonly HouseFile[], order: Order): string[] {
  const ranks = new Map(order.map(({ room, rank }) => [room, rank]))
  const everywhere = files.flatMap((file) => [...forbiddenNames(file), ...plainText(file)])
  const house = files.filter(({ path }) =>
    /^(src|test|e2e|scripts|bench)\/.*\.(tsx?|js)$/.test(path),
  )
  const inside = house.flatMap((file) => [
    ...length(file),
    ...unfinished(file),
    ...vocabulary(file, ranks),
    ...surroundings(file),
    ...besideTheGate(file),
    ...besideItself(file),
    ...lockedForAll(file),
    ...importsOf(file).flatMap((target) => wall(file.path, target, ranks)),
  ])
  return [...everywhere, ...inside, ...missingRooms(files, order)]
}

function vocabulary({ path }: HouseFile, ranks: ReadonlyMap<string, number>): string[] {
  const room = roomOf(path)
  if (room === undefined) return []
  if (!ranks.has(room))
    return [`${path}: ${room} is no room. Add it to src/features/order.ts with its rank.`]
  if (freeFolders.test(path) || isTest(path)) return []
  const inner = path.split('/').slice(3)
  const ui = inner.indexOf('ui')
  if (ui === 0 || ui === 1) {
    const deep = inner.slice(ui + 1)
    const isShallow = deep.length === 1 || (deep.length === 2 && deep[0] === 'parts')
    return isShallow
      ? []
      : [`${path}: ui/ holds panels, and ui/parts/ what they are made of; nothing deeper.`]
  }
  if (inner.length > 2) return [`${path}: a room has sub-rooms, and those have none.`]
  if (words.has(wordOf(path))) return []
  return [
    `${path}: "${wordOf(path)}" is no furniture of a room. Use one of: ${[...words].join(' ')}, ui/, *.test.ts, or a sub-room.`,
  ]
}

function missingRooms(files: readonly HouseFile[], order: Order): string[] {
  const there = new Set(files.map(({ path }) => roomOf(path)))
  return order
    .filter(({ room }) => !there.has(room))
    .map(
      ({ room }) =>
        `src/features/order.ts: names ${room}, and there is no such folder. Take the line out until the room is built.`,
    )
}

function forbiddenNames({ path }: HouseFile): string[] {
  if (!/^(src|test|e2e|scripts|bench)\//.test(path)) return []
  const [bad] = path
    .split('/')
    .filter((part) =>
      /^(index\.[jt]sx?|types\.ts|(utils?|helpers?|common|shared|services?|hooks)(\.[jt]sx?)?)$/.test(
        part,
      ),
    )
  return bad
    ? [
        `${path}: "${bad}" says nothing. Name the file after what it decides or does, and import that file itself.`,
      ]
    : []
}

function length({ path, text }: HouseFile): string[] {
  // Nobody reads it from top to bottom, and nobody can split it.
  if (text.startsWith('/**\n * This file was generated')) return []
  const [lines, most] = [text.split('\n').length - 1, isTest(path) ? 600 : 400]
  return lines > most
    ? [`${path}: ${lines} lines, ${most} is the most. Split it where the story turns.`]
    : []
}

/** No clock, randomness or environment below app and platform; the browser's clock lives in kit. */
function surroundings({ path, text }: HouseFile): string[] {
  const floor = floorOf(path)
  if (isTest(path) || !['kernel', 'room', 'room ui', 'kit'].includes(floor)) return []
  const clock =
    /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/
  const found = /\bprocess\.env\b/.exec(text) ?? (floor === 'kit' ? null : clock.exec(text))
  if (!found) return []
  const instead =
    floor === 'room ui'
      ? 'Use #kit/now.ts and #kit/ids.ts.'
      : 'Take it as an argument, from ports on the server.'
  return [`${path}: uses ${found[0]}, so a test cannot choose it. ${instead}`]
}

/** What is granted has one way into the record: the gate of remedies. Demo, stories and imports go through it, too. */
function besideTheGate({ path, text }: HouseFile): string[] {
  if (isTest(path) || path.startsWith('src/features/remedies/') || !path.startsWith('src/'))
    return []
  const written =
    /type: '(remedies\.(?:offered|answered|agreed))',\s*payload|insertInto\('(remedies_\w+)'\)/u
  const [, event, table] = written.exec(text) ?? []
  return event || table
    ? [
        `${path}: writes ${event ?? table}. Only the gate of remedies may: call its endpoint, or an action behind remedies/door.ts.`,
      ]
    : []
}

/** Locks of the whole database, and why none of them makes one organisation wait for another. */
const advisory: Readonly<Record<string, string>> = {
  'src/features/complaints/store.ts': 'its key begins with the organisation of the transaction',
  'src/platform/db/migrate.ts': 'one node migrates while the others begin; nobody is served yet',
  'src/platform/jobs/survivors.ts': 'each worker holds one of its own for as long as it lives',
  'src/platform/postgres/keeper.ts': 'who comes and goes counts whether the database is still used',
}

function lockedForAll({ path, text }: HouseFile): string[] {
  if (!path.startsWith('src/') || isTest(path) || path in advisory) return []
  const [found] = /\bpg_(?:try_)?advisory_\w+/u.exec(text) ?? []
  return found
    ? [
        `${path}: ${found} may hold up every organisation. Use takeTurns of complaints/door.ts, or name the file in test/house.ts with its reason.`,
      ]
    : []
}

/** The server runs from dist/server: what lies beside a source does not lie beside what was bundled of it. */
function besideItself({ path, text }: HouseFile): string[] {
  const isBundled = path.startsWith('src/') && !isTest(path) && !path.endsWith('.factory.ts')
  if (!isBundled || path === 'src/platform/shipped.ts') return []
  const others = text.replaceAll(/new Worker\(new URL\('\.\/\w+\.ts', import\.meta\.url\)/gu, '')
  const [found] =
    /import\.meta\.(?:dirname|filename)|new URL\([^)]*import\.meta\.url/u.exec(others) ?? []
  return found
    ? [`${path}: finds files by ${found}, which holds for sources alone. Use #platform/shipped.ts.`]
    : []
}

function unfinished({ path, text }: HouseFile): string[] {
  const skipped = /\b(it|test|describe)\.(skip|only|todo|fails)\b/.exec(text)?.[0]
  const later = /\b(TO[D]O|FIX[M]E|HAC[K])\b/.exec(text)?.[0]
  return [
    ...(skipped && isTest(path)
      ? [`${path}: ${skipped} leaves a test out. Make it run or take it away.`]
      : []),
    ...(later
      ? [`${path}: "${later}" is a promise nobody keeps. Do it now, or open an issue.`]
      : []),
  ]
}

/** What belongs to one person's machine must not reach everybody's. */
function plainText({ path, text }: HouseFile): string[] {
  const found =
    /(?<![\w.])\/(work|root)\/\w|https?:\/\/[^\s/'"]*\b(registry|artifactory|nexus|proxy)\b[^\s'"]*/.exec(
      text,
    )
  return found
    ? [`${path}: names ${found[0]}, which is only on one machine. Say it relative to the house.`]
    : []
}
