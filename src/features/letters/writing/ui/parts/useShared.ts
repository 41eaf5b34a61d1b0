import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  discardDraft,
  readWriting,
  sharedDraft,
  type Writing,
} from '#features/letters/writing/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { call, type Refused } from '#kit/call.ts'
import type { Draft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'
import { Keeper, type Kept } from './keeper.ts'
import { useHand } from './useHand.ts'

const nobody: Writing['hands'] = []

/** The reply of this composer as all share it: brought to the server, and back from it when a colleague goes on. */
export function useShared(complaintId: string, draft: Draft<Kept>, empty: Kept) {
  const keeper = useKeeper(complaintId, draft, empty)
  const keeping = useSyncExternalStore(keeper.listen, keeper.now)
  const there = useAnswer(readWriting, { params: { complaintId } })
  const writing = there.state === 'ready' ? there.value : null
  useEffect(() => {
    if (writing) keeper.hear(writing)
  }, [keeper, writing])
  useHand(complaintId, keeper.hand, draft.value.text)
  return {
    keeper,
    keeping,
    writing,
    hands: writing?.hands ?? nobody,
    change: (changes: Partial<Kept>) => keeper.change(changes),
    isTouched: draft.keptAt !== null,
    /** On this device, for the composer that opens next. */
    keepHere: (kept: Kept) => draft.change(kept),
    ...leaving(keeper),
    discard: () => discard(complaintId, keeper, draft),
  }
}
export type Shared = ReturnType<typeof useShared>

/** One for as long as the composer is open; what it has not saved when that closes goes at once. */
function useKeeper(complaintId: string, draft: Draft<Kept>, empty: Kept): Keeper {
  const [keeper] = useState(() => {
    const show = (kept: Kept | null) => (kept ? draft.change(kept) : draft.clear())
    const isTouched = draft.keptAt !== null
    return new Keeper({
      complaintId,
      hand: browserIds.next(),
      first: draft.value,
      empty,
      isTouched,
      show,
    })
  })
  useEffect(() => {
    keeper.arrive()
    const online = () => keeper.wake()
    addEventListener('online', online)
    return () => {
      removeEventListener('online', online)
      keeper.leave()
    }
  }, [keeper])
  return keeper
}

function leaving(keeper: Keeper) {
  return {
    /** Nothing is under way any more; what a letter says it was written from. */
    async still() {
      await keeper.still()
      const { base } = keeper.local
      return base ? { from: { ...base, hand: keeper.hand } } : {}
    },
    /** The letter was not taken: writing goes on, with what somebody else has made of the draft. */
    refused({ code, data }: Refused) {
      const moved = code === 'letters.draft-moved' && typeof data === 'object' && data !== null
      const theirs = sharedDraft.safeParse(moved ? Reflect.get(data, 'draft') : null)
      if (theirs.success) keeper.compare(theirs.data)
      keeper.wake()
    },
  }
}

/** Thrown away; answers how to take it back, or null when the server could not be reached. */
async function discard(complaintId: string, keeper: Keeper, draft: Draft<Kept>) {
  await keeper.still()
  const { local } = keeper
  const draftId = local.base?.draftId
  if (draftId !== undefined && local.base?.version) {
    const params = { complaintId, draftId }
    const answered = await call(discardDraft, { params, body: { id: browserIds.next() } })
    if (!answered.ok) {
      keeper.wake()
      return { ok: false as const, sentence: answered.refusal.sentence }
    }
  }
  draft.clear()
  return { ok: true as const, local }
}
