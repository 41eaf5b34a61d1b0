import { timingSafeEqual } from 'node:crypto'
import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { organisationOf, type May, type Scope } from '#features/access/door.ts'
import { policyNow } from '../duties/queries.ts'
import { sealedFor } from '../queries.ts'
import { monthsKept } from '../retention/queries.ts'
import { saveWish } from '../retention/store.ts'
import type { Entrance, Talk } from './contract.ts'
import {
  counsellorsOf,
  doorTokenOf,
  isWritten,
  openTalkOf,
  ownTalk,
  ownTalks,
  talkOfCode,
  type Content,
} from './queries.ts'
import { dayOf, hintsIn, plainCode, timelessId, whyNotBegun } from './rules.ts'
import { insertCase, insertMessage, keepDoor, saveSeen, showBearer } from './store.ts'

type Beginning = Omit<Content, 'isUrgent'> & {
  readonly words: string
  readonly excluded: readonly string[]
}
type Named = May<'consultation.consult'>
type Unnamed = May<'consultation.consult-unnamed'>

export function enter(ports: Ports, may: Named): Promise<Result<Entrance>> {
  return decideWithinWall<Entrance>(ports.db, may, async (tx) => {
    const { slug } = await organisationOf(tx, may)
    await keepDoor(tx, may.organisationId, ports.randomHex(32))
    return ok({
      counsellors: await counsellorsOf(tx, may.organisationId),
      slug,
      doorToken: (await doorTokenOf(tx)) ?? '',
      policy: await policyNow(tx, may),
      keptMonths: await monthsKept(tx, may, dayOf(ports.clock.now())),
      talks: await ownTalks(tx, may, ports.vault),
    })
  })
}

export function begin(
  ports: Ports,
  may: Named,
  { id, ...told }: Beginning & { id: string },
): Promise<Result<Talk>> {
  const personId = may.viewer?.memberId
  if (!personId) return Promise.resolve(refuse('forbidden', 'access.not-for-keys', {}))
  return decideWithinWall<Talk>(ports.db, may, async (tx) => {
    const written = await open(ports, tx, may, { id, personId, codeHash: null }, told)
    return written.ok ? shown(await ownTalk(tx, may, ports.vault, id)) : written
  })
}

/** Nothing here knows who: no member, no address, no moment, no id that carries one. */
export function beginUnnamed(
  ports: Ports,
  may: Unnamed,
  { code, doorToken, ...told }: Beginning & { code: string; doorToken: string },
): Promise<Result<Talk>> {
  const codeHash = hashOf(code)
  return decideWithinWall<Talk>(ports.db, may, async (tx) => {
    if (!isSame(doorToken, await doorTokenOf(tx)))
      return refuse('forbidden', 'consultation.door-shut', {})
    await showBearer(tx, codeHash)
    const id = timelessId(ports.randomHex(16))
    const known = await talkOfCode(tx, may, ports.vault, codeHash)
    if (known) return ok(known)
    const written = await open(ports, tx, may, { id, personId: null, codeHash }, told)
    return written.ok ? shown(await talkOfCode(tx, may, ports.vault, codeHash)) : written
  })
}

/** What somebody chooses to pass to the desk from another room: their open consultation goes on with it, or one begins. */
export async function passOn(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  { id, words }: { id: string; words: string },
): Promise<Result<null>> {
  const personId = scope.viewer?.memberId
  if (!personId) return refuse('forbidden', 'access.not-for-keys', {})
  if (await isWritten(tx, id)) return ok(null)
  const going = await openTalkOf(tx, personId)
  if (going) {
    await say(ports, tx, scope, { id, caseId: going.id, isNamed: true, words })
    return ok(null)
  }
  const told = { words, excluded: [], about: 'other', complaintNumber: null } as const
  return open(ports, tx, scope, { id, personId, codeHash: null }, told)
}

/** Who would read it, by name; and since when the consultation lasts that it would go on with. */
export async function receiversOf(tx: Tx, scope: Scope) {
  const me = scope.viewer?.memberId ?? ''
  const going = await openTalkOf(tx, me)
  const desk = await counsellorsOf(tx, scope.organisationId)
  const left = desk.filter(({ id }) => id !== me && !going?.excluded.includes(id))
  return { names: left.map(({ name }) => name), since: going?.openedOn ?? null }
}

type Opening = { id: string; personId: string | null; codeHash: string | null }

async function open(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  opening: Opening,
  { words, excluded, about, complaintNumber }: Beginning,
): Promise<Result<null>> {
  const { organisationId } = scope
  const listening = (await counsellorsOf(tx, organisationId))
    .map(({ id }) => id)
    .filter((id) => id !== opening.personId)
  const why = whyNotBegun(listening, excluded)
  if (why) return why
  const isUrgent = hintsIn(words).length > 0
  const sealed = sealedFor(ports.vault, opening.id, { about, complaintNumber, isUrgent })
  const on = dayOf(ports.clock.now())
  const row = { ...opening, organisationId, openedOn: on, excluded, sealed }
  if (!(await insertCase(tx, row))) return ok(null)
  const id = timelessId(ports.randomHex(16))
  await say(ports, tx, scope, { id, caseId: opening.id, isNamed: opening.personId !== null, words })
  return ok(null)
}

type Said = { id: string; caseId: string; isNamed: boolean; words: string }

async function say(ports: Ports, tx: Tx, scope: Scope, { id, caseId, isNamed, words }: Said) {
  const now = ports.clock.now()
  await insertMessage(tx, {
    id,
    organisationId: scope.organisationId,
    caseId,
    deskMemberId: null,
    on: dayOf(now),
    at: isNamed ? now.toString() : null,
    sealed: sealedFor(ports.vault, caseId, words),
  })
}

export function add(
  ports: Ports,
  may: Named,
  caseId: string,
  { id, words }: { id: string; words: string },
): Promise<Result<Talk>> {
  return decideWithinWall<Talk>(ports.db, may, async (tx) => {
    const before = await ownTalk(tx, may, ports.vault, caseId)
    if (!before) return refuse('missing', 'consultation.missing', {})
    await say(ports, tx, may, { id, caseId, isNamed: true, words })
    await saveSeen(tx, caseId, before.messages.length)
    return shown(await ownTalk(tx, may, ports.vault, caseId))
  })
}

export function look(ports: Ports, may: Named, caseId: string): Promise<Result<Talk>> {
  return decideWithinWall<Talk>(ports.db, may, async (tx) => {
    const talk = await ownTalk(tx, may, ports.vault, caseId)
    if (!talk) return refuse('missing', 'consultation.missing', {})
    await saveSeen(tx, caseId, talk.messages.length)
    return ok(talk)
  })
}

export function lookByCode(ports: Ports, may: Unnamed, code: string): Promise<Result<Talk>> {
  return byCode(ports, may, code, async () => null)
}

export function addByCode(
  ports: Ports,
  may: Unnamed,
  { code, id, words }: { code: string; id: string; words: string },
): Promise<Result<Talk>> {
  return byCode(ports, may, code, (tx, { caseId }) =>
    say(ports, tx, may, { id, caseId, isNamed: false, words }),
  )
}

export function wishByCode(
  ports: Ports,
  may: Unnamed,
  { code, isWished }: { code: string; isWished: boolean },
): Promise<Result<Talk>> {
  const on = isWished ? dayOf(ports.clock.now()) : null
  return byCode(ports, may, code, (tx, { caseId }) => saveWish(tx, caseId, on))
}

function byCode(
  ports: Ports,
  may: Unnamed,
  code: string,
  work: (tx: Tx, talk: Talk) => Promise<unknown>,
): Promise<Result<Talk>> {
  const codeHash = hashOf(code)
  return decideWithinWall<Talk>(ports.db, may, async (tx) => {
    await showBearer(tx, codeHash)
    const before = await talkOfCode(tx, may, ports.vault, codeHash)
    if (!before) return refuse('missing', 'consultation.code-unknown', {})
    await work(tx, before)
    await saveSeen(tx, before.caseId, before.messages.length)
    return shown(await talkOfCode(tx, may, ports.vault, codeHash))
  })
}

function shown(talk: Talk | null): Result<Talk> {
  return talk ? ok(talk) : refuse('conflict', 'complaints.command-reused', {})
}

/** 100 random bits need no slow hash. */
export function hashOf(code: string): string {
  return sha256Hex(`consultation ${plainCode(code)}`)
}

function isSame(shownToken: string, known: string | null): boolean {
  const [a, b] = [sha256Hex(shownToken), sha256Hex(known ?? '')].map((hex) => Buffer.from(hex))
  return known !== null && a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
