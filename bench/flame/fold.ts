/** As V8 writes it; times in microseconds. */
export type Profile = {
  readonly nodes: readonly ProfileNode[]
  /** The node that was seen at each look, and how long after the look before. */
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

type ProfileNode = {
  readonly id: number
  readonly callFrame: CallFrame
  readonly children?: readonly number[]
}

/** Line and column count from 0. */
export type CallFrame = {
  readonly functionName: string
  readonly url: string
  readonly lineNumber: number
  readonly columnNumber: number
}

export type Part =
  | 'rooms'
  | 'platform'
  | 'hono'
  | 'zod'
  | 'kysely'
  | 'pg'
  | 'library'
  | 'node'
  | 'garbage'
  | 'database'

export type Named = {
  readonly name: string
  readonly part: Part
  /** Where it stands: `complaints/inbox/queries.ts:46`; empty: nowhere in JavaScript. */
  readonly place: string
}

/** A function and what it calls, with all that they took together. */
export type Tower = Named & { readonly whole: number; readonly above: readonly Tower[] }

type Growing = Named & { whole: number; above: Map<string, Growing> }

/** Each function once above each of its callers, however often it was called; what waited is left out. */
export function folded(
  { nodes, ...seen }: Profile,
  nameOf: (frame: CallFrame, caller: Part) => Named,
): Tower {
  const own = ownTimes(seen)
  const known = new Map(nodes.map((node) => [node.id, node]))
  const ground = growing({ name: 'server', part: 'node', place: '' })
  const add = (id: number, upon: Growing): number => {
    const node = known.get(id)
    if (!node || isWaiting(node.callFrame)) return 0
    const here = isRoot(node.callFrame) ? upon : above(upon, nameOf(node.callFrame, upon.part))
    const spent = (node.children ?? []).reduce((sum, child) => sum + add(child, here), 0)
    const whole = spent + (own.get(id) ?? 0)
    if (here !== upon || upon === ground) here.whole += whole
    return whole
  }
  const [root] = nodes
  if (root) add(root.id, ground)
  return stood(ground)
}

/** A look counts for the time until the next one. */
function ownTimes({ samples, timeDeltas }: Omit<Profile, 'nodes'>): Map<number, number> {
  const own = new Map<number, number>()
  for (const [at, id] of samples.entries())
    own.set(id, (own.get(id) ?? 0) + Math.max(0, timeDeltas[at + 1] ?? 0))
  return own
}

const isRoot = ({ functionName }: CallFrame) => functionName === '(root)'
const isWaiting = ({ functionName }: CallFrame) => functionName === '(idle)'

function growing(named: Named): Growing {
  return { ...named, whole: 0, above: new Map() }
}

function above(upon: Growing, named: Named): Growing {
  const key = `${named.name} ${named.place}`
  const there = upon.above.get(key) ?? growing(named)
  upon.above.set(key, there)
  return there
}

function stood({ above, ...tower }: Growing): Tower {
  const towers = [...above.values()].map(stood)
  return { ...tower, above: towers.toSorted((a, b) => b.whole - a.whole) }
}

/** Without what is narrower than `least` (in the tower's own measure). */
export function widerThan(least: number, { above, ...tower }: Tower): Tower {
  const wide = above.filter(({ whole }) => whole >= least)
  return { ...tower, above: wide.map((each) => widerThan(least, each)) }
}

/** In another measure: the tower as wide as `whole`. */
export function asWideAs(whole: number, tower: Tower): Tower {
  const times = tower.whole === 0 ? 0 : whole / tower.whole
  const scaled = ({ above, ...each }: Tower): Tower => {
    return { ...each, whole: each.whole * times, above: above.map(scaled) }
  }
  return scaled(tower)
}

/**
 * Of libraries' functions that only hand on to the next of the same library (it has nine tenths of the time) the first and
 * the last stay.
 */
export function withoutPassingOn({ above, ...tower }: Tower): Tower {
  const kept = above.flatMap((each) => passed(each, tower))
  return { ...tower, above: kept.map(withoutPassingOn) }
}

function passed(each: Tower, below: Omit<Tower, 'above'>): Tower[] {
  const [next] = each.above
  const isLibrary = each.part !== 'rooms' && each.part !== 'platform'
  const isOne = isLibrary && each.part === below.part && next?.part === each.part
  if (!isOne || next.whole < below.whole * 0.9) return [each]
  return each.above.flatMap((further) => passed(further, below))
}

/** How much each part has done itself, in the tower's measure. */
export function shares({ part, whole, above }: Tower): Map<Part, number> {
  const all = new Map<Part, number>()
  const add = (of: Part, much: number) => all.set(of, (all.get(of) ?? 0) + much)
  add(part, whole - above.reduce((sum, each) => sum + each.whole, 0))
  for (const each of above) for (const [of, much] of shares(each)) add(of, much)
  return all
}
