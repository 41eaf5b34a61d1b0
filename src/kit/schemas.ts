/**
 * Stands in for zod in the browser (vite.config.ts puts it there), because zod alone would be an eighth of a first
 * load: the builders that contracts use, reading exactly as zod does. The server reads with zod itself, and
 * schemas.test.ts holds both to the same cases.
 */
type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }
type Reader = (value: unknown, path: readonly PropertyKey[]) => unknown
type Shape = Readonly<Record<string, Schema>>

class Mismatch extends Error {
  readonly issues: readonly Issue[]
  constructor(path: readonly PropertyKey[], message: string) {
    super(message)
    this.issues = [{ path, message }]
  }
}

class Schema {
  readonly read: Reader
  /** As a part of an object it may be left out. */
  readonly mayLack: boolean
  constructor(read: Reader, mayLack = false) {
    this.read = read
    this.mayLack = mayLack
  }
  parse(value: unknown): unknown {
    return this.read(value, [])
  }
  safeParse(value: unknown) {
    try {
      return { success: true, data: this.parse(value) }
    } catch (error) {
      if (error instanceof Mismatch) return { success: false, error }
      throw error
    }
  }
  optional = () =>
    new Schema((value, path) => (value === undefined ? undefined : this.read(value, path)), true)
  nullable = () =>
    new Schema((value, path) => (value === null ? null : this.read(value, path)), this.mayLack)
  nullish = () => this.nullable().optional()
  default = (unsaid: unknown) =>
    new Schema((value, path) => (value === undefined ? unsaid : this.read(value, path)), true)
  meta = () => this
  describe = () => this
  readonly = () => this
  trim = () =>
    new Schema((value, path) => {
      const text = this.read(value, path)
      return typeof text === 'string' ? text.trim() : text
    })
  regex = (pattern: RegExp) => this.check((value) => pattern.test(String(value)), String(pattern))
  int = () => this.check(Number.isSafeInteger, 'int')
  min = (least: number) => this.check((value) => sizeOf(value) >= least, `at least ${least}`)
  max = (most: number) => this.check((value) => sizeOf(value) <= most, `at most ${most}`)
  multipleOf = (step: number) =>
    this.check((value) => Number(value) % step === 0, `a multiple of ${step}`)
  nonnegative = () => this.min(0)
  positive = () => this.check((value) => sizeOf(value) > 0, 'positive')
  check(isRight: (value: unknown) => boolean, message: string): Schema {
    return new Schema((value, path) => {
      const read = this.read(value, path)
      if (!isRight(read)) throw new Mismatch(path, message)
      return read
    })
  }
}

class Choice extends Schema {
  readonly options: readonly string[]
  constructor(options: readonly string[]) {
    super(unknown.check((value) => options.some((each) => each === value), 'one of them').read)
    this.options = options
  }
}

class Thing extends Schema {
  readonly shape: Shape
  constructor(shape: Shape, isClosed = false) {
    super((value, path) => {
      const given = recordOf(value, path)
      const more = Object.keys(given).find((name) => isClosed && !(name in shape))
      if (more !== undefined) throw new Mismatch([...path, more], 'unknown')
      const parts = Object.entries(shape).flatMap(([name, part]) => {
        const isLacking = !(name in given)
        if (isLacking && !part.mayLack) throw new Mismatch([...path, name], 'missing')
        const read = part.read(given[name], [...path, name])
        return isLacking && read === undefined ? [] : [[name, read]]
      })
      return Object.fromEntries(parts)
    })
    this.shape = shape
  }
  extend = (more: Shape) => new Thing({ ...this.shape, ...more })
  omit = (names: Readonly<Record<string, true>>) =>
    new Thing(Object.fromEntries(Object.entries(this.shape).filter(([name]) => !names[name])))
  pick = (names: Readonly<Record<string, true>>) =>
    new Thing(Object.fromEntries(Object.entries(this.shape).filter(([name]) => names[name])))
  partial = () =>
    new Thing(
      Object.fromEntries(Object.entries(this.shape).map(([name, part]) => [name, part.optional()])),
    )
  keyof = () => new Choice(Object.keys(this.shape))
}

const unknown = new Schema((value) => value)
const string = unknown.check((value) => typeof value === 'string', 'string')
const number = unknown.check(Number.isFinite, 'number')

function array(item: Schema) {
  return new Schema((value, path) => {
    if (!Array.isArray(value)) throw new Mismatch(path, 'array')
    return value.map((each, index) => item.read(each, [...path, index]))
  })
}

/** Where the keys are a choice, each of them has to be there, unless it is partial. */
function record(key: Schema, item: Schema, isPartial = false) {
  return new Schema((value, path) => {
    const given = recordOf(value, path)
    if (!isPlain(value)) throw new Mismatch(path, 'plain object')
    const needed = key instanceof Choice && !isPartial ? key.options : []
    const names = new Set([...needed, ...Object.keys(given)])
    return Object.fromEntries(
      [...names].map((name) => {
        const at = [...path, name]
        return [key.read(name, at), item.read(given[name], at)]
      }),
    )
  })
}

function union(several: readonly Schema[]) {
  return new Schema((value, path) => {
    for (const each of several) {
      const read = each.safeParse(value)
      if (read.success) return read.data
    }
    throw new Mismatch(path, 'none of them')
  })
}

function recordOf(value: unknown, path: readonly PropertyKey[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch(path, 'object')
  return { ...value }
}

function isPlain(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : Number(value)
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function isUrl(text: string, protocol = /./): boolean {
  return protocol.test(URL.parse(text)?.protocol.slice(0, -1) ?? '')
}

const time = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const uuid =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|([0f])\1{7}(?:-\1{4}){3}-\1{12})$/i

const yes = ['true', '1', 'yes', 'on', 'y', 'enabled']
const no = ['false', '0', 'no', 'off', 'n', 'disabled']
const stringbool = new Schema((value, path) => {
  const text = String(string.read(value, path)).toLowerCase()
  if (!yes.includes(text) && !no.includes(text)) throw new Mismatch(path, 'yes or no')
  return yes.includes(text)
})

export const z = {
  unknown: () => unknown,
  custom: (isRight: (value: unknown) => boolean) => unknown.check(isRight, 'of its kind'),
  string: () => string,
  number: () => number,
  int: () => number.int(),
  boolean: () => unknown.check((value) => typeof value === 'boolean', 'boolean'),
  uuid: () => string.regex(uuid),
  url: ({ protocol }: { protocol?: RegExp } = {}) =>
    string.check((value) => isUrl(String(value), protocol), 'url'),
  iso: {
    date: () => string.check((value) => isDay(String(value)), 'day'),
    datetime: (_: { offset: true }) =>
      string.check(
        (value) => isDay(String(value).slice(0, 10)) && time.test(String(value).slice(10)),
        'instant',
      ),
  },
  enum: (options: readonly string[]) => new Choice(options),
  literal: (only: unknown) => unknown.check((value) => value === only, String(only)),
  object: (shape: Shape) => new Thing(shape),
  strictObject: (shape: Shape) => new Thing(shape, true),
  array,
  record: (key: Schema, item: Schema) => record(key, item),
  partialRecord: (key: Schema, item: Schema) => record(key, item, true),
  union,
  discriminatedUnion: (_: string, several: readonly Schema[]) => union(several),
  stringbool: () => stringbool,
  coerce: { number: () => new Schema((value, path) => number.read(Number(value), path)) },
}
