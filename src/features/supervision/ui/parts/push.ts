import { call, type Answered } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { forgetDevice, readPushKey, registerDevice, tryDevice } from '../../push/contract.ts'

/** On iPhones the page must be on the home screen first; without https no browser takes messages. */
export function canPush(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'PushManager' in globalThis
}

/** Told already? Then it is said again: browsers change their address from time to time. */
export async function keepTold(): Promise<boolean> {
  const address = await (await worker()).pushManager.getSubscription()
  return address !== null && (await register(address)).ok
}

/** Throws when the browser's own push service cannot be reached. */
export async function beTold(): Promise<Answered<unknown>> {
  const answered = await call(readPushKey, {})
  if (!answered.ok) return answered
  const { pushManager } = await worker()
  const options = { userVisibleOnly: true, applicationServerKey: answered.value.publicKey }
  const address = await pushManager.subscribe(options).catch(async () => {
    // Bound to another key, as after the secret was changed: given up, and asked for anew.
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
  return register(address)
}

export async function beLeftAlone(): Promise<Answered<unknown>> {
  const address = await (await worker()).pushManager.getSubscription()
  if (!address) return { ok: true, value: null }
  const answered = await call(forgetDevice, { body: { endpoint: address.endpoint } })
  if (answered.ok) await address.unsubscribe()
  return answered
}

export async function tryIt(): Promise<Answered<unknown>> {
  const address = await (await worker()).pushManager.getSubscription()
  return call(tryDevice, { body: { endpoint: address?.endpoint ?? '' } })
}

async function worker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/notices.js')
  return navigator.serviceWorker.ready
}

function register(address: PushSubscription): Promise<Answered<unknown>> {
  const { endpoint = '', keys = {} } = address.toJSON()
  const { p256dh = '', auth = '' } = keys
  return call(registerDevice, { body: { id: browserIds.next(), endpoint, p256dh, auth } })
}
