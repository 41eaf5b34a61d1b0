import { expect, it } from 'vitest'
import { sealFor } from './sealed-box.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

async function somebody(): Promise<string> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const bytes = [...new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))]
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

it('同じ番号も、封をするたびに違って見え、長さは変わらない', async () => {
  const publicKey = await somebody()
  const pins = ['4826    ', '4826    ', '73910458']
  const sealed = await Promise.all(pins.map((pin) => sealFor(publicKey, pin, 'press')))
  expect(new Set(sealed).size).toBe(3)
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
  expect(sealed.join('')).toMatch(/^[\w-]+$/)
})

it('鍵でないものには、封をしない', async () => {
  await expect(sealFor('none', '4826', 'press')).rejects.toThrow()
})
