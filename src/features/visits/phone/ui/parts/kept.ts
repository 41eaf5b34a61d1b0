import { openDB, type IDBPDatabase } from 'idb'
import { z } from 'zod'
import { phoneState, press, type PhoneState, type Press } from '../../contract.ts'

/**
 * What the phone keeps, so that the page opens without a line and after the phone was started again. The service worker
 * (src/app/web/public/visit-worker.js) reads and writes the same stores: change both, and the version.
 */
const version = 1
const [things, outbox] = ['things', 'outbox']
const waitingPress = press

const carried = z.object({
  visitId: z.string(),
  slug: z.string(),
  token: z.string(),
  publicKey: z.string(),
  /** ms to be added to the phone's clock. */
  ahead: z.number(),
  /** Of the next press. */
  sequence: z.int(),
  /** The last 「連絡して」. */
  contact: z.object({ id: z.string(), at: z.string() }).nullable(),
  /** The last PIN was neither. */
  isPinWrong: z.boolean(),
})
export type Carried = z.output<typeof carried>

export type Kept = {
  readonly carried: Carried | null
  readonly state: PhoneState | null
  readonly waiting: readonly Press[]
}

export const nothingKept: Kept = { carried: null, state: null, waiting: [] }

let opening: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opening ??= openDB('uketome-visit', version, {
    upgrade(fresh) {
      fresh.createObjectStore(things)
      fresh.createObjectStore(outbox, { keyPath: 'sequence' })
    },
  })
  return opening
}

export async function readKept(): Promise<Kept> {
  const opened = await database()
  const [one, two, all] = await Promise.all([
    opened.get(things, 'carried'),
    opened.get(things, 'state'),
    opened.getAll(outbox),
  ])
  const [phone, state, waiting] = [
    carried.safeParse(one),
    phoneState.safeParse(two),
    z.array(waitingPress).safeParse(all),
  ]
  return {
    carried: phone.success ? phone.data : null,
    state: state.success ? state.data : null,
    waiting: waiting.success ? waiting.data : [],
  }
}

/** The press and the number of the next one, together or not at all. */
export async function keepPress(pressed: Press, next: Carried): Promise<void> {
  const both = (await database()).transaction([things, outbox], 'readwrite')
  await both.objectStore(outbox).put(pressed)
  await both.objectStore(things).put(next, 'carried')
  await both.done
}

/** What the server answered, and what it has taken is no longer kept. */
export async function keepAnswer(
  next: Carried,
  state: PhoneState,
  taken: readonly Press[],
): Promise<void> {
  const both = (await database()).transaction([things, outbox], 'readwrite')
  await both.objectStore(things).put(next, 'carried')
  await both.objectStore(things).put(state, 'state')
  for (const { sequence } of taken) await both.objectStore(outbox).delete(sequence)
  await both.done
}

export async function forgetVisit(): Promise<void> {
  const both = (await database()).transaction([things, outbox], 'readwrite')
  await both.objectStore(things).clear()
  await both.objectStore(outbox).clear()
  await both.done
}
