import { expect, it } from 'vitest'
import { chosenFrom, takenFrom, wholeOf } from './axes.ts'

const because = [{ kind: 'nothing' as const }]
const taken = takenFrom({
  isSafety: { value: true, because },
  severity: { value: 'high', because },
  complexity: { value: 'simple', because },
  impact: { value: 'one', because },
  immediateAction: { value: true, because },
})

it('まだ見立てていなければ、何も選ばれていない', () => {
  expect(Object.values(chosenFrom(null)).every((each) => each === null)).toBe(true)
})

it('案を写しても、理由と、すぐにすることを書くまでは記録できない', () => {
  expect(wholeOf(taken, '', '手に赤みがある')).toBeNull()
  expect(wholeOf(taken, '販売を止めるか確かめる', ' ')).toBeNull()
  expect(wholeOf(taken, ' 販売を止めるか確かめる ', '手に赤みがある')).toMatchObject({
    severity: 'high',
    immediateAction: { isNeeded: true, words: '販売を止めるか確かめる' },
    reason: '手に赤みがある',
  })
})

it('すぐにすることがなければ、書いたものは残さない', () => {
  const none = { ...taken, isNeeded: false }
  expect(wholeOf(none, '書きかけ', '単純な不足')?.immediateAction).toEqual({
    isNeeded: false,
    words: '',
  })
})
