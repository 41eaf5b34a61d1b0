import { desk, type Member } from '#features/access/contract.ts'
import type { Standing } from '../routing/contract.ts'
import { isLeader, keyOf } from '../rules.ts'
import type { FindReason, FoundPerson } from './contract.ts'

/** Somebody spoke with this customer, or had one of their complaints. */
export type Past = {
  readonly memberId: string
  readonly kind: 'spoke' | 'owned'
  readonly complaintNumber: string
  readonly at: string
}

export type Around = {
  readonly members: readonly Member[]
  readonly past: readonly Past[]
  readonly standings: ReadonlyMap<string, Standing>
  /** member id → when they are back. */
  readonly backAt: ReadonlyMap<string, string>
  /** Who has the complaint now; they answer for whoever has left. */
  readonly ownerId: string | null
  /** Who looks: nobody is sent to themselves. */
  readonly meId: string | null
}

const former = /前|この間|先日|昨日|担当|さっき|last|before|previous/iu
const endings = /(?:(?:さん|様|さま|氏|君|くん|ちゃん)?(?:という人|って人|の人)?)$/u

/** Best first: by name, then whoever spoke with the customer last; behind somebody who has left, who answers for them. */
export function findPeople(words: string, around: Around): FoundPerson[] {
  const asked = inHiragana(keyOf(words).replace(endings, ''))
  const isFormer = asked === '' || former.test(words)
  const found = around.members.flatMap((member) => {
    const named = asked === '' ? [] : reasonsByName(member, asked)
    const met = pastOf(member.id, around.past)
    const because = named.length > 0 ? [...named, ...met] : isFormer ? met : []
    return because.length > 0 ? [shownAs(member, because, around)] : []
  })
  const ordered = found.toSorted(
    (a, b) => weight(b) - weight(a) || latest(b).localeCompare(latest(a)),
  )
  return ordered
    .slice(0, 8)
    .flatMap((person) => [person, ...answersFor(person, found, around)])
    .filter(({ memberId }) => memberId !== around.meId)
}

function inHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60),
  )
}

function reasonsByName(member: Member, asked: string): FindReason[] {
  const is = (text: string | null) => text !== null && inHiragana(keyOf(text)).includes(asked)
  const reason = (kind: FindReason['kind']): FindReason => ({ kind, words: null, at: null })
  return [
    ...(is(member.name) ? [reason('name')] : []),
    ...(is(member.kana) ? [reason('reading')] : []),
    ...(is(member.businessName) ? [reason('business-name')] : []),
    ...(is(member.title) ? [reason('title')] : []),
  ]
}

/** Once for each way, the latest. */
function pastOf(memberId: string, past: readonly Past[]): FindReason[] {
  const own = past.filter((each) => each.memberId === memberId)
  return (['spoke', 'owned'] as const).flatMap((kind) => {
    const [last] = own
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => b.at.localeCompare(a.at))
    return last ? [{ kind, words: last.complaintNumber, at: last.at }] : []
  })
}

function shownAs(member: Member, because: readonly FindReason[], around: Around): FoundPerson {
  return {
    memberId: member.id,
    name: member.name,
    toldName: member.businessName ?? member.name,
    title: member.title,
    teamName: member.teamName,
    because: [...because],
    standing: around.standings.get(member.id) ?? (member.isAway ? 'away' : 'unseen'),
    backAt: around.backAt.get(member.id) ?? null,
    hasLeft: !isAtDesk(member),
  }
}

function isAtDesk({ roles }: Member): boolean {
  return roles.some((role) => desk.some((each) => each === role))
}

function weight({ because }: FoundPerson): number {
  const isNamed = because.some(({ kind }) => !['spoke', 'owned'].includes(kind))
  return (isNamed ? 2 : 0) + (because.some(({ kind }) => kind === 'spoke') ? 1 : 0)
}

function latest({ because }: FoundPerson): string {
  return (
    because
      .map(({ at }) => at ?? '')
      .toSorted()
      .at(-1) ?? ''
  )
}

/** For somebody who is away or has left: the one named for them, else who has the complaint, else one who leads. */
function answersFor(
  person: FoundPerson,
  found: readonly FoundPerson[],
  around: Around,
): FoundPerson[] {
  if (!person.hasLeft && person.standing !== 'away') return []
  const { members, ownerId, meId } = around
  const substituteId = members.find(({ id }) => id === person.memberId)?.substituteId
  const there = members.filter(
    (each) =>
      isAtDesk(each) &&
      each.id !== person.memberId &&
      each.id !== meId &&
      (around.standings.get(each.id) ?? 'unseen') !== 'away',
  )
  const stands =
    there.find(({ id }) => id === substituteId) ??
    there.find(({ id }) => id === ownerId) ??
    there.find(isLeader)
  if (!stands || found.some(({ memberId }) => memberId === stands.id)) return []
  return [shownAs(stands, [{ kind: 'answers-for', words: person.name, at: null }], around)]
}
