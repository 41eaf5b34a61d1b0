import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { order } from '#features/order.ts'
import type { HouseFile } from './house-plan.ts'
import { violations } from './house.ts'

const root = join(import.meta.dirname, '..')
const places = ['src', 'test', 'e2e', 'scripts', 'bench', 'db', 'docs', 'playbooks', '.ci', '.']
const textual = /\.(tsx?|js|json|md|ya?ml|sql|css|html|sh)$|^\.ci\/run$/

it('この家は、家のきまりを守っている', () => {
  const files = places.filter((place) => existsSync(join(root, place))).flatMap(filesIn)
  expect(files.length).toBeGreaterThan(100)
  expect(violations(files, order)).toEqual([])
})

describe('きまりを破ると、どう直すかを教える', () => {
  const planted: [broken: string, HouseFile, teaches: RegExp][] = [
    [
      '回復の門を通らないご提案',
      file('src/features/intake/actions.ts', "ok([{ type: 'remedies.offered', payload: {} }])"),
      /gate of remedies/,
    ],
    [
      '回復の表への書き込み',
      file('src/features/intake/store.ts', "tx.insertInto('remedies_versions')"),
      /gate of remedies/,
    ],
    [
      '会社をまたぐ錠',
      file('src/features/intake/store.ts', 'sql`select pg_advisory_xact_lock(${key})`'),
      /hold up every organisation/,
    ],
    [
      '上の階を見る',
      file('src/platform/mail.ts', "import { x } from '#features/intake/door.ts'"),
      /move the code down/,
    ],
    [
      'kit が platform を見る',
      file('src/kit/Button.tsx', "import { x } from '#platform/log.ts'"),
      /kit may import only/,
    ],
    [
      'kernel が上を見る',
      file('src/kernel/day.ts', "import { x } from '../platform/log.ts'"),
      /kernel may import only/,
    ],
    [
      '部屋が app を見る',
      file('src/features/intake/actions.ts', "import { x } from '#app/wiring.ts'"),
      /pass it in from src\/app/,
    ],
    [
      'サーバーが画面を見る',
      file('src/app/server.ts', "import { x } from '#features/intake/ui/Form.tsx'"),
      /app may import only/,
    ],
    [
      'よその部屋の中をのぞく',
      file('src/features/intake/actions.ts', "import { x } from '#features/complaints/store.ts'"),
      /put what you need in complaints\/door.ts/,
    ],
    [
      '同じ位の部屋の door を使う',
      file('src/features/intake/actions.ts', "import { x } from '#features/remedies/door.ts'"),
      /reactions.ts/,
    ],
    [
      '上の位の部屋の door を使う',
      file('src/features/complaints/actions.ts', "import { x } from '#features/intake/door.ts'"),
      /order.ts/,
    ],
    [
      'よその部屋の画面を見る',
      file(
        'src/features/intake/ui/Form.tsx',
        "import { x } from '#features/remedies/ui/Offer.tsx'",
      ),
      /both panels/,
    ],
    [
      '画面どうしが見合う',
      file('src/features/intake/ui/Form.tsx', "import { x } from './Calls.tsx'"),
      /put what both need in ui\/parts/,
    ],
    [
      '画面が door を使う',
      file('src/features/intake/ui/Form.tsx', "import { x } from '#features/complaints/door.ts'"),
      /only its contract/,
    ],
    [
      '画面がサーバーの中を見る',
      file('src/features/intake/ui/Form.tsx', "import { x } from '../store.ts'"),
      /asks the server/,
    ],
    [
      'ページが部品を見る',
      file('src/app/web/pages/Today.tsx', "import { x } from '#features/intake/ui/parts/Row.tsx'"),
      /stay inside the room/,
    ],
    [
      'rules が platform を見る',
      file('src/features/intake/rules.ts', "import { x } from '#platform/log.ts'"),
      /take the value as an argument/,
    ],
    [
      'rules が自分の store を見る',
      file('src/features/intake/rules.ts', "import { x } from './store.ts'"),
      /only kernel and contracts/,
    ],
    [
      'rules が Node を見る',
      file('src/features/intake/rules.ts', "import { x } from 'node:fs'"),
      /browser runs this file/,
    ],
    [
      '動的な import でも同じ',
      file('src/kernel/day.ts', "const x = await import('#platform/log.ts')"),
      /kernel may import only/,
    ],
    ['家具でない名前', file('src/features/intake/logic.ts', ''), /no furniture/],
    [
      '部屋の中の部屋の中の部屋',
      file('src/features/intake/calls/notes/store.ts', ''),
      /those have none/,
    ],
    ['深すぎる ui', file('src/features/intake/ui/parts/rows/Row.tsx', ''), /nothing deeper/],
    ['一覧にない部屋', file('src/features/kitchen/store.ts', ''), /no room/],
    ['index.ts', file('src/kit/index.ts', ''), /says nothing/],
    ['utils', file('src/platform/utils/dates.ts', ''), /says nothing/],
    ['types.ts', file('src/kernel/types.ts', ''), /says nothing/],
    ['hooks/', file('src/kit/hooks/useThing.ts', ''), /says nothing/],
    ['長すぎる', file('src/kernel/day.ts', '\n'.repeat(401)), /400 is the most/],
    ['長すぎるテスト', file('src/kernel/day.test.ts', '\n'.repeat(601)), /600 is the most/],
    [
      '時計',
      file('src/features/intake/actions.ts', 'const at = Date.now()'),
      /Take it as an argument/,
    ],
    ['引数のない Date', file('src/kernel/day.ts', 'const at = new Date()'), /cannot choose it/],
    ['くじ', file('src/features/intake/rules.ts', 'const n = Math.random()'), /cannot choose it/],
    ['環境変数', file('src/kit/call.ts', 'const url = process.env.URL'), /cannot choose it/],
    [
      '画面の時計',
      file('src/features/intake/ui/Form.tsx', 'const at = Date.now()'),
      /#kit\/now.ts/,
    ],
    [
      '自分の隣にあるはずのファイル',
      file('src/features/intake/store.ts', "new URL('../../../playbooks/', import.meta.url)"),
      /Use #platform\/shipped.ts/,
    ],
    [
      '飛ばしたテスト',
      file('src/kernel/day.test.ts', split('it.sk', 'ip(1)')),
      /leaves a test out/,
    ],
    ['あとでやる', file('src/kernel/day.ts', split('// TO', 'DO: later')), /nobody keeps/],
    [
      'だれかのマシンの道',
      file('docs/how-to/add-a-room.md', split('cd /wo', 'rk/main')),
      /only on one machine/,
    ],
    [
      'だれかのレジストリー',
      file('package-lock.json', split('https://reg', 'istry.example.co.jp/x.tgz')),
      /only on one machine/,
    ],
  ]

  it.each(planted)('%s', (_, broken, teaches) => {
    const found = violations([...sound, broken], ranks)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${broken.path}: `))
    expect(found[0]).toMatch(teaches)
  })

  it('一覧にあって、まだ建っていない部屋', () => {
    expect(violations(sound, [...ranks, { room: 'visits', rank: 3 }])).toEqual([
      expect.stringMatching(/names visits, and there is no such folder/),
    ])
  })
})

it('きまりの中なら、何も言わない', () => {
  const fine = [
    file('src/features/intake/actions.ts', "import { x } from '#features/complaints/door.ts'"),
    file(
      'src/features/complaints/reactions.ts',
      "import { x } from '#features/intake/contract.ts'",
    ),
    file('src/features/intake/rules.ts', "import { x } from '#features/remedies/contract.ts'"),
    file('src/features/intake/calls/store.ts', "import { x } from '../store.ts'"),
    file(
      'src/features/intake/ui/Form.tsx',
      "import { x } from '../rules.ts'\nimport { y } from '#kit/now.ts'",
    ),
    file(
      'src/features/intake/ui/parts/Row.tsx',
      "import { x } from '#features/remedies/contract.ts'",
    ),
    file(
      'src/features/intake/actions.test.ts',
      "import { x } from '#test/cast.ts'\nconst at = new Date()",
    ),
    file('src/app/web/pages/Today.tsx', "import { x } from '#features/intake/ui/Form.tsx'"),
    file('src/kit/now.ts', 'export const now = Date.now()'),
  ]
  expect(violations([...sound, ...fine], ranks)).toEqual([])
})

const ranks = [
  { room: 'complaints', rank: 2 },
  { room: 'intake', rank: 3 },
  { room: 'remedies', rank: 3 },
]

/** One file per room, so that only the planted one is wrong. */
const sound = ranks.map(({ room }) =>
  file(`src/features/${room}/contract.ts`, "import { z } from 'zod'"),
)

/** In two halves, so that this very file does not break the rule. */
function split(one: string, other: string): string {
  return one + other
}

function file(path: string, text: string): HouseFile {
  return { path, text }
}

function filesIn(place: string): HouseFile[] {
  const recursive = place !== '.'
  const entries = readdirSync(join(root, place), { recursive, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => textual.test(path))
    .map((path) => file(path, readFileSync(join(root, path), 'utf8')))
}
