import { missingPoint } from './missing-point.ts'

export const missingImpact = missingPoint({
  code: 'missing-impact',
  point: 'impact',
  why: 'どこまで及ぶのかが分からないと、ほかにもあるのではと不安になります。',
  wanted: '影響（どの品・どの期間・どなたに及ぶか）',
})
