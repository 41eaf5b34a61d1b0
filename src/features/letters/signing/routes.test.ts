import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { promises as dns } from 'node:dns'
import { expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openNameServer } from '#test/name-server.ts'
import { openPostOffice } from '#test/post-office.ts'
import { aMailbox, correspond } from '../factory.ts'
import {
  checkSigningKey,
  dropSigningKey,
  listSigningKeys,
  makeSigningKey,
  useSigningKey as switchKey,
} from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const names = await openNameServer()
const [admin, kobayashi] = [desk.as('fujii'), desk.as('kobayashi')]
const { id: mailboxId } = value(await aMailbox(desk, office))
const { received, reply, postedTo, repliesOf, later } = correspond(desk, office)

const keys = async () => value(await admin.call(listSigningKeys)).mailboxes[0]?.keys ?? []
async function make(selector: string, domain = 'minato.example', who = admin) {
  const id = desk.newId()
  return { id, made: await who.call(makeSigningKey, { body: { id, mailboxId, domain, selector } }) }
}
async function check(keyId: string) {
  value(await admin.call(checkSigningKey, { params: { keyId }, body: {} }))
  return (await keys()).find(({ id }) => id === keyId)?.outcome
}
const turn = (keyId: string, isOn: boolean) =>
  admin.call(switchKey, { params: { keyId }, body: { isOn } })

/** What a mail server that looks the key up in DNS says of the newest letter. */
async function verdict() {
  const { complaintId, address } = await received()
  value(await reply(complaintId))
  await desk.runJobs(later(31))
  const bytes = postedTo(address).at(-1)?.bytes ?? Buffer.alloc(0)
  const resolver = (name: string) => dns.resolveTxt(name)
  const { results } = await dkimVerify(bytes, { resolver })
  return results.map(({ status, selector }) => `${selector ?? ''} ${status.result}`.trim())
}

it('鍵を作り、公開し、確かめてから署名すると、受け取った側で確かめられる。鍵は途切れずに替えられる', async () => {
  expect((await verdict()).filter((each) => each.includes('pass'))).toEqual([])
  const { id } = await make('s1')
  expect(code(await turn(id, true))).toBe('letters.signing-unchecked')
  expect(await check(id)).toBe('absent')
  expect(code(await turn(id, true))).toBe('letters.signing-unpublished')
  const [key] = await keys()
  names.records.set(key?.host ?? '', ['v=DKIM1; p=AAAA'])
  expect(await check(id)).toBe('different')
  expect((await keys())[0]?.found).toBe('v=DKIM1; p=AAAA')
  names.records.set(key?.host ?? '', [key?.record ?? ''])
  expect(await check(id)).toBe('published')
  value(await turn(id, true))
  expect(await verdict()).toEqual(['s1 pass'])
  const next = await make('s2')
  expect(await verdict()).toEqual(['s1 pass'])
  const published = (await keys()).find(({ selector }) => selector === 's2')
  names.records.set(published?.host ?? '', [published?.record ?? ''])
  expect(await check(next.id)).toBe('published')
  value(await turn(next.id, true))
  expect(await verdict()).toEqual(['s2 pass'])
  const inUse = await admin.call(dropSigningKey, { params: { keyId: next.id } })
  expect(code(inUse)).toBe('letters.signing-in-use')
  value(await admin.call(dropSigningKey, { params: { keyId: id } }))
  expect((await keys()).map(({ selector, isOn }) => [selector, isOn])).toEqual([['s2', true]])
})

it('秘密の鍵は、封じて置かれ、どこにも出ない', async () => {
  const rows = await inside(desk.ports.db, admin.scope, (tx) =>
    tx.selectFrom('letters_signing_keys').select('private_key').execute(),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((row) => !row.private_key.includes('PRIVATE'))).toBe(true)
  const shown = JSON.stringify(value(await admin.call(listSigningKeys)))
  expect(shown).not.toMatch(/PRIVATE|private_key/u)
})

it('管理者だけが作り、使えない名前は何が悪いかを言う', async () => {
  expect((await make('s9', 'minato.example', kobayashi)).made.status).toBe(403)
  expect(code((await make('s9', 'other.example')).made)).toBe('letters.signing-domain')
  expect(code((await make('受付')).made)).toBe('letters.signing-selector')
  expect(code((await make('s2')).made)).toBe('letters.signing-taken')
})

it('封じた鍵が開けなければ、署名なしでは出さずに、そう言う', async () => {
  await inside(desk.ports.db, admin.scope, (tx) =>
    tx.updateTable('letters_signing_keys').set({ private_key: 'v1.AAAA' }).execute(),
  )
  const { complaintId, address } = await received()
  value(await reply(complaintId))
  await desk.runJobs(later(31))
  expect((await repliesOf(complaintId)).at(-1)).toMatchObject({
    state: 'failed',
    trouble: 'signing',
  })
  expect(postedTo(address)).toEqual([])
})
