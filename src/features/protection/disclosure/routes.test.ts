import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { addNote } from '#features/complaints/handling/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { aDanger, aPost, protectingAt } from '../factory.ts'

const desk = await openDesk()
const { name, received, write } = protectingAt(desk)
const [sasaki, matsui] = [desk.as('sasaki'), desk.as('matsui')]
desk.as('fujii')
await name()

async function disclosed(complaintId: string, who: 'sasaki' | 'fujii' | 'matsui') {
  const response = await desk.app.request(`/api/protection/${complaintId}/disclosure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-person': who },
    body: JSON.stringify({ mask: ['浜田'] }),
  })
  return response
}
async function textOf(response: Response) {
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replaceAll(/\s+/gu, '')
}

it('開示の書類は応対の記録だけ。保護の記録があってもなくても同じ形で、その存在に触れない', async () => {
  const complaintId = await received()
  const body = { id: desk.newId(), speaker: 'customer' as const, text: '友人の浜田も怒っている。' }
  value(await matsui.call(addNote, { params: { complaintId }, body }))
  const before = await textOf(await disclosed(complaintId, 'sasaki'))
  value(await write(sasaki, complaintId, aDanger))
  value(await write(sasaki, complaintId, aPost))
  value(
    await write(sasaki, complaintId, { kind: 'instruct', words: '二人で応対する', until: null }),
  )
  const after = await textOf(await disclosed(complaintId, 'fujii'))
  expect(before).toContain('［第三者1］も怒っている')
  expect(before).toContain('応対の記録')
  expect(after).toBe(before)
  expect(after).not.toMatch(/保護|緑町小|二人で|浜田|証拠/u)
  expect((await disclosed(complaintId, 'matsui')).status).toBe(403)
})
