import { describe, expect, test } from 'vitest'
import { z as zod } from 'zod'
import { z as standIn } from './schemas.ts'

type Read = { readonly success: boolean; readonly data?: unknown }
type Reader = { safeParse(value: unknown): Read }

const id = '01920000-0000-7000-8000-00000000000a'
const texts = [
  '',
  ' ',
  'a',
  'https://example.jp/a?b=1',
  'mailto:a@example.jp',
  'http://',
  ' あい ',
  '長い'.repeat(6),
  id,
  id.toUpperCase(),
  '1',
  'TRUE',
  'off',
]
const times = [
  '2026-11-22',
  '2024-02-29',
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '2026-11-22T03:00:00Z',
  '2026-11-22T03:00:00.123+09:00',
  '2026-11-22T03:00Z',
  '2026-11-22T24:00:00Z',
  '2026-02-30T03:00:00Z',
  '2026-11-22T03:00:00',
]
const uuids = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  id.replace('-7', '-9'),
]
const numbers = [0, -0, 1, -1, 1.5, 501, 2 ** 53, NaN, Infinity, 7n]
const others = [undefined, null, true, false, [], ['a'], [1], ['a', 'b', 'c'], new Date(0)]
const things = [
  {},
  { a: 'x' },
  { a: undefined },
  { a: null },
  { a: ' x ', b: 3, more: 1 },
  { a: 1 },
  { a: 'x', b: '3' },
  { b: 3 },
  { a: 1, b: 2 },
  { a: 1, b: 2, c: 3 },
  { 6: '12:00' },
  { 8: '12:00' },
  { '2026-11-28': '12:00' },
  { '2026-02-30': '12:00' },
]
const values: unknown[] = [...texts, ...times, ...uuids, ...numbers, ...others, ...things]

/** The same words to both. */
const cases = (z: typeof zod): Record<string, Reader> => ({
  string: z.string(),
  'string.trim.min.max': z.string().trim().min(1).max(10),
  'string.regex': z.string().regex(/^\d$/),
  'string.optional': z.string().optional(),
  'string.nullable': z.string().nullable(),
  'string.nullish': z.object({ a: z.string().nullish() }),
  'string.default': z.string().default('unsaid'),
  number: z.number().nullable(),
  int: z.int(),
  'int.nonnegative': z.int().nonnegative().optional(),
  'int.positive': z.int().positive(),
  'coerce.number': z.coerce.number().int().min(1).max(500).default(200),
  boolean: z.boolean(),
  uuid: z.uuid().meta({ description: 'an id' }),
  day: z.iso.date(),
  instant: z.iso.datetime({ offset: true }),
  enum: z.enum(['a', '1']),
  stringbool: z.union([z.boolean(), z.stringbool()]),
  array: z.array(z.string()).min(1).max(2),
  record: z.record(z.string(), z.unknown()),
  custom: z.custom<Date>((value) => value instanceof Date),
  readonly: z.array(z.string()).readonly(),
  'record by pattern': z.record(z.string().regex(/^[1-7]$/), z.string()).default({}),
  'record by day': z.record(z.iso.date(), z.string()),
  'record of a choice': z.record(z.enum(['a', 'b']), z.int()),
  object: z.object({ a: z.string().trim(), b: z.int().optional() }),
  'object of anything': z.object({ a: z.unknown() }),
  'object.extend': z.object({ a: z.string() }).extend({ a: z.string().nullable() }),
  'object.omit': z.object({ a: z.string(), b: z.int() }).omit({ a: true }),
  'number.multipleOf': z.number().multipleOf(0.5),
  literal: z.literal('a'),
  url: z.url(),
  'url of the web': z.url({ protocol: /^https?$/ }),
  'union by a literal': z.discriminatedUnion('a', [
    z.object({ a: z.literal('x'), b: z.int().optional() }),
    z.object({ a: z.literal(1), b: z.string() }),
  ]),
  strictObject: z.strictObject({ a: z.string().nullable() }),
  'partialRecord of a choice': z.partialRecord(z.enum(['a', 'b']), z.int()),
  'object.pick': z.object({ a: z.string(), b: z.int() }).pick({ b: true }),
  'object.partial': z.object({ a: z.string(), b: z.int() }).partial(),
  'object.keyof': z.object({ a: z.string(), b: z.int() }).keyof(),
})

describe('画面で使う読み取りは、サーバーの zod と同じに読む', () => {
  const ours = new Map<string, Reader>(Object.entries(Reflect.apply(cases, null, [standIn])))
  test.each(Object.entries(cases(zod)))('%s', (name, theirs) => {
    expect(values.map((value) => read(ours.get(name), value))).toStrictEqual(
      values.map((value) => read(theirs, value)),
    )
  })
})

function read(reader: Reader | undefined, value: unknown) {
  const { success, data } = reader?.safeParse(value) ?? {}
  return { value, success, ...(success ? { data } : {}) }
}
