import { useEffect, useEffectEvent, useState } from 'react'
import { call, type Refused } from '#kit/call.ts'
import { browserIds, browserToken } from '#kit/ids.ts'
import { present } from '#kit/now.ts'
import { isForLater, useRetries } from '#kit/retries.ts'
import { sealFor } from '#kit/sealed-box.ts'
import { carryVisit, sendPresses, type PhoneState, type Press } from '../../contract.ts'
import { foreseen, stillWaiting } from '../../rules.ts'
import { forgetVisit, keepAnswer, keepPress, nothingKept, readKept, type Carried } from './kept.ts'
import { batteryLevel, positionNow, sendWhenBack } from './device.ts'

export type Deed = Pick<Press, 'kind' | 'minutes' | 'position'> & { readonly pin?: string }

/** ms. The server takes a phone for lost that is silent for minutes. */
const everyMs = 20_000
/** As long as the longest PIN, so that its length cannot be seen. */
const sealedLength = 8

/** The visit that this phone carries: kept here first, sent as soon as there is a line, and again until it is answered. */
export function useCarrying() {
  const { kept, isRead, look } = useKept()
  const { refusal, attempt, send } = useSending(look)
  async function press(deed: Deed) {
    await write(deed)
    await look()
    void send()
    const brings = deed.kind === 'contact' && !deed.position && kept.state?.carriesPosition
    if (brings) void sendPosition(press)
  }
  async function begin(visitId: string, slug: string): Promise<Refused | null> {
    const refused = await carry(visitId, slug)
    await look()
    return refused
  }
  async function forget() {
    await forgetVisit()
    await look()
  }
  useTicking(kept.carried !== null, attempt, look, send)
  const { carried, state, waiting } = kept
  const visit = state && foreseen(state.visit, waiting)
  return { isRead, carried, state, visit, waiting, refusal, press, begin, forget }
}
export type Carrying = ReturnType<typeof useCarrying>

function useKept() {
  const [kept, setKept] = useState(nothingKept)
  const [isRead, setRead] = useState(false)
  async function look() {
    setKept(await readKept())
    setRead(true)
  }
  return { kept, isRead, look }
}

function useSending(look: () => Promise<void>) {
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState(0)
  async function send() {
    const failed = await deliver()
    setRefusal(failed)
    setAttempt((before) => (failed ? before + 1 : 0))
    if (failed && isForLater(failed)) sendWhenBack()
    await look()
  }
  return { refusal, attempt, send }
}

function useTicking(
  isOn: boolean,
  attempt: number,
  look: () => Promise<void>,
  send: () => Promise<void>,
) {
  const first = useEffectEvent(() => void look().then(send))
  const again = useEffectEvent(() => void send())
  useEffect(() => first(), [])
  useEffect(() => {
    const timer = isOn ? setInterval(() => again(), everyMs) : undefined
    return () => clearInterval(timer)
  }, [isOn])
  useRetries(isOn && attempt > 0, attempt, () => void send())
}

async function carry(visitId: string, slug: string): Promise<Refused | null> {
  const token = browserToken()
  const answered = await call(carryVisit, { params: { visitId }, body: { token } })
  if (!answered.ok) return answered.refusal
  const { publicKey, state } = answered.value
  const fresh = { sequence: 0, contact: null, isPinWrong: false, ahead: aheadOf(state) }
  await forgetVisit()
  await keepAnswer({ visitId, slug, token, publicKey, ...fresh }, state, [])
  // The browser then keeps it even when the phone runs out of room.
  await navigator.storage?.persist?.()
  return null
}

async function write({ pin, ...deed }: Deed): Promise<void> {
  const { carried } = await readKept()
  if (!carried) return
  const id = browserIds.next()
  const at = new Date(present() + carried.ahead).toISOString()
  const sealed =
    pin === undefined
      ? {}
      : { sealed: await sealFor(carried.publicKey, pin.padEnd(sealedLength), id) }
  const pressed: Press = { ...deed, id, at, sequence: carried.sequence, ...sealed }
  const contact = deed.kind === 'contact' ? { id, at } : carried.contact
  const isPinWrong = deed.kind !== 'end' && carried.isPinWrong
  await keepPress(pressed, { ...carried, sequence: carried.sequence + 1, contact, isPinWrong })
}

/** One page or worker at a time; null when everything that waited has been answered. */
async function deliver(): Promise<Refused | null> {
  return navigator.locks.request('uketome-visit', async () => {
    const { carried, waiting } = await readKept()
    if (!carried) return null
    const { slug, token } = carried
    const body = { token, presses: [...waiting], battery: await batteryLevel() }
    const answered = await call(sendPresses, { params: { slug }, body })
    if (!answered.ok) return answered.refusal
    const state = answered.value
    const left = new Set(stillWaiting(waiting, state).map(({ id }) => id))
    const taken = waiting.filter(({ id }) => !left.has(id))
    await keepAnswer(await after(carried, state), state, taken)
    return null
  })
}

/** Something may have been pressed while the answer was on its way. */
async function after(before: Carried, state: PhoneState): Promise<Carried> {
  const { carried } = await readKept()
  const wrong = state.results.some(({ result }) => result === 'pin-wrong')
  const now = carried ?? before
  return { ...now, ahead: aheadOf(state), isPinWrong: wrong || now.isPinWrong }
}

const aheadOf = ({ serverAt }: PhoneState) => Date.parse(serverAt) - present()

/** The call for the office has gone already: the position follows as soon as the phone knows it. */
async function sendPosition(press: (deed: Deed) => Promise<void>): Promise<void> {
  const position = await positionNow()
  if (position) await press({ kind: 'contact', position })
}
