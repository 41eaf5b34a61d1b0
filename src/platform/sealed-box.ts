import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'

/** A P-256 pair, base64url: whoever has the public half can seal, and cannot open again what they sealed. */
export type BoxKeys = { readonly publicKey: string; readonly privateKey: string }

const curve = 'prime256v1'
const [pointBytes, ivBytes, tagBytes] = [65, 12, 16]

export function newBoxKeys(): BoxKeys {
  const pair = createECDH(curve)
  const publicKey = pair.generateKeys('base64url', 'uncompressed')
  return { publicKey, privateKey: pair.getPrivateKey('base64url') }
}

/**
 * What `sealFor` of the kit sealed for this pair, in the browser: ECDH with a key of its own, HKDF-SHA-256, AES-256-GCM.
 * Null for what was sealed for another pair or another place, or altered.
 */
export function openBox(privateKey: string, sealed: string, place: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < pointBytes + ivBytes + tagBytes) return null
  const point = bytes.subarray(0, pointBytes)
  const iv = bytes.subarray(pointBytes, pointBytes + ivBytes)
  const body = bytes.subarray(pointBytes + ivBytes)
  try {
    const own = createECDH(curve)
    own.setPrivateKey(privateKey, 'base64url')
    const key = Buffer.from(
      hkdfSync('sha256', own.computeSecret(point), '', 'uketome sealed box', 32),
    )
    const cipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
    cipher.setAuthTag(body.subarray(-tagBytes))
    const opened = cipher.update(body.subarray(0, -tagBytes))
    return Buffer.concat([opened, cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
