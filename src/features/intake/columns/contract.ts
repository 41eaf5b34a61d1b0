import { z } from 'zod'
import { channel } from '#features/complaints/contract.ts'

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
  'channel',
  'state',
  'answer',
  'note',
  'site',
  'url',
  'author',
  'stars',
  'reference',
  'system',
] as const
export const field = z.enum(fields)
export type Field = z.output<typeof field>

/** One row of a file with its heading; `line` is where somebody finds it again. */
export type Row = { readonly line: number; readonly values: Readonly<Record<string, string>> }

/** field → the column it is read from. */
export const mapping = z.partialRecord(field, z.string())
export type Mapping = z.output<typeof mapping>

export const standings = ['open', 'closed'] as const
export const standing = z.enum(standings)
export type Standing = z.output<typeof standing>

/** How a file is read: what each column is, and what the words for channels and states mean. */
export const plan = z.object({
  mapping,
  channels: z.record(z.string(), channel),
  states: z.record(z.string(), standing),
  /** The name of where it comes from; with a column of numbers it tells who is here already. */
  system: z.string().trim().max(60),
})
export type Plan = z.output<typeof plan>
