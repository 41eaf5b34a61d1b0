/** What a column of somebody's file can be to us. */
export const fields = [
  'words',
  'received',
  'subject',
  'category',
  'maker',
  'product',
  'orderNumber',
  'lot',
  'happenedOn',
  'happenedWhere',
  'expectedOutcome',
  'price',
  'purchasedOn',
  'name',
  'kana',
  'phone',
  'email',
  'postcode',
  'address',
  'reference',
  'system',
] as const
export type Field = (typeof fields)[number]

/** One row of a file with its heading; `line` is where somebody finds it again. */
export type Row = { readonly line: number; readonly values: Readonly<Record<string, string>> }

/** field → the column it is read from. */
export type Mapping = Readonly<Partial<Record<Field, string>>>

export type Outcome =
  | {
      readonly line: number
      readonly result: 'taken'
      readonly number: string
      readonly warnings: readonly string[]
    }
  | { readonly line: number; readonly result: 'skipped'; readonly number: string }
  | { readonly line: number; readonly result: 'refused'; readonly reason: string }
