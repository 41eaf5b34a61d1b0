import { expect, it } from 'vitest'
import { newBoxKeys, openBox } from './sealed-box.ts'
import { sealBox } from './sealed-box.factory.ts'

const keys = newBoxKeys()

/** Sealed by src/kit/sealed-box.ts in a browser. */
const fromBrowser = {
  privateKey: 'nDctTsW90akg-9PNDInUrthk9gNZv6NtYD_tXokYl08',
  sealed:
    'BGeA3XZ2lvSw-7LRoXJ0ku7DziUyb5PAH38CFIXkpfdbzslMTp8kGifdaPNSgG88iu1cP2W3WFd3Eoh2JPZ9hqQm_bwrybPkidw0A8Rw4HuctE6mdHlxqBYXP2KtDg9_IWAZWAA',
}

it('ブラウザーで封をしたものが開く', () => {
  expect(openBox(fromBrowser.privateKey, fromBrowser.sealed, 'press 1')).toBe('4826    ')
})

it('封をした相手だけが、その場所でだけ開けられる', () => {
  const sealed = sealBox(keys.publicKey, '4826    ', 'press 1')
  expect(openBox(keys.privateKey, sealed, 'press 1')).toBe('4826    ')
  expect(openBox(keys.privateKey, sealed, 'press 2')).toBeNull()
  expect(openBox(newBoxKeys().privateKey, sealed, 'press 1')).toBeNull()
})

it('一か所でも変われば開かない', () => {
  const bytes = Buffer.from(sealBox(keys.publicKey, '4826    ', 'press'), 'base64url')
  const opened = [...bytes.keys()].map((place) => {
    const altered = Buffer.from(bytes)
    altered[place] = (altered[place] ?? 0) ^ 1
    return openBox(keys.privateKey, altered.toString('base64url'), 'press')
  })
  expect(opened.filter((each) => each !== null)).toEqual([])
  expect(openBox(keys.privateKey, 'short', 'press')).toBeNull()
})
