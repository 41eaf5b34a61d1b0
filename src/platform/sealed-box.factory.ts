import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** Seals as `sealFor` of the kit does in the browser: for tests, which have none. */
export function sealBox(publicKey: string, text: string, place: string): string {
  const own = createECDH('prime256v1')
  const point = own.generateKeys(null, 'uncompressed')
  const agreed = own.computeSecret(publicKey, 'base64url')
  const key = Buffer.from(hkdfSync('sha256', agreed, '', 'uketome sealed box', 32))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([point, iv, body, cipher.getAuthTag()]).toString('base64url')
}
