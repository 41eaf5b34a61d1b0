import { Client } from 'pg'

/** Each flush to the disk takes so many milliseconds from here on, as on storage behind a network; those at once share it. */
export async function slowDisk(url: string, ms: number): Promise<() => Promise<void>> {
  // The siblings: also whoever is alone has to wait.
  await alter(url, { commit_delay: `= ${ms * 1000}`, commit_siblings: '= 0' })
  return () => alter(url, { commit_delay: '= default', commit_siblings: '= default' })
}

async function alter(url: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query(`alter system set ${name} ${value}`)
    await client.query('select pg_reload_conf()')
  } finally {
    await client.end()
  }
}
