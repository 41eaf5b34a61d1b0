import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps secrets that must be read again, such as the password of a mailbox. `place` says whose secret it is: sealed for
 * one place it does not open in another.
 */
export type Vault = {
  seal(secret: string, place: string): string
  /** Null for what was sealed with another UKETOME_SECRET, for another place, or altered. */
  open(sealed: string, place: string): string | null
}

const form = 'v1'
const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM with a key derived from the installation's secret; several nodes must share it. */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'uketome vault', 32))
  return {
    seal(text, place) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${form}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open(sealed, place) {
      const [version, coded = ''] = sealed.split('.')
      const bytes = Buffer.from(coded, 'base64url')
      if (version !== form || bytes.length < ivBytes + tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      try {
        const opened = decipher.update(bytes.subarray(ivBytes + tagBytes))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
