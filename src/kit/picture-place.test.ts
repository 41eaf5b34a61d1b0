import { expect, test } from 'vitest'
import { placed } from './picture-place.ts'

const page = { width: 3000, height: 4000 }
const room = { width: 800, height: 600 }

test.each([
  ['立てれば高さに収まる', page, { turns: 0, size: 1 }, { width: 450, height: 600 }],
  ['横にすれば幅にも高さにも収まる', page, { turns: 1, size: 1 }, { width: 800, height: 600 }],
  [
    '近づければ、横でも端まで届く大きさになる',
    page,
    { turns: 3, size: 2 },
    { width: 1600, height: 1200 },
  ],
  [
    '小さなものは、そのままの大きさ',
    { width: 40, height: 30 },
    { turns: 2, size: 1 },
    { width: 40, height: 30 },
  ],
] as const)('%s', (_, natural, how, turned) => {
  expect(placed(natural, room, how).turned).toEqual(turned)
})

test('読み込まれる前も、数になる', () => {
  const none = { width: 0, height: 0 }
  expect(placed(none, none, { turns: 1, size: 4 }).turned).toEqual(none)
})
