import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Viewer } from '#features/access/contract.ts'
import { memberNames, type May } from '#features/access/door.ts'
import { change, entriesOf, takeTurns, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { acceptWaiting } from '#features/escalation/door.ts'
import { callById, giveCallTo, liveCalls } from '#features/intake/door.ts'
import type { WhisperAnswer } from './contract.ts'
import { watchersOfCall } from './queries.ts'
import { asideOf, readWhisper, whyNotLive, type LiveCall } from './rules.ts'
import { endWatch, keepWatch, tellWatchers, type Watch } from './store.ts'
import type { Watcher } from './watching/contract.ts'

type Place = { readonly complaintId: string; readonly callId: string }
type Supervising = May<'supervision.supervise'>
type Watched = { watchers: Watcher[] }

/** Begins to watch, or says again that somebody is still there. The operator sees who. */
export function watch(ports: Ports, may: Supervising, place: Place, id: string) {
  return atCall(ports, may, place, id, async (tx, watching, at) => {
    const live = whyNotLive(await callById(tx, place.callId), place.complaintId)
    if (!live.ok) return live
    return (await keepWatch(tx, may, watching, at))
      ? ok(null)
      : refuse('conflict', 'supervision.watch-reused', {})
  })
}

export function leave(ports: Ports, may: Supervising, place: Place, id: string) {
  return atCall(ports, may, place, id, async (tx, watching, at) => {
    await endWatch(tx, watching, at)
    return ok(null)
  })
}

async function atCall(
  ports: Ports,
  may: Supervising,
  place: Place,
  id: string,
  write: (tx: Tx, watching: Watch, at: string) => Promise<Result<null>>,
): Promise<Result<Watched>> {
  const { viewer } = may
  if (!viewer) return refuse('invalid', 'supervision.nobody-acts', {})
  const now = ports.clock.now()
  return decideWithinWall<Watched>(ports.db, may, async (tx) => {
    const names = await memberNames(tx, may)
    const before = await watchersOfCall(tx, place.callId, names, now)
    const watching = { id, ...place, memberId: viewer.memberId }
    const written = await write(tx, watching, now.toString())
    if (!written.ok) return written
    const watchers = await watchersOfCall(tx, place.callId, names, now)
    if (watchers.length !== before.length) await tellWatchers(tx, may, watching, now.toString())
    return ok({ watchers })
  })
}

/** One line beside the current move. It is part of the record, and internal for ever. */
export function whisperTo(
  ports: Ports,
  may: Supervising,
  place: Place,
  { id, text }: { id: string; text: string },
) {
  return onLive(ports, may, place, id, async (_situation, call, me) => {
    const whispered = readWhisper(text)
    if (!whispered.ok) return whispered
    if (call.handlerId === me.memberId) return refuse('conflict', 'supervision.own-call', {})
    const { callId } = place
    const payload = { whisperId: id, callId, text: whispered.value, byName: me.name }
    return ok([{ type: 'supervision.whispered', payload }])
  })
}

/** One key of the operator: 了解, or 替わってほしい. Answered twice, the first answer stands. */
export function answerWhisperOf(
  ports: Ports,
  may: May<'supervision.answer-whisper'>,
  { whisperId, ...place }: Place & { whisperId: string },
  { id, answer }: { id: string; answer: WhisperAnswer },
) {
  return onLive(ports, may, place, id, async ({ tx, names }, call, me) => {
    if (call.handlerId !== me.memberId)
      return refuse('forbidden', 'supervision.not-your-call', {
        handlerName: (await names()).get(call.handlerId) ?? '',
      })
    const entries = await entriesOf(tx, await names(), place.complaintId)
    const { whispers } = asideOf(entries, place.callId)
    const whispered = whispers.find((each) => each.id === whisperId)
    if (!whispered) return refuse('missing', 'supervision.whisper-missing', {})
    if (whispered.answer) return ok([])
    const payload = { whisperId, callId: place.callId, answer, byName: me.name }
    return ok([{ type: 'supervision.whisper-answered', payload }])
  })
}

/** Call and complaint go to the supervisor with everything that is written; whoever asked for help has got it. */
export function takeOverCall(
  ports: Ports,
  may: Supervising,
  place: Place,
  { id, reason }: { id: string; reason: string },
) {
  return onLive(ports, may, place, id, async (situation, call, me) => {
    const { tx, names, record } = situation
    if (call.handlerId === me.memberId) return refuse('conflict', 'supervision.own-call', {})
    await takeTurns(tx, [`calls:${me.memberId}`])
    if ((await liveCalls(tx, me.memberId)).length > 0)
      return refuse('conflict', 'supervision.on-another-call', {})
    await giveCallTo(tx, place.callId, me.memberId)
    const from = { fromId: call.handlerId, fromName: (await names()).get(call.handlerId) ?? '' }
    const to = { toId: me.memberId, toName: me.name }
    const payload = { callId: place.callId, ...from, ...to, reason }
    const owner = { memberId: me.memberId, memberName: me.name }
    return ok([
      { type: 'supervision.taken-over', payload },
      ...(record.ownerId === me.memberId
        ? []
        : [{ type: 'complaints.assigned', payload: owner } as const]),
      ...(await acceptWaiting(situation, place.complaintId, owner)),
    ])
  })
}

type Decide = (
  situation: Situation,
  call: LiveCall,
  me: Viewer,
) => Promise<Result<readonly ComplaintEvent[]>>

/** The complaint's lock is held while the call is looked at: it cannot end, or change hands, meanwhile. */
async function onLive(
  ports: Ports,
  may: Supervising | May<'supervision.answer-whisper'>,
  { complaintId, callId }: Place,
  id: string,
  decide: Decide,
): Promise<Result<{ head: number }>> {
  const me = may.viewer
  if (!me) return refuse('invalid', 'supervision.nobody-acts', {})
  const done = await change(ports, may, { complaintId, id }, async (situation) => {
    const live = whyNotLive(await callById(situation.tx, callId), complaintId)
    if (!live.ok) return live
    return decide(situation, live.value, me)
  })
  return done.ok ? ok({ head: done.value.head }) : done
}
