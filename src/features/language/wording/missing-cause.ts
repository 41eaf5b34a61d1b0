import { missingPoint } from './missing-point.ts'

export const why = 'なぜ起きたかが書かれていないと、また起きると思われます。'

export const missingCause = missingPoint({
  code: 'missing-cause',
  point: 'cause',
  why,
  wanted: '原因（分からないときは、調べていることと、いつお伝えするか）',
})
