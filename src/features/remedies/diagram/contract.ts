/** One condition, cut into pieces within which no row changes its mind. */
export type Axis<Row> = {
  readonly size: number
  readonly fits: (row: Row, piece: number) => boolean
}

export type Question<Row> = {
  readonly rows: readonly Row[]
  readonly axes: readonly Axis<Row>[]
  /** A row that fits on every axis leaves nothing open, whatever the others do. */
  readonly covers: (row: Row) => boolean
  /** Do these rows, which fit on every axis, leave something open? Null: no; else what, as a comparable text. */
  readonly left: (rows: readonly Row[]) => string | null
}

/** Pieces of each axis, all combinations of which are open, and what of them is. */
export type Opening = { readonly pieces: readonly (readonly number[])[]; readonly left: string }
