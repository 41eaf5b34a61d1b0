import { missingPoint } from './missing-point.ts'

export const missingResponse = missingPoint({
  code: 'missing-response',
  point: 'response',
  why: '詫びるだけでは、困っていることが片づきません。',
  wanted: '対応（何を、いつまでにするか）',
})
