/** Rows of cells as a spreadsheet has them: pure, so that keys and the clipboard can be tested without a browser. */
export type SheetRow = {
  readonly id: string
  readonly cells: Readonly<Partial<Record<string, string>>>
}
export type Place = { readonly row: number; readonly column: number }
export type Block = { readonly from: Place; readonly to: Place }
export type Size = { readonly rows: number; readonly columns: number }

const steps: Readonly<Record<string, (at: Place, size: Size) => Place>> = {
  arrowup: ({ row, column }) => ({ row: row - 1, column }),
  arrowdown: ({ row, column }) => ({ row: row + 1, column }),
  arrowleft: ({ row, column }) => ({ row, column: column - 1 }),
  arrowright: ({ row, column }) => ({ row, column: column + 1 }),
  home: ({ row }) => ({ row, column: 0 }),
  end: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  pageup: ({ row, column }) => ({ row: row - 10, column }),
  pagedown: ({ row, column }) => ({ row: row + 10, column }),
  'mod+home': () => ({ row: 0, column: 0 }),
  'mod+end': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
  'mod+arrowup': ({ column }) => ({ row: 0, column }),
  'mod+arrowdown': ({ column }, { rows }) => ({ row: rows - 1, column }),
}

/** Where a stroke (as in keys.ts, without shift) leads; undefined when it is none that moves. */
export function moved(stroke: string, at: Place, size: Size): Place | undefined {
  const next = steps[stroke]?.(at, size)
  return next && inside(next, size)
}

export function inside({ row, column }: Place, { rows, columns }: Size): Place {
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
  return { row: within(row, rows), column: within(column, columns) }
}

export function blockOf(one: Place, other: Place): Block {
  return {
    from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  }
}

/** As Excel puts cells on the clipboard: tabs, line ends, and quotes around a cell that holds either. */
export function toTsv(cells: readonly (readonly string[])[]): string {
  const written = (cell: string) =>
    /[\t\n\r"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map((row) => row.map(written).join('\t')).join('\n')
}

/** The last line end belongs to the last row, and begins none. */
export function fromTsv(text: string): string[][] {
  const plain = text.replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '')
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of plain.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gu,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

export function cellsIn(
  rows: readonly SheetRow[],
  columns: readonly string[],
  { from, to }: Block,
): string[][] {
  return rows
    .slice(from.row, to.row + 1)
    .map(({ cells }) => columns.slice(from.column, to.column + 1).map((each) => cells[each] ?? ''))
}

/** A block of cells, put in with its upper left corner at `at`; new rows are made where it is longer than the sheet. */
export function putIn(
  rows: readonly SheetRow[],
  columns: readonly string[],
  at: Place,
  block: readonly (readonly string[])[],
  newRow: () => SheetRow,
): SheetRow[] {
  const missing = Math.max(0, at.row + block.length - rows.length)
  const all = [...rows, ...Array.from({ length: missing }, newRow)]
  return all.map((row, index) => {
    const given = block[index - at.row]
    if (!given) return row
    const cells = { ...row.cells }
    given.forEach((text, offset) => {
      const column = columns[at.column + offset]
      if (column) cells[column] = text
    })
    return { ...row, cells }
  })
}

/** What is pasted: one cell fills all that is chosen, as in a spreadsheet. */
export function spread(block: readonly (readonly string[])[], { from, to }: Block): string[][] {
  const [[only] = [], ...more] = block
  const isOne = more.length === 0 && block[0]?.length === 1
  if (!isOne || only === undefined) return block.map((row) => [...row])
  const row = () => Array.from({ length: to.column - from.column + 1 }, () => only)
  return Array.from({ length: to.row - from.row + 1 }, row)
}
