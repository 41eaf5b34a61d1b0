import { canonicalJson } from './canonical-json.ts'
import { fromHex, joined, sha256Hex, utf8 } from './hash.ts'

/** What the first entry of a chain names as the one before it. */
export const GENESIS = '0'.repeat(64)

/** What an entry's hash seals. The words themselves stand behind `commitment`, so that they can be erased. */
export type SealedFields = {
  readonly organisationId: string
  readonly complaintId: string
  readonly sequence: number
  readonly id: string
  readonly type: string
  /** ISO instant, exactly as it will be read back. */
  readonly at: string
  readonly by: string
  readonly commitment: string
  readonly previous: string
}

/** `payload` and `salt` are null together once personal data were erased. */
export type ChainEntry = SealedFields & {
  readonly payload: unknown
  readonly salt: string | null
  readonly hash: string
}

/** SHA-256 over the 16 salt bytes and the canonical payload. Without the salt it cannot be guessed back. */
export function commitmentOf(payload: unknown, saltHex: string): string {
  // One fixed length: otherwise bytes could move from the salt into the words unnoticed.
  if (saltHex.length !== 32) throw new RangeError('A salt is 16 bytes, 32 hex digits')
  return sha256Hex(joined(fromHex(saltHex), utf8(canonicalJson(payload))))
}

/** SHA-256 over the canonical JSON of the sealed fields; whatever else the object holds is left out. */
export function entryHash(entry: SealedFields): string {
  const { organisationId, complaintId, sequence, id, type, at, by, commitment, previous } = entry
  return sha256Hex(
    canonicalJson({
      organisationId,
      complaintId,
      sequence,
      id,
      type,
      at,
      by,
      commitment,
      previous,
    }),
  )
}

export type ChainFindingKind =
  | 'altered-payload' // the words are not those that were committed to, or only half erased
  | 'altered-entry' // a sealed field or the hash was changed
  | 'removed' // entries are missing before a later one; data.until is the last of them
  | 'inserted' // an entry that the others know nothing of
  | 'reordered' // in another place than it was written in
  | 'truncated' // entries are missing at the end; data.until is the last of them
  | 'broken-link' // both entries are whole, but this one was not written after the one before it

export type ChainFinding = {
  readonly complaintId: string
  readonly sequence: number
  readonly kind: ChainFindingKind
  readonly data: Readonly<Record<string, string | number>>
}

export type ExpectedHead = { readonly sequence: number; readonly hash: string }

type Expectation = {
  readonly expectedHead?: ExpectedHead
  /** Names the chain when no entry may be left to name it. */
  readonly complaintId?: string
}

/**
 * Everything that is wrong with one complaint's chain, at the sequence it was written with; an empty list when all
 * is well. Without the head, a cut tail or a chain rewritten from end to end cannot be told from a whole one.
 */
export function verifyChain(
  entries: readonly ChainEntry[],
  { expectedHead, complaintId }: Expectation = {},
): ChainFinding[] {
  const places = placesOf(entries)
  const owner = commonest(places.filter(({ isWhole }) => isWhole).map(ownerOf))
  const { chain, intruders } = linked(places, owner, expectedHead)
  const faults = [
    ...intruders.map(({ sequence }): Fault => ({ sequence, kind: 'inserted' })),
    ...gaps(chain, expectedHead),
    ...outOfOrder(chain),
    ...chain.flatMap((place, index) => {
      return faultOf(place, chain) ?? linkFault(place, chain[index - 1], expectedHead) ?? []
    }),
  ]
  const named = complaintId ?? owner?.complaintId ?? entries[0]?.complaintId ?? ''
  return faults
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((fault) => ({ complaintId: named, data: {}, ...fault }))
}

/** An entry, where it lies in the list, and which sequence its hash says it was written with. */
type Place = {
  readonly entry: ChainEntry
  readonly index: number
  readonly sequence: number
  /** The hash fits the sealed fields at that sequence. */
  readonly isWhole: boolean
}

type Fault = Pick<ChainFinding, 'sequence' | 'kind'> & Partial<Pick<ChainFinding, 'data'>>

function placesOf(entries: readonly ChainEntry[]): Place[] {
  const fits = entries.map((entry) => hashFits(entry, entry.sequence))
  const torn = fits.filter((fit) => !fit).length
  // To find where a torn entry was written costs a hash per place: not for a chain torn all over.
  const places = torn * entries.length <= 50_000 ? entries.length + 1 : 0
  const sequences = Array.from({ length: places }, (_, index) => index + 1)
  return entries.map((entry, index) => {
    const stated = Number.isSafeInteger(entry.sequence) ? entry.sequence : index + 1
    if (fits[index]) return { entry, index, sequence: stated, isWhole: true }
    const written = sequences.find((sequence) => hashFits(entry, sequence))
    return { entry, index, sequence: written ?? stated, isWhole: written !== undefined }
  })
}

/** In the order of writing, one entry for each sequence: the one that the others know. The rest intrude. */
function linked(
  places: readonly Place[],
  owner: Owner | undefined,
  head: ExpectedHead | undefined,
) {
  const named = new Set([...places.map(({ entry }) => entry.previous), head?.hash])
  const hashes = new Set([...places.map(({ entry }) => entry.hash), GENESIS])
  const trust = ({ entry, isWhole }: Place) =>
    4 * Number(named.has(entry.hash)) + 2 * Number(isWhole) + Number(hashes.has(entry.previous))
  const isOfThisChain = (place: Place) =>
    place.sequence >= 1 &&
    place.sequence <= (head?.sequence ?? Infinity) &&
    (!place.isWhole || ownerOf(place).key === owner?.key)
  const chain = places
    .filter(isOfThisChain)
    .toSorted((a, b) => a.sequence - b.sequence || trust(b) - trust(a))
    .filter(({ sequence }, index, ranked) => ranked[index - 1]?.sequence !== sequence)
  const known = new Set(chain)
  return { chain, intruders: places.filter((place) => !known.has(place)) }
}

function gaps(chain: readonly Place[], head: ExpectedHead | undefined): Fault[] {
  const last = chain.at(-1)?.sequence ?? 0
  const holes = chain.flatMap(({ sequence }, index) =>
    missing('removed', (chain[index - 1]?.sequence ?? 0) + 1, sequence - 1),
  )
  return [...holes, ...missing('truncated', last + 1, head?.sequence ?? 0)]
}

function missing(kind: ChainFindingKind, sequence: number, until: number): Fault[] {
  return sequence <= until ? [{ sequence, kind, data: { until } }] : []
}

/** Entries that state their true sequence and yet lie elsewhere in the list. */
function outOfOrder(chain: readonly Place[]): Fault[] {
  const honest = chain.filter(({ entry, sequence }) => entry.sequence === sequence)
  const indexes = honest.map(({ index }) => index).toSorted((a, b) => a - b)
  return honest
    .filter(({ index }, rank) => index !== indexes[rank])
    .map(({ sequence }) => ({ sequence, kind: 'reordered' }))
}

function faultOf({ entry, sequence, isWhole }: Place, chain: readonly Place[]): Fault | undefined {
  if (!isWhole) return { sequence, kind: 'altered-entry' }
  if (entry.sequence !== sequence) {
    const there = chain.find((other) => other.sequence === entry.sequence)
    const isDisplacedToo = there !== undefined && there.entry.sequence !== there.sequence
    const kind = isDisplacedToo ? 'reordered' : 'altered-entry'
    return { sequence, kind, data: { statedSequence: entry.sequence } }
  }
  return keepsItsWords(entry) ? undefined : { sequence, kind: 'altered-payload' }
}

function linkFault(
  { entry, sequence }: Place,
  before: Place | undefined,
  head: ExpectedHead | undefined,
): Fault | undefined {
  if (sequence === head?.sequence && head.hash !== entry.hash)
    return { sequence, kind: 'altered-entry', data: { expectedHash: head.hash } }
  // A gap or a torn entry before this one is a finding of its own.
  const isFollowing = before?.sequence === sequence - 1 && before.isWhole
  const expectedPrevious = sequence === 1 ? GENESIS : isFollowing ? before.entry.hash : undefined
  if (expectedPrevious === undefined || expectedPrevious === entry.previous) return undefined
  return { sequence, kind: 'broken-link', data: { previous: entry.previous, expectedPrevious } }
}

function keepsItsWords({ payload, salt, commitment }: ChainEntry): boolean {
  if (payload === null || salt === null) return payload === salt
  return holds(() => commitmentOf(payload, salt) === commitment)
}

function hashFits(entry: ChainEntry, sequence: number): boolean {
  return holds(() => entryHash({ ...entry, sequence }) === entry.hash)
}

/** What cannot even be written canonically was not written by us. */
function holds(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}

type Owner = { readonly key: string; readonly complaintId: string }

function ownerOf({ entry: { organisationId, complaintId } }: Place): Owner {
  return { key: `${organisationId} ${complaintId}`, complaintId }
}

function commonest(owners: readonly Owner[]): Owner | undefined {
  const groups = Map.groupBy(owners, ({ key }) => key)
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}
