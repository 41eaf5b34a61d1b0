import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Signs with this installation's Ed25519 key. Keys and signatures are hex; public keys are 32 bytes raw. */
export type Signer = {
  readonly publicKey: string
  sign(hex: string): string
}

/** The key lies outside the database, so that whoever can write there still cannot seal. Made on first use, mode 0600. */
export async function openSigner(dataFolder: string): Promise<Signer> {
  const folder = join(dataFolder, 'keys')
  const file = join(folder, 'seal.pem')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  // Two nodes that start at once on one folder agree: the first to write wins, both read.
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return signerOf(await readFile(file, 'utf8'))
}

/** For tests: a key that lives as long as the process. */
export function temporarySigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return signerOf(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

function signerOf(pem: string): Signer {
  const key = createPrivateKey(pem)
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: Buffer.from(x ?? '', 'base64url').toString('hex'),
    sign: (hex) => sign(null, Buffer.from(hex, 'hex'), key).toString('hex'),
  }
}

/** False for what is no key or no signature at all, too. */
export function isSignedBy(publicKey: string, hex: string, signature: string): boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url')
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(hex, 'hex'), key, Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

/** A public key as a file that other programs read (SubjectPublicKeyInfo, PEM). */
export function publicPem(publicKey: string): string {
  const x = Buffer.from(publicKey, 'hex').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return key.export({ type: 'spki', format: 'pem' })
}

/** The other way round; null for what is no Ed25519 key. */
export function publicHex(pem: string): string | null {
  try {
    const { x, crv } = createPublicKey(pem).export({ format: 'jwk' })
    return crv === 'Ed25519' && x ? Buffer.from(x, 'base64url').toString('hex') : null
  } catch {
    return null
  }
}

/** What people compare: SHA-256 of the 32 bytes of the key, in fours. */
export function fingerprintOf(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex')
  return hex.match(/.{4}/gu)?.join(' ') ?? ''
}
