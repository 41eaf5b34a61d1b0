import { commitmentOf } from '#kernel/chain.ts'
import { searchTerms } from '#kernel/bigrams.ts'
import { toHex } from '#kernel/hash.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { keysOf } from '#features/complaints/customers/rules.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/rules.ts'
import { excerptOf, isSafetyMatter, stateOf } from '#features/complaints/rules.ts'
import { searchText, standingTerms } from '#features/complaints/search.ts'
import { diceOf } from './dice.ts'
import { needlesIn, planted } from './searches.ts'
import { aftermathOf } from './story.ts'
import { bodyOf, nameOf, openingOf, productOf } from './words.ts'

export type Company = {
  readonly organisationId: string
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly rows: number
  readonly seed: number
  /** ISO instant of the last complaint; the first came two years before. */
  readonly until: string
}

/**
 * What complaints are put together from: who writes about what, what else there is to say, and what the desk made of it.
 * Each part ends where a sentence does, so the terms of a whole are those of its parts.
 */
export type Parts = {
  readonly openings: readonly Opening[]
  readonly bodies: readonly Told[]
  readonly open: readonly Aftermath[]
  readonly closed: readonly Aftermath[]
  readonly asides: readonly Told[]
}

type Told = {
  readonly words: string
  /** As PostgreSQL reads a tsvector. */
  readonly terms: string
  /** Which needles of the searches stand here, a bit for each. */
  readonly needles: number
}

type Opening = Told & {
  readonly channel: string
  readonly name: string
  readonly name_key: string | null
  readonly product: string
  readonly price: number
  readonly subject: string
  readonly excerpt: string
}

type Aftermath = Omit<Told, 'words'> & {
  readonly by: string
  readonly owner_id: string | null
  readonly state: string
  readonly severity: string | null
  readonly is_safety: boolean
  readonly cause: string | null
  /** The entries from the second on, sealed but for their place in a chain. */
  readonly entries: readonly {
    readonly type: string
    readonly payload: ComplaintEvent['payload']
    readonly salt: string
    readonly commitment: string
  }[]
}

const channels = ['phone', 'mail', 'web-form', 'counter', 'letter', 'chat'] as const

export function partsOf(company: Company): Parts {
  const { seed, rows } = company
  const many = sizesFor(rows)
  const aftermaths = (isOpen: boolean) => (nth: number) => aftermath(company, nth, isOpen)
  return {
    openings: listOf(many.openings, (nth) => opening(seed, nth)),
    bodies: listOf(many.bodies, (nth) => told(bodyOf(diceOf(seed + 3, nth), 115))),
    open: listOf(many.open, aftermaths(true)),
    closed: listOf(many.closed, aftermaths(false)),
    asides: listOf(8, (nth) => told(planted(nth))),
  }
}

/** Primes, see `chosen`. */
function sizesFor(rows: number) {
  if (rows < 50_000) return { openings: 1021, bodies: 1031, open: 251, closed: 509 }
  if (rows < 500_000) return { openings: 2039, bodies: 2053, open: 251, closed: 1021 }
  return { openings: 8191, bodies: 8209, open: 509, closed: 4093 }
}

function listOf<T>(length: number, make: (nth: number) => T): T[] {
  return Array.from({ length }, (_, nth) => make(nth))
}

function told(words: string): Told {
  return { words, terms: vector(words), needles: needlesIn(words) }
}

function opening(seed: number, nth: number): Opening {
  const dice = diceOf(seed + 2, nth)
  const [name, product, price] = [nameOf(dice), productOf(dice), 980 + dice.below(300) * 100]
  const words = openingOf(dice, product, 120)
  const all = [words, name, product, price].join('\n')
  return {
    words,
    terms: vector(all),
    needles: needlesIn(all),
    channel: channels[dice.zipf(channels.length)] ?? 'phone',
    name,
    name_key: keysOf({ name }).name,
    product,
    price,
    // It goes on: what follows is not seen here.
    subject: excerptOf(`${words}…`, 40),
    excerpt: excerptOf(`${words}…`, 120),
  }
}

function aftermath({ seed, members }: Company, nth: number, isOpen: boolean): Aftermath {
  const dice = diceOf(seed + (isOpen ? 4 : 5), nth)
  const nobody = { id: '', name: '' }
  const owner = members[dice.zipf(members.length)] ?? nobody
  const by = members[dice.below(members.length)] ?? nobody
  const demandId = uuidv7(0, dice.bytes(10))
  const events = aftermathOf(dice, owner, { isOpen, demandId })
  const record = recordOf(events)
  const text = searchText(record)
  return {
    terms: `${vector(text)} ${standingTerms(record).join(' ')}`,
    needles: needlesIn(text),
    by: `member:${by.id}`,
    owner_id: record.ownerId,
    state: stateOf(record),
    severity: record.severity,
    is_safety: isSafetyMatter(record),
    cause: record.cause?.cause ?? null,
    entries: events.map(({ type, payload }) => {
      const salt = toHex(dice.bytes(16))
      return { type, payload, salt, commitment: commitmentOf(payload, salt) }
    }),
  }
}

/** What the desk knows of a complaint in which the customer said nothing. */
function recordOf(events: readonly ComplaintEvent[]): CaseRecord {
  const at = '1970-01-01T00:00:00Z'
  const said = { number: '', channel: 'phone', words: '', receivedAt: at } as const
  const received: ComplaintEvent = {
    type: 'complaints.received',
    payload: { ...said, customer: {}, details: {} },
  }
  return fold(
    [received, ...events].map((event, before) => {
      return { ...event, sequence: before + 1, at, by: '', byName: '' }
    }),
  )
}

/** Terms are letters, digits, @ and hyphens alone: none needs quotes. */
function vector(text: string): string {
  const { grams, words } = searchTerms(text)
  return [...grams, ...words].join(' ')
}
