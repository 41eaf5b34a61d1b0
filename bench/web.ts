import { join } from 'node:path'
import { launchBrowser } from '../test/browser.ts'
import { demoPassword, staff } from '../test/cast.ts'
import { deskMailbox } from '../test/desk-mailbox.ts'
import { freePort } from '../test/free-port.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { started, tell } from './desk.ts'
import { loadedFolder, type Loading } from './desk/kept.ts'
import { firstLoads, narrowing, scrolling, walking } from './web/list.ts'
import type { Line } from './web/rows.ts'
import { screensOf, type Screen } from './web/screen.ts'
import { inCalls, onTheCase } from './web/writing.ts'

type Asked = Loading & { readonly slow: number; readonly only: string }

/**
 * A day before the screens of a company that has `rows` complaints, in a browser. A line of JSON for each row of the
 * table. `slow`: how many times slower the browser's processor is made.
 */
export async function web(asked: Asked): Promise<void> {
  const { rows, slow } = asked
  await using open = new AsyncDisposableStack()
  const { folder, drop } = await loadedFolder(asked)
  open.defer(drop)
  const postgres = await startPostgres({ folder: join(folder, 'postgres') })
  open.defer(() => postgres.stop())
  const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url }
  const { node } = await started(settings)
  open.defer(() => node.stop())
  await giveMailbox(node.url)
  const browser = await launchBrowser()
  open.defer(() => browser.close())
  const say = (line: Line) => tell({ rows, slow, ...line }, 'web')
  await day(asked, await screensOf(browser, node.url, slow), say)
}

async function day({ only }: Asked, openScreen: () => Promise<Screen>, say: (line: Line) => void) {
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    load: async () => say(await firstLoads(openScreen, 5)),
    scroll: async () => scrolling(await openScreen(), say),
    walk: async () => walking(await openScreen(), say),
    narrow: async () => narrowing(await openScreen(), say),
    case: async () => onTheCase(await openScreen(), say),
    call: async () => inCalls(await openScreen(), 3, say),
  }
  for (const [name, part] of Object.entries(parts)) if (name.includes(only)) await part()
}

/** Without one nobody can write a reply. */
async function giveMailbox(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url }
  const data = JSON.stringify({ email: staff.fujii.email, password: demoPassword })
  const signIn = `${url}/api/access/auth/sign-in/email`
  const session = await fetch(signIn, { method: 'POST', headers, body: data })
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const kept = await fetch(`${url}/api/intake/mailboxes/${crypto.randomUUID()}`, {
    method: 'PUT',
    headers: { ...headers, cookie },
    body: JSON.stringify(deskMailbox(await freePort())),
  })
  if (!kept.ok) throw new Error(`mailbox: ${kept.status} ${await kept.text()}`)
}
