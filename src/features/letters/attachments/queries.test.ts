import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { understand } from '#platform/mail/understand.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { checkLetter } from '../composing/contract.ts'
import { openPostOffice } from '#test/post-office.ts'
import { aMailbox, calm, correspond, upload } from '../factory.ts'

const desk = await openDesk()
const office = await openPostOffice()
const kobayashi = desk.as('kobayashi')
value(await aMailbox(desk, office))
const { received, reply, again, repliesOf, postedTo, later } = correspond(desk, office)

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\r\n'), randomBytes(200_000)])
const csv = Buffer.from('品名,数\r\n急須,1\n湯のみ,5', 'utf8')
const text = `${calm}\n手順書を添付いたします。`

it('記録にあるファイルが、一バイトも変わらずに届き、何を送ったかが残る', async () => {
  const { complaintId, address } = await received()
  // A Mac takes が apart into か and a mark.
  const ids = [
    await upload(desk, complaintId, 'お手入れの手順書（急須がま口）.pdf'.normalize('NFD'), pdf),
    await upload(desk, complaintId, '数量.csv', csv),
  ]
  value(await reply(complaintId, { text, attachments: ids }))
  await desk.runJobs(later(31))
  const bytes = postedTo(address).at(-1)?.bytes ?? Buffer.alloc(0)
  const mail = understand(bytes)
  expect(mail.attachments.map(({ name }) => name)).toEqual([
    'お手入れの手順書（急須がま口）.pdf',
    '数量.csv',
  ])
  expect(partsOf(bytes).map((part) => part.equals(pdf) || part.equals(csv))).toEqual([true, true])
  expect((await repliesOf(complaintId)).at(-1)?.attachments).toMatchObject([
    { evidenceId: ids[0], size: pdf.length },
    { evidenceId: ids[1], size: csv.length },
  ])
})

/** The base64 parts of a message behind its text. */
function partsOf(bytes: Buffer): Buffer[] {
  const parts = bytes.toString('latin1').split(/\r\n--[^\r\n]+(?:--)?\r\n/u)
  return parts.slice(2, -1).map((part) => {
    const coded = part.slice(part.indexOf('\r\n\r\n'))
    return Buffer.from(coded, 'base64')
  })
}

it('「添付」と書いて何も付けなければ尋ね、付ければ尋ねない', async () => {
  const { complaintId } = await received()
  expect(code(await reply(complaintId, { text }))).toBe('letters.gate')
  const attachments = [await upload(desk, complaintId, '手順書.pdf', pdf)]
  const asked = { params: { complaintId }, body: { text, subject: 'a', to: [], attachments } }
  const { findings } = value(await kobayashi.call(checkLetter, asked))
  expect(findings.map(({ rule }) => rule)).not.toContain('attachment-missing')
  expect(code(await reply(complaintId, { text, attachments }))).toBe('ok')
})

it('ほかの件のファイルは添えられない', async () => {
  const [one, other] = [await received(), await received()]
  const attachments = [await upload(desk, other.complaintId, '他の方の写真.pdf', pdf)]
  expect(code(await reply(one.complaintId, { attachments }))).toBe('letters.attachment-gone')
})

it('送る前に消されたら、欠けたまま出さずに、そう言う', async () => {
  const { complaintId, address } = await received()
  const attachments = [await upload(desk, complaintId, '手順書.pdf', pdf)]
  const { letter } = value(await reply(complaintId, { text, attachments }))
  await inside(desk.ports.db, kobayashi.scope, async (tx) => {
    await tx
      .deleteFrom('complaints_evidence')
      .where('id', '=', attachments[0] ?? '')
      .execute()
  })
  await desk.runJobs(later(31))
  const held = (await repliesOf(complaintId)).at(-1)
  expect(held).toMatchObject({ state: 'failed', trouble: 'attachment' })
  expect(postedTo(address)).toEqual([])
  expect(code(await again(complaintId, letter.id))).toBe('letters.attachment-gone')
})
