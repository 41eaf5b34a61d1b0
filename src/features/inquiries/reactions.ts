import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, permitted, systemScope } from '#features/access/door.ts'
import {
  change,
  commandFor,
  entriesOf,
  recorded,
  type Heard,
  type Reactions,
} from '#features/complaints/door.ts'
import { arrivedMail, wordsOfMail } from '#features/intake/mail/door.ts'
import { inquiryOfMail } from '#features/letters/door.ts'
import { departmentById } from './departments/queries.ts'
import { canAnswer } from './policy.ts'
import { heldById } from './queries.ts'
import { closeLinks } from './store.ts'

export const inquiriesReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'inquiries'), (tx) => closeLinks(tx, complaintId)),
  'intake.mail-received': takeMail,
}

/** A department answered our mail instead of opening the link: its words are part of the request. */
async function takeMail(ports: Ports, heard: Heard): Promise<void> {
  const may = permitted(systemScope(heard.organisationId, 'inquiries'), canAnswer)
  if (!may.ok) return
  const { complaintId, sequence, entryId } = heard
  const id = commandFor(entryId, 'inquiries.mail')
  await change(ports, may.value, { complaintId, id }, async ({ tx }) => {
    const names = await memberNames(tx, may.value)
    const [entry] = recorded(await entriesOf(tx, names, complaintId, sequence - 1))
    if (entry?.type !== 'intake.mail-received' || !entry.payload.isInside) return ok([])
    if (entry.payload.kind !== 'person') return ok([])
    const { mailId, answers } = entry.payload
    const inquiryId = answers ? await inquiryOfMail(tx, answers) : null
    const held = inquiryId === null ? undefined : await heldById(tx, inquiryId)
    const arrived = await arrivedMail(tx, mailId)
    const department = held && (await departmentById(tx, may.value, held.departmentId))
    if (!held || !arrived || !department) return ok([])
    const who = arrived.mail.from
    const byName = who?.name || who?.address || department.name
    const { id: departmentId, name: departmentName } = department
    const about = { inquiryId: held.id, departmentId, departmentName }
    const text = wordsOfMail(arrived.mail)
    return ok([{ type: 'inquiries.mailed', payload: { ...about, byName, text, mailId } }])
  })
}
