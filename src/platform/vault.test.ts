import { expect, it } from 'vitest'
import { openVault } from './vault.ts'

const vault = openVault('今日の秘密')

it('しまった秘密は、同じ鍵と同じ場所でだけ開く', () => {
  const sealed = vault.seal('パスワード', 'mailbox:1')
  expect(sealed).not.toContain('パスワード')
  expect(vault.open(sealed, 'mailbox:1')).toBe('パスワード')
  expect(openVault('今日の秘密').open(sealed, 'mailbox:1')).toBe('パスワード')
  expect(vault.open(sealed, 'mailbox:2')).toBeNull()
  expect(openVault('別の秘密').open(sealed, 'mailbox:1')).toBeNull()
})

it('同じ秘密を二度しまっても、同じ文字にはならない', () => {
  expect(vault.seal('a', 'x')).not.toBe(vault.seal('a', 'x'))
})

it.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', `${vault.seal('a', 'x').slice(0, -2)}__`])(
  '壊れた封（%s）は開かず、落ちもしない',
  (sealed) => {
    expect(vault.open(sealed, 'x')).toBeNull()
  },
)
