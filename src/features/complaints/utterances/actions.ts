import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import type { CaseRecord, ComplaintEvent } from '../record/contract.ts'
import { change, type Situation } from '../timeline/actions.ts'
import type { Said, Utterance } from './contract.ts'
import { standingOf, utteranceById } from './queries.ts'
import { mayHear } from './rules.ts'
import { type Heard, keepProvisional, markFinal, tell } from './store.ts'

type Hearing = May<'complaints.hear'>
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
  return decideWithinWall<Answered>(ports.db, may, async (tx) => {
    const standing = await standingOf(tx, complaintId)
    if (!standing) return refuse('missing', 'complaints.missing', {})
    const now = ports.clock.now()
    const said = mayHear(told, standing.isClosed, now)
    if (!said.ok) return said
    const { cues } = await listenInside(tx, may, said.value)
    const heard = { complaintId, said: said.value, cues, heardAt: now.toString() }
    if (!(await keepProvisional(tx, may, heard)))
      return asItStands(tx, complaintId, told.id, standing.head)
    await tell(tx, may, standing.head, heard)
    const utterance = { ...said.value, cues, callId: null }
    return ok({ complaintId, head: standing.head, utterance })
  })
}

/** Final words enter the record once; sent again they are answered as they stand. */
async function hearFinal(ports: Ports, may: Hearing, complaintId: string, told: Said) {
  let settled: Utterance | undefined
  const done = await change(ports, may, { complaintId, id: told.id }, async (situation) => {
    const said = mayHear(told, situation.record.closing !== null, ports.clock.now())
    if (!said.ok) return said
    const { cues } = await listenInside(situation.tx, may, said.value)
    const heard = { complaintId, said: said.value, cues, heardAt: situation.at }
    if (!(await markFinal(situation.tx, may, heard))) return ok([])
    settled = { ...said.value, cues, callId: callOf(situation.record) }
    return enter(situation, may, heard)
  })
  if (!done.ok) return done
  const { head } = done.value
  if (settled) return ok({ complaintId, head, utterance: settled })
  return inside(ports.db, may, (tx) => asItStands(tx, complaintId, told.id, head))
}

async function enter(
  { tx, record }: Situation,
  may: Hearing,
  heard: Heard,
): Promise<Result<readonly ComplaintEvent[]>> {
  const { id, speaker, text, at } = heard.said
  // Silence, or noise that turned out to be none: nothing was said.
  if (text === '') {
    await tell(tx, may, record.head, heard)
    return ok([])
  }
  const callId = callOf(record)
  const call = callId ? { callId } : {}
  const payload = { speaker, text, cues: heard.cues.slice(), ...call, utterance: { id, at } }
  return ok([{ type: 'complaints.noted', payload }])
}

function callOf({ call }: CaseRecord): string | null {
  return call && !call.endedAt ? call.id : null
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
