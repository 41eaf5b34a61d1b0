/** What a file's bytes are written in, as far as the bytes can tell. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932'

export type TextFile = { readonly text: string; readonly encoding: Encoding }

/**
 * Reads text as Japanese offices save it: a mark at the start decides, else UTF-8 when every byte agrees, else CP932
 * (Excel's CSV; ①㈱髙 included). Null when it is none of them: a picture, an archive, a broken download.
 */
export function readText(bytes: Uint8Array): TextFile | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, 'utf-8')
  if (bytes.subarray(0, 4096).includes(0)) return null
  return decode(bytes, 'utf-8') ?? decode(bytes, 'cp932')
}

function decode(bytes: Uint8Array, encoding: Encoding): TextFile | null {
  // WHATWG's shift_jis is Windows-31J; the label cp932 is unknown to it.
  const label = encoding === 'cp932' ? 'shift_jis' : encoding
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}
