import type { Language } from '#kernel/dictionary.ts'
import type { EventOf } from '#kernel/event.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { Deed, ProtectionRecord, protectionEvents } from './contract.ts'

export type ProtectionEvent = EventOf<typeof protectionEvents>
export type Written = ProtectionEvent & { readonly at: string; readonly byName: string }

export const emptyProtection: ProtectionRecord = {
  head: 0,
  notes: [],
  instructions: [],
  posts: [],
  accusations: [],
  packs: [],
  sheets: [],
  isOrdinaryErased: false,
  keeping: null,
}

/** The record as its entries tell it, from first to last. */
export function foldProtection(entries: readonly Written[]): ProtectionRecord {
  return entries.reduce(advance, emptyProtection)
}

function advance(record: ProtectionRecord, entry: Written): ProtectionRecord {
  const next = { ...record, head: record.head + 1 }
  const { at, byName } = entry
  switch (entry.type) {
    case 'protection.noted': {
      const { noteId, ...note } = entry.payload
      return {
        ...next,
        notes: [...record.notes, { ...note, id: noteId, at, byName, correction: null }],
      }
    }
    case 'protection.corrected': {
      const { noteId, reason } = entry.payload
      return { ...next, notes: changed(record.notes, noteId, { correction: reason }) }
    }
    case 'protection.pack-made':
      return { ...next, packs: [...record.packs, { ...entry.payload, at, byName }] }
    case 'protection.sheet-used':
      return { ...next, sheets: [...record.sheets, { ...entry.payload, at, byName }] }
    case 'protection.ordinary-erased':
      return { ...next, isOrdinaryErased: true }
    case 'protection.keeping-decided':
      return { ...next, keeping: { ...entry.payload, at, byName } }
    default:
      return withInstructions(next, entry)
  }
}

function withInstructions(record: ProtectionRecord, entry: Written): ProtectionRecord {
  switch (entry.type) {
    case 'protection.instructed': {
      const { instructionId, ...said } = entry.payload
      const one = { ...said, id: instructionId, endedBecause: null }
      return { ...record, instructions: [...record.instructions, one] }
    }
    case 'protection.instruction-ended': {
      const { instructionId, reason } = entry.payload
      const instructions = changed(record.instructions, instructionId, { endedBecause: reason })
      return { ...record, instructions }
    }
    default:
      return withPosts(record, entry)
  }
}

function withPosts(record: ProtectionRecord, entry: Written): ProtectionRecord {
  const { at, byName } = entry
  const post = (id: string, more: Partial<ProtectionRecord['posts'][number]>) => ({
    ...record,
    posts: changed(record.posts, id, more),
  })
  switch (entry.type) {
    case 'protection.post-found': {
      const { postId, ...found } = entry.payload
      const fresh = { screens: [], preservedAt: null, removal: null }
      const one = { ...found, id: postId, at, byName, ...fresh }
      return { ...record, posts: [...record.posts, one] }
    }
    case 'protection.screen-kept': {
      const { postId, ...screen } = entry.payload
      const screens = record.posts.find(({ id }) => id === postId)?.screens ?? []
      return post(postId, { screens: [...screens, screen] })
    }
    case 'protection.post-preserved':
      return post(entry.payload.postId, { preservedAt: at })
    default:
      return withRemovals(record, entry)
  }
}

function withRemovals(record: ProtectionRecord, entry: Written): ProtectionRecord {
  const post = (id: string, more: Partial<ProtectionRecord['posts'][number]>) => ({
    ...record,
    posts: changed(record.posts, id, more),
  })
  switch (entry.type) {
    case 'protection.removal-asked': {
      const { postId, ...removal } = entry.payload
      return post(postId, { removal: { ...removal, answer: null } })
    }
    case 'protection.removal-answered': {
      const { postId, ...answer } = entry.payload
      const removal = record.posts.find(({ id }) => id === postId)?.removal
      return removal ? post(postId, { removal: { ...removal, answer } }) : record
    }
    default:
      return withAccusations(record, entry)
  }
}

function withAccusations(record: ProtectionRecord, entry: Written): ProtectionRecord {
  if (entry.type === 'protection.accusation-begun')
    return { ...record, accusations: [...record.accusations, { ...entry.payload, settled: null }] }
  if (entry.type !== 'protection.accusation-settled') return record
  const { clockId, ...settled } = entry.payload
  return {
    ...record,
    accusations: record.accusations.map((each) =>
      each.clockId === clockId ? { ...each, settled } : each,
    ),
  }
}

function changed<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  more: Partial<T>,
): T[] {
  return all.map((each) => (each.id === id ? { ...each, ...more } : each))
}

/** Words that judge a person instead of saying what happened. */
const labels =
  /悪質(?:な)?(?:クレーマー|顧客|客|業者)|(?:ハード|常習|モンスター)?クレーマー|モンスター(?:カスタマー|客)?|ブラックリスト|ブラック客|要注意人物|問題(?:客|顧客|人物)|危険人物|迷惑客|(?:頭|精神)が?(?:おかしい|異常)|異常者|キチガイ|基地外|反社(?:会的)?っぽい|ヤクザ(?:っぽい|みたい)|カスハラ(?:客|顧客|常習)/u

/** The label that stands in what we write ourselves; words that were said stand in 「」 and are theirs. */
export function labelIn(text: string): string | null {
  const ours = text.normalize('NFKC').replaceAll(/「[^」]*」|『[^』]*』/gu, '')
  return labels.exec(ours)?.[0] ?? null
}

/** What a person writes about somebody, by deed. */
function ownWords(deed: Deed): readonly string[] {
  switch (deed.kind) {
    case 'note':
      return [deed.note.facts, deed.note.place, deed.note.witness]
    case 'instruct':
      return [deed.words]
    case 'begin-accusation':
      return [deed.about]
    case 'ask-removal':
      return [deed.how]
    case 'answer-removal':
    case 'settle-accusation':
      return [deed.words]
    case 'correct':
    case 'end-instruction':
    case 'decide-keeping':
      return [deed.reason]
    case 'find-post':
    case 'complete-post':
      return []
  }
}

export function whyLabelled(texts: readonly string[]) {
  const label = texts.map(labelIn).find((found) => found !== null)
  return label ? refuse('invalid', 'protection.label', { label }) : null
}

export type Surroundings = {
  readonly now: string
  /** The day in Japan. */
  readonly today: string
  readonly offences: readonly { readonly name: string; readonly basis: string }[]
  /** Of a designated platform: the day its answer is due. Null for others. */
  readonly removalDueOn: string | null
  /** The last day to file, when the deed begins such a clock. */
  readonly accusationDueOn: string | null
}

/** What happens by this deed, or why it does not. `id`: the command's, and that of what it creates. */
export function decide(
  record: ProtectionRecord,
  deed: Deed,
  id: string,
  around: Surroundings,
): Result<ProtectionEvent[]> {
  const labelled = whyLabelled(ownWords(deed))
  if (labelled) return labelled
  switch (deed.kind) {
    case 'note':
      return noted(deed.note, id, around)
    case 'correct':
      return correct(record, deed)
    case 'instruct':
      return instruct(deed, id, around)
    case 'end-instruction':
      return endInstruction(record, deed)
    case 'decide-keeping':
      return decideKeeping(deed, around)
    case 'begin-accusation':
    case 'settle-accusation':
      return accuse(record, deed, id, around)
    case 'find-post':
      return findPost(deed.post, id, around)
    default:
      return onPost(record, deed, id, around)
  }
}

function noted(note: Extract<Deed, { kind: 'note' }>['note'], id: string, { now }: Surroundings) {
  if (later(note.happenedAt, now)) return refuse('invalid', 'protection.to-come', {})
  return one({ type: 'protection.noted', payload: { ...note, noteId: id } })
}

function instruct(deed: Extract<Deed, { kind: 'instruct' }>, id: string, { today }: Surroundings) {
  const { words, until } = deed
  if (until !== null && until < today) return refuse('invalid', 'protection.until-past', {})
  return one({ type: 'protection.instructed', payload: { instructionId: id, words, until } })
}

function findPost(
  post: Extract<Deed, { kind: 'find-post' }>['post'],
  id: string,
  { now }: Surroundings,
) {
  if (later(post.seenAt, now)) return refuse('invalid', 'protection.to-come', {})
  return one({ type: 'protection.post-found', payload: { ...post, postId: id } })
}

function correct(record: ProtectionRecord, deed: Extract<Deed, { kind: 'correct' }>) {
  const { noteId, reason } = deed
  const found = record.notes.find((each) => each.id === noteId)
  if (!found) return refuse('missing', 'protection.missing', {})
  if (found.correction !== null) return refuse('conflict', 'protection.corrected-already', {})
  return one({ type: 'protection.corrected', payload: { noteId, reason } })
}

function endInstruction(
  record: ProtectionRecord,
  deed: Extract<Deed, { kind: 'end-instruction' }>,
) {
  const { instructionId, reason } = deed
  const found = record.instructions.find((each) => each.id === instructionId)
  if (!found || found.endedBecause !== null) return refuse('missing', 'protection.missing', {})
  return one({ type: 'protection.instruction-ended', payload: { instructionId, reason } })
}

function decideKeeping(deed: Extract<Deed, { kind: 'decide-keeping' }>, { today }: Surroundings) {
  const { keeps, reason } = deed
  if (keeps && (deed.until === null || deed.until <= today))
    return refuse('invalid', 'protection.until-past', {})
  const until = keeps ? deed.until : null
  return one({ type: 'protection.keeping-decided', payload: { keeps, until, reason } })
}

type Accusing = Extract<Deed, { kind: 'begin-accusation' | 'settle-accusation' }>

function accuse(record: ProtectionRecord, deed: Accusing, id: string, around: Surroundings) {
  if (deed.kind === 'settle-accusation') {
    const { clockId, outcome, on, words } = deed
    const clock = record.accusations.find((each) => each.clockId === clockId)
    if (!clock || clock.settled) return refuse('missing', 'protection.missing', {})
    if (on > around.today || on < clock.knownOn)
      return refuse('invalid', 'protection.day-wrong', {})
    const payload = { clockId, outcome, on, words }
    return one({ type: 'protection.accusation-settled', payload })
  }
  const { offence, about, knownOn } = deed
  const known = around.offences.find(({ name }) => name === offence)
  if (!known) return refuse('invalid', 'protection.offence-unknown', {})
  if (knownOn > around.today) return refuse('invalid', 'protection.day-wrong', {})
  if (!around.accusationDueOn) return refuse('blocked', 'protection.no-clock', {})
  const days = { knownOn, dueOn: around.accusationDueOn }
  const payload = { clockId: id, offence, basis: known.basis, about, ...days }
  return one({ type: 'protection.accusation-begun', payload })
}

type OnPost = Extract<Deed, { kind: 'complete-post' | 'ask-removal' | 'answer-removal' }>

function onPost(record: ProtectionRecord, deed: OnPost, id: string, around: Surroundings) {
  const { postId } = deed
  const post = record.posts.find((each) => each.id === postId)
  if (!post) return refuse('missing', 'protection.missing', {})
  if (deed.kind === 'complete-post') {
    if (post.preservedAt) return refuse('conflict', 'protection.preserved-already', {})
    if (post.screens.length === 0) return refuse('blocked', 'protection.no-screen', {})
    return one({ type: 'protection.post-preserved', payload: { postId } })
  }
  if (deed.kind === 'ask-removal') {
    const { askedOn, how } = deed
    // What is removed cannot be kept any more.
    if (!post.preservedAt) return refuse('blocked', 'protection.preserve-first', {})
    if (post.removal && !post.removal.answer)
      return refuse('conflict', 'protection.asked-already', {})
    if (askedOn > around.today) return refuse('invalid', 'protection.day-wrong', {})
    const payload = { postId, clockId: id, askedOn, how, dueOn: around.removalDueOn }
    return one({ type: 'protection.removal-asked', payload })
  }
  if (!post.removal || post.removal.answer) return refuse('missing', 'protection.missing', {})
  const { on, outcome, words } = deed
  if (on > around.today || on < post.removal.askedOn)
    return refuse('invalid', 'protection.day-wrong', {})
  return one({ type: 'protection.removal-answered', payload: { postId, on, outcome, words } })
}

/** May this picture be added now? Once a post is preserved, its pictures stand. */
export function whyNoScreen(record: ProtectionRecord, postId: string, type: string) {
  const post = record.posts.find(({ id }) => id === postId)
  if (!post) return refuse('missing', 'protection.missing', {})
  if (post.preservedAt) return refuse('conflict', 'protection.preserved-already', {})
  if (!/^(?:image\/(?:png|jpeg|webp)|application\/pdf)$/u.test(type))
    return refuse('invalid', 'protection.no-picture', {})
  return null
}

function one(event: ProtectionEvent): Result<ProtectionEvent[]> {
  return ok([event])
}

function later(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

/** What an entry says, in the words of the room that wrote it. */
export type Saying = (entry: Pick<TimelineEntry, 'type' | 'payload'>, language: Language) => string
