const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/**
 * Seals a text for whoever has the private half of this P-256 key (base64url, uncompressed). The key it is sealed with
 * is forgotten here: this browser cannot open it again. `place` says where it belongs; it opens nowhere else.
 * Throws in a page that was opened without TLS.
 */
export async function sealFor(publicKey: string, text: string, place: string): Promise<string> {
  const { subtle } = crypto
  const theirs = await subtle.importKey('raw', bytesOf(publicKey), curve, false, [])
  const own = await subtle.generateKey(curve, true, ['deriveBits'])
  const agreed = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256)
  const secret = await subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('uketome sealed box')
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(place)
  const cipher = { name: 'AES-GCM', iv, additionalData }
  const body = await subtle.encrypt(cipher, key, new TextEncoder().encode(text))
  const point = await subtle.exportKey('raw', own.publicKey)
  return textOf([...new Uint8Array(point), ...iv, ...new Uint8Array(body)])
}

function textOf(bytes: readonly number[]): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}
