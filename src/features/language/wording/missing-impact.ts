import { missingPoint } from './missing-point.ts'

export const why = 'どこまで及ぶのかが分からないと、ほかにもあるのではと不安になります。'

export const missingImpact = missingPoint({
  code: 'missing-impact',
  point: 'impact',
  why,
  wanted: '影響（どの品・どの期間・どなたに及ぶか）',
})
