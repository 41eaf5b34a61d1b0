import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps secrets that must be read again, such as the password of a mailbox. `place` says whose secret it is: sealed for
 * one place it does not open in another.
 */
export type Vault = {
  seal(secret: string, place: string): string
  /** Null for what was sealed with another UKETOME_SECRET, for another place, or altered. */
  open(sealed: string, place: string): string | null
  /** The same for bytes that lie as bytes. */
  sealBytes(bytes: Uint8Array, place: string): Buffer
  openBytes(sealed: Uint8Array, place: string): Buffer | null
}

const form = 'v1'
const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM with a key derived from the installation's secret; several nodes must share it. */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'uketome vault', 32))
  return {
    sealBytes: (bytes, place) => sealWith(key, bytes, place),
    openBytes: (sealed, place) => openWith(key, sealed, place),
    seal(text, place) {
      const sealed = sealWith(key, Buffer.from(text, 'utf8'), place)
      return `${form}.${sealed.toString('base64url')}`
    },
    open(sealed, place) {
      const [version, coded = ''] = sealed.split('.')
      if (version !== form) return null
      return openWith(key, Buffer.from(coded, 'base64url'), place)?.toString('utf8') ?? null
    },
  }
}

function sealWith(key: Buffer, bytes: Uint8Array, place: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

function openWith(key: Buffer, sealed: Uint8Array, place: string): Buffer | null {
  if (sealed.length < ivBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const opened = decipher.update(sealed.subarray(ivBytes + tagBytes))
    return Buffer.concat([opened, decipher.final()])
  } catch {
    return null
  }
}
