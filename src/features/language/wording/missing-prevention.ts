import { missingPoint } from './missing-point.ts'

export const why = '同じことが起きないと分かって、初めて安心できます。'

export const missingPrevention = missingPoint({
  code: 'missing-prevention',
  point: 'prevention',
  why,
  wanted: '再発防止（何をどう改めたか）',
})
