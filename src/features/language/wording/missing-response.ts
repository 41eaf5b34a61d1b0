import { missingPoint } from './missing-point.ts'

export const why = '詫びるだけでは、困っていることが片づきません。'

export const missingResponse = missingPoint({
  code: 'missing-response',
  point: 'response',
  why,
  wanted: '対応（何を、いつまでにするか）',
})
