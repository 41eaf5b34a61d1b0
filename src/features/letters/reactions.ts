import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, permitted, systemScope } from '#features/access/door.ts'
import {
  change,
  commandFor,
  entriesOf,
  recorded,
  type Hearer,
  type Heard,
  type Reactions,
} from '#features/complaints/door.ts'
import { sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { acknowledge } from './acknowledgement/actions.ts'
import { named } from './actions.ts'
import { forgetDraftsFromRecord } from './drafting/store.ts'
import { canDeliver } from './policy.ts'
import { letterByMessageId } from './queries.ts'
import { forgetPublic } from './public/store.ts'
import { forgetLetters, saveLetter } from './store.ts'
import { forgetPapers } from './typesetting/store.ts'
import { forgetDrafts } from './writing/store.ts'

const usual: Reactions = {
  'intake.mail-bounced': markBounced,
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'letters'), async (tx) => {
      await forgetLetters(tx, complaintId)
      await forgetPapers(tx, complaintId)
      await forgetDrafts(tx, complaintId)
      await forgetPublic(tx, complaintId)
      await forgetDraftsFromRecord(tx, complaintId)
    }),
}

export const lettersHearers: readonly Hearer[] = [
  {
    reactions: { 'complaints.received': acknowledge },
    // Without a mailbox that sends, nobody can be written to.
    isConcerned: async (tx) => (await sendingMailboxes(tx)).length > 0,
  },
  { reactions: usual },
]

/** The letter that did not arrive says so itself, beside the notice. */
async function markBounced(
  ports: Ports,
  { organisationId, complaintId, sequence, entryId }: Heard,
) {
  const may = permitted(systemScope(organisationId, 'letters'), canDeliver)
  if (!may.ok) return
  const command = { complaintId, id: commandFor(entryId, 'letters.bounce') }
  await change(ports, may.value, command, async ({ tx, at }) => {
    const names = await memberNames(tx, may.value)
    const [entry] = recorded(await entriesOf(tx, names, complaintId, sequence - 1))
    if (entry?.type !== 'intake.mail-bounced' || !entry.payload.messageId) return ok([])
    const letter = await letterByMessageId(tx, entry.payload.messageId)
    if (!letter || letter.complaintId !== complaintId) return ok([])
    const { isPermanent, recipients } = entry.payload
    const reason = recipients
      .map(({ address, reason: said }) => `${address} ${said}`.trim())
      .join('、')
    await saveLetter(tx, may.value, { ...letter, bounce: { isPermanent, reason, at } })
    return ok([{ type: 'letters.bounced', payload: { ...named(letter), isPermanent, reason } }])
  })
}
