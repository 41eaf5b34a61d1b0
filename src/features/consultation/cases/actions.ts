import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, setRoles, type May, type Scope } from '#features/access/door.ts'
import { tidy } from '../files/actions.ts'
import { sealedFor } from '../queries.ts'
import { counsellorsOf } from '../talks/queries.ts'
import { insertMessage } from '../talks/store.ts'
import type { CaseFile, Written } from './contract.ts'
import { caseFileOf, hasReadSince } from './queries.ts'
import { whyNotWritten } from './rules.ts'
import { insertEntry, insertReading, saveClosed, saveDone } from './store.ts'

type Counselling = May<'consultation.counsel'>
type Deed = {
  readonly tx: Tx
  readonly file: CaseFile
  readonly memberId: string
  /** ISO instant, and its day in Japan. */
  readonly at: string
  readonly today: string
}

/** Opens a case for one deed and answers how it is afterwards. A case that is not for this member is not there. */
function onCase(
  ports: Ports,
  may: Counselling,
  caseId: string,
  deed: (deed: Deed) => Promise<Result<unknown>>,
): Promise<Result<CaseFile>> {
  const memberId = may.viewer?.memberId
  if (!memberId) return Promise.resolve(refuse('forbidden', 'access.not-for-keys', {}))
  const now = ports.clock.now()
  const today = tokyoDay(now).toString()
  return decideWithinWall<CaseFile>(ports.db, may, async (tx) => {
    const looking = { tx, scope: may, vault: ports.vault, today }
    const file = await caseFileOf(looking, caseId)
    if (!file) return refuse('missing', 'consultation.missing', {})
    const done = await deed({ tx, file, memberId, at: now.toString(), today })
    if (!done.ok) return done
    // Whatever is done here, the case is shown with the answer.
    await noteLook(ports, tx, may, { caseId, memberId, fileId: null })
    const after = await caseFileOf(looking, caseId)
    return after ? ok(after) : refuse('missing', 'consultation.missing', {})
  })
}

/** Each look is recorded for the desk (`onCase`). What an upload left undone is done first. */
export async function openCase(
  ports: Ports,
  may: Counselling,
  caseId: string,
): Promise<Result<CaseFile>> {
  await tidy(ports, may, (work) => inside(ports.db, may, work), caseId)
  return onCase(ports, may, caseId, async () => ok(null))
}

type Look = { readonly caseId: string; readonly memberId: string; readonly fileId: string | null }

/** Who of the desk looked at what; again within 15 minutes is the same look. */
export async function noteLook(ports: Ports, tx: Tx, { organisationId }: Scope, look: Look) {
  const now = ports.clock.now()
  const since = now.subtract({ minutes: 15 }).toString()
  if (await hasReadSince(tx, look.caseId, look, since)) return
  await insertReading(tx, { id: ports.ids.next(), organisationId, ...look, at: now.toString() })
}

export function answer(
  ports: Ports,
  may: Counselling,
  caseId: string,
  said: { id: string; words: string },
): Promise<Result<CaseFile>> {
  return onCase(ports, may, caseId, async (deed) => {
    await send(ports, may, deed, said)
    return ok(null)
  })
}

/** To somebody without a name also the answer says no more than its day. */
async function send(
  ports: Ports,
  { organisationId }: Counselling,
  { tx, file, memberId, at, today }: Deed,
  { id, words }: { id: string; words: string },
) {
  const { caseId, personName } = file
  await insertMessage(tx, {
    id,
    organisationId,
    caseId,
    deskMemberId: memberId,
    on: today,
    at: personName === null ? null : at,
    sealed: sealedFor(ports.vault, caseId, words),
  })
}

export function write(
  ports: Ports,
  may: Counselling,
  caseId: string,
  { id, written }: { id: string; written: Written },
): Promise<Result<CaseFile>> {
  return onCase(ports, may, caseId, async (deed) => {
    const why = whyNotWritten(written, deed.file.entries)
    if (why) return why
    const { organisationId } = may
    const isNew = await insertEntry(deed.tx, {
      id,
      organisationId,
      caseId,
      kind: written.kind,
      at: deed.at,
      byId: deed.memberId,
      dueOn: 'dueOn' in written ? written.dueOn : null,
      sealed: sealedFor(ports.vault, caseId, written),
    })
    if (isNew && written.kind === 'told' && written.isSentHere)
      await send(ports, may, deed, { id: ports.ids.next(), words: written.words })
    return ok(null)
  })
}

export function finish(
  ports: Ports,
  may: Counselling,
  { caseId, entryId }: { caseId: string; entryId: string },
): Promise<Result<CaseFile>> {
  return onCase(ports, may, caseId, async ({ tx, today }) => {
    await saveDone(tx, caseId, entryId, today)
    return ok(null)
  })
}

export function close(ports: Ports, may: Counselling, caseId: string): Promise<Result<CaseFile>> {
  return onCase(ports, may, caseId, async ({ tx, file, today }) => {
    if (file.lacks.length > 0)
      return refuse('blocked', 'consultation.not-closed', { lacks: file.lacks })
    await saveClosed(tx, caseId, today)
    return ok(null)
  })
}

export function reopen(ports: Ports, may: Counselling, caseId: string): Promise<Result<CaseFile>> {
  return onCase(ports, may, caseId, async ({ tx }) => {
    await saveClosed(tx, caseId, null)
    return ok(null)
  })
}

type Counsellors = { counsellors: { id: string; name: string }[] }

/** The database itself writes down who was put on the desk or taken off it, and by whom. */
export function appointTo(
  ports: Ports,
  may: May<'consultation.appoint'>,
  memberId: string,
  isOn: boolean,
): Promise<Result<Counsellors>> {
  return decideWithinWall<Counsellors>(ports.db, may, async (tx) => {
    const members = await membersOf(tx, may.organisationId)
    const member = members.find(({ id }) => id === memberId)
    if (!member) return refuse('missing', 'access.member-missing', {})
    const others = member.roles.filter((role) => role !== 'consultation')
    const isAlone = members.every(
      ({ id, roles }) => id === memberId || !roles.includes('consultation'),
    )
    if (!isOn && isAlone) return refuse('blocked', 'consultation.last-counsellor', {})
    if (!isOn && others.length === 0) return refuse('blocked', 'consultation.only-role', {})
    await setRoles(tx, may, memberId, isOn ? [...others, 'consultation'] : others)
    return ok({ counsellors: await counsellorsOf(tx, may.organisationId) })
  })
}
