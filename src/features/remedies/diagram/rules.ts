import type { Axis, Opening, Question } from './contract.ts'

type Node =
  | { readonly kind: 'closed'; readonly id: 0 }
  | { readonly kind: 'open'; readonly id: number; readonly left: string }
  | {
      readonly kind: 'fork'
      readonly id: number
      readonly axis: number
      readonly branches: readonly Node[]
    }

const closed: Node = { kind: 'closed', id: 0 }

/**
 * Everything that no row covers, as few combinations as fall out: a decision diagram (Bryant 1986) with one fork for
 * each axis, in which equal parts are one node. Axes on which nothing depends have no fork.
 */
export function* openingsIn<Row>(question: Question<Row>): Generator<Opening> {
  const root = diagramOf(question)
  const all = question.axes.map(({ size }) => Array.from({ length: size }, (_, piece) => piece))
  yield* walk(root, all)
}

function diagramOf<Row>(question: Question<Row>): Node {
  const { rows, axes, covers, left } = question
  const known = new Map<string, Node>()
  const unique = uniqueNodes()
  const closesFrom = rows.map((row) => (covers(row) ? freeFrom(axes, row) : Infinity))

  function solve(axis: number, remaining: readonly number[]): Node {
    if (remaining.some((index) => (closesFrom[index] ?? Infinity) <= axis)) return closed
    if (axis === axes.length || remaining.length === 0)
      return unique.leaf(left(remaining.flatMap((index) => rows[index] ?? [])))
    const key = `${axis}:${remaining.join(',')}`
    const before = known.get(key)
    if (before) return before
    const node = unique.fork(
      axis,
      partsOf(
        axes[axis],
        remaining.map((index) => ({ index, row: rows[index] })),
      ).map((part) => solve(axis + 1, part)),
    )
    known.set(key, node)
    return node
  }
  return solve(0, [...rows.keys()])
}

/** For each piece the rows that fit there. */
function partsOf<Row>(
  axis: Axis<Row> | undefined,
  remaining: readonly { readonly index: number; readonly row: Row | undefined }[],
): number[][] {
  return Array.from({ length: axis?.size ?? 0 }, (_, piece) =>
    remaining.flatMap(({ index, row }) =>
      row !== undefined && axis?.fits(row, piece) ? [index] : [],
    ),
  )
}

/** From this axis on the row fits everywhere. */
function freeFrom<Row>(axes: readonly Axis<Row>[], row: Row): number {
  const bound = axes.findLastIndex(({ size, fits }) =>
    Array.from({ length: size }).some((_, piece) => !fits(row, piece)),
  )
  return bound + 1
}

function uniqueNodes() {
  const nodes = new Map<string, Node>()
  const the = (key: string, make: (id: number) => Node): Node => {
    const node = nodes.get(key) ?? make(nodes.size + 1)
    nodes.set(key, node)
    return node
  }
  return {
    leaf: (left: string | null): Node =>
      left === null ? closed : the(`open ${left}`, (id) => ({ kind: 'open', id, left })),
    fork(axis: number, branches: readonly Node[]): Node {
      const [first] = branches
      if (first && branches.every((branch) => branch === first)) return first
      return the(`${axis}:${branches.map(({ id }) => id).join(',')}`, (id) => ({
        kind: 'fork',
        id,
        axis,
        branches,
      }))
    },
  }
}

function* walk(node: Node, pieces: readonly (readonly number[])[]): Generator<Opening> {
  if (node.kind === 'closed') return
  if (node.kind === 'open') {
    yield { pieces, left: node.left }
    return
  }
  const { axis, branches } = node
  for (const branch of new Set(branches)) {
    const here = branches.flatMap((each, piece) => (each === branch ? [piece] : []))
    yield* walk(branch, pieces.with(axis, here))
  }
}
