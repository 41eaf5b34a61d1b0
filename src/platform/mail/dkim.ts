import { createPublicKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

/** A new key for signing: the private half as PEM, the public one as the `p=` of its record. RFC 8301 asks for 2048 bits. */
export async function newDkimKey(): Promise<{ privateKey: string; publicKey: string }> {
  const made = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const privateKey = made.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const der = createPublicKey(made.privateKey).export({ type: 'spki', format: 'der' })
  return { privateKey, publicKey: der.toString('base64') }
}
