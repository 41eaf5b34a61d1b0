import { describe, expect, it } from 'vitest'
import { envelopeWindow, letterhead } from './contract.ts'
import { changesBetween, colourOf, isWindowUsable, placeInWindow, roomIn } from './rules.ts'

const usual = envelopeWindow.parse({})

describe('封筒の窓', () => {
  it('ふつうの長形3号では、紙がどう寄っても見える所に、17字が5行入る', () => {
    expect(placeInWindow(usual)).toEqual({ x: 23, y: 13.5, width: 64, height: 24 })
    expect(roomIn(placeInWindow(usual))).toEqual({ letters: 17, lines: 5 })
  })

  it.each([
    ['ふつうの窓', {}, true],
    ['右にずれた窓', { left: 140 }, true],
    ['封筒からはみ出す窓', { left: 150 }, false],
    ['低すぎる窓', { height: 30 }, false],
    ['狭すぎる窓', { width: 60 }, false],
    ['下にはみ出す窓', { top: 80 }, false],
  ])('%s', (_, given, isUsable) => {
    expect(isWindowUsable({ ...usual, ...given })).toBe(isUsable)
  })
})

describe('版の違い', () => {
  const first = letterhead.parse({ name: 'みなと食卓株式会社', telephone: '054-000-0000' })

  it('初めの版は、書かれたものが全部', () => {
    const told = changesBetween(null, first).map(({ field }) => field)
    expect(told).toEqual(['name', 'telephone', 'era', 'numerals', 'window', 'accent'])
  })

  it('次の版は、変わったものだけを前と後で', () => {
    const next = { ...first, telephone: '054-111-1111', hasSeal: true, logo: 'AAAA' }
    expect(changesBetween(first, next)).toEqual([
      { field: 'telephone', before: '054-000-0000', after: '054-111-1111' },
      { field: 'hasSeal', before: '', after: '○' },
      { field: 'logo', before: '', after: '○' },
    ])
  })

  it('ロゴを取り替えたことも分かる', () => {
    const [one, other] = [
      { ...first, logo: 'AAAA' },
      { ...first, logo: 'BBBB' },
    ]
    expect(changesBetween(one, other)).toEqual([{ field: 'logo', before: '○', after: '○' }])
    expect(changesBetween(one, one)).toEqual([])
  })
})

it('色は、複写しても読める濃さになる', () => {
  const luminance = (colour: string) => Number.parseInt(colour.slice(3, 5), 16)
  expect(colourOf('none')).toBe('')
  for (const each of ['navy', 'green', 'wine'] as const)
    expect(luminance(colourOf(each))).toBeLessThan(0x70)
})
