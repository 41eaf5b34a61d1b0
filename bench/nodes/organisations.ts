import { addNote } from '../../src/features/complaints/handling/contract.ts'
import { receiveComplaint } from '../../src/features/intake/contract.ts'
import { newOrganisation } from '../../src/features/access/door.ts'
import { insertMember, insertOrganisation } from '../../src/features/access/store.ts'
import { seedRules } from '../../src/features/remedies/door.ts'
import { readConfiguration } from '../../src/app/configuration.ts'
import { openHouse } from '../../src/app/house.ts'
import { withinWall } from '../../src/platform/db/database.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { silentLog } from '../../src/platform/log.ts'
import { demoPassword } from '../../test/cast.ts'
import { send } from '../desk/client.ts'
import { signInAs } from '../people.ts'
import type { Settings } from './running.ts'

/** The cookies of a supervisor of each of these new companies. */
export async function foundCompanies(
  settings: Settings,
  node: string,
  slugs: readonly string[],
): Promise<string[]> {
  const { ports, signIn, close } = await openHouse(readConfiguration(settings), silentLog)
  try {
    for (const slug of slugs) {
      const company = newOrganisation(ports.ids.next(), { name: slug, slug })
      await insertOrganisation(ports.db, { ...company, createdAt: ports.clock.now().toString() })
      await withinWall(ports.db, company.id, (tx) => seedRules(ports, tx, company.id))
      const person = { name: slug, email: `${slug}@demo.example`, password: demoPassword }
      const member = { id: ports.ids.next(), userId: await signIn.enrol(person), name: slug }
      const place = { kana: '', title: '', roles: ['supervisor'] as const, teamId: null }
      await insertMember(ports.db, company.id, { ...member, ...place })
    }
  } finally {
    await close()
  }
  return Promise.all(slugs.map((slug, nth) => signInAs(node, slug, `127.0.3.${nth + 1}`)))
}

/**
 * Each client takes a complaint in and notes something down, again and again; the clients are spread on the companies,
 * their requests on the nodes. Answers how many were written in a second.
 */
export async function write(
  next: () => string,
  cookies: readonly string[],
  clients: number,
  each: number,
): Promise<number> {
  const from = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, nth) => {
      const cookie = cookies[nth % cookies.length] ?? ''
      for (let turn = 0; turn < each; turn += 1) await takeAndNote(next, cookie, turn)
    }),
  )
  return (clients * each * 2 * 1000) / (performance.now() - from)
}

async function takeAndNote(next: () => string, cookie: string, nth: number): Promise<void> {
  const id = systemIds.next()
  const words = `届いた瓶が割れていました。${nth}`
  const received = { id, channel: 'mail', words, customer: {}, details: {} }
  await send(`${next()}${receiveComplaint.path}`, { cookie, body: received })
  const noted = { id: systemIds.next(), speaker: 'internal', text: `折り返す。${nth}` }
  await send(`${next()}${addNote.path.replace(':complaintId', id)}`, { cookie, body: noted })
}
