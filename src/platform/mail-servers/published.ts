import { promises as dns } from 'node:dns'

/** Text records under a name, each put together from its pieces; null when no answer can be had from here. */
export async function publishedUnder(name: string): Promise<string[] | null> {
  try {
    const records = await dns.resolveTxt(name)
    return records.map((pieces) => pieces.join(''))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null
  }
}
