import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import {
  saveDraft,
  sharedDraft,
  type ReplyContent,
  type SharedDraft,
  type Writing,
} from '../../contract.ts'
import { courseOf, isSameContent } from '../../rules.ts'

/** What this browser has of a reply; kept on the device with each keystroke. */
export type Kept = ReplyContent & {
  readonly base: { readonly draftId: string; readonly version: number } | null
  readonly isSaved: boolean
}

/**
 * `kept`: the server has it. `away`: only this device has what was typed last. `overtaken`: somebody else has saved meanwhile, and a
 * person chooses. `refused`: the server will not take it as it is. `over`: somebody has sent it or thrown it away.
 */
export type KeepingState = 'kept' | 'waiting' | 'away' | 'overtaken' | 'refused' | 'over'
export type Keeping = {
  readonly state: KeepingState
  readonly theirs: SharedDraft | null
  readonly closed: Writing['closed']
}
const nothing: Keeping = { state: 'kept', theirs: null, closed: null }

const pauseMs = 2000
const againMs = 5000

type Send = (order: {
  params: { complaintId: string }
  body: { draftId: string; hand: string; basedOn: number; content: ReplyContent }
}) => Promise<
  | { ok: true; value: { draft: SharedDraft } }
  | { ok: false; refusal: { kind: string; code: string; data: unknown } }
>

type Place = {
  readonly complaintId: string
  readonly hand: string
  readonly first: Kept
  /** As it is before anybody has typed. */
  readonly empty: Kept
  readonly isTouched: boolean
  /** Shows it in the fields, and keeps it on the device; null: as it was before anybody typed. */
  readonly show: (kept: Kept | null) => void
  readonly send?: Send
}

/** Brings one reply to the server every few seconds while it is written, and what others write back into its fields. */
export class Keeper {
  local: Kept
  keeping = nothing
  readonly hand: string
  readonly #place: Place
  readonly #send: Send
  readonly #listeners = new Set<() => void>()
  #isTouched: boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null
  #isStill = false

  constructor(place: Place) {
    this.#place = place
    this.#send = place.send ?? ((order) => call(saveDraft, order))
    this.hand = place.hand
    this.local = place.first
    this.#isTouched = place.isTouched
  }

  listen = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  now = () => this.keeping

  change(changes: Partial<ReplyContent>) {
    this.#isTouched = true
    this.#set({ ...this.local, ...changes, isSaved: false })
    if (this.keeping.state === 'overtaken') return
    this.#tell({ state: this.keeping.state === 'away' ? 'away' : 'waiting' })
    this.#soon(pauseMs)
  }

  /** What the server says, now and whenever it moves. */
  hear(there: Writing) {
    if (this.#isStill || this.keeping.state === 'overtaken') return
    const { base, isSaved } = this.local
    const local = { content: contentOf(this.local), base, isSaved, isTouched: this.#isTouched }
    const course = courseOf(local, there, this.hand)
    if (course === 'take' || course === 'adopt') this.take(there.draft)
    if (course === 'over') this.#empty(there.closed)
    if (course === 'anew') this.#set({ ...this.local, base: null, isSaved: false })
    if (course === 'push' || course === 'anew') this.#soon(this.#saving ? pauseMs : 0)
  }

  take(draft: SharedDraft | null) {
    if (!draft) return
    this.#isTouched = true
    this.#set({ ...draft.content, ...baseOf(draft), isSaved: true })
    this.#tell({ state: 'kept' })
  }

  /** The server has put something into the draft while it stands here: both go on from there. */
  goOn(draft: SharedDraft, text: string) {
    this.#set({ ...this.local, text, ...baseOf(draft), isSaved: false })
    if (isSameContent(this.local, draft.content)) this.#set({ ...this.local, isSaved: true })
    else this.#soon(0)
  }

  /** Two texts stand beside each other until a person has chosen. */
  compare(theirs: SharedDraft) {
    this.#unplan()
    this.#tell({ state: 'overtaken', theirs })
  }

  /** Of two texts the person's own stands, or both one after the other; the other one stays among the earlier states. */
  keepMine(text = this.local.text) {
    const { theirs } = this.keeping
    if (!theirs) return
    this.#set({ ...this.local, text, ...baseOf(theirs), isSaved: false })
    this.#tell({ state: 'waiting' })
    this.#soon(0)
  }

  /** Everything that was typed is on the server, as far as it can be reached; nothing more is saved until `wake`. */
  async still(): Promise<void> {
    this.#unplan()
    await this.#saving
    if (!this.local.isSaved && this.#isTouched && this.keeping.state !== 'overtaken')
      await this.#save()
    this.#isStill = true
  }

  wake() {
    this.#isStill = false
    if (!this.local.isSaved && this.#isTouched) this.#soon(pauseMs)
  }

  /** The composer is closed: what is not saved yet goes at once; the device has it, too. */
  leave() {
    this.#unplan()
    const isDirty = !this.local.isSaved && this.#isTouched
    if (isDirty && !this.#isStill && this.keeping.state !== 'overtaken') void this.#save()
    this.#isStill = true
  }

  arrive() {
    this.#isStill = false
  }

  #unplan() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #soon(ms: number) {
    if (this.#isStill) return
    if (ms > 0 && this.#timer !== undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#save()
    }, ms)
  }

  async #save(): Promise<void> {
    // One at a time: the next one goes on from the version that this one makes.
    while (this.#saving) await this.#saving
    if (this.local.isSaved) return
    this.#saving = this.#deliver().finally(() => (this.#saving = null))
    await this.#saving
  }

  async #deliver() {
    const { base } = this.local
    const content = contentOf(this.local)
    const draftId = base?.draftId ?? browserIds.next()
    // Its id stays the same, should the answer be lost.
    this.#set({ ...this.local, base: { draftId, version: base?.version ?? 0 } })
    const { complaintId } = this.#place
    const body = { draftId, hand: this.hand, basedOn: base?.version ?? 0, content }
    const answered = await this.#send({ params: { complaintId }, body })
    if (answered.ok) return this.#arrived(answered.value.draft, content)
    const { kind, code, data } = answered.refusal
    if (code === 'letters.draft-moved') return this.#overtakenBy(data)
    if (code === 'letters.draft-closed') {
      this.#set({ ...this.local, base: null })
      return this.#tell({ state: 'waiting' })
    }
    const isAway = kind === 'unreachable' || kind === 'unexpected' || kind === 'unauthenticated'
    this.#tell({ state: isAway ? 'away' : 'refused' })
    if (isAway) this.#soon(againMs)
  }

  #arrived(draft: SharedDraft, sent: ReplyContent) {
    const isSaved = isSameContent(this.local, sent)
    this.#set({ ...this.local, ...baseOf(draft), isSaved })
    this.#tell({ state: isSaved ? 'kept' : 'waiting' })
    if (!isSaved) this.#soon(pauseMs)
  }

  #overtakenBy(data: unknown) {
    const theirs = sharedDraft.safeParse(
      typeof data === 'object' && data !== null ? Reflect.get(data, 'draft') : null,
    )
    if (theirs.success) this.compare(theirs.data)
  }

  #empty(closed: Writing['closed']) {
    this.#isTouched = false
    this.#place.show(null)
    this.local = this.#place.empty
    this.#tell({ state: 'over', closed })
  }

  #set(next: Kept) {
    this.local = next
    this.#place.show(next)
  }

  #tell(changes: Partial<Keeping>) {
    const { state, theirs, closed } = { ...nothing, ...changes }
    const before = this.keeping
    if (state === before.state && theirs === before.theirs && closed === before.closed) return
    this.keeping = { state, theirs, closed }
    for (const listener of this.#listeners) listener()
  }
}

export function contentOf({ text, subject, to, cc, reasons, attachments }: Kept): ReplyContent {
  return { text, subject, to, cc, reasons, attachments }
}

function baseOf({ id: draftId, version }: SharedDraft) {
  return { base: { draftId, version } }
}
