import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { change, commandFor, linesById, type Situation } from '#features/complaints/door.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import { giveTo, returned, type Deciding, type Events } from '../actions.ts'
import type { Load, Surroundings } from '../candidates/queries.ts'
import { assignmentEvents, type BulkDeed, type BulkLine } from '../contract.ts'
import { assignmentMessages } from '../messages.ts'
import { marksOn } from '../queries.ts'
import { weightOf } from '../rules.ts'
import { saveMark } from '../store.ts'
import { becauseWords } from '../wording/rules.ts'
import { bulkMessages } from './messages.ts'

type Bulk = { id: string; complaintIds: readonly string[]; deed: BulkDeed }

/** One after the other through the gate of a single one. A preview decides the same, and takes it back. */
export async function bulk(
  ports: Ports,
  may: Deciding,
  around: Surroundings,
  { id, complaintIds, deed }: Bulk,
  isPreview: boolean,
): Promise<Result<{ lines: BulkLine[] }>> {
  const ids = [...new Set(complaintIds)]
  const known = await inside(ports.db, may, (tx) => linesById(tx, ids))
  const lines: BulkLine[] = []
  const promised = new Map<string, Load>()
  for (const complaintId of ids) {
    const { number = '', subject = '' } = known.get(complaintId) ?? {}
    const outcome = await one(ports, may, around, {
      id,
      complaintId,
      deed,
      isPreview,
      promised,
    })
    lines.push({ complaintId, number, subject, ...outcome })
  }
  return ok({ lines })
}

type One = {
  id: string
  complaintId: string
  deed: BulkDeed
  isPreview: boolean
  /** What the lines before would give to whom: the preview of the next one counts with it. */
  promised: Map<string, Load>
}

async function one(
  ports: Ports,
  may: Deciding,
  around: Surroundings,
  { id, complaintId, deed, isPreview, promised }: One,
): Promise<{ isDone: boolean; sentence: string }> {
  let sentence = ''
  const command = { complaintId, id: commandFor(`${id}/${complaintId}`, 'assignment.bulk') }
  const done = await change(ports, may, command, async (situation) => {
    const decided = await does(situation, may, around, { complaintId, deed, promised })
    if (!decided.ok) return decided
    sentence = (isPreview ? willBe : said)(decided.value, may)
    if (!isPreview) return decided
    promise(promised, situation.record, decided.value)
    return refuse('blocked', onlyLooking, {})
  })
  if (done.ok) return { isDone: true, sentence }
  const { refusal } = done
  return refusal.code === onlyLooking
    ? { isDone: true, sentence }
    : { isDone: false, sentence: around.sentence(refusal satisfies Refusal, may.language) }
}

function promise(
  promised: Map<string, Load>,
  { severity, isSafety }: CaseRecord,
  events: readonly ComplaintEvent[],
) {
  for (const { type, payload } of events) {
    if (type !== 'assignment.decided') continue
    const { open, load } = promised.get(payload.memberId) ?? { open: 0, load: 0 }
    const weight = weightOf(severity, isSafety, false)
    promised.set(payload.memberId, { open: open + 1, load: load + weight })
  }
}

const onlyLooking = 'assignment.only-looking'

function does(
  situation: Situation,
  may: Deciding,
  around: Surroundings,
  { complaintId, deed, promised }: Pick<One, 'complaintId' | 'deed' | 'promised'>,
): Promise<Events> | Events {
  const { kind, reason, mark = '', memberId, toId } = deed
  if (kind === 'give-back') return returned(situation, may, complaintId, reason)
  if (kind === 'mark' || kind === 'unmark')
    return marked(situation, may, complaintId, mark, kind === 'mark')
  if (kind === 'link') return linked(situation.tx, complaintId, toId, reason)
  if (kind === 'assign' && memberId === undefined)
    return refuse('invalid', 'assignment.member-unnamed', {})
  const except = situation.record.ownerId
  const to = kind === 'assign' ? (memberId ?? null) : null
  const giving = { complaintId, reason, memberId: to, promised }
  return giveTo(situation, may, around, kind === 'by-rule' ? { ...giving, except } : giving)
}

async function marked(
  { tx }: Situation,
  scope: Scope,
  complaintId: string,
  mark: string,
  isOn: boolean,
): Promise<Events> {
  if (mark === '') return refuse('invalid', 'assignment.mark-missing', {})
  const isThere = (await marksOn(tx, [complaintId])).get(complaintId)?.includes(mark) ?? false
  if (isThere === isOn)
    return refuse('conflict', isOn ? 'assignment.marked-already' : 'assignment.not-marked', {
      mark,
    })
  await saveMark(tx, scope, complaintId, mark, isOn)
  return ok([{ type: 'assignment.marked', payload: { mark, isOn } }])
}

async function linked(
  tx: Tx,
  complaintId: string,
  toId: string | undefined,
  reason: string,
): Promise<Events> {
  const to = toId === undefined ? undefined : (await linesById(tx, [toId])).get(toId)
  if (!to || toId === undefined) return refuse('missing', 'assignment.link-missing', {})
  if (toId === complaintId) return refuse('invalid', 'assignment.link-itself', {})
  if (reason === '') return refuse('invalid', 'assignment.reason-missing', {})
  return ok([{ type: 'assignment.linked', payload: { toId, toNumber: to.number, reason } }])
}

/** The sentence that stands in the record, after it was done. */
function said(events: readonly ComplaintEvent[], { language }: Scope): string {
  const words = assignmentMessages[language].events
  for (const { type, payload } of events) {
    if (type === 'assignment.decided') return words[type](assignmentEvents[type].parse(payload))
    if (type === 'assignment.returned') return words[type](assignmentEvents[type].parse(payload))
    if (type === 'assignment.marked') return words[type](assignmentEvents[type].parse(payload))
    if (type === 'assignment.linked') return words[type](assignmentEvents[type].parse(payload))
  }
  return ''
}

/** The same before it is done: nobody may believe that looking has changed something. */
function willBe(events: readonly ComplaintEvent[], { language }: Scope): string {
  const { will } = bulkMessages[language]
  for (const { type, payload } of events) {
    if (type === 'assignment.decided') {
      const { memberName: name, because, insteadOf } = assignmentEvents[type].parse(payload)
      const why = because.map(becauseWords[language]).join(language === 'ja' ? '、' : ', ')
      return will.decided({ name, because: why, insteadOf })
    }
    if (type === 'assignment.returned') return will.returned({ name: payload.fromName })
    if (type === 'assignment.marked')
      return payload.isOn ? will.marked(payload) : will.unmarked(payload)
    if (type === 'assignment.linked') return will.linked({ number: payload.toNumber })
  }
  return ''
}
