import { useEffect, useState } from 'react'
import { codeHeader, filePath, unnamedFile, unnamedUploads } from '../../contract.ts'

/** How the bytes of a file are reached: by who is signed in, or by a code. */
export type Source =
  | { readonly by: 'name' }
  | { readonly by: 'code'; readonly slug: string; readonly code: string }

export const byName: Source = { by: 'name' }

/** Where uploads go, and how. */
export function uploadWay(source: Source, path: string) {
  if (source.by === 'name') return { path, way: {} }
  const way = { headers: { [codeHeader]: source.code }, isUnnamed: true }
  return { path: unnamedUploads(source.slug), way }
}

type Address =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly at: string }

/** An address that the browser can show or save. With a code the bytes are fetched, as no address may hold it. */
export function useAddress(source: Source, fileId: string, query: string): Address {
  const [fetched, setFetched] = useState<Address>({ state: 'loading' })
  const { by } = source
  const [slug, code] = by === 'code' ? [source.slug, source.code] : ['', '']
  useEffect(() => {
    if (by === 'name') return
    let address: string | null = null
    let isGone = false
    void bytesBy(slug, code, fileId, query).then((blob) => {
      if (isGone) return
      address = blob && URL.createObjectURL(blob)
      setFetched(address ? { state: 'ready', at: address } : { state: 'failed' })
    })
    return () => {
      isGone = true
      if (address) URL.revokeObjectURL(address)
    }
  }, [by, slug, code, fileId, query])
  return by === 'name' ? { state: 'ready', at: `${filePath(fileId)}${query}` } : fetched
}

/** The bytes for whoever holds a code. */
export async function bytesBy(
  slug: string,
  code: string,
  fileId: string,
  query: string,
): Promise<Blob | null> {
  try {
    const headers = { [codeHeader]: code }
    const address = `${unnamedFile(slug, fileId)}${query}`
    const answer = await fetch(address, { headers, credentials: 'omit' })
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}
