import { describe, expect, it } from 'vitest'
import { insideFrom, mayReach } from './addresses.ts'

const nothing = insideFrom('')

describe('外へ送ってよいアドレス', () => {
  it.each(['8.8.8.8', '1.1.1.1', '203.0.114.1', '172.32.0.1', '2606:4700::1111', '2400:8500::1'])(
    '%s へは送れる',
    (address) => expect(mayReach(address, nothing)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s へは送らない', (address) => expect(mayReach(address, nothing)).toBe(false))

  it('名ざしで許したところへは送れる', () => {
    const inside = insideFrom('10.1.2.3, 10.9.0.0/16 fd00::/8')
    expect(['10.1.2.3', '10.9.255.1', 'fd12::1'].map((each) => mayReach(each, inside))).toEqual([
      true,
      true,
      true,
    ])
    expect(['10.1.2.4', '10.8.0.1', '127.0.0.1'].some((each) => mayReach(each, inside))).toBe(false)
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/x', 'fd00::/129', '10.0.0'])(
    '「%s」は、直し方を言って断る',
    (text) => expect(() => insideFrom(text)).toThrow(/の形で書いてください/u),
  )
})
