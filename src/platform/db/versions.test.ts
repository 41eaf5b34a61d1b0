import { expect, it } from 'vitest'
import { notTried, tooOld, verdictOn } from './versions.ts'

it('15から18までで動き、古ければ断り、新しければ試していないと言う', () => {
  const verdicts = [140019, 150000, 150018, 180004, 190000].map(verdictOn)
  expect(verdicts).toEqual(['too-old', 'supported', 'supported', 'supported', 'not-tried'])
})

it('断る文は、今の版と、要る版と、次にすることを言う', () => {
  expect(tooOld('14.19').ja).toMatch(/PostgreSQL 14\.19 です.*15 から 18.*上げるか/)
  expect(notTried('19.0')).toMatch(/PostgreSQL 19\.0 ではまだ試していません/)
})
