import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { rememberedFor } from './remembered-for.ts'

/** Answers 1, 2, 3, … and says what it was asked. */
function counting() {
  const asked: string[] = []
  return { asked, ask: async (question: string) => asked.push(question) }
}

it('同じ問いは、答えを待つあいだも、そのあとしばらくも、一度しかたずねない', async () => {
  const { asked, ask } = counting()
  const known = rememberedFor(60_000, ask)
  expect(await Promise.all([known.get('a'), known.get('a'), known.get('b')])).toEqual([1, 1, 2])
  expect(await known.get('a')).toBe(1)
  expect(asked).toEqual(['a', 'b'])
})

it('時がたてば、あらためてたずねる', async () => {
  const { ask } = counting()
  const known = rememberedFor(5, ask)
  expect(await known.get('a')).toBe(1)
  await sleep(20)
  expect(await known.get('a')).toBe(2)
})

it('失敗した答えと、とっておかない答えは、次にまたたずねる', async () => {
  let times = 0
  const known = rememberedFor<string | null>(
    60_000,
    async () => {
      times += 1
      if (times === 1) throw new Error('no line')
      return times === 2 ? null : 'sasaki'
    },
    (found) => found !== null,
  )
  await expect(known.get('a')).rejects.toThrow('no line')
  expect(await known.get('a')).toBeNull()
  expect(await known.get('a')).toBe('sasaki')
  expect(await known.get('a')).toBe('sasaki')
})

it('忘れたあとに着いた古い答えは残らず、忘れたあとにたずねた答えを消しもしない', async () => {
  const slow = Promise.withResolvers<string | null>()
  const answers = [slow.promise, Promise.resolve('new'), Promise.resolve('newer')]
  const known = rememberedFor<string | null>(
    60_000,
    () => answers.shift() ?? Promise.resolve(null),
    (found) => found !== null,
  )
  const old = known.get('a')
  known.clear()
  expect(await known.get('a')).toBe('new')
  slow.resolve(null)
  expect(await old).toBeNull()
  expect(await known.get('a')).toBe('new')
})
