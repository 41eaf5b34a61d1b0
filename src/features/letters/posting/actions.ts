import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { change, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Paper, Posting } from '../typesetting/contract.ts'
import { paperById } from '../typesetting/queries.ts'
import { savePosting } from '../typesetting/store.ts'
import { whyNotPosted } from './rules.ts'

type Writing = May<'letters.write'>
type Settled = { paper: Paper; head: number }
type Given = Pick<Posting, 'on' | 'how' | 'tracking'> & { readonly id: string }

/** Somebody says that a letter has gone: which day, how, and with which number. */
export function post(
  ports: Ports,
  may: Writing,
  paperId: string,
  { id, on, how, tracking }: Given,
): Promise<Result<Settled>> {
  return decideOn(ports, may, { paperId, id }, async ({ tx, at }, paper) => {
    const [madeOn, today] = [paper.madeAt, at].map((each) =>
      tokyoDay(Temporal.Instant.from(each)).toString(),
    )
    const why = whyNotPosted(paper, { on, madeOn: madeOn ?? '', today: today ?? '' })
    if (why) return refuse('conflict', why, {})
    await savePosting(tx, may, paperId, { on, how, tracking, at })
    return ok([{ type: 'letters.posted', payload: { ...named(paper), on, how, tracking } }])
  })
}

/** It has not gone after all. */
export function withdraw(
  ports: Ports,
  may: Writing,
  paperId: string,
  { id }: { readonly id: string },
): Promise<Result<Settled>> {
  return decideOn(ports, may, { paperId, id }, async ({ tx }, paper) => {
    if (paper.posting === null) return refuse('conflict', 'letters.not-posted', {})
    await savePosting(tx, may, paperId, null)
    return ok([{ type: 'letters.posting-withdrawn', payload: named(paper) }])
  })
}

function named({ id: paperId, kind, subject, addressee }: Paper) {
  return { paperId, kind, subject, addressee }
}

async function decideOn(
  ports: Ports,
  may: Writing,
  { paperId, id }: { readonly paperId: string; readonly id: string },
  decide: (situation: Situation, paper: Paper) => Promise<Result<ComplaintEvent[]>>,
): Promise<Result<Settled>> {
  const look = (tx: Tx) => paperById(tx, may, paperId)
  const before = await inside(ports.db, may, look)
  if (!before) return refuse('missing', 'letters.paper-missing', {})
  const command = { complaintId: before.complaintId, id }
  const done = await change(ports, may, command, async (situation) => {
    // Read again under the lock: a colleague may have said so a moment before.
    const paper = await look(situation.tx)
    return paper ? decide(situation, paper) : refuse('missing', 'letters.paper-missing', {})
  })
  if (!done.ok) return done
  const paper = await inside(ports.db, may, look)
  return paper
    ? ok({ paper, head: done.value.head })
    : refuse('missing', 'letters.paper-missing', {})
}
