import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import type { ComplaintEvent } from '../record/contract.ts'
import { change, type Situation } from '../timeline/actions.ts'
import type { Said, Utterance } from './contract.ts'
import { standingOf, utteranceById } from './queries.ts'
import { mayHear } from './rules.ts'
import { keepProvisional, markFinal, tell } from './store.ts'

type Hearing = May<'complaints.note'>
type Answered = { complaintId: string; head: number; utterance: Utterance }

/** Words from speech-to-text: provisional ones are kept beside the record, final ones enter it. */
export function hear(
  ports: Ports,
  may: Hearing,
  complaintId: string,
  said: Said,
): Promise<Result<Answered>> {
  return said.state === 'final'
    ? hearFinal(ports, may, complaintId, said)
    : hearProvisional(ports, may, complaintId, said)
}

function hearProvisional(ports: Ports, may: Hearing, complaintId: string, told: Said) {
  return decideWithinWall<Answered>(ports.db, may.organisationId, async (tx) => {
    const standing = await standingOf(tx, complaintId)
    if (!standing) return refuse('missing', 'complaints.missing', {})
    const now = ports.clock.now()
    const said = mayHear(told, standing.isClosed, now)
    if (!said.ok) return said
    const { cues } = await listenInside(tx, said.value)
    const heard = { complaintId, said: said.value, cues, heardAt: now.toString() }
    if (!(await keepProvisional(tx, may, heard)))
      return asItStands(tx, complaintId, told.id, standing.head)
    await tell(tx, may, standing.head, heard)
    const utterance = { ...said.value, cues, callId: null }
    return ok({ complaintId, head: standing.head, utterance })
  })
}

/** The cues go out at once; writing the words into a long record may take a moment more. */
async function hearFinal(ports: Ports, may: Hearing, complaintId: string, told: Said) {
  const heard = await hearProvisional(ports, may, complaintId, { ...told, state: 'provisional' })
  if (!heard.ok && heard.refusal.code !== 'complaints.utterance-after-closing') return heard
  const done = await change(ports, may, { complaintId, id: told.id }, (situation) =>
    settle(ports, may, complaintId, told, situation),
  )
  if (!done.ok) return done
  const { head } = done.value
  return inside(ports.db, may, (tx) => asItStands(tx, complaintId, told.id, head))
}

async function settle(
  ports: Ports,
  may: Hearing,
  complaintId: string,
  told: Said,
  { tx, record, at }: Situation,
): Promise<Result<readonly ComplaintEvent[]>> {
  const said = mayHear(told, record.closing !== null, ports.clock.now())
  if (!said.ok) return said
  const { id, speaker, text, at: saidAt } = said.value
  const { cues } = await listenInside(tx, said.value)
  const heard = { complaintId, said: said.value, cues, heardAt: at }
  if (!(await markFinal(tx, may, heard))) return ok([])
  await tell(tx, may, record.head + (text === '' ? 0 : 1), heard)
  // Silence, or noise that turned out to be none: nothing was said.
  if (text === '') return ok([])
  const call = record.call && !record.call.endedAt ? { callId: record.call.id } : {}
  const payload = { speaker, text, cues, ...call, utterance: { id, at: saidAt } }
  return ok([{ type: 'complaints.noted', payload }])
}

async function asItStands(
  tx: Tx,
  complaintId: string,
  id: string,
  head: number,
): Promise<Result<Answered>> {
  const known = await utteranceById(tx, id)
  if (known?.complaintId === complaintId)
    return ok({ complaintId, head, utterance: known.utterance })
  // The id belongs to another complaint's utterance, or to some other command.
  return refuse('conflict', 'complaints.command-reused', {})
}
