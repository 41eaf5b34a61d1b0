import { describe, expect, it } from 'vitest'
import { mayBeUsed, organisationIn, prefixOf, takeFrom, writtenKey, type Bucket } from './rules.ts'

const secret = 'a'.repeat(43)
const organisation = 'b'.repeat(22)
const now = Temporal.Instant.from('2026-11-24T10:00:00+09:00')

it('キーの中に、どの会社のものかが書いてある', () => {
  const key = writtenKey(secret, organisation)
  expect(organisationIn(key)).toBe(organisation)
  expect(prefixOf(key)).toBe('uketome_aaaaaaaa')
})

it.each([
  ['', '空'],
  ['uketome_', '始まりだけ'],
  [`uketome_${secret}${organisation}x`, '長い'],
  [`uketome_${secret}${organisation.slice(1)}`, '短い'],
  [`uketome_${secret.slice(1)} ${organisation}`, '空白入り'],
  [`other_${secret}${organisation}`, 'よその鍵'],
])('「%s」はキーではない（%s）', (text) => {
  expect(organisationIn(text)).toBeUndefined()
})

it.each([
  [{ endsOn: null, revokedAt: null }, 'ok'],
  [{ endsOn: '2026-11-24', revokedAt: null }, 'ok'],
  [{ endsOn: '2026-11-23', revokedAt: null }, 'access.key-ended'],
  [{ endsOn: null, revokedAt: '2026-11-24T00:00:00Z' }, 'access.key-revoked'],
  [{ endsOn: '2026-11-23', revokedAt: '2026-11-24T00:00:00Z' }, 'access.key-revoked'],
])('%j は %s', (standing, code) => {
  const used = mayBeUsed(standing, now)
  expect(used.ok ? 'ok' : used.refusal.code).toBe(code)
})

describe('ペース', () => {
  const waits = (perMinute: number, at: readonly number[]) => {
    let bucket: Bucket | undefined
    return at.map((ms) => {
      const taken = takeFrom(bucket, perMinute, ms)
      bucket = taken.bucket
      return taken.wait
    })
  }

  it('1分60回なら、10回までは続けて使え、次は1秒待つ', () => {
    expect(
      waits(
        60,
        Array.from({ length: 11 }, () => 0),
      ),
    ).toEqual([...Array(10).fill(0), 1])
  })

  it('待てばまた使え、待たずに試しても待ち時間は延びない', () => {
    const spent = Array.from({ length: 10 }, () => 0)
    expect(waits(60, [...spent, 500, 900, 1000, 1000, 2000]).slice(10)).toEqual([1, 1, 0, 1, 0])
  })

  it('長く休んでも、ためておける回数は決まっている', () => {
    const later = Array.from({ length: 11 }, () => 3_600_000)
    expect(waits(60, [0, ...later]).at(-1)).toBe(1)
  })

  it.each([
    [10, 6],
    [60, 1],
    [1200, 1],
  ])('1分%d回のキーは、使い切ると%d秒待つ', (perMinute, wait) => {
    const most = Math.max(10, perMinute / 6)
    expect(
      waits(
        perMinute,
        Array.from({ length: most + 1 }, () => 0),
      ).at(-1),
    ).toBe(wait)
  })
})
