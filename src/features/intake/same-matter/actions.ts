import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, systemScope, type May } from '#features/access/door.ts'
import { change, commandFor, recordOf, type Heard } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { canReceive } from '../policy.ts'
import { olderIn, told } from './queries.ts'

/** Whoever carries the older complaint hears of it there, too. */
export async function tellOlder(ports: Ports, heard: Heard): Promise<void> {
  const { organisationId, complaintId, entryId } = heard
  const house = permitted(systemScope(organisationId, 'intake'), canReceive)
  if (!house.ok) return
  const { older, number } = await inside(ports.db, house.value, async (tx) => ({
    older: olderIn(await told(tx, house.value, complaintId)).older,
    number: (await recordOf(tx, house.value, complaintId))?.number ?? '',
  }))
  if (!older) return
  const command = { complaintId: older.complaintId, id: commandFor(entryId, 'intake.perhaps-same') }
  const from = { otherId: complaintId, otherNumber: number, isOlder: false }
  await change(ports, house.value, command, async ({ record }) =>
    ok(
      record.closing
        ? []
        : [{ type: 'intake.perhaps-same', payload: { ...from, because: older.because } }],
    ),
  )
}

type Joining = {
  readonly id: string
  readonly basedOn?: number | undefined
  readonly olderId: string
}

/** The customer's words are added to the older complaint, once; the newer says where they went. */
export async function join(
  ports: Ports,
  may: May<'intake.receive'>,
  complaintId: string,
  { id, olderId }: Joining,
): Promise<Result<{ head: number }>> {
  const { newer, older } = await inside(ports.db, may, async (tx) => ({
    newer: await recordOf(tx, may, complaintId),
    older: olderIn(await told(tx, may, complaintId)).older,
  }))
  if (!newer) return refuse('missing', 'complaints.missing', {})
  if (older?.complaintId !== olderId) return refuse('missing', 'intake.not-the-same', {})
  const from = { otherId: complaintId, otherNumber: newer.number, isOlder: false }
  const added = await addWords(ports, may, { olderId, id, words: newer.ownWords, from })
  if (!added.ok) return added
  const into = { otherId: olderId, otherNumber: older.number, isOlder: true }
  const done = await change(ports, may, { complaintId, id }, async () =>
    ok([{ type: 'intake.joined', payload: into }]),
  )
  return done.ok ? ok({ head: done.value.head }) : done
}

type Adding = {
  readonly id: string
  readonly olderId: string
  readonly words: string
  readonly from: { readonly otherId: string; readonly otherNumber: string; isOlder: boolean }
}

function addWords(ports: Ports, may: May<'intake.receive'>, { id, olderId, ...adding }: Adding) {
  const { words: text, from } = adding
  const place = { complaintId: olderId, id: commandFor(id, 'intake.join') }
  return change(ports, may, place, async ({ tx, record: { closing, number } }) => {
    if (closing) return refuse('blocked', 'intake.older-closed', { number })
    const isThere = (await told(tx, may, olderId)).some(
      ({ type, payload }) => type === 'intake.joined' && payload.otherId === from.otherId,
    )
    if (isThere) return refuse('conflict', 'intake.already-joined', { number })
    const said = { speaker: 'customer' as const, text }
    const { cues } = await listenInside(tx, may, said)
    const events: ComplaintEvent[] = [
      { type: 'complaints.noted', payload: { ...said, cues } },
      { type: 'intake.joined', payload: from },
    ]
    return ok(events)
  })
}
