import { describe, expect, it } from 'vitest'
import { drawn, fitted } from '../bench/flame/draw.ts'
import {
  asWideAs,
  folded,
  shares,
  widerThan,
  withoutPassingOn,
  type CallFrame,
  type Part,
  type Profile,
  type Tower,
} from '../bench/flame/fold.ts'
import { namedFrom } from '../bench/flame/names.ts'
import { shortened } from '../bench/flame/statements.ts'

describe('プロファイルを塔に重ねる', () => {
  // The same function is called from two nodes of the profile, and the last look has no time after it.
  const profile: Profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 3, 6] },
      { id: 2, callFrame: frame('listOf'), children: [4] },
      { id: 3, callFrame: frame('listOf'), children: [5] },
      { id: 4, callFrame: frame('toLine') },
      { id: 5, callFrame: frame('toLine') },
      { id: 6, callFrame: frame('(idle)') },
    ],
    samples: [2, 4, 6, 5, 3, 5],
    timeDeltas: [9, 10, 20, 500, 30, 40],
  }

  it('同じ呼び出しをひとつにし、待っていた時間は数えない', () => {
    expect(outline(folded(profile, asItIs))).toEqual(['server 100', ' listOf 100', '  toLine 50'])
  })

  it('細いものを省いても、下の幅は変わらない', () => {
    expect(outline(widerThan(51, folded(profile, asItIs)))).toEqual(['server 100', ' listOf 100'])
  })

  it('部分ごとに、みずから使った時間を足す', () => {
    const both = [tower('parse', 'zod', 2), tower('toLine', 'rooms', 1)]
    const all = { ...tower('listOf', 'rooms', 5), above: both }
    expect(shares(all)).toEqual(
      new Map([
        ['rooms', 3],
        ['zod', 2],
      ]),
    )
  })

  it('計った時間の幅にのばす', () => {
    expect(outline(asWideAs(4, folded(profile, asItIs)))).toEqual([
      'server 4',
      ' listOf 4',
      '  toLine 2',
    ])
  })

  it('ライブラリーの中で渡していくだけの関数は、最初と最後を残す', () => {
    const last = tower('writev', 'node', 95)
    const chain = ['write', '_write', 'doWrite'].reduceRight(
      (above, name) => tower(name, 'node', 100, above),
      last,
    )
    const rooms = tower('listOf', 'rooms', 100, tower('toLine', 'rooms', 100, chain))
    expect(outline(withoutPassingOn(rooms))).toEqual([
      'listOf 100',
      ' toLine 100',
      '  write 100',
      '   writev 95',
    ])
  })

  it('途中で別れる関数は残す', () => {
    const parted = {
      ...tower('emit', 'node', 100),
      above: [tower('a', 'node', 50), tower('b', 'node', 50)],
    }
    const all = tower('read', 'node', 100, parted)
    expect(outline(withoutPassingOn(all))).toEqual(outline(all))
  })
})

describe('関数の名前は、もとのファイルのもの', () => {
  const from = (file: string) => namedFrom(() => ({ file, line: 46 }))
  const bundled = { ...frame('toLine$1'), url: 'file:///somewhere/dist/server/cli.js' }

  it('束ねたときの番号を取り、部屋の中の場所で言う', () => {
    expect(from('../../src/features/complaints/inbox/queries.ts')(bundled, 'node')).toEqual({
      name: 'toLine',
      part: 'rooms',
      place: 'features/complaints/inbox/queries.ts:46',
    })
  })

  it.each([
    ['../../src/platform/db/pool.ts', 'platform'],
    ['../../node_modules/@hono/node-server/dist/index.mjs', 'hono'],
    ['../../node_modules/zod/v4/core/parse.js', 'zod'],
    ['../../node_modules/kysely/dist/kysely.js', 'kysely'],
    ['../../node_modules/pg-protocol/dist/parser.js', 'pg'],
    ['../../node_modules/better-auth/dist/index.mjs', 'library'],
  ])('%s は %s', (file, part) => {
    expect(from(file)(bundled, 'node').part).toBe(part)
  })

  it('名前のない関数は、ファイルと行で言う', () => {
    const nameless = { ...bundled, functionName: '' }
    expect(from('../../src/app/server.ts')(nameless, 'node').name).toBe('server.ts:46')
  })

  it('その場で作られた関数は、呼んだ者のもの', () => {
    expect(from('')({ ...frame(''), url: '' }, 'zod').part).toBe('zod')
  })

  it('もとの分からないファイルの、この機械での場所は言わない', () => {
    expect(JSON.stringify(namedFrom(() => null)(bundled, 'node'))).not.toContain('somewhere')
  })
})

describe('塔を描く', () => {
  const svg = drawn(tower('a < b & c', 'rooms', 8, tower('writev', 'node', 2)), 'create: 8.0 ms')

  it('幅と割合が、時間の割合になる', () => {
    expect(svg).toContain('<title>writev: 25.0 %, 2.00 ms · Node itself</title>')
    expect(svg).toContain('width="299"')
  })

  it('部分の名に、その割合を添える', () => {
    expect(svg).toContain('our rooms 75 %')
  })

  it('名前は、しるしを避けて書く', () => {
    expect(svg).toContain('a &lt; b &amp; c: 100.0 %')
  })

  it('入りきらない名前は切り、読めないほどなら書かない', () => {
    expect([fitted('toLine', 100), fitted('parseDataRow', 50), fitted('toLine', 19)]).toEqual([
      'toLine',
      'parseD…',
      '',
    ])
  })
})

it.each([
  ['select "complaints"."id" from "complaints" left join x', 'select … from complaints'],
  ['insert into "complaints_search" ("id") values ($1)', 'insert into complaints_search'],
  ['update complaints set a = $1', 'update complaints'],
  [`select set_config('a', 'b', true)`, `select set_config('…', '…', true)`],
])('%s を短く言う', (text, short) => {
  expect(shortened(text)).toBe(short)
})

function frame(functionName: string): CallFrame {
  return { functionName, url: 'node:test', lineNumber: 0, columnNumber: 0 }
}

function asItIs({ functionName }: CallFrame) {
  return { name: functionName, part: 'rooms', place: '' } as const
}

function tower(name: string, part: Part, whole: number, ...above: Tower[]): Tower {
  return { name, part, place: '', whole, above }
}

function outline({ name, whole, above }: Tower, depth = 0): string[] {
  return [
    `${' '.repeat(depth)}${name} ${whole}`,
    ...above.flatMap((each) => outline(each, depth + 1)),
  ]
}
