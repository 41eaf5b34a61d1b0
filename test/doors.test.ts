import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { doorsFound } from './doors-found.ts'
import { doors } from './doors.ts'

const listed = doors.flatMap(({ found }) => found)

it('言葉が会社を出るところは、どれも一覧にある', () => {
  // A new one: say in test/doors.ts who gets its words and what looks at them, and why in docs/decisions/0052.
  expect(doorsFound().filter((place) => !listed.includes(place))).toEqual([])
})

it('一覧にあるところは、どれもまだある。二つのドアには分かれない', () => {
  const found = doorsFound()
  expect(listed.filter((place) => !found.includes(place))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

it('お客様とみんなへの言葉は、関所を通るか、決めるときに見られる。通るドアは、試すドアを名指す', () => {
  const open = doors.filter(
    ({ to, gate }) =>
      (to === 'customer' || to === 'everybody') && gate !== 'whole' && gate !== 'set',
  )
  expect(open).toEqual([])
  const unproved = doors.filter(({ gate, proved }) => gate === 'whole' && !proved?.length)
  expect(unproved).toEqual([])
})

it('どのドアも、決定 52 にわけが書いてある', () => {
  const path = join(
    import.meta.dirname,
    '..',
    'docs/decisions/0052-no-words-leave-around-the-gate.md',
  )
  const decision = readFileSync(path, 'utf8')
  expect(doors.map(({ name }) => name).filter((name) => !decision.includes(`| ${name}`))).toEqual(
    [],
  )
})

it.each([
  ['メールを送る', `import { deliver } from '#platform/mail/smtp.ts'`, 'mail: x/actions.ts'],
  ['外へ送る', 'await ports.outgoing.post(url, {}, body)', 'outgoing: x/actions.ts'],
  ['じかに送る', `import { request } from 'node:https'`, 'network: x/actions.ts'],
  ['紙に刷る', `import { typeset } from '#platform/paper/typeset.ts'`, 'press: x/actions.ts'],
  ['出す箱に入れる', 'await insertLetter(tx, may, letter)', 'outbox: x/actions.ts'],
  ['窓に書く', `payload: { text, chat: { messageId } }`, 'chat: x/actions.ts'],
  [
    'ファイルを渡す',
    `export const a = endpoint({ method: 'get', path: '/api/x/paper', summary: '', gives: 'file' })`,
    'file: /api/x/paper',
  ],
  ['だれにでも答える', 'route(wall.readThing, async () => ok(null))', 'stranger: readThing'],
  ['じかに答える', `app.get('/api/x/leak', (c) => c.text(''))`, 'address: /api/x/leak'],
])('新しいドアは見つかる：%s', (_, text, place) => {
  expect(doorsFound([{ path: 'src/features/x/actions.ts', text }])).toEqual([place])
})

it('サインインを尋ねる道と、ドアを作るところは、ドアではない', () => {
  const text = `deskRoute(wall.readThing, canRead, async () => ok(null))
export async function insertLetter(tx) {}
export const a = endpoint({ method: 'get', path: '/api/x/a', summary: '', answer })
export const b = endpoint({ method: 'get', path: '/api/x/b', summary: '', gives: 'file' })`
  expect(doorsFound([{ path: 'src/features/x/store.ts', text }])).toEqual(['file: /api/x/b'])
})
